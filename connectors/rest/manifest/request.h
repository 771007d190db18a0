// RequestSpec and AuthSpec: how a manifest describes a request and a sign-in.
//
// Thread rule: plain values.
#pragma once

#include "connectors/rest/value/field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace br::rest {

using NamedTemplates = std::vector<std::pair<std::string, Template>>; // in the order of the manifest

struct RequestSpec {
    std::string method = "GET";   // or POST
    std::optional<Template> path; // behind `base`; one of path and url is there
    std::optional<Template> url;
    NamedTemplates query;
    NamedTemplates headers;
    std::optional<BodyTemplate> body;
    NamedTemplates form;
    bool repeatable = false; // true of every GET
};

enum class AuthScheme {
    Basic,
    Bearer,
    Headers,
    Query,
    OAuth2ClientCredentials,
    OAuth2Password,
    OAuth2AuthorizationCode,
    OAuth2RefreshToken,
    JwtBearer,
    TokenRequest,
    SessionToken,
    DuoHmac,
};

struct AuthSpec {
    AuthScheme scheme = AuthScheme::Basic;
    Template user;             // Basic; OAuth2Password: `username`
    Template password;         // Basic, OAuth2Password
    Template bearer;           // Bearer: `token`
    NamedTemplates headers;    // Headers: of each request; token schemes: of the token request
    NamedTemplates parameters; // Query: of each request; token schemes: further ones of the token request
    Template tokenUrl;
    Template authorizeUrl;
    Template clientId;
    Template clientSecret;
    Template oauthScope;        // `scope`
    bool sendJson = false;      // `send_as`
    bool clientInBasic = false; // `client_in`
    Template key;               // JwtBearer: PEM
    Template keyId;
    std::optional<BodyTemplate> claims;
    std::optional<RequestSpec> request;        // TokenRequest; SessionToken: `login`
    std::optional<RequestSpec> refreshRequest; // `refresh`
    std::optional<Path> refreshToken;          // `refresh_token`: in the answer
    std::string refreshSecret;                 // OAuth2RefreshToken: the secret that holds it
    std::string sendIn;                        // SessionToken: "header:NAME" or the path of a member of the body
    std::optional<Path> renewFrom;
    Template integrationKey;
    Template secretKey;

    Path token;                    // in the answer; default access_token
    std::optional<Path> expiresIn; // default expires_in, unless expires_at is given
    std::optional<Path> expiresAt;
    NamedTemplates use; // headers of each request; default Authorization: Bearer {$token}; empty for schemes without a token
};

// Of a stream or a discovery step.
struct AuthChoice {
    enum class Kind { Inherited, None, Own };
    Kind kind = Kind::Inherited;
    AuthSpec own;
};

} // namespace br::rest
