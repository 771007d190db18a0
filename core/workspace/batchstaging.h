// BatchStaging: what an import of files and the promotion of a sync share: records become one complete batch, or nothing.
//
// One transaction holds batch, evidence, counts made at ingest and the event. Thread rule: the Workspace's thread.
#pragma once

#include "core/connect/connector.h"
#include "core/store/batchstore.h"
#include "core/store/sourcestore.h"
#include "core/workspace/staging.h"

#include <functional>
#include <optional>
#include <string>

namespace br {

struct StagingPlan {
    StoredSource source;
    Period period;
    std::string connectorVersion;
    bool isSync = false;
    bool force = false;                  // take also too many rejected rows, and a vendor's report without rows
    double rejectLimitPercent = 10.0;    // of rows in
    std::optional<StoredBatch> replaced; // in force for the period before this one
    std::optional<StoredBatch> before;   // in force for the month before
    int64_t durationMs = 0;              // spent already, by the sync
    int64_t bytes = 0;                   // of what will be read, about
};

// The source, what is in force now and the month before. NotFound, ReadOnly.
Result<StagingPlan> planStaging(Workspace &workspace, const SourceName &source, Period period);

// Puts every record into the sink and says what it found.
using Feed = std::function<Result<FetchSummary>(RecordSink &)>;
// In the same transaction, when the batch is complete. `shrunk`: that it is far smaller than what it is measured by; empty: it is not.
using Finish = std::function<Status(const Batch &, const std::string &shrunk)>;

// An Error only for what kept the records from being judged at all; a refusal is in the report, with nothing stored.
Result<ImportReport> stage(Workspace &workspace, const StagingPlan &plan, const Feed &feed, Progress &progress, const Finish &finish = {});

} // namespace br
