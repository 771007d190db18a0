#include "core/workspace/reconciling.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/reconcile/reconcile.h"
#include "core/store/positionstore.h"
#include "core/workspace/acting.h"
#include "core/workspace/comparing.h"
#include "core/workspace/notapplied.h"
#include "core/workspace/resultwriting.h"

#include <QElapsedTimer>

namespace br {

namespace {

Day dayOf(Period period, MaybeDay asOf, const std::optional<StoredRun> &before) { return asOf ? *asOf : comparedDay(before, period); }

// Everything a run depends on besides its batches and its day. A change of any of it makes the run outdated.
Result<std::string> inputsOf(Workspace &workspace, Period period, const Rules &rules, const std::vector<EarlierApproval> &approvals)
{
    const auto around = factsAround(workspace, period);
    const auto history = historyInputs(workspace, period);
    if (!around || !history)
        return around ? history.error() : around.error();
    return rulesHash(rules) + approvalsHash(approvals) + sha256Hex(*around + *history);
}

RunSummary summaryOf(const StoredRun &run, const Reconciliation &result)
{
    RunSummary summary;
    summary.period = run.period;
    summary.asOf = run.asOf;
    summary.at = run.at;
    summary.positions = static_cast<int>(result.positions.size());
    for (const auto &position : result.positions)
        summary.matches += position.standing == Standing::Match;
    summary.discrepancies = static_cast<int>(result.discrepancies.size());
    for (const auto &found : result.discrepancies)
        ++summary.rowsByKind[static_cast<size_t>(found.kind)];
    return summary;
}

} // namespace

Result<RunSummary> reconcile(Workspace &workspace, Period period, MaybeDay asOf, Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    const auto before = PositionStore(workspace.database()).run(period);
    if (!before)
        return before.error();
    const auto day = dayOf(period, asOf, *before);
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    auto rules = loadRules(workspace);
    if (!rules)
        return rules.error();
    const auto history = loadHistory(workspace, period, *rules, progress);
    if (!history)
        return history.error();
    const auto loaded = loadFacts(workspace, period, day, *rules, progress);
    if (!loaded)
        return loaded.error();
    progress.report({words("Reconcile", "Comparing"), 0, 0});
    auto approvals = earlierApprovals(workspace, period, day);
    if (!approvals)
        return approvals.error();
    const auto inputs = inputsOf(workspace, period, *rules, *approvals);
    if (!inputs)
        return inputs.error();
    auto compared = compare(workspace, {*loaded, *history, std::move(*rules), std::move(*approvals)}, *before);
    if (!compared)
        return compared.error();
    const auto &result = compared->kept.comparison->result();
    if (progress.cancelled())
        return Error{Errc::Cancelled, words("Reconcile", "Cancelled; nothing was changed.")};
    progress.report({words("Reconcile", "Storing the result"), 0, 0});
    StoredRun run{period, day, acting->acted().at, (*loaded)->batches, *inputs, timer.elapsed()};
    const auto written = compared->renewal ? writeRenewal(acting->database(), run, result, *compared->renewal)
                                           : writeResult(acting->database(), run, result);
    if (!written)
        return written.error();
    const auto detail = detailOf({{"as_of", day.toString()}, {"batches", run.batches}, {"rules", run.rulesSha},
        {"positions", std::to_string(result.positions.size())}, {"discrepancies", std::to_string(result.discrepancies.size())}});
    if (const auto done = acting->event("reconcile", period.toString(), detail); !done)
        return done.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    auto summary = summaryOf(run, result);
    summary.durationMs = timer.elapsed();
    summary.warnings = (*loaded)->warnings;
    if (!period.contains(day))
        summary.warnings.push_back(words("Reconcile", "The as-of date %1 is not a day of %2: what is active is judged by that day.",
            {day.toString(), period.toString()}));
    summary.warnings.insert(summary.warnings.end(), result.warnings.begin(), result.warnings.end());
    keep(workspace, std::move(compared->kept), std::move(run));
    return summary;
}

Result<std::optional<RunState>> runState(Workspace &workspace, Period period)
{
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    if (!*run)
        return std::optional<RunState>();
    const auto batches = batchesInForce(workspace, period);
    const auto rules = loadRules(workspace);
    if (!batches || !rules)
        return batches ? rules.error() : batches.error();
    const auto approvals = earlierApprovals(workspace, period, (*run)->asOf);
    if (!approvals)
        return approvals.error();
    const auto inputs = inputsOf(workspace, period, *rules, *approvals);
    if (!inputs)
        return inputs.error();
    const bool isUpToDate = (*run)->batches == *batches && (*run)->rulesSha == *inputs;
    return std::optional(RunState{(*run)->asOf, (*run)->at, isUpToDate});
}

Result<std::vector<Position>> positions(Workspace &workspace, Period period)
{
    return PositionStore(workspace.database()).positions(period);
}

Result<std::vector<Position>> untracedPositions(Workspace &workspace, Period period)
{
    return PositionStore(workspace.database()).untraced(period);
}

} // namespace br
