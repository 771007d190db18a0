// LinkStore: account links and ignored meters of the sources in use, by source and account or meter.
//
// The caller opens the transaction. put() and the like answer NotFound for a source that is not there.
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/batch.h"
#include "core/domain/rules.h"
#include "core/store/database.h"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace br {

struct Acted { // who did it, when
    std::string by;
    std::string at;
};

class LinkStore final {
public:
    explicit LinkStore(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<AccountLink>> all() const;
    Result<std::vector<ClientId>> linkedClients() const; // each once
    Status put(const AccountLink &link, const Acted &acted);
    Result<bool> remove(const SourceName &source, const AccountId &account); // false: there was none
    Result<std::vector<IgnoredMeter>> ignoredMeters() const;
    Status ignoreMeter(const IgnoredMeter &meter, const Acted &acted);
    Result<bool> considerMeter(const SourceName &source, const MeterId &meter);
    Result<std::vector<std::pair<SourceName, Side>>> sources() const; // those that links may name
    Result<std::unordered_set<std::string>> knownClients() const;     // ids in any complete batch of a PSA

private:
    Database &m_database;
};

} // namespace br
