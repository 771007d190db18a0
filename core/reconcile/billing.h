// Billing: active lines -> the billed side of positions, and the adjustable line of each.
#pragma once

#include "core/reconcile/drafts.h"

#include <vector>

namespace br {

struct ActiveLine {
    const BilledLine *line = nullptr;
    uint32_t client = 0;  // its own, not rolled up
    uint32_t product = 0; // of ActiveLines::products
    int months = 1;
};

struct ActiveLines {
    std::vector<ActiveLine> lines;
    TextIndex products; // those of the lines
};

// Active at the as-of date, billable or not. A line whose agreement is not known counts as monthly and running.
ActiveLines activeLines(const World &world);
void bill(const World &world, const ActiveLines &active, Drafts &drafts);

} // namespace br
