// Adjustment evidence: what stands behind each adjustment as sentences: billed lines, steps, counts, names, and the files they came from.
//
// Reading only. Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/adjustmentrow.h"
#include "core/workspace/workspace.h"

#include <vector>

namespace br {

Status addEvidence(Workspace &workspace, Period period, std::vector<AdjustmentRow> &rows);

} // namespace br
