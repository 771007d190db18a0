// SourceStore: the sources of a workspace; a removed one keeps its row (its batches stay as evidence) and frees its name.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/batch.h"
#include "core/store/database.h"

#include <optional>
#include <vector>

namespace br {

struct StoredSource {
    int64_t id = 0;
    Source source;
    std::string addedAt;
    std::string removedAt; // empty: in use
};

class SourceStore final {
public:
    explicit SourceStore(Database &database)
        : m_database(database)
    {
    }
    Result<int64_t> add(const Source &source, const std::string &at);
    Status edit(int64_t id, const std::string &settings);
    Status remove(int64_t id, const std::string &at);
    Result<std::vector<StoredSource>> live();                         // by name
    Result<std::vector<StoredSource>> all();                          // removed ones too, by id
    Result<std::optional<StoredSource>> find(const SourceName &name); // in use

private:
    Database &m_database;
};

} // namespace br
