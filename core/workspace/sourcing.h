// Sources: add, remove, list with health; batch history and what was rejected.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

#include <map>
#include <set>

namespace br {

Status addSource(Workspace &workspace, const Source &source);
// Other settings for a source that stays what it is: name, side, connector and vendor are those its evidence came from. `secrets`
// names the fields whose secrets a person replaced, for the log; their values are never here.
Status editSource(Workspace &workspace, const SourceName &name, const std::string &settings, const std::vector<std::string> &secrets);
Status removeSource(Workspace &workspace, const SourceName &name); // its batches stay as evidence, out of force
Result<std::vector<Source>> sources(Workspace &workspace);
Result<std::vector<SourceRow>> sourceRows(Workspace &workspace, Period period);
Result<std::vector<Batch>> batches(Workspace &workspace, const SourceName &name); // newest first, complete ones
// The layouts of the files that each source was given so far: a file of a layout that only one source knows is likely its own.
Result<std::map<SourceName, std::set<std::string>>> layoutsUsed(Workspace &workspace);
Result<std::vector<RejectedRow>> rejectedRows(Workspace &workspace, int64_t batchId);
Result<std::vector<RejectedRow>> warningRows(Workspace &workspace, int64_t batchId);
Result<std::vector<Period>> periods(Workspace &workspace); // that have a complete batch, newest first

} // namespace br
