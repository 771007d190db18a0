// MonthTrend: what the months up to one found, for the trend: money missed and billed too much, of the currency with the most.
//
// A month that was never reconciled is a gap, not a zero. readTrend runs on the session's thread.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/workspace.h"
#include "ui/models/facets.h"

namespace br {

struct TrendMonth {
    Period period;
    bool isKnown = false; // reconciled
    Decimal missed;       // positive
    Decimal over;         // negative
    int open = 0;         // rows still to be decided
};

struct MonthTrend {
    Currency currency;              // of all its money
    std::vector<TrendMonth> months; // oldest first
};

// `ofLast`: the totals of the last month, which the page has read already.
Result<MonthTrend> readTrend(Workspace &workspace, Period last, const Totals &ofLast, int mostMonths);

} // namespace br
