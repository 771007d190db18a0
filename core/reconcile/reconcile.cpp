#include "core/reconcile/reconcile.h"

#include "core/reconcile/counting.h"
#include "core/reconcile/distinct.h"
#include "core/reconcile/findings.h"

#include <algorithm>
#include <numeric>

namespace br {

namespace {

// By |impact|, unknown last, then key.
Discrepancies inOrder(Period period, Discrepancies rows)
{
    struct Rank {
        uint64_t size = 0;
        bool isUnknown = false;
        std::string key;
    };
    std::vector<Rank> ranks;
    ranks.reserve(rows.size());
    for (const auto &row : rows) {
        const int64_t impact = row.impact ? row.impact->raw() : 0;
        const auto size = impact < 0 ? 0 - static_cast<uint64_t>(impact) : static_cast<uint64_t>(impact);
        ranks.push_back({size, !row.impact, discrepancyKey(period, row)});
    }
    std::vector<uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](uint32_t a, uint32_t b) {
        if (ranks[a].isUnknown != ranks[b].isUnknown)
            return ranks[b].isUnknown;
        return ranks[a].size != ranks[b].size ? ranks[a].size > ranks[b].size : ranks[a].key < ranks[b].key;
    });
    Discrepancies sorted;
    sorted.reserve(rows.size());
    for (const auto number : order)
        sorted.push_back(std::move(rows[number]));
    return sorted;
}

} // namespace

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
    result.discrepancies = inOrder(facts.period, std::move(rows));

    std::ranges::sort(result.warnings);
    return result;
}

} // namespace br
