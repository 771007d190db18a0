// DiscrepancyStore: the discrepancies of the last run of each period.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/discrepancy.h"
#include "core/store/database.h"

#include <optional>
#include <vector>

namespace br {

struct StoredDiscrepancy {
    std::string key;
    Discrepancy discrepancy;
};

class DiscrepancyStore final {
public:
    explicit DiscrepancyStore(Database &database)
        : m_database(database)
    {
    }
    Status add(Period period, const std::string &key, const Discrepancy &found);
    Status remove(Period period, const std::string &key);
    Result<std::vector<StoredDiscrepancy>> ofPeriod(Period period); // by |impact| (none last), then key
    Result<std::vector<StoredDiscrepancy>> ofClient(Period period, const ClientId &client);
    Result<std::optional<StoredDiscrepancy>> find(Period period, const std::string &key);

private:
    Database &m_database;
};

} // namespace br
