// VendorChoice: the vendors that the connectors know, and a connection tried before its source is added.
//
// Errors as the connectors give them. Thread rule: the workspace's thread; a plan is a value for any thread.
#pragma once

#include "core/workspace/syncing.h"

#include <set>
#include <string>
#include <vector>

namespace br {

struct VendorChoice {
    std::vector<VendorInfo> vendors;
    std::vector<ManifestProblem> problems; // of the person's own manifests
    std::string ownFolder;
};

Result<VendorChoice> vendorChoice(Workspace &workspace);
// The sources whose vendor wants the person to sign in with the browser.
Result<std::set<SourceName>> browserSources(Workspace &workspace);
// For testConnection() only: nothing of it is stored.
Result<SyncPlan> draftPlan(Workspace &workspace, const Source &draft);

} // namespace br
