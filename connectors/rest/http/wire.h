// Wire: requests under way, on a thread of its own, each of them once and within its limits.
//
// Knows sockets, TLS and bodies; nothing of retries, redirects or pace. The caller's thread never runs an event loop, so nothing
// else can happen on it while it waits. Certificates are checked by Qt and never ignored. Thread rule: made, used and
// destroyed on one thread; needs a QCoreApplication.
#pragma once

#include "connectors/rest/http/httpclient.h"

#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace br::rest {

struct WireRequest {
    int64_t id = 0;
    std::string method;
    QUrl url;          // where to connect
    std::string host;  // whom to find there: Host header and certificate
    std::string shown; // host and path, for people
    Headers headers;
    std::string body;
    bool ownConnection = false; // a request that must not be sent twice takes no connection that may just be closing
};

struct WireAnswer {
    int64_t id = 0;
    HttpResponse response;           // without the url
    std::optional<Error> error = {}; // instead of a response
    int tries = 0;                   // how often it is worth trying with this error; 0: as often as allowed
    int sent = 1;                    // how often Qt sent it: it does so by itself when a kept connection had closed
};

struct WireLimits {
    std::chrono::milliseconds timeout;
    std::chrono::milliseconds longest;
    int64_t body;
    bool pinned; // for the words
};

class Wire final {
public:
    Wire(QSslConfiguration tls, WireLimits limits);
    ~Wire(); // abandons what is under way
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    void send(WireRequest request);
    std::vector<WireAnswer> answers(std::chrono::milliseconds wait); // those that came; waits for the first so long
    void abandon();                                                  // all that is under way; no answer comes of it

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace br::rest
