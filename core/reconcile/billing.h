// Billing: active lines -> the billed side of positions, and the adjustable line of each.
#pragma once

#include "core/reconcile/drafts.h"

#include <vector>

namespace br {

struct ActiveLine {
    const BilledLine *line = nullptr;
    uint32_t client = 0; // its own, not rolled up
    int months = 1;
};

// Active at the as-of date, billable or not. A line whose agreement is not known counts as monthly and running.
std::vector<ActiveLine> activeLines(const World &world);
void bill(const World &world, const std::vector<ActiveLine> &lines, Drafts &drafts);

} // namespace br
