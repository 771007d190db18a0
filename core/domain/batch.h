// Sources and batches: where numbers came from and what one import or sync brought.
//
// A batch is immutable once complete; the newest complete batch of a source and period that is not held counts. Plain values.
#pragma once

#include "core/base/id.h"
#include "core/base/period.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace br {

enum class Side { Psa, Vendor };

struct Source {
    SourceName name;
    Side side = Side::Vendor;
    std::string connector; // plugin id: "file"
    std::string settings;  // JSON object, no secrets
    bool operator==(const Source &) const = default;
};

struct BatchFile {
    std::string name; // file name without folder
    std::string sha256;
    int64_t bytes = 0;
    std::string layout;
    int64_t rowsIn = 0;
    int64_t rowsKept = 0;
    int64_t rowsRejected = 0;
    int64_t pages = 0;                         // of a sync's stream
    std::optional<int64_t> declaredTotal = {}; // records that the vendor said there are
    bool operator==(const BatchFile &) const = default;
};

struct RejectedRow {
    std::string file;
    int64_t row = 0;    // as a spreadsheet numbers it: the first row is 1
    std::string column; // as the file's header spells it; empty: the whole row
    std::string value;  // shortened
    std::string reason;
    bool operator==(const RejectedRow &) const = default;
};

// A sync that brought far fewer rows than the month before, or none, waits for a person.
enum class Holding {
    None,
    Held,     // complete, not in force
    Confirmed // was held; a person said that it is right
};

struct Batch {
    int64_t id = 0;
    SourceName source;
    Side side = Side::Vendor;
    Period period;
    std::string connectorVersion;
    std::string importedAt; // UTC
    std::string sha256;     // over the files' hashes in order
    int64_t rowsIn = 0;
    int64_t rowsKept = 0;
    int64_t rowsRejected = 0;
    int64_t durationMs = 0;
    bool complete = false;
    std::vector<BatchFile> files;
    bool isSync = false;         // brought by a sync, not by files
    int64_t requests = 0;        // of the sync
    std::string serverDate = {}; // UTC, as the vendor's server said; empty: it did not
    Holding holding = Holding::None;
    bool operator==(const Batch &) const = default;
};

// Less than half of the rows kept in the month before: a source that lost something, or a file that is not whole.
constexpr bool isLessThanHalf(int64_t rows, int64_t before) { return rows < before - rows; }

} // namespace br
