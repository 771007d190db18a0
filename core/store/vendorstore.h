// VendorStore: accounts, meters and counts of one vendor batch. Accounts and meters have a number for life in their source.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/vendor.h"
#include "core/store/accountpack.h"
#include "core/store/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace br {

struct StoredMeter {
    int64_t number = 0; // meter.id in the file
    Meter meter;
};

struct StoredCount {
    int64_t account = 0;
    int64_t meter = 0;
    Count count;
};

struct EarlierCharge { // account and meter by their numbers
    Period period;
    int64_t account = 0;
    int64_t meter = 0;
    std::string subscription;
    Decimal quantity;
    MaybeDay until;
};

struct CountEvidence {
    std::string raw;
    int64_t file = 0;
    int64_t row = 0;
};

class VendorStore final {
public:
    explicit VendorStore(Database &database)
        : m_database(database)
    {
    }
    // The number of an account or meter of a source; given one where it is new.
    Result<int64_t> accountNumber(int64_t sourceId, std::string_view account);
    Result<int64_t> meterNumber(int64_t sourceId, std::string_view meter);
    Status addAccounts(int64_t batchId, std::vector<AccountView> accounts); // all of the batch at once
    Status addMeter(int64_t batchId, int64_t meter, std::string_view name);
    Status addUnread(int64_t batchId, std::optional<int64_t> account, std::optional<int64_t> meter, std::string_view reason,
        bool onlyWhereAbsent = false);
    Status addCount(int64_t batchId, int64_t account, int64_t meter, const Count &count, const CountEvidence &evidence);

    // `source` is put into the values; those the batch states, with or without a count or an asset; by id.
    Result<std::vector<StoredAccount>> accounts(int64_t batchId, const SourceName &source);
    // The packed accounts are those of the source: the same numbers and ids. Errc::Damaged where they are not.
    Status verifyAccounts(int64_t batchId);
    Result<std::vector<StoredMeter>> meters(int64_t batchId, const SourceName &source);
    Result<std::vector<Unread>> unread(int64_t batchId, const SourceName &source);
    Result<std::vector<StoredCount>> counts(int64_t batchId, const SourceName &source);
    // What the batches in force of these months state as charged, oldest month first.
    Result<std::vector<EarlierCharge>> chargedBefore(int64_t sourceId, Period first, Period last);

private:
    Database &m_database;
    bool m_isAccountNew = false; // the last one asked for
    bool m_isMeterNew = false;
};

} // namespace br
