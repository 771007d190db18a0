// Past months: what earlier months found of the same thing, what was decided about it then, and since when it goes on.
//
// The same thing: for a difference the position, whichever kind of difference it was; else the same kind and subject.
// Reading only. Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/review.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

inline constexpr int pastMonthsListed = 12; // as many before the row's own
inline constexpr int pastMonthsSearched = 120;

struct PastMonth {
    Period period;
    Discrepancy found;
    std::vector<Decision> decisions;      // about that month's row, oldest first
    std::optional<Decision> carried;      // none made then, but this acceptance of an earlier month was in force
    State carriedState = State::Accepted; // Outdated: the gap was another one by then, so that it did not hold
};

struct PastMonths {
    std::vector<PastMonth> months; // newest first; of the last twelve those that found it
    // Of the months in a row up to and with the row's own in which it went on, to the same side:
    int inARow = 1;
    Period since;
    std::optional<Decimal> impact; // of them together; none: one is not known, is no money a month, or of another currency
    Currency currency;             // of the impact
    bool isEstimate = false;       // of one of them it is
};

Result<PastMonths> pastMonths(Workspace &workspace, const Discrepancy &row, Period period);

} // namespace br
