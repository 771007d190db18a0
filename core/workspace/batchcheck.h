// Batchcheck: whether every batch still holds what the log says it held when it was imported or synced.
//
// Batches of programs that logged no digest are told as not covered, which is no fault. Thread rule: the Workspace's thread.
#pragma once

#include "core/base/progress.h"
#include "core/store/database.h"
#include "core/workspace/checking.h"

namespace br {

Result<CheckFinding> batchesAgree(Database &database, Progress &progress);

} // namespace br
