// BatchStore: the row of each batch, its files and what was found in them. Only complete batches are ever seen from outside.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/batch.h"
#include "core/store/database.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace br {

struct StoredBatch {
    Batch batch; // without `files` where a list is read
    int64_t sourceId = 0;
    std::string tallyRule; // TallyRule::toText(); empty: no assets
};

enum class Severity { Rejected, Warning };

class BatchStore final {
public:
    explicit BatchStore(Database &database)
        : m_database(database)
    {
    }
    Result<int64_t> begin(int64_t sourceId, const Batch &batch); // state open; returns its id
    Status addFile(int64_t batchId, int64_t ordinal, const BatchFile &file);
    Status addFinding(int64_t batchId, int64_t ordinal, Severity severity, const RejectedRow &row);
    Status complete(const Batch &batch, const std::string &tallyRule); // from here on immutable

    // The newest batch that waits for a confirmation, where no newer one took its place.
    Result<std::optional<StoredBatch>> held(int64_t sourceId, Period period);
    Status confirm(int64_t batchId, const std::string &reason, const std::string &by, const std::string &at);

    // In force is the newest complete batch that is not held. Of each source in use, by source name.
    Result<std::vector<StoredBatch>> inForce(Period period);
    Result<std::optional<StoredBatch>> inForce(int64_t sourceId, Period period);
    Result<std::optional<StoredBatch>> find(int64_t batchId);      // with files
    Result<std::vector<StoredBatch>> ofSource(int64_t sourceId);   // complete, held ones too, newest first, with files
    Result<std::vector<Period>> periods();                         // with a complete batch of a source in use, newest first
    Result<std::map<SourceName, std::set<std::string>>> layouts(); // of all files of each source in use
    Result<std::vector<RejectedRow>> findings(int64_t batchId, Severity severity);
    Status readFiles(Batch *batch);

private:
    Database &m_database;
};

} // namespace br
