// SyncStore: what became of every sync of a source, and the names of the fields that it has in the keychain.
//
// Attempts are append-only. No secret ever comes here. Thread rule: the Database's thread.
#pragma once

#include "core/domain/syncattempt.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace br {

class SyncStore final {
public:
    explicit SyncStore(Database &database)
        : m_database(database)
    {
    }
    Status add(int64_t sourceId, const SyncAttempt &attempt);
    Result<std::vector<SyncAttempt>> ofSource(int64_t sourceId, int limit); // newest first

    Status addSecretField(int64_t sourceId, const std::string &field); // done also where it is known
    Status removeSecretField(int64_t sourceId, const std::string &field);
    Result<std::vector<std::string>> secretFields(int64_t sourceId);

private:
    Database &m_database;
};

} // namespace br
