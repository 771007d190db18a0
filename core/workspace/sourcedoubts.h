// Source doubts: which sources the last comparison found stale, and by how many rows; a row that counts on one says so itself.
//
// A source whose own row was dismissed is in doubt no longer, and one that was imported whole since then is not either.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/periodreview.h"

namespace br {

Result<std::vector<SourceDoubt>> sourceDoubts(Workspace &workspace, Period period, const PeriodReview &review);
bool isTouchedBy(const DiscrepancyRow &row, const SourceDoubt &doubt); // its count or its billed quantity may be wrong because of it

} // namespace br
