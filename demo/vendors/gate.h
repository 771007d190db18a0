// Gate: what stands before every answer of a stand-in: delay, "too many requests", and whether a token still holds.
//
// Thread rule: the server's thread.
#pragma once

#include "demo/vendors/vendor.h"

namespace br::demo {

class Gate final {
public:
    explicit Gate(const Manners &manners);

    using Busy = std::function<FakeAnswer()>;
    // The route behind the gate. `isAllowed` says whether the sign-in holds; the answer to a request that is not is `refused`.
    Route guard(std::function<bool(const FakeRequest &)> isAllowed, FakeAnswer refused, Route route);
    void setBusy(Busy busy); // instead of 429 with Retry-After: 1

    std::string newToken();
    bool holds(const FakeRequest &request); // the bearer token; using it wears it out
    int64_t pageSize(int64_t asked) const;

private:
    Manners m_manners;
    Busy m_busy;
    int m_requests = 0;
    int m_tokens = 0;
    int m_uses = 0;
};

} // namespace br::demo
