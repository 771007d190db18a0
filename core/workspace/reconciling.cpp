#include "core/workspace/reconciling.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/reconcile/reconcile.h"
#include "core/store/positionstore.h"
#include "core/workspace/acting.h"
#include "core/workspace/notapplied.h"
#include "core/workspace/packedrun.h"
#include "core/workspace/resultwriting.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

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

// What a run found: kept for the next run, or in brief where there is none.
struct Outcome {
    std::optional<Compared> compared;
    PackedRun brief;

    const Reconciliation *kept() const { return compared ? &compared->kept.comparison->result() : nullptr; }
    const std::vector<Discrepancy> &discrepancies() const { return kept() ? kept()->discrepancies : brief.discrepancies; }
    const std::vector<std::string> &warnings() const { return kept() ? kept()->warnings : brief.warnings; }
};

Result<Outcome> outcomeOf(Workspace &workspace, ToCompare what, const std::optional<StoredRun> &before)
{
    if (workspace.environment().isShortLived) {
        auto brief = packedRun(workspace, std::move(what));
        return brief ? Result<Outcome>(Outcome{{}, std::move(*brief)}) : brief.error();
    }
    auto compared = compare(workspace, std::move(what), before);
    if (!compared)
        return compared.error();
    Outcome outcome{std::move(*compared), {}};
    outcome.brief.positions = static_cast<int64_t>(outcome.kept()->positions.size());
    outcome.brief.matches = matchesOf(outcome.kept()->positions);
    return outcome;
}

Status write(Database &database, Period period, const Outcome &outcome)
{
    if (outcome.compared && outcome.compared->renewal)
        return writeRenewal(database, period, *outcome.kept(), *outcome.compared->renewal);
    if (outcome.kept()) {
        auto writing = PositionWriting::begin(database, period);
        if (!writing)
            return writing.error();
        if (auto done = writing->putAll(outcome.kept()->positions); !done)
            return done;
        if (auto done = writing->finish(); !done)
            return done;
    }
    return writeDiscrepancies(database, period, outcome.discrepancies());
}

RunSummary summaryOf(const StoredRun &run, const Outcome &outcome)
{
    RunSummary summary;
    summary.period = run.period;
    summary.asOf = run.asOf;
    summary.at = run.at;
    summary.positions = static_cast<int>(outcome.brief.positions);
    summary.matches = static_cast<int>(outcome.brief.matches);
    summary.discrepancies = static_cast<int>(outcome.discrepancies().size());
    for (const auto &found : outcome.discrepancies())
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
    PositionStore runs(acting->database());
    StoredRun run{period, day, acting->acted().at, (*loaded)->batches, *inputs, 0};
    if (const auto done = runs.putRun(run); !done) // positions stand under it
        return done.error();
    auto outcome = outcomeOf(workspace, {*loaded, *history, std::move(*rules), std::move(*approvals)}, *before);
    if (!outcome)
        return outcome.error();
    if (progress.cancelled())
        return Error{Errc::Cancelled, words("Reconcile", "Cancelled; nothing was changed.")};
    progress.report({words("Reconcile", "Storing the result"), 0, 0});
    run.durationMs = timer.elapsed();
    if (const auto done = runs.putRun(run); !done)
        return done.error();
    if (const auto done = write(acting->database(), period, *outcome); !done)
        return done.error();
    auto summary = summaryOf(run, *outcome);
    const auto detail = detailOf({{"as_of", day.toString()}, {"batches", run.batches}, {"rules", run.rulesSha},
        {"positions", std::to_string(summary.positions)}, {"discrepancies", std::to_string(summary.discrepancies)}});
    if (const auto done = acting->event("reconcile", period.toString(), detail); !done)
        return done.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    summary.durationMs = timer.elapsed();
    summary.warnings = (*loaded)->warnings;
    if (!period.contains(day))
        summary.warnings.push_back(words("Reconcile", "The as-of date %1 is not a day of %2: what is active is judged by that day.",
            {day.toString(), period.toString()}));
    summary.warnings.insert(summary.warnings.end(), outcome->warnings().begin(), outcome->warnings().end());
    if (outcome->compared)
        keep(workspace, std::move(outcome->compared->kept), std::move(run));
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
