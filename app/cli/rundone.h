// RunDone: numbers of a period exist only once it was reconciled; an empty list must not look like "all clean".
//
// Thread rule: main thread.
#pragma once

#include "app/cli/shell.h"

namespace br::cli {

// An error when the period was never reconciled; a line on stderr when files or rules changed since.
Status checkReconciled(Workspace &workspace, Period period, Shell &shell);

} // namespace br::cli
