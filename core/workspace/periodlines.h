// PeriodLines: the billed lines that the PSA batches in force for a period state, each with its agreement.
//
// Reading only; errors of the store. Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/psa.h"
#include "core/workspace/periodnames.h"

#include <functional>

namespace br {

// A line whose agreement the batch does not state comes with an empty one, which never ends.
Status forEachLine(Workspace &workspace, const PeriodNames &names, const std::function<void(BilledLine &&, const Agreement &)> &use);

} // namespace br
