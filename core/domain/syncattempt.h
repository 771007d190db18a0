// SyncAttempt: what became of one sync of one source: kept also where nothing was stored, so that a failure stays visible.
//
// Times are UTC. `reason` is a sentence for people and never holds a secret. Plain values.
#pragma once

#include "core/domain/batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br {

enum class SyncOutcome {
    Done,       // a batch, in force
    Held,       // a batch that waits for a person: far fewer rows than last month, or none
    Incomplete, // the vendor's answers did not prove that everything was read
    Failed,
    Cancelled,
};

struct SyncAttempt {
    SourceName source;
    Period period;
    std::string startedAt;
    std::string endedAt;
    SyncOutcome outcome = SyncOutcome::Failed;
    std::string reason;   // empty: done
    int64_t batchId = 0;  // 0: nothing was stored
    int64_t rows = 0;     // read
    int64_t requests = 0; // made
    std::string by;
    bool operator==(const SyncAttempt &) const = default;
};

std::string_view codeOf(SyncOutcome outcome); // "done", stable: in files and in JSON
std::optional<SyncOutcome> syncOutcome(std::string_view code);

} // namespace br
