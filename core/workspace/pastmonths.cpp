#include "core/workspace/pastmonths.h"

#include "core/store/decisionstore.h"
#include "core/store/discrepancystore.h"

#include <algorithm>
#include <array>

namespace br {

namespace {

constexpr std::array differenceKinds{Kind::Underbilled, Kind::NotBilled, Kind::Overbilled, Kind::NoUsage, Kind::StaleQuantity};

bool isOfDifference(Kind kind) { return std::ranges::find(differenceKinds, kind) != differenceKinds.end(); }

Result<std::optional<StoredDiscrepancy>> sameIn(DiscrepancyStore &store, Period period, Discrepancy row)
{
    if (!isOfDifference(row.kind))
        return store.find(period, discrepancyKey(period, row));
    for (const auto kind : differenceKinds) { // a position has one of them
        row.kind = kind;
        auto found = store.find(period, discrepancyKey(period, row));
        if (!found || *found)
            return found;
    }
    return std::optional<StoredDiscrepancy>();
}

int sideOf(const Discrepancy &row) { return row.difference ? row.difference->sign() : 0; }

// The sum while every month's is known and of one currency.
std::optional<Decimal> together(const std::optional<Decimal> &sum, const Discrepancy &now, const Discrepancy &then)
{
    const bool isAlike = sum && then.impact && then.currency == now.currency && isMoneyAMonth(then.kind);
    return isAlike ? std::optional(*sum + *then.impact) : std::nullopt;
}

} // namespace

Result<PastMonths> pastMonths(Workspace &workspace, const Discrepancy &row, Period period)
{
    DiscrepancyStore rows(workspace.database());
    const DecisionStore made(workspace.database());
    PastMonths past;
    past.since = period;
    past.impact = isMoneyAMonth(row.kind) ? row.impact : std::nullopt;
    past.currency = row.currency;
    past.isEstimate = row.isEstimate;
    bool isUnbroken = true;
    auto month = period;
    for (int i = 0; i < pastMonthsListed || (isUnbroken && i < pastMonthsSearched); ++i) {
        month = month.previous();
        auto found = sameIn(rows, month, row);
        if (!found)
            return found.error();
        isUnbroken = isUnbroken && *found && sideOf((*found)->discrepancy) == sideOf(row);
        if (!*found)
            continue;
        if (isUnbroken) {
            ++past.inARow;
            past.since = month;
            past.impact = together(past.impact, row, (*found)->discrepancy);
            past.isEstimate = past.isEstimate || (*found)->discrepancy.isEstimate;
        }
        if (i >= pastMonthsListed)
            continue;
        auto decisions = made.ofKey(month, (*found)->key);
        if (!decisions)
            return decisions.error();
        past.months.push_back({month, std::move((*found)->discrepancy), std::move(*decisions)});
    }
    return past;
}

} // namespace br
