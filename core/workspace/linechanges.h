// Line changes: what several adjustments of one billed line become. A sheet changes a line once a day, and the PSA adds up what it is
// told, so two services that one product bills (a bundle) must not both change its line.
//
// Pure functions over values.
#pragma once

#include "core/domain/adjustmentrow.h"

namespace br {

struct LineChange {
    AdjustmentRow row;
    LineId line;                      // the position's adjustable line, also where row.line is empty; empty: none
    Units delta;                      // of the service and of the line
    std::vector<std::string> reasons; // each once; row.reason is made of them
};

void addOnce(std::vector<std::string> &texts, const std::string &text); // not where it is empty or there

// From one day: one change of the line, large enough for every service (the smallest reduction, where all are reductions); where one
// service wants more and another one less, no sheet can carry either. From different days: the later change begins where the
// earlier one ends. A line that would end below zero says so in `problem`. Any order in and out.
std::vector<AdjustmentRow> changesByLine(std::vector<LineChange> changes);

} // namespace br
