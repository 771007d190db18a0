#include "core/reconcile/findings.h"

#include <algorithm>

namespace br {

namespace {

// All amounts times the months of the line's cycle, so that nothing is rounded.
bool isMismatch(Decimal vendor, const AdjustableLine &adjustable, Decimal tolerance)
{
    const Wide perCycle = Wide{vendor.raw()} * adjustable.months;
    const auto &line = *adjustable.line;
    if (line.unitCost) {
        const Wide apart = perCycle - line.unitCost->raw();
        if ((apart < 0 ? -apart : apart) > Wide{tolerance.raw()} * adjustable.months)
            return true;
    }
    return line.unitPrice && perCycle > line.unitPrice->raw();
}

} // namespace

// The largest unit cost of the counts behind each draft, in the currency of its adjustable line.
VendorCosts vendorCosts(const World &world, const Drafts &drafts)
{
    VendorCosts costs(drafts.size());
    for (const auto &seen : world.counts) {
        if (!seen.count->unitCost)
            continue;
        for (const auto &use : world.meters[seen.meter].uses) {
            const auto &counted = world.services[use.service]->counted;
            if (counted.size() != 1 || counted.front().each != Decimal::fromInt(1) || counted.front().measure != seen.count->measure)
                continue;
            const auto draft = drafts.find(world.accounts[seen.account].owner, use.service);
            const auto *line = drafts[draft].adjustable.line;
            if (line && world.currencyOr(line->currency) == world.currencyOr(seen.count->currency))
                costs[draft] = std::max(costs[draft], seen.count->unitCost);
        }
    }
    return costs;
}

void findCostMismatches(
    const World &world, const Drafts &drafts, const VendorCosts &costs, std::span<const Place> places, Discrepancies &rows)
{
    for (const auto &place : places) {
        const auto &draft = drafts[place.draft];
        const auto &vendor = costs[place.draft];
        if (!vendor || !isMismatch(*vendor, draft.adjustable, world.services[draft.service]->tolerance.cost))
            continue;
        const auto &line = *draft.adjustable.line;
        Discrepancy row;
        row.kind = Kind::CostMismatch;
        row.subject.client = place.position->client;
        row.subject.service = place.position->service;
        row.currency = world.currencyOr(line.currency);
        row.otherAmount = vendor;
        if (line.unitPrice)
            row.price = CyclePrice{*line.unitPrice, draft.adjustable.months, row.currency};
        if (line.unitCost)
            row.lineCost = CyclePrice{*line.unitCost, draft.adjustable.months, row.currency}.perMonth();
        rows.push_back(std::move(row));
    }
}

} // namespace br
