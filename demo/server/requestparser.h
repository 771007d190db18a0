// RequestParser: bytes of a connection become requests (HTTP/1.1, Content-Length and chunked bodies).
//
// Thread rule: one thread.
#pragma once

#include "demo/server/exchange.h"

#include <optional>
#include <string>
#include <string_view>

namespace br::demo {

class RequestParser final {
public:
    void feed(std::string_view bytes) { m_buffer.append(bytes); }
    // The next whole request; none yet, or, after failed(), never again.
    std::optional<FakeRequest> next();
    bool failed() const { return m_failed; }

private:
    std::optional<FakeRequest> head(std::string_view text);
    bool takeBody(FakeRequest &request, size_t from); // false: more bytes are needed

    std::string m_buffer;
    bool m_failed = false;
};

} // namespace br::demo
