// Loopback: waits on 127.0.0.1 for the browser to come back with the code of a sign-in (RFC 8252 section 7.3).
//
// Listens on a free port that only this machine reaches. A visit without our state changes nothing: another page must not be
// able to end or fake a sign-in. Errors: Io (no port), Denied (the person or the vendor said no, with its words), Cancelled,
// Unreachable (nobody came in time). Blocking; polls progress.cancelled(). Thread rule: one thread, no event loop needed.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <chrono>
#include <memory>
#include <string>

class QTcpServer;

namespace br::rest {

class Loopback final {
public:
    Loopback();
    ~Loopback();
    Loopback(const Loopback &) = delete;
    Loopback &operator=(const Loopback &) = delete;

    Status listen();
    std::string address() const; // "http://127.0.0.1:40001/"
    Result<std::string> waitForCode(
        const std::string &state, Progress &progress, std::chrono::milliseconds limit = std::chrono::minutes(5));

private:
    std::unique_ptr<QTcpServer> m_server;
};

} // namespace br::rest
