#include "core/store/vendorstore.h"

#include "core/base/text.h"
#include "core/store/stored.h"

#include <algorithm>

namespace br {

namespace {

std::string_view codeOf(Measure measure)
{
    return measure == Measure::Purchased ? "purchased" : measure == Measure::Assigned ? "assigned" : "used";
}

Measure measureOf(std::string_view code)
{
    return code == "purchased" ? Measure::Purchased : code == "assigned" ? Measure::Assigned : Measure::Used;
}

struct NumberSql {
    std::string_view find;
    std::string_view add; // nothing where it is there
};

Result<int64_t> found(Database &database, const NumberSql &sql, int64_t sourceId, std::string_view text)
{
    int64_t number = 0;
    const auto read = database.each(
        sql.find, [&](const Statement &row) { number = row.integer(0); }, sourceId, text);
    return read ? Result<int64_t>(number) : read.error();
}

// New ones mostly come one after the other, and so do known ones: what the last one was is tried first.
Result<int64_t> numberOf(Database &database, const NumberSql &sql, int64_t sourceId, std::string_view text, bool *isNew)
{
    if (!*isNew) {
        auto known = found(database, sql, sourceId, text);
        if (!known || *known != 0)
            return known;
    }
    if (const auto added = database.run(sql.add, sourceId, text); !added)
        return added.error();
    *isNew = database.changes() > 0;
    return *isNew ? Result<int64_t>(database.lastInsertId()) : found(database, sql, sourceId, text);
}

// Nothing: a batch without a pack.
Result<std::optional<std::vector<StoredAccount>>> readAccountPack(Database &database, int64_t batchId, const SourceName &source)
{
    std::optional<Result<std::vector<StoredAccount>>> unpacked;
    const auto done = database.each(
        "vendor/account_pack", [&](const Statement &row) { unpacked = unpackAccounts(row.blob(0), source); }, batchId);
    if (!done)
        return done.error();
    if (!unpacked)
        return std::optional<std::vector<StoredAccount>>();
    if (!*unpacked)
        return unpacked->error();
    return std::optional(std::move(**unpacked));
}

StoredCount readCount(const Statement &row, const SourceName &source)
{
    StoredCount stored{row.integer(0), row.integer(1), {}};
    auto &count = stored.count;
    count.source = source;
    count.account = AccountId(row.string(2));
    count.meter = MeterId(row.string(3));
    count.subscription = row.string(4);
    count.measure = measureOf(row.text(5));
    count.quantity = Decimal::fromRaw(row.integer(6));
    count.unitCost = readNumber(row, 7);
    count.currency = readCurrency(row, 8);
    count.term = row.string(9);
    count.commitmentEnd = readDay(row, 10);
    count.status = row.string(11);
    count.chargedUntil = readDay(row, 12);
    return stored;
}

} // namespace

Result<int64_t> VendorStore::accountNumber(int64_t sourceId, std::string_view account)
{
    return numberOf(m_database, {"vendor/find_account", "vendor/new_account"}, sourceId, account, &m_isAccountNew);
}

Result<int64_t> VendorStore::meterNumber(int64_t sourceId, std::string_view meter)
{
    return numberOf(m_database, {"vendor/find_meter", "vendor/new_meter"}, sourceId, meter, &m_isMeterNew);
}

Status VendorStore::addAccounts(int64_t batchId, std::vector<AccountView> accounts)
{
    const auto packed = packAccounts(std::move(accounts));
    return m_database.run("vendor/add_account_pack", batchId, Blob{packed});
}

Status VendorStore::addMeter(int64_t batchId, int64_t meter, std::string_view name)
{
    return m_database.run("vendor/add_meter", batchId, meter, name);
}

Status VendorStore::addCount(int64_t batchId, int64_t account, int64_t meter, const Count &count, const CountEvidence &evidence)
{
    return m_database.run("vendor/add_count", batchId, account, meter, count.subscription, codeOf(count.measure), count.quantity.raw(),
        br::stored(count.unitCost), count.currency.code(), count.term, br::stored(count.commitmentEnd), count.status, evidence.raw,
        evidence.file, evidence.row, br::stored(count.chargedUntil));
}

Status VendorStore::addUnread(
    int64_t batchId, std::optional<int64_t> account, std::optional<int64_t> meter, std::string_view reason, bool onlyWhereAbsent)
{
    return m_database.run("vendor/add_unread", batchId, account, meter, reason, onlyWhereAbsent);
}

Result<std::vector<Unread>> VendorStore::unread(int64_t batchId, const SourceName &source)
{
    std::vector<Unread> found;
    const auto read = m_database.each(
        "vendor/unread",
        [&](const Statement &row) {
            found.push_back({source, AccountId(row.string(0)), MeterId(row.string(1)), row.string(2), row.integer(3) != 0});
        },
        batchId);
    if (!read)
        return read.error();
    return found;
}

Result<std::vector<EarlierCharge>> VendorStore::chargedBefore(int64_t sourceId, Period first, Period last)
{
    std::vector<EarlierCharge> found;
    const auto read = m_database.each(
        "vendor/charged_before",
        [&](const Statement &row) {
            found.push_back({Period::fromIndex(static_cast<int>(row.integer(0))), row.integer(1), row.integer(2), row.string(3),
                Decimal::fromRaw(row.integer(4)), readDay(row, 5)});
        },
        sourceId, first.index(), last.index());
    if (!read)
        return read.error();
    return found;
}

Result<std::vector<StoredAccount>> VendorStore::accounts(int64_t batchId, const SourceName &source)
{
    auto packed = readAccountPack(m_database, batchId, source);
    if (!packed)
        return packed.error();
    if (*packed)
        return std::move(**packed);
    std::vector<StoredAccount> accounts; // a batch of before has rows
    const auto read = m_database.each(
        "vendor/accounts",
        [&](const Statement &row) {
            accounts.push_back({row.integer(0), {source, AccountId(row.string(1)), row.string(2), row.string(3)}});
        },
        batchId);
    if (!read)
        return read.error();
    return accounts;
}

Status VendorStore::verifyAccounts(int64_t batchId)
{
    auto packed = readAccountPack(m_database, batchId, {});
    if (!packed || !*packed)
        return packed ? Status() : Status(packed.error());
    std::ranges::sort(**packed, {}, &StoredAccount::number);
    auto next = (*packed)->begin();
    const auto read = m_database.each(
        "vendor/accounts_of_source",
        [&](const Statement &row) {
            if (next != (*packed)->end() && next->number == row.integer(0) && next->account.id.text == row.text(1))
                ++next;
        },
        batchId);
    if (!read || next == (*packed)->end())
        return read;
    return Error{Errc::Damaged,
        words("Store", "The accounts of batch %1 are not those of its source (%2). Go back to a backup.",
            {std::to_string(batchId), next->account.id.text}),
        "account pack"};
}

Result<std::vector<StoredMeter>> VendorStore::meters(int64_t batchId, const SourceName &source)
{
    std::vector<StoredMeter> meters;
    const auto read = m_database.each(
        "vendor/meters",
        [&](const Statement &row) {
            meters.push_back({row.integer(0), {source, MeterId(row.string(1)), row.string(2)}});
        },
        batchId);
    if (!read)
        return read.error();
    return meters;
}

Result<std::vector<StoredCount>> VendorStore::counts(int64_t batchId, const SourceName &source)
{
    std::vector<StoredCount> counts;
    const auto read = m_database.each(
        "vendor/counts", [&](const Statement &row) { counts.push_back(readCount(row, source)); }, batchId);
    if (!read)
        return read.error();
    return counts;
}

} // namespace br
