// TokenAuth: requests that carry a token, which is fetched when first needed, renewed a minute before its end and once after a
// refusal.
//
// A token that lives less than two minutes is renewed at half of its life. Thread rule: see authenticator.h.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/auth/token.h"

#include <functional>
#include <memory>

namespace br::rest {

class TokenAuth final : public Authenticator {
public:
    using Use = std::function<Result<Headers>(const Secret &token)>; // the headers that carry it

    TokenAuth(std::unique_ptr<TokenSource> source, Use use, const Clock &clock);

    Result<int> prepare(HttpRequest &request) override;
    bool onUnauthorized(int generation) override;

private:
    Status ensure();

    std::unique_ptr<TokenSource> m_source;
    Use m_use;
    const Clock &m_clock;
    std::optional<Token> m_token;
    std::optional<int64_t> m_renewAt; // epoch milliseconds
    bool m_isVoid = false;            // refused: renewing is of no use
    int m_generation = 0;
};

} // namespace br::rest
