#include "core/workspace/packedrun.h"

#include "core/reconcile/reconcile.h"
#include "core/workspace/notapplied.h"
#include "core/workspace/resultwriting.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace br {

int64_t matchesOf(std::span<const Position> positions) { return std::ranges::count(positions, Standing::Match, &Position::standing); }

Result<PackedRun> packedRun(Workspace &workspace, ToCompare what)
{
    const auto &facts = what.facts->facts;
    auto writing = PositionWriting::begin(workspace.database(), facts.period);
    if (!writing)
        return writing.error();
    std::unordered_set<ClientId> approved; // an earlier approval may add to the traces of these: stored last
    for (const auto &approval : what.approvals)
        approved.insert(approval.client);
    PackedRun run;
    std::vector<Position> later;
    Status stored;
    const auto take = [&](std::span<Position> ofClient) {
        run.positions += static_cast<int64_t>(ofClient.size());
        run.matches += matchesOf(ofClient);
        if (approved.contains(ofClient.front().client))
            std::move(ofClient.begin(), ofClient.end(), std::back_inserter(later));
        else if (stored)
            stored = writing->put(ofClient);
    };
    auto result = reconcile(facts, what.rules, *what.history, take);
    if (!stored)
        return stored.error();
    result.positions = std::move(later);
    if (const auto done = addNotApplied(workspace, facts, what.rules, std::move(what.approvals), result); !done)
        return done.error();
    if (const auto done = writing->putAll(result.positions); !done)
        return done.error();
    if (const auto done = writing->finish(); !done)
        return done.error();
    run.discrepancies = std::move(result.discrepancies);
    run.warnings = std::move(result.warnings);
    return run;
}

} // namespace br
