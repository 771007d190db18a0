// Strip: the figures of the difference strip, from positions (billed, counted, gap) and rows (approved, accepted, open).
//
// Billed is what the checked lines charge, each line once, also one that bills several services; counted = billed + what differs.
// Positions whose counted side or price is unknown take no part in the gap and are told as a number. Pure functions, any thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/facets.h"
#include "ui/widgets/differencestrip.h"

namespace br {

// One currency of the positions.
struct PositionSums {
    Currency currency;
    Decimal billed;
    Decimal gap;
};
struct PositionTotals {
    std::vector<PositionSums> sums;
    int unverified = 0;
};

PositionTotals positionTotals(const std::vector<Position> &positions, const std::vector<BilledWorth> &billed);
// `approved`: of the adjustments that will leave, since a person may approve another quantity than was counted.
StripNumbers stripNumbers(const PositionTotals &positions, const Totals &rows, const AdjustmentWorth &approved);

} // namespace br
