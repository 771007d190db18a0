// Rows: what lists, the command line and exports show; values joined from several tables, names included.
#pragma once

#include "core/domain/adjustmentrow.h"
#include "core/domain/batch.h"
#include "core/domain/psa.h"
#include "core/domain/review.h"
#include "core/domain/syncattempt.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

// A source that brought nothing, or far less than the month before: what is counted (or billed) by it may be too low.
struct SourceDoubt {
    SourceName source;
    Side side = Side::Vendor;
    std::optional<int64_t> rows;       // of the month; none: nothing complete
    std::optional<int64_t> rowsBefore; // of the month before
    bool operator==(const SourceDoubt &) const = default;
};

struct DiscrepancyRow {
    std::string key;
    Discrepancy discrepancy;
    std::string clientName;
    std::string serviceName;
    std::string otherServiceName;
    std::string accountName;
    std::string meterName;
    std::string productName;
    std::vector<std::string> sources; // of the service's counted entries, or the subject's source
    State state = State::Open;
    std::string decidedBy;
    std::string decidedAt;
    std::string reason; // of the last decision
    std::optional<Decimal> targetQuantity;
    MaybeDay effective;
    MaybeDay until; // accepted until
    int notes = 0;
    std::optional<SeenNumbers> seen;   // numbers at the last decision: the other set where the state is Outdated
    std::optional<Period> carriedFrom; // the state comes from an "accepted until" of this earlier period
    std::vector<SourceDoubt> doubts;   // of the sources that this row counts on
};

struct ClientRow {
    ClientId client;
    std::string name;
    ClientId parent;
    std::string parentName;
    bool rollUp = false;
    int positions = 0;
    int openRows = 0;
    int decidedRows = 0;
    std::vector<Money> under; // sum of positive impacts of its rows, one an currency
    std::vector<Money> over;  // sum of negative impacts
};

struct AccountRow { // Mapping page
    Account account;
    std::optional<AccountLink> link;
    std::string clientName;
    int meters = 0;
    int64_t assets = 0; // assets of the period
    std::optional<Money> estimatedWorth;
};

struct MeterRow {
    Meter meter;
    std::vector<ServiceId> services; // that count it
    bool ignored = false;
    std::string ignoredReason;
    int accounts = 0;
    std::optional<Units> purchased; // these three: none where it is not stated, or beyond what can be held
    std::optional<Units> assigned;
    std::optional<Units> used;
    int64_t assets = 0;
};

struct SourceRow {
    Source source;
    bool fresh = false;             // has a complete batch for the period
    std::optional<Batch> batch;     // the one in force for the period
    std::optional<Batch> lastBatch; // newest of any period
    int batches = 0;
    std::optional<Batch> held;              // of the period: waits for a person, and is not in force
    std::optional<SyncAttempt> lastAttempt; // of any period; none: never synced
};

struct ProductRow {
    Product product;
    std::vector<ServiceId> services;               // that list it as billed
    std::optional<Units> billedQuantity = Units(); // active lines of the period; none: beyond what can be held
    int lines = 0;
};

struct BilledWorth { // a month, in one currency, each line once
    Currency currency;
    Decimal billed;
    Decimal checked; // of it: held against a count
};

// One asset with what became of it in one counted entry: "the names behind each step".
enum class Verdict { Counted, CountedOnce, NotLive, FilteredOut, UnknownClass, UnknownStatus };

struct AssetRow {
    Asset asset;
    std::string accountName;
    std::string meterName;
    int entry = -1; // of Service::counted
    Verdict verdict = Verdict::Counted;
    bool isStale = false;
};

struct LineRow {
    BilledLine line;
    Agreement agreement;
    std::string productName;
    std::string clientName;
    bool active = false;
};

struct CountRow {
    Count count;
    std::string accountName;
    std::string meterName;
};

// Everything behind one position: both sides.
struct PositionDetail {
    Position position;
    std::string clientName;
    std::string serviceName;
    Service service;
    std::vector<std::string> meterNames; // of service.counted, in its order
    std::vector<LineRow> lines;
    std::vector<CountRow> counts;
    std::vector<AssetRow> assets;
    std::vector<std::pair<Period, std::optional<Position>>> earlier; // last six months, newest first
};

} // namespace br
