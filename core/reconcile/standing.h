// Standing of a decision: what state a discrepancy has, given its decisions and its numbers now. Pure functions.
#pragma once

#include "core/domain/review.h"

#include <vector>

namespace br {

SeenNumbers numbersOf(const Discrepancy &discrepancy);
bool hasMoved(const SeenNumbers &then, const SeenNumbers &now); // what was not seen then cannot have moved
// `decisions` of one key, oldest first. Outdated: decided, and the numbers seen then differ from the numbers now.
State stateOf(const std::vector<Decision> &decisions, const SeenNumbers &now);

} // namespace br
