// Pkce: the one-time proof of an authorization-code sign-in (RFC 7636, S256) and the address the browser is sent to.
//
// Plain value; a fresh one for each sign-in. Thread rule: pure functions.
#pragma once

#include "connectors/rest/auth/encoding.h"

#include <string>
#include <string_view>

namespace br::rest {

struct Pkce {
    std::string verifier; // 43 characters
    std::string state;    // comes back with the answer: proves that it belongs to us

    static Pkce fresh();
    std::string challenge() const;
};

struct AuthorizePage {
    std::string url;
    std::string clientId;
    std::string scope;
    std::string redirect; // http://127.0.0.1:PORT/
    Parameters further;
};

std::string authorizeUrl(const AuthorizePage &page, const Pkce &pkce);

} // namespace br::rest
