#include "core/workspace/decisioncheck.h"

#include "core/base/text.h"
#include "core/store/decisionstore.h"
#include "core/store/eventstore.h"
#include "core/workspace/deciding.h"

#include <algorithm>
#include <tuple>

namespace br {

namespace {

constexpr std::string_view prefix = "decide.";
constexpr int pageSize = 1000;

struct Said {
    std::string subject;
    std::string at;
    std::string by;
    std::string what;
    std::string detail;
    auto operator<=>(const Said &) const = default;
};

Result<std::vector<Said>> saidByDecisions(Database &database, const std::vector<Said> &events) // events in order
{
    const DecisionStore made(database);
    const auto periods = made.decidedPeriods();
    if (!periods)
        return periods.error();
    std::vector<Said> all;
    for (const auto period : *periods) {
        const auto decisions = made.ofPeriod(period);
        if (!decisions)
            return decisions.error();
        for (const auto &d : *decisions) {
            Said said{d.key, d.at, d.by, std::string(prefix) + std::string(actCode(d.act)), decisionDetail(d)};
            if (!std::ranges::binary_search(events, said))
                said.detail = olderDecisionDetail(d);
            all.push_back(std::move(said));
        }
    }
    return all;
}

Result<std::vector<Said>> saidByEvents(Database &database)
{
    std::vector<Said> all;
    for (int64_t before = 0;;) {
        auto events = readEvents(database, before, pageSize);
        if (!events)
            return events.error();
        if (events->empty())
            return all;
        before = events->back().sequence;
        for (auto &event : *events) {
            if (event.what.starts_with(prefix))
                all.push_back({event.subject, event.at, event.by, event.what, event.detail});
        }
        if (before <= 1)
            return all;
    }
}

} // namespace

Result<CheckFinding> decisionsAgree(Database &database)
{
    auto events = saidByEvents(database);
    if (!events)
        return events.error();
    std::ranges::sort(*events);
    auto decisions = saidByDecisions(database, *events);
    if (!decisions)
        return decisions.error();
    std::ranges::sort(*decisions);
    const auto [decision, event] = std::ranges::mismatch(*decisions, *events);
    if (decision == decisions->end() && event == events->end())
        return CheckFinding{
            "decisions", true, words("Check", "%1 decisions, each as the log says it.", {std::to_string(decisions->size())})};
    const bool isUnlogged = event == events->end() || (decision != decisions->end() && *decision < *event);
    if (isUnlogged)
        return CheckFinding{"decisions", false,
            words("Check", "The decision of %1 by %2 about %3 is not what the log says: another program altered or added it.",
                {decision->at, decision->by, decision->subject})};
    return CheckFinding{"decisions", false,
        words(
            "Check", "The log knows a decision of %1 by %2 about %3 that is missing or altered.", {event->at, event->by, event->subject})};
}

} // namespace br
