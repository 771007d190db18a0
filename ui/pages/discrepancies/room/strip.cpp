#include "ui/pages/discrepancies/room/strip.h"

#include <algorithm>

namespace br {

PositionTotals positionTotals(const std::vector<Position> &positions, const std::vector<BilledWorth> &billed)
{
    PositionTotals totals;
    const auto sumOf = [&totals](Currency currency) -> PositionSums & {
        const auto found = std::ranges::find(totals.sums, currency, &PositionSums::currency);
        return found != totals.sums.end() ? *found : *totals.sums.insert(totals.sums.end(), {currency, {}, {}});
    };
    for (const auto &worth : billed)
        sumOf(worth.currency).billed = worth.checked;
    for (const auto &position : positions) {
        if (!position.isVerified())
            ++totals.unverified;
        else if (position.price && position.impact)
            sumOf(position.price->currency).gap += *position.impact;
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
