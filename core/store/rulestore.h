// RuleStore: services as the text of their definition, in their order, and dated exceptions.
//
// What a definition means is core/exchange/servicejson.h's matter. The caller opens the transaction.
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/rules.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace br {

struct StoredService {
    ServiceId id;
    std::string definition; // one JSON object
};

class RuleStore final {
public:
    explicit RuleStore(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<StoredService>> services() const; // in order
    Status replaceServices(const std::vector<StoredService> &services);
    Status putService(const StoredService &service);        // a new one goes to the end
    Result<bool> removeService(const ServiceId &id);        // false: there was none
    Result<std::vector<CountException>> exceptions() const; // sorted by all their fields
    Status replaceExceptions(const std::vector<CountException> &exceptions);

private:
    Database &m_database;
};

} // namespace br
