// Result writing: what a run found replaces what the run before it found; what stayed the same is not written again.
//
// The caller holds the transaction. Thread rule: the Workspace's thread.
#pragma once

#include "core/workspace/packedrun.h"

namespace br {

Status writeResult(
    Database &database, const StoredRun &run, const std::vector<PackedClient> &clients, const std::vector<Discrepancy> &discrepancies);
// The same where the stored rows are those of `result` before its renewal.
Status writeRenewal(Database &database, const StoredRun &run, const Reconciliation &result, const Renewal &renewal);

} // namespace br
