// DuoHmac: requests signed with Duo's signature version 2.
//
// Signed are date, method, host, path and the sorted parameters (of the address, or of a form body), each on its line; the HMAC-SHA-512 of
// that is the password of a Basic header. Source: duo.com/docs/adminapi#authentication. The clock must be right to five minutes. Thread
// rule: see authenticator.h.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/auth/encoding.h"
#include "core/base/clock.h"
#include "core/connect/secret.h"

#include <string>
#include <string_view>

namespace br::rest {

class DuoHmac final : public Authenticator {
public:
    DuoHmac(std::string integrationKey, Secret secretKey, const Clock &clock);

    Result<int> prepare(HttpRequest &request) override;
    bool onUnauthorized(int generation) override; // a signature that waited for its turn may be too old

    struct Signed {
        std::string date; // RFC 2822
        std::string method;
        std::string host;
        std::string path;
        Parameters parameters; // decoded, in any order
    };
    static std::string canonical(const Signed &request);
    static std::string canonicalParameters(Parameters parameters);

private:
    std::string m_integrationKey;
    Secret m_secretKey;
    const Clock &m_clock;
    int64_t m_signedAt = 0; // epoch milliseconds
};

// "2012-12-07T17:18:00.000Z" -> "Fri, 07 Dec 2012 17:18:00 +0000"
std::string mailDate(std::string_view utc);

} // namespace br::rest
