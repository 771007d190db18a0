// Reconciling: store reads -> pure functions -> positions and discrepancies of a period replaced in one transaction.
#pragma once

#include "core/base/progress.h"
#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

namespace br {

struct RunSummary {
    Period period;
    Day asOf;
    std::string at;
    int positions = 0;
    int matches = 0;
    int discrepancies = 0;
    std::array<int, kindCount> rowsByKind{};
    int64_t durationMs = 0;
    std::vector<std::string> warnings; // no PSA batch for the period; an exception for a rolled-up client; …
};

// asOf: none takes the one the period was last reconciled with, else the period's last day.
Result<RunSummary> reconcile(Workspace &workspace, Period period, MaybeDay asOf, Progress &progress);
// none: never reconciled. `upToDate` false: what it compared changed since: its batches, rules, sources in use, the month before,
// or what earlier months say (their results and approvals).
struct RunState {
    Day asOf;
    std::string at;
    bool upToDate = false;
};
Result<std::optional<RunState>> runState(Workspace &workspace, Period period);
Result<std::vector<Position>> positions(Workspace &workspace, Period period); // with traces, by client and service
Result<std::vector<Position>> untracedPositions(Workspace &workspace, Period period);
Result<PositionDetail> positionDetail(Workspace &workspace, Period period, const ClientId &client, const ServiceId &service);

} // namespace br
