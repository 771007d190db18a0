#include "connectors/rest/run/throttling.h"

#include "connectors/rest/auth/token.h"
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace br::rest {

namespace {

constexpr size_t largestErrorBody = 65536;

std::optional<std::chrono::milliseconds> waitOf(const std::string &text, WaitUnit unit, const Clock &clock)
{
    bool isNumber = false;
    const double number = toQString(trimmed(text)).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0 || number > 1e14)
        return {};
    const bool isSeconds = unit == WaitUnit::Seconds || unit == WaitUnit::EpochSeconds;
    auto milliseconds = static_cast<int64_t>(std::ceil(isSeconds ? number * 1000 : number));
    if (unit == WaitUnit::EpochSeconds || unit == WaitUnit::EpochMilliseconds)
        milliseconds = std::max<int64_t>(0, milliseconds - epochMilliseconds(clock));
    return std::chrono::milliseconds(milliseconds);
}

std::optional<std::string> hintText(const WaitHint &hint, const HttpResponse &response, const Scope &body)
{
    auto text = hint.path ? textAt(*hint.path, body) : std::optional(std::string(response.header(hint.header)));
    if (!text || text->empty())
        return {};
    if (!hint.pattern)
        return text;
    const auto match = hint.pattern->match(toQString(*text));
    return match.hasMatch() ? std::optional(toUtf8(match.captured(1))) : std::nullopt;
}

bool readsBodies(const Manifest &manifest)
{
    return !manifest.rateLimit.when.empty() || std::ranges::any_of(manifest.errors, &ErrorRule::retry)
        || std::ranges::any_of(manifest.rateLimit.waits, [](const auto &hint) { return hint.path.has_value(); });
}

bool isLater(const Manifest &manifest, int status, const Scope &body)
{
    if (std::ranges::find(manifest.rateLimit.statuses, status) != manifest.rateLimit.statuses.end())
        return true;
    if (body.page.isAbsent())
        return false;
    if (!manifest.rateLimit.when.empty() && holdAll(manifest.rateLimit.when, body))
        return true;
    return std::ranges::any_of(manifest.errors, [&body](const auto &rule) { return rule.retry && holdAll(rule.when, body); });
}

} // namespace

std::function<std::optional<Throttle>(const HttpResponse &)> throttlingOf(const Manifest &manifest, const Clock &clock)
{
    return [&manifest, &clock, reads = readsBodies(manifest)](const HttpResponse &response) -> std::optional<Throttle> {
        auto tree = reads && response.body.size() <= largestErrorBody ? readJson(response.body) : Result<JsonTree>(JsonTree());
        Scope body;
        if (tree) {
            body.record = tree->root();
            body.page = body.record;
        }
        const bool isUsual = response.status == 429 || response.status == 503;
        if (!isUsual && !isLater(manifest, response.status, body))
            return {};
        for (const auto &hint : manifest.rateLimit.waits) {
            const auto text = hintText(hint, response, body);
            const auto wait = text ? waitOf(*text, hint.unit, clock) : std::nullopt;
            if (wait)
                return Throttle{wait};
        }
        return isUsual ? std::nullopt : std::optional(Throttle{}); // the client knows what to do by itself
    };
}

} // namespace br::rest
