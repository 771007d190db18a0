// What a token server's refusal means, in words that say which field to correct.
//
// The codes are those of RFC 6749 section 5.2 and of the vendors that use their own. Never holds what was sent.
// Thread rule: pure functions.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace br::rest {

struct OAuthFields { // the labels of the form that the sign-in takes its values from; empty: not from the form
    std::string clientId;
    std::string clientSecret;
    std::string userName;
    std::string password;
    bool isBrowser = false;        // a refused grant means: sign in again in the browser
    std::string refreshToken = {}; // entered by a person
};

struct OAuthRefusal {
    int status = 0;
    std::string code;    // "invalid_client"
    std::string message; // the vendor's own words, already without secrets
};

Error oauthError(const OAuthRefusal &refusal, const OAuthFields &fields, std::string_view host);

} // namespace br::rest
