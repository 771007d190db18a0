#include "core/workspace/comparing.h"

#include "core/domain/roworder.h"
#include "core/workspace/notapplied.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace br {

namespace {

bool isNotApplied(const Discrepancy &row) { return row.kind == Kind::NotApplied; }

bool isOfApproval(const TraceStep &step) { return step.code == TraceCode::Approved || step.code == TraceCode::HandedOver; }

Position *positionOf(std::vector<Position> &positions, const Subject &subject)
{
    const auto wanted = std::tie(subject.client, subject.service);
    const auto found = std::ranges::lower_bound(positions, wanted, {}, [](const Position &p) { return std::tie(p.client, p.service); });
    return found == positions.end() || std::tie(found->client, found->service) != wanted ? nullptr : &*found;
}

// The rows about earlier approvals, and what they say in their positions, come on top of the comparison.
std::vector<Discrepancy> takeOffNotApplied(Reconciliation &result)
{
    std::vector<Discrepancy> rows;
    std::ranges::copy_if(result.discrepancies, std::back_inserter(rows), isNotApplied);
    if (rows.empty())
        return rows;
    std::erase_if(result.discrepancies, isNotApplied);
    for (const auto &row : rows) {
        if (auto *position = positionOf(result.positions, row.subject))
            std::erase_if(position->trace, isOfApproval);
    }
    return rows;
}

void addToRenewal(Period period, Renewal &renewal, const std::vector<Discrepancy> &before, const Reconciliation &result)
{
    const auto note = [&](const std::vector<Discrepancy> &rows) {
        for (const auto &row : rows)
            renewal.clients.push_back(row.subject.client);
    };
    std::vector<Discrepancy> now;
    std::ranges::copy_if(result.discrepancies, std::back_inserter(now), isNotApplied);
    if (before.empty() && now.empty())
        return;
    note(before);
    note(now);
    std::ranges::sort(renewal.clients);
    const auto rest = std::ranges::unique(renewal.clients);
    renewal.clients.erase(rest.begin(), rest.end());
    renewal.before.insert(renewal.before.end(), before.begin(), before.end());
    renewal.now.insert(renewal.now.end(), now.begin(), now.end());
    std::ranges::sort(renewal.now, RowOrder(period));
}

} // namespace

Result<Compared> compare(Workspace &workspace, ToCompare what, const std::optional<StoredRun> &before)
{
    auto kept = std::exchange(workspace.factsCache().compared, std::nullopt);
    std::optional<Renewal> renewal;
    std::vector<Discrepancy> rows;
    if (kept && kept->facts == what.facts && kept->history == what.history && before == kept->run) {
        rows = takeOffNotApplied(kept->comparison->changeable());
        renewal = kept->comparison->renew(what.rules);
    }
    if (!renewal) {
        kept.reset();
        auto comparison = std::make_unique<Comparison>(what.facts->facts, std::move(what.rules), *what.history);
        kept.emplace(KeptComparison{what.facts, what.history, {}, std::move(comparison)});
    }
    auto &result = kept->comparison->changeable();
    if (const auto done = addNotApplied(workspace, what.facts->facts, kept->comparison->rules(), std::move(what.approvals), result); !done)
        return done.error();
    if (renewal)
        addToRenewal(what.facts->facts.period, *renewal, rows, result);
    return Compared{std::move(*kept), std::move(renewal)};
}

void keep(Workspace &workspace, KeptComparison kept, StoredRun run)
{
    kept.run = std::move(run);
    workspace.factsCache().compared = std::move(kept);
}

} // namespace br
