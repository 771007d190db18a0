// LastActs: what a person decided in a month and may still take back, from the rows as they stand. Pure function.
#pragma once

#include "core/workspace/deciding.h"

#include <string>
#include <vector>

namespace br {

// Acts of `by`, oldest first; rows decided in one moment are one act. Only what is decided still, in this month itself, and after
// `since` (UTC): what a sheet has carried out of the house is not taken back by a key. At most `most` acts, the last ones.
std::vector<std::vector<DecideRequest>> lastActs(
    const std::vector<DiscrepancyRow> &rows, const std::string &by, const std::string &since, size_t most = 50);

} // namespace br
