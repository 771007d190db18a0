#include "core/reconcile/reconcile.h"

#include "core/domain/roworder.h"
#include "core/reconcile/counting.h"
#include "core/reconcile/distinct.h"
#include "core/reconcile/findings.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace br {

namespace {

// With the room that its trace needs and no more: there may be a hundred thousand.
Position taken(Position &position)
{
    auto trace = std::exchange(position.trace, {});
    auto own = std::exchange(position, {});
    own.trace.assign(std::make_move_iterator(trace.begin()), std::make_move_iterator(trace.end()));
    position.trace = std::move(trace);
    return own;
}

} // namespace

Reconciliation reconcile(
    const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierPosition> &history, const TakePositions &take)
{
    Reconciliation result;
    const World world(facts, rules, result.warnings);
    Drafts drafts(world);
    const auto active = activeLines(world);
    bill(world, active, drafts);
    countQuantities(world, drafts);
    countAssets(world, drafts);
    countDistinctKeys(world, drafts);

    const Verification verification(world);
    const PriceList prices(world);
    const auto costs = vendorCosts(world, drafts);
    Discrepancies rows;
    Places places(world, drafts, verification, prices, history, result.warnings);
    while (places.next()) {
        const auto ofClient = places.places();
        substitute(world, drafts, ofClient, rows);
        findDifferences(ofClient, rows);
        findStaleUsage(ofClient, drafts, rows);
        findCostMismatches(world, drafts, costs, ofClient, rows);
        take(places.positions());
    }
    findUnmappedClients(world, drafts, prices, result.warnings, rows);
    findUnmappedServices(world, drafts, rows);
    findDuplicateSeats(world, drafts, verification, rows);
    findDuplicateLines(world, active, rows);
    findCommitments(world, result.warnings, rows);
    findStaleSources(world, rows);
    result.discrepancies = inRowOrder(
        std::move(rows), [](const Discrepancy &row) -> const Discrepancy & { return row; },
        [&](const Discrepancy &row) { return discrepancyKey(facts.period, row); });

    std::ranges::sort(result.warnings);
    return result;
}

Reconciliation reconcile(const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierPosition> &history)
{
    std::vector<Position> positions;
    auto result = reconcile(facts, rules, history, [&](std::span<Position> ofClient) {
        for (auto &position : ofClient)
            positions.push_back(taken(position));
    });
    result.positions = std::move(positions);
    return result;
}

} // namespace br
