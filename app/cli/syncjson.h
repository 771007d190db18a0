// SyncJson: what became of syncs, and the vendors of a connector, as JSON with names that scripts rely on.
//
// Thread rule: pure functions.
#pragma once

#include "core/base/jsonwriter.h"
#include "core/connect/vendors.h"
#include "core/workspace/syncing.h"

#include <vector>

namespace br::cli {

void writeAttempt(JsonWriter &json, const SyncAttempt &attempt);
void writeSyncs(JsonWriter &json, const std::vector<SyncReport> &reports, Period period);
void writeVendor(JsonWriter &json, const VendorInfo &vendor);
void writeProblems(JsonWriter &json, const std::vector<ManifestProblem> &problems); // an array

} // namespace br::cli
