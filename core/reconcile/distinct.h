// Distinct: one key counts once over all entries of a position, times the largest `each` among the entries it passed.
#pragma once

#include "core/reconcile/drafts.h"

namespace br {

// Adds up the sorted key hits into Draft::distinct and Draft::repeatedKeys, for services that combine so.
void countDistinctKeys(const World &world, Drafts &drafts);

} // namespace br
