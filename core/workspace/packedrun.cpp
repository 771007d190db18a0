#include "core/workspace/packedrun.h"

#include "core/reconcile/reconcile.h"
#include "core/store/positionpack.h"
#include "core/store/tracepack.h"
#include "core/workspace/notapplied.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_set>

namespace br {

namespace {

PackedClient packed(std::span<const Position> ofClient)
{
    return {ofClient.front().client, {packPositions(ofClient), packTraces(ofClient)}, static_cast<int64_t>(ofClient.size())};
}

int64_t matchesOf(std::span<const Position> positions) { return std::ranges::count(positions, Standing::Match, &Position::standing); }

} // namespace

std::vector<PackedClient> packedClients(const std::vector<Position> &positions)
{
    std::vector<PackedClient> clients;
    for (auto first = positions.begin(); first != positions.end();) {
        const auto end = std::find_if(first, positions.end(), [&](const Position &position) { return position.client != first->client; });
        clients.push_back(packed({first, end}));
        first = end;
    }
    return clients;
}

Result<PackedRun> packedRun(Workspace &workspace, ToCompare what)
{
    std::unordered_set<ClientId> approved; // an earlier approval may add to the traces of these: packed last
    for (const auto &approval : what.approvals)
        approved.insert(approval.client);
    PackedRun run;
    std::vector<Position> later;
    const auto take = [&](std::span<Position> ofClient) {
        run.positions += static_cast<int64_t>(ofClient.size());
        run.matches += matchesOf(ofClient);
        if (!approved.contains(ofClient.front().client))
            run.clients.push_back(packed(ofClient));
        else
            std::move(ofClient.begin(), ofClient.end(), std::back_inserter(later));
    };
    auto result = reconcile(what.facts->facts, what.rules, *what.history, take);
    result.positions = std::move(later);
    if (const auto done = addNotApplied(workspace, what.facts->facts, what.rules, std::move(what.approvals), result); !done)
        return done.error();
    std::ranges::move(packedClients(result.positions), std::back_inserter(run.clients));
    std::ranges::sort(run.clients, {}, &PackedClient::client);
    run.discrepancies = std::move(result.discrepancies);
    run.warnings = std::move(result.warnings);
    return run;
}

} // namespace br
