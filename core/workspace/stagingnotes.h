// StagingNotes: what is odd about a complete batch beside those before it, in words; nothing here refuses it.
//
// Thread rule: the Workspace's thread, inside the batch's transaction. Errors: those of the store.
#pragma once

#include "core/workspace/batchstaging.h"

namespace br {

// Products alone, or lines that are all left out, make a month in which nothing is billed; empty where that is nothing new.
Result<std::string> noLineNote(Database &database, const StagingPlan &plan);
// Files that an import of another month of this source holds, byte for byte: mostly last month's report once more.
Result<std::vector<std::string>> sameFileNotes(Database &database, const StagingPlan &plan, const Batch &batch);
// Meters that the batch before had, that a service counts, and that this batch does not have: they count as 0 for every client.
Result<std::vector<std::string>> missingMeterNotes(Workspace &workspace, const StagingPlan &plan, const Batch &batch);

} // namespace br
