#include "core/reconcile/classify.h"
#include "core/reconcile/findings.h"

#include <algorithm>
#include <map>

namespace br {

namespace {

using Group = std::vector<Place *>; // of one client, by service id

// The one with the largest remaining difference of that sign; the first by service id where equal.
Place *largest(const Group &group, int sign)
{
    Place *best = nullptr;
    for (auto *place : group) {
        if (place->remaining.sign() == sign && (!best || place->remaining.abs() > best->remaining.abs()))
            best = place;
    }
    return best;
}

Discrepancy pairUp(Place &over, Place &under)
{
    const auto quantity = std::min(over.remaining.abs(), under.remaining.abs());
    over.remaining += quantity;
    under.remaining -= quantity;
    Discrepancy row;
    row.kind = Kind::MismatchedService;
    row.subject.client = over.position->client;
    row.subject.service = over.position->service;
    row.subject.otherService = under.position->service;
    row.quantity = quantity;
    if (over.pricing.price && under.pricing.price)
        row.impact = worthOfChange(quantity, *over.pricing.price, *under.pricing.price);
    if (row.impact)
        row.currency = under.pricing.price->currency;
    return row;
}

void pairAll(const Group &group, Discrepancies &rows)
{
    while (true) {
        auto *over = largest(group, -1);
        auto *under = largest(group, 1);
        if (!over || !under)
            return;
        rows.push_back(pairUp(*over, *under));
    }
}

} // namespace

void substitute(const World &world, const Drafts &drafts, std::span<Place> places, Discrepancies &rows)
{
    std::map<std::string_view, Group> groups;
    for (auto &place : places) {
        const auto &group = world.services[drafts[place.draft].service]->group;
        if (!group.empty() && isDifference(place.position->standing))
            groups[group].push_back(&place);
    }
    for (const auto &[name, group] : groups)
        pairAll(group, rows);
}

} // namespace br
