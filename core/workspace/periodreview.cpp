#include "core/workspace/periodreview.h"

#include "core/reconcile/standing.h"
#include "core/store/decisionstore.h"

namespace br {

namespace {

constexpr size_t periodLength = 7; // "2026-10"

std::string subjectOf(const std::string &key) { return key.size() > periodLength ? key.substr(periodLength) : std::string(); }

} // namespace

Result<PeriodReview> PeriodReview::load(Workspace &workspace, Period period, Day asOf)
{
    PeriodReview review;
    DecisionStore store(workspace.database());
    auto own = store.ofPeriod(period);
    if (!own)
        return own.error();
    for (auto &decision : *own)
        review.add(decision);
    auto carried = store.carriedInto(period, asOf);
    if (!carried)
        return carried.error();
    // By period and age: what stands in the end is the last word of the latest period.
    for (auto &decision : *carried)
        review.m_carried.insert_or_assign(subjectOf(decision.key), std::move(decision));
    std::erase_if(review.m_carried, [asOf](const auto &entry) { return !isCarriedInto(entry.second, asOf); });
    return review;
}

PeriodReview::Standing PeriodReview::of(const std::string &key, const SeenNumbers &now) const
{
    if (const auto own = m_own.find(key); own != m_own.end())
        return {stateOf(own->second, now), &own->second.back(), std::nullopt};
    if (m_carried.empty())
        return {};
    const auto carried = m_carried.find(subjectOf(key));
    if (carried == m_carried.end())
        return {};
    const auto from = Period::parse(std::string_view(carried->second.key).substr(0, periodLength));
    return {carriedState(carried->second, now), &carried->second, from ? std::optional(*from) : std::nullopt};
}

void PeriodReview::add(const Decision &decision) { m_own[decision.key].push_back(decision); }

} // namespace br
