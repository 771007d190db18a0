// FixedAuth: what stays the same for every request: headers (Basic, bearer, API keys) or parameters in the address.
//
// Thread rule: see authenticator.h.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/auth/encoding.h"

#include <string_view>

namespace br::rest {

class FixedAuth final : public Authenticator {
public:
    explicit FixedAuth(Headers headers, Parameters query = {});
    static Headers basic(std::string_view user, std::string_view password); // RFC 7617, UTF-8
    static Headers bearer(std::string_view token);

    Result<int> prepare(HttpRequest &request) override;

private:
    Headers m_headers;
    Parameters m_query;
};

// Replaces a header of that name (in any case) or adds it.
void setHeader(Headers &headers, std::string_view name, std::string_view value);

} // namespace br::rest
