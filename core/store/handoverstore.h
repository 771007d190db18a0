// HandoverStore: the record of every sheet of adjustments that left the house; append-only.
//
// Sheets and formats are stored by their codes. The caller opens the transaction. Thread rule: the Database's thread.
#pragma once

#include "core/base/period.h"
#include "core/domain/handover.h"
#include "core/store/database.h"

#include <string_view>
#include <vector>

namespace br {

class HandoverStore final {
public:
    explicit HandoverStore(Database &database)
        : m_database(database)
    {
    }
    Status add(Period period, const HandedOver &handover);
    Status addRow(int64_t handover, const std::string &key);       // an approved row that went out with it
    Result<std::vector<HandedOver>> ofPeriod(Period period) const; // newest first

private:
    Database &m_database;
};

} // namespace br
