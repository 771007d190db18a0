// Standing of a decision: what state a discrepancy has, given its decisions and its numbers now. Pure functions.
#pragma once

#include "core/domain/review.h"

#include <vector>

namespace br {

SeenNumbers numbersOf(const Discrepancy &discrepancy);
bool hasMoved(const SeenNumbers &then, const SeenNumbers &now); // what was not seen then cannot have moved
// `decisions` of one key, oldest first. Outdated: decided, and the numbers seen then differ from the numbers now.
State stateOf(const std::vector<Decision> &decisions, const SeenNumbers &now);

// Carry-over: an acceptance until this as-of day or later, made in an earlier period, and the last word said there.
bool isCarriedInto(const Decision &last, Day asOf);
// Of such a one in the later period: Accepted while the gap is what it was and worth the same, though both sides may have grown alike.
State carriedState(const Decision &accepted, const SeenNumbers &now);

} // namespace br
