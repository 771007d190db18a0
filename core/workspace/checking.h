// Checking: is the file whole: SQLite integrity, schema as shipped, foreign keys, packed evidence readable, audit chain, decisions and
// batches as logged; and what a killed export left beside it.
#pragma once

#include "core/base/progress.h"
#include "core/workspace/workspace.h"

#include <string>
#include <vector>

namespace br {

struct CheckFinding {
    std::string what; // "integrity", "schema", "foreign keys", "evidence", "audit chain", "decisions", "batches", "leftover files"
    bool good = true;
    std::string message; // names the first broken entry
};

Result<std::vector<CheckFinding>> check(Workspace &workspace, Progress &progress);

} // namespace br
