// Billed worth: what the lines of a period charge a month, each line once, and how much of that is held against a count.
//
// A line's own money: the charged quantity at its unit price. Reading only. Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

namespace br {

// Active billable lines with a price; checked where every service that lists the product has a verified position of the client that
// counts on no source without a batch. By currency, the largest first. `positions` are those of the period.
Result<std::vector<BilledWorth>> billedWorth(Workspace &workspace, Period period, const std::vector<Position> &positions);

} // namespace br
