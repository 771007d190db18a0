// Classify: which standing a position has by its own numbers: within tolerance, or which of the kinds.
#pragma once

#include "core/domain/position.h"
#include "core/reconcile/price.h"

namespace br {

bool isWithinTolerance(const Tolerance &tolerance, Units billed, Units counted, const Pricing &pricing);
// `counted` none: unverified.
Standing standingOf(const Tolerance &tolerance, Units billed, std::optional<Units> counted, bool hasActiveLine, const Pricing &pricing);
bool isDifference(Standing standing); // underbilled, not billed, overbilled, no usage

} // namespace br
