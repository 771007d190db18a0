// Decision check: does the log of events say the same as the decisions that stand in the file?
//
// The chain proves the log; this proves that what leaves in a sheet is what the log says. Thread rule: the Database's thread.
#pragma once

#include "core/workspace/checking.h"

namespace br {

Result<CheckFinding> decisionsAgree(Database &database);

} // namespace br
