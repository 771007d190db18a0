// HttpClient: requests of one sync over HTTPS, with every rule that must not be forgotten written once.
//
// HTTPS only (plain HTTP to loopback stand-ins of `connectTo`); hosts are checked before a byte is sent, redirects by hand and only to
// allowed hosts, secrets never over a redirect to another one; certificates are never ignored; time limit, body cap (after
// unpacking), pace and concurrency; retries of repeatable requests with Retry-After, back-off and jitter within a budget.
// Errors: Unreachable (network, TLS: with the reason), Refused (host not allowed, body too large, budget spent), Cancelled.
// An HTTP status is not an error here: the answer is given back as it is once retrying is over. Nothing is logged but
// method, host, path and status. Blocking, polls progress.cancelled() every 50 ms. Thread rule: one thread, which may be any
// and whose own events rest meanwhile (sockets live on a thread of the client's); several clients run side by side. Needs a
// QCoreApplication. The proxy is the program's: app code switches the system's on (QNetworkProxyFactory).
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::rest {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
    std::string method = "GET"; // GET or POST
    std::string url;            // encoded
    Headers headers;
    std::string body;
    bool repeatable = false; // a POST that only reads; GET always is
};

struct HttpResponse {
    int status = 0;
    Headers headers;  // names in lower case
    std::string body; // unpacked
    std::string url;  // where it came from, after redirects

    std::string_view header(std::string_view lowerCaseName) const; // empty: none
};

// The vendor says "later": asked of every answer. Without a wait the client backs off by itself.
struct Throttle {
    std::optional<std::chrono::milliseconds> wait;
};

struct HttpRules {
    std::vector<std::string> hosts;               // "api.example.com", "*.example.com"
    std::map<std::string, std::string> connectTo; // host -> "https://127.0.0.1:40001"
    std::string ca;                               // PEM; empty: the system's authorities
    std::chrono::milliseconds timeout{60000};     // without a byte, and of the connection
    std::chrono::milliseconds longest{600000};    // of one whole answer, however slowly it drips
    int64_t bodyLimit = int64_t(64) << 20;
    int attempts = 6;
    int requestsPerMinute = 0; // 0: unpaced
    int concurrency = 1;
    int budget = 20000;                                                     // requests of the run, retries included
    std::chrono::milliseconds longestWait{300000};                          // a Retry-After beyond it ends the run with the time told
    std::function<std::optional<Throttle>(const HttpResponse &)> throttled; // besides 429 and 503
    uint64_t jitterSeed = 0;                                                // 0: random
    std::chrono::milliseconds firstBackOff{2000};                           // ceiling of the first; doubles with each attempt
    std::chrono::milliseconds longestBackOff{60000};
};

class HttpClient final {
public:
    HttpClient(HttpRules rules, Progress &progress);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    Result<HttpResponse> send(const HttpRequest &request);
    // The same in two steps, so that up to `concurrency` requests are under way; finish() in any order.
    using Ticket = int64_t;
    Ticket start(const HttpRequest &request);
    Result<HttpResponse> finish(Ticket ticket);

    // What a wait or a page is told with: "Devices", its page, rows so far.
    void setStep(const ProgressStep &step);
    int64_t requests() const;
    std::string serverDate() const; // the last Date header, as UTC text; empty: none

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace br::rest
