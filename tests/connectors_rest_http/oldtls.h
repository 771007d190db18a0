// OldTlsServer: a server that speaks one outdated version of TLS only, which Qt's own sockets can no longer do.
//
// OpenSSL with its security level lowered, one connection at a time, on a thread of its own. Answers every request with "[]".
#pragma once

#include "demo/server/certificates.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>

namespace br::test {

class OldTlsServer final {
public:
    OldTlsServer(const demo::Certificate &certificate, int version); // 0x0301: TLS 1.0
    ~OldTlsServer();
    OldTlsServer(const OldTlsServer &) = delete;
    OldTlsServer &operator=(const OldTlsServer &) = delete;

    uint16_t port() const { return m_port; } // 0: could not be made
    int64_t bytesReceived() const { return m_bytes; }
    bool answersItsOwnKind() const; // to an OpenSSL client of that version

private:
    void serve();

    struct Context;
    std::unique_ptr<Context> m_context;
    int m_version;
    int m_listener = -1;
    uint16_t m_port = 0;
    std::atomic<int64_t> m_bytes{0};
    std::thread m_thread;
};

} // namespace br::test
