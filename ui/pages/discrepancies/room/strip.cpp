#include "ui/pages/discrepancies/room/strip.h"

#include <algorithm>

namespace br {

PositionTotals positionTotals(const std::vector<Position> &positions)
{
    PositionTotals totals;
    for (const auto &position : positions) {
        if (!position.isVerified()) {
            ++totals.unverified;
            continue;
        }
        if (!position.price || !position.impact)
            continue;
        const auto billed = worth(position.billed, *position.price);
        if (!billed)
            continue;
        auto found = std::ranges::find(totals.sums, position.price->currency, &PositionSums::currency);
        if (found == totals.sums.end())
            found = totals.sums.insert(totals.sums.end(), {position.price->currency, {}, {}});
        found->billed += *billed;
        found->gap += *position.impact;
    }
    return totals;
}

StripNumbers stripNumbers(const PositionTotals &positions, const Totals &rows, const AdjustmentWorth &approved)
{
    StripNumbers numbers{.lines = {},
        .rows = rows.rows,
        .open = rows.open,
        .approved = rows.approved,
        .approvedUnpriced = approved.unpriced,
        .accepted = rows.accepted,
        .unpriced = rows.unpriced,
        .unverified = positions.unverified};
    const auto lineOf = [&numbers](Currency currency) -> StripLine & {
        const auto found = std::ranges::find(numbers.lines, currency, &StripLine::currency);
        if (found != numbers.lines.end())
            return *found;
        numbers.lines.emplace_back();
        numbers.lines.back().currency = currency;
        return numbers.lines.back();
    };
    for (const auto &sum : positions.sums) {
        auto &line = lineOf(sum.currency);
        line.billed = sum.billed;
        line.gap = sum.gap;
        line.counted = sum.billed + sum.gap;
    }
    for (const auto &sum : rows.sums) {
        auto &line = lineOf(sum.currency);
        line.accepted = sum.accepted;
        line.openMissed = sum.openMissed;
        line.openOver = sum.openOver;
        if (!line.gap)
            line.gap = sum.missed + sum.over;
    }
    for (const auto &sum : approved.sums)
        lineOf(sum.currency).approved = sum.amount;
    return numbers;
}

} // namespace br
