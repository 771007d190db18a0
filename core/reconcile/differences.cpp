#include "core/reconcile/classify.h"
#include "core/reconcile/findings.h"

namespace br {

namespace {

Kind kindOf(const Position &position)
{
    if (position.staleSince)
        return Kind::StaleQuantity;
    switch (position.standing) {
    case Standing::NotBilled:
        return Kind::NotBilled;
    case Standing::Overbilled:
        return Kind::Overbilled;
    case Standing::NoUsage:
        return Kind::NoUsage;
    default:
        return Kind::Underbilled;
    }
}

Discrepancy rowOf(const Place &place, Kind kind)
{
    Discrepancy row;
    row.kind = kind;
    row.subject.client = place.position->client;
    row.subject.service = place.position->service;
    row.billed = place.position->billed;
    row.counted = place.position->counted;
    row.price = place.position->price;
    if (row.price)
        row.currency = row.price->currency;
    return row;
}

} // namespace

void findDifferences(std::span<const Place> places, Discrepancies &rows)
{
    for (const auto &place : places) {
        if (place.position->standing == Standing::Unverified) {
            rows.push_back(rowOf(place, Kind::Unverified));
        } else if (isDifference(place.position->standing) && !place.remaining.isZero()) {
            auto row = rowOf(place, kindOf(*place.position));
            row.difference = place.remaining;
            row.impact = impactOf(place.pricing, place.remaining);
            row.since = place.position->staleSince;
            rows.push_back(std::move(row));
        }
    }
}

void findStaleUsage(std::span<const Place> places, const Drafts &drafts, Discrepancies &rows)
{
    for (const auto &place : places) {
        const auto stale = drafts[place.draft].stale;
        if (stale == 0 || !place.position->isVerified())
            continue;
        Discrepancy row;
        row.kind = Kind::StaleUsage;
        row.subject.client = place.position->client;
        row.subject.service = place.position->service;
        row.quantity = Units::fromInt(stale);
        rows.push_back(std::move(row));
    }
}

} // namespace br
