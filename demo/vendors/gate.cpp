#include "demo/vendors/gate.h"

#include "demo/server/answers.h"

#include <algorithm>

namespace br::demo {

Gate::Gate(const Manners &manners)
    : m_manners(manners)
    , m_busy([] { return tooMany("1"); })
{
}

void Gate::setBusy(Busy busy) { m_busy = std::move(busy); }

Route Gate::guard(std::function<bool(const FakeRequest &)> isAllowed, FakeAnswer refused, Route route)
{
    return [this, isAllowed = std::move(isAllowed), refused = std::move(refused), route = std::move(route)](const FakeRequest &request) {
        FakeAnswer answer;
        if (++m_requests == m_manners.busyAt)
            answer = m_busy();
        else
            answer = isAllowed(request) ? route(request) : refused;
        answer.delay = m_manners.delay;
        return answer;
    };
}

std::string Gate::newToken()
{
    m_uses = 0;
    return "stand-in-token-" + std::to_string(++m_tokens);
}

bool Gate::holds(const FakeRequest &request)
{
    if (m_tokens == 0 || !hasBearer(request, "stand-in-token-" + std::to_string(m_tokens)))
        return false;
    return m_manners.tokenLasts == 0 || ++m_uses <= m_manners.tokenLasts;
}

int64_t Gate::pageSize(int64_t asked) const { return std::clamp<int64_t>(asked, 1, std::max<int64_t>(m_manners.pageCap, 1)); }

} // namespace br::demo
