// Token: what a sign-in brought, and TokenSource: where it comes from.
//
// Errors: Denied with what is likely wrong, in plain words, without any secret. Thread rule: one object, one thread.
#pragma once

#include "core/base/clock.h"
#include "core/connect/secret.h"

#include <cstdint>
#include <optional>

namespace br::rest {

struct Token {
    Secret value;
    Secret refresh;                       // empty: none
    std::optional<int64_t> lifetime = {}; // milliseconds from when it was asked for; none: the vendor does not say
};

class TokenSource {
public:
    virtual ~TokenSource() = default;
    virtual Result<Token> signIn() = 0;
    // Before its end. Where a vendor has no other way, it signs in again.
    virtual Result<Token> renew(const Token &) { return signIn(); }
};

int64_t epochMilliseconds(const Clock &clock);

} // namespace br::rest
