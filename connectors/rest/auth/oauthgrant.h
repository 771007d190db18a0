// OAuthGrant: tokens by client credentials, by user name and password, or by a signed assertion.
//
// Each is one request to the token address; a refresh token that comes along is not used, for the credentials are at hand.
// Thread rule: see token.h.
#pragma once

#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/auth/signincontext.h"
#include "connectors/rest/auth/token.h"

namespace br::rest {

class OAuthGrant final : public TokenSource {
public:
    OAuthGrant(const AuthSpec &spec, const Scope &scope, const SignInContext &context);
    Result<Token> signIn() override;

private:
    Result<Parameters> parameters() const;

    const AuthSpec &m_spec;
    Scope m_scope;
    const SignInContext &m_context;
};

// The request to the token address with these parameters, as form or JSON, the client in the body or in a Basic header.
Result<HttpRequest> grantRequest(const AuthSpec &spec, const Scope &scope, Parameters parameters);
// What the answer holds; Denied where there is no token in it.
Result<Token> tokenIn(const AuthSpec &spec, const SignInAnswer &answer, const Clock &clock);

} // namespace br::rest
