// Comparing: the result of a period, by renewing what the Workspace keeps of its last run, or by comparing everything.
//
// What is kept is taken out while a run is under way and given back by keep() once it is stored: a run that failed is forgotten.
// Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/approval.h"
#include "core/workspace/factscache.h"

#include <memory>
#include <optional>
#include <vector>

namespace br {

struct Compared {
    KeptComparison kept;
    std::optional<Renewal> renewal; // none: everything was compared
};

struct ToCompare {
    std::shared_ptr<const LoadedFacts> facts;
    std::shared_ptr<const History> history;
    Rules rules;
    std::vector<EarlierApproval> approvals;
};

// `before`: the run that the file holds.
Result<Compared> compare(Workspace &workspace, ToCompare what, const std::optional<StoredRun> &before);
void keep(Workspace &workspace, KeptComparison kept, StoredRun run);

} // namespace br
