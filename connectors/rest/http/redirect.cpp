#include "connectors/rest/http/redirect.h"

#include "connectors/rest/http/address.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace br::rest {
namespace {

bool mayTravel(const std::pair<std::string, std::string> &header)
{
    constexpr std::array<std::string_view, 3> harmless = {"accept", "accept-language", "content-type"};
    return std::find(harmless.begin(), harmless.end(), folded(header.first)) != harmless.end();
}

} // namespace

bool isRedirect(const HttpResponse &response)
{
    constexpr std::array<int, 5> statuses = {301, 302, 303, 307, 308};
    return std::find(statuses.begin(), statuses.end(), response.status) != statuses.end() && !response.header("location").empty();
}

Result<HttpRequest> followed(const HttpRequest &request, const HttpResponse &response, const std::vector<std::string> &hosts)
{
    const auto from = parseAddress(request.url);
    if (!from)
        return from.error();
    const std::string location(response.header("location"));
    const QUrl to = from->url.resolved(QUrl::fromEncoded(QByteArray::fromStdString(location), QUrl::StrictMode));
    const auto next = parseAddress(to.toEncoded().toStdString());
    if (!next)
        return Error{Errc::Refused,
            words("HttpClient", "%1 sends to another address, which is not followed: %2", {from->shown, next.error().message})};
    if (const Status allowed = mayTalkTo(*next, hosts); !allowed)
        return Error{Errc::Refused,
            words("HttpClient", "%1 sends to another address, which is not followed: %2", {from->shown, allowed.error().message})};
    HttpRequest result = request;
    result.url = next->url.toEncoded().toStdString();
    if (request.method != "GET" && response.status < 307)
        return Error{Errc::Refused,
            words("HttpClient", "%1 answers a request by sending to %2 without it (status %3); that is not followed.",
                {from->shown, next->shown, std::to_string(response.status)})};
    if (next->host == from->host)
        return result;
    if (request.method != "GET")
        return Error{Errc::Refused,
            words("HttpClient", "%1 sends to %2; what a request holds is not given to another host.", {from->shown, next->shown})};
    std::erase_if(result.headers, [](const auto &header) { return !mayTravel(header); });
    result.body.clear();
    return result;
}

} // namespace br::rest
