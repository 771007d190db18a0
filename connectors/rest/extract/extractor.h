// Extractor: makes the records of one stream: clients, lines, products, accounts, counts and assets, and hands them to the sink.
//
// The caller opens and closes the sink's file for the stream (its name is the stream's label), walks the pages, tells records
// apart and calls take() for each record once; finish() sends what is summed up, after the last page of the last parent.
// Errors: InvalidInput where a number cannot be read (names vendor, stream, page, record, path and value): it ends the run;
// else the sink's. A record without what it needs is rejected; a date that cannot be read is absent and told.
// Rows are numbered through the stream, from 1. Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/manifest.h"
#include "connectors/rest/value/kepttables.h"
#include "core/connect/recordsink.h"

#include <set>
#include <unordered_set>

namespace br::rest {

// What lives as long as one sync: kept tables and what was told already.
struct RunMemory {
    KeptTables tables;
    Currency currency;                                  // the workspace's: for records that state none
    std::set<std::pair<std::string, std::string>> told; // path and value of unknown values
    std::unordered_set<std::string> lines;              // ids of the PSA's lines
};

struct ExtractCounts {
    int64_t seen = 0;                       // records taken
    int64_t kept = 0;                       // that made at least one record or serve other streams
    int64_t rejected = 0;                   // told one by one through the sink
    std::map<std::string, int64_t> skipped; // by reason: elements that an emit left out
};

// An element of a list in an answer.
struct Element {
    JsonValue value;
    std::string_view key; // of an object that is walked by member
    int64_t index = 0;    // in the answer's list
};
// The list of a stream in an answer. InvalidInput where there is none and it is not optional, or where it is no list.
Result<std::vector<Element>> elementsOf(const StreamSpec &stream, const Scope &page);
// What tells records apart, of all identity paths; empty: the stream states none or one of them is absent.
std::string identityOf(const StreamSpec &stream, const Scope &record);
// InvalidInput where a stream states an identity and no part of it is in the record: nothing would tell its records apart.
Status judgeIdentity(const StreamSpec &stream, const Scope &record);

class Extractor final {
public:
    Extractor(const Manifest &manifest, const StreamSpec &stream, RunMemory &memory, RecordSink &sink);
    ~Extractor();
    Extractor(const Extractor &) = delete;
    Extractor &operator=(const Extractor &) = delete;

    // `scope.record` (and `key`) is the record, `scope.page` the root of its answer; `tables` is set here.
    Status take(const Scope &scope, int64_t page);
    Status finish();
    const ExtractCounts &counts() const;
    std::vector<std::string> absent() const;  // fields that no record had, with their paths
    std::vector<std::string> remarks() const; // skipped records and repeated warnings, by number and reason

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace br::rest
