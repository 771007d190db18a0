// FakeServer: a scriptable HTTP server on 127.0.0.1, over TLS or without, that can also misbehave.
//
// Runs on a thread of its own from listen() until it is destroyed; routes are called on that thread, one at a time, and must not
// block (an answer's `delay` waits without blocking). Everything asked is kept in the journal, in order of arrival. HTTP/1.1 with
// keep-alive, several connections. Nothing is logged. Errors: Io (no port), InvalidInput (unusable certificate). Thread rule: all
// members may be called from any thread, but the server is made and destroyed on one.
#pragma once

#include "core/base/result.h"
#include "demo/server/certificates.h"
#include "demo/server/exchange.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace br::demo {

using Route = std::function<FakeAnswer(const FakeRequest &)>;

class FakeServer final {
public:
    FakeServer();                                 // plain HTTP
    explicit FakeServer(Certificate certificate); // TLS
    ~FakeServer();
    FakeServer(const FakeServer &) = delete;
    FakeServer &operator=(const FakeServer &) = delete;

    // "/customers/{id}/devices": a {place} takes one part of the path, "*" at the end takes the rest. The first route that fits
    // answers. Method empty: any. Without a route: 404.
    void on(const std::string &method, const std::string &path, Route route);
    void otherwise(Route route);
    void neverShakeHands(); // accepts connections and says nothing at all; call before listen()

    Status listen(uint16_t port = 0); // 0: any free one
    uint16_t port() const;
    std::string address() const; // "https://127.0.0.1:40001"

    std::vector<FakeRequest> journal() const;
    size_t count(const std::string &path) const; // requests of that path so far
    int64_t connections() const;
    int64_t bytesReceived() const; // of requests, after decryption
    void forget();                 // empties the journal

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace br::demo
