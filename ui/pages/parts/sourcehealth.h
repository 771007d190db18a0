// SourceHealth: a source's month beside the month before: missing, shrunk to less than half, or imported.
//
// The rule is the engine's own for source_stale. readSourceHealth runs on the session's thread.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/workspace.h"
#include "ui/models/column.h"

namespace br {

struct SourceHealth {
    SourceRow row;
    std::optional<int64_t> rowsBefore; // kept in the month before; none: nothing was imported then

    bool hasShrunk() const { return row.batch && rowsBefore && isLessThanHalf(row.batch->rowsKept, *rowsBefore); }
    bool isGood() const { return row.fresh && !hasShrunk(); }
};

Result<std::vector<SourceHealth>> readSourceHealth(Workspace &workspace, Period period);
Cell healthCell(const SourceHealth &health); // for a column of CellKind::Health

} // namespace br
