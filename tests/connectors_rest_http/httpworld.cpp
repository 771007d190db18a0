#include "tests/connectors_rest_http/httpworld.h"

#include <cstdio>
#include <cstdlib>

namespace br::test {
namespace {

template <class T>
T worked(Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "%s %s\n", result.error().message.c_str(), result.error().detail.c_str());
        std::abort();
    }
    return std::move(*result);
}

} // namespace

const std::string canary = "canary-5f1d2a";

const demo::CertificateAuthority &HttpWorld::authority()
{
    static const demo::CertificateAuthority authority = worked(demo::CertificateAuthority::make("Test authority"));
    return authority;
}

demo::Certificate HttpWorld::certificate(const std::vector<std::string> &hosts) { return worked(authority().certificate({hosts})); }

HttpWorld::HttpWorld()
    : api(certificate({"api.example.com"}))
{
    rules.hosts = {"api.example.com"};
    rules.ca = authority().pem();
    rules.firstBackOff = std::chrono::milliseconds(2);
    rules.longestBackOff = std::chrono::milliseconds(8);
    rules.jitterSeed = 7;
}

void HttpWorld::listen()
{
    if (const Status listening = api.listen(); !listening) {
        std::fprintf(stderr, "%s\n", listening.error().message.c_str());
        std::abort();
    }
    rules.connectTo["api.example.com"] = api.address();
}

rest::HttpRequest HttpWorld::request(const std::string &pathAndQuery) const
{
    rest::HttpRequest request;
    request.url = "https://api.example.com" + pathAndQuery;
    request.headers = {{"Authorization", "Bearer " + canary}, {"X-Api-Key", canary}};
    return request;
}

Result<rest::HttpResponse> HttpWorld::get(const std::string &pathAndQuery)
{
    rest::HttpClient client(rules, progress);
    auto answer = client.send(request(pathAndQuery));
    sent = client.requests();
    return answer;
}

Result<rest::HttpResponse> HttpWorld::post(const std::string &path, const std::string &body, bool repeatable)
{
    rest::HttpRequest asked = request(path);
    asked.method = "POST";
    asked.body = body;
    asked.repeatable = repeatable;
    rest::HttpClient client(rules, progress);
    auto answer = client.send(asked);
    sent = client.requests();
    return answer;
}

std::string why(const Result<rest::HttpResponse> &answer)
{
    return answer.ok() ? "status " + std::to_string(answer->status) : answer.error().message + " [" + answer.error().detail + "]";
}

bool sawCanary(const demo::FakeServer &server)
{
    for (const auto &request : server.journal()) {
        std::string all = request.path + request.query + request.body;
        for (const auto &[name, value] : request.headers)
            all += name + value;
        if (all.find(canary) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace br::test
