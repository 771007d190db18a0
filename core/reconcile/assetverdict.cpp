#include "core/reconcile/assetverdict.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace br {

namespace {

std::vector<std::string> foldedAll(const std::vector<std::string> &texts)
{
    std::vector<std::string> out;
    out.reserve(texts.size());
    for (const auto &text : texts)
        out.push_back(folded(text));
    return out;
}

enum class Fit { Passes, Unknown, Mismatch };

Fit fit(const std::vector<std::string> &wanted, std::string_view text)
{
    if (wanted.empty())
        return Fit::Passes;
    if (text.empty())
        return Fit::Unknown;
    return std::ranges::find(wanted, text) != wanted.end() ? Fit::Passes : Fit::Mismatch;
}

} // namespace

bool isRealNameFilter(std::string_view pattern) { return trimmed(pattern).find_first_not_of('*') != std::string_view::npos; }

AssetVerdict::AssetVerdict(const Service &service, const CountedBy &entry, Day asOf)
    : m_classes(foldedAll(entry.classes))
    , m_statuses(foldedAll(entry.statuses))
    , m_pattern(isRealNameFilter(entry.namePattern) ? folded(entry.namePattern) : std::string())
    , m_asOf(asOf.number())
    , m_endedFrom(m_asOf - service.graceDays)
    , m_staleBefore(service.staleAfterDays ? m_asOf - *service.staleAfterDays : std::numeric_limits<int64_t>::min())
{
}

Verdict AssetVerdict::byLooks(std::string_view foldedClass, std::string_view foldedStatus, std::string_view foldedName) const
{
    const auto byClass = fit(m_classes, foldedClass);
    const auto byStatus = fit(m_statuses, foldedStatus);
    if (byClass == Fit::Mismatch || byStatus == Fit::Mismatch || (!m_pattern.empty() && !matchesWildcard(foldedName, m_pattern)))
        return Verdict::FilteredOut;
    if (byClass == Fit::Unknown)
        return Verdict::UnknownClass;
    return byStatus == Fit::Unknown ? Verdict::UnknownStatus : Verdict::Counted;
}

bool AssetVerdict::isStale(MaybeDay lastSeen) const { return lastSeen && lastSeen->number() < m_staleBefore; }

} // namespace br
