#include "connectors/rest/http/verdict.h"

#include "connectors/rest/http/httpdate.h"
#include "connectors/rest/http/redirect.h"
#include "core/base/text.h"

#include <QDateTime>

#include <algorithm>

namespace br::rest {
namespace {

using What = Verdict::What;
constexpr size_t mostRedirects = 10;

Verdict failure(Error error)
{
    Verdict verdict;
    verdict.what = What::Fail;
    verdict.error = std::move(error);
    return verdict;
}

Verdict again(std::chrono::milliseconds wait, bool everyone)
{
    Verdict verdict;
    verdict.what = What::Again;
    verdict.wait = wait;
    verdict.everyone = everyone;
    return verdict;
}

bool isRepeatable(const HttpRequest &request) { return request.method == "GET" || request.repeatable; }

Verdict redirected(const Journey &journey, const HttpResponse &response, const HttpRules &rules)
{
    auto next = followed(journey.request, response, rules.hosts);
    if (!next)
        return failure(next.error());
    const bool circle
        = next->url == journey.request.url || std::find(journey.past.begin(), journey.past.end(), next->url) != journey.past.end();
    if (circle)
        return failure({Errc::Refused, words("HttpClient", "%1 sends in a circle from address to address.", {journey.shown})});
    if (journey.past.size() >= mostRedirects)
        return failure({Errc::Refused,
            words("HttpClient", "%1 sends from address to address, more than %2 times.", {journey.shown, std::to_string(mostRedirects)})});
    Verdict verdict;
    verdict.what = What::Follow;
    verdict.next = std::move(*next);
    return verdict;
}

// The vendor said "later".
Verdict throttled(const Journey &journey, const HttpResponse &response, std::optional<std::chrono::milliseconds> wait,
    const HttpRules &rules, BackOff &backOff)
{
    const int64_t now = QDateTime::currentSecsSinceEpoch();
    if (!wait)
        wait = retryAfter(response.header("retry-after"), response.header("date"), now);
    if (!wait || wait->count() <= 0)
        return again(backOff.next(journey.tries), true);
    if (*wait > rules.longestWait)
        return failure({Errc::Refused,
            words("HttpClient", "%1 asks for a pause until %2 (UTC), which is longer than a sync waits. Sync again after that.",
                {journey.shown, utcText(now + wait->count() / 1000)}),
            "retry-after"});
    return again(*wait, true);
}

} // namespace

Verdict verdict(const Journey &journey, const WireAnswer &answer, const HttpRules &rules, BackOff &backOff)
{
    const bool mayRepeat = isRepeatable(journey.request);
    if (answer.error) {
        const int most = answer.tries ? std::min(answer.tries, rules.attempts) : rules.attempts;
        if (!mayRepeat || journey.tries >= most)
            return failure(*answer.error);
        return again(backOff.next(journey.tries), false);
    }
    const HttpResponse &response = answer.response;
    if (isRedirect(response))
        return redirected(journey, response, rules);
    if (!mayRepeat || journey.tries >= rules.attempts)
        return {};
    if (const auto told = rules.throttled ? rules.throttled(response) : std::nullopt)
        return throttled(journey, response, told->wait, rules, backOff);
    if (response.status == 429 || response.status == 503)
        return throttled(journey, response, std::nullopt, rules, backOff);
    if (response.status == 408 || response.status == 502 || response.status == 504 || (response.status == 500 && journey.tries < 3))
        return again(backOff.next(journey.tries), false);
    return {};
}

} // namespace br::rest
