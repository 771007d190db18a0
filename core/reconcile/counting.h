// Counting: counts, tallies and whole assets -> the sums of each counted entry of each position, and the keys that passed.
//
// Reads every count and asset once. Thread rule: one engine run.
#pragma once

#include "core/reconcile/drafts.h"

namespace br {

void countQuantities(const World &world, Drafts &drafts);
void countAssets(const World &world, Drafts &drafts);

} // namespace br
