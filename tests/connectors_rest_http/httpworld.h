// HttpWorld: stand-in servers with certificates of one test authority, and a client that knows them by their real names.
//
// Waits are short by the rules, never by a fake clock. Thread rule: the test's thread.
#pragma once

#include "connectors/rest/http/httpclient.h"
#include "demo/server/answers.h"
#include "demo/server/fakeserver.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace br::test {

extern const std::string canary; // a token that must never be seen where it does not belong

// Remembers what it was told; cancels when `until` says so.
class Watched final : public Progress {
public:
    std::function<bool()> until = [] { return false; };
    std::vector<ProgressStep> steps;

    void report(const ProgressStep &step) override { steps.push_back(step); }
    bool cancelled() const override { return until(); }
};

struct HttpWorld {
    static const demo::CertificateAuthority &authority();
    static demo::Certificate certificate(const std::vector<std::string> &hosts);

    HttpWorld(); // api.example.com, listening once listen() is called

    demo::FakeServer api;
    Watched progress;
    rest::HttpRules rules; // api.example.com allowed, its stand-in not yet known; back-off of milliseconds

    void listen();
    Result<rest::HttpResponse> get(const std::string &pathAndQuery);
    Result<rest::HttpResponse> post(const std::string &path, const std::string &body, bool repeatable);
    rest::HttpRequest request(const std::string &pathAndQuery) const; // with the canary in a header
    int64_t sent = 0;                                                 // by the last get() or post()
};

std::string why(const Result<rest::HttpResponse> &answer); // the error, or the status, for a failed test
bool sawCanary(const demo::FakeServer &server);

} // namespace br::test
