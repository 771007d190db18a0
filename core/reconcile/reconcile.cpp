#include "core/reconcile/reconcile.h"

#include "core/domain/roworder.h"
#include "core/reconcile/counting.h"
#include "core/reconcile/distinct.h"
#include "core/reconcile/findings.h"

#include <algorithm>

namespace br {

Reconciliation reconcile(const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierPosition> &history)
{
    Reconciliation result;
    const World world(facts, rules, result.warnings);
    Drafts drafts(world);
    const auto lines = activeLines(world);
    bill(world, lines, drafts);
    countQuantities(world, drafts);
    countAssets(world, drafts);
    countDistinctKeys(world, drafts);

    const Verification verification(world);
    const PriceList prices(world);
    auto places = placesOf(world, drafts, verification, prices, history, result);

    Discrepancies rows;
    substitute(world, places, rows);
    findDifferences(places, rows);
    findStaleUsage(places, drafts, rows);
    findUnmappedClients(world, drafts, prices, result.warnings, rows);
    findUnmappedServices(world, drafts, rows);
    findDuplicateSeats(world, drafts, verification, rows);
    findDuplicateLines(lines, rows);
    findCostMismatches(world, drafts, places, rows);
    findCommitments(world, result.warnings, rows);
    findStaleSources(world, rows);
    result.discrepancies = inRowOrder(
        std::move(rows), [](const Discrepancy &row) -> const Discrepancy & { return row; },
        [&](const Discrepancy &row) { return discrepancyKey(facts.period, row); });

    std::ranges::sort(result.warnings);
    return result;
}

} // namespace br
