#include "core/store/discrepancystore.h"

#include "core/domain/roworder.h"
#include "core/store/stored.h"

namespace br {

namespace {

void readNumbers(const Statement &row, Discrepancy *found)
{
    found->billed = readNumber<Units>(row, 10);
    found->counted = readNumber<Units>(row, 11);
    found->difference = readNumber<Units>(row, 12);
    found->quantity = readNumber<Units>(row, 13);
    if (const auto price = readNumber(row, 14))
        found->price = CyclePrice{*price, static_cast<int>(row.integer(15)), readCurrency(row, 16)};
    found->impact = readNumber(row, 17);
    found->currency = readCurrency(row, 18);
    found->isEstimate = row.integer(19) != 0;
    if (!row.isNull(20))
        found->since = Period::fromIndex(static_cast<int>(row.integer(20)));
    found->until = readDay(row, 21);
    found->otherAmount = readNumber(row, 22);
    found->lineCost = readNumber(row, 23);
    if (!row.isNull(24))
        found->rows = row.integer(24);
}

StoredDiscrepancy readRow(const Statement &row)
{
    StoredDiscrepancy stored;
    stored.key = row.string(0);
    auto &found = stored.discrepancy;
    if (const auto kind = kindFromCode(row.text(1)))
        found.kind = *kind;
    auto &subject = found.subject;
    subject.client = ClientId(row.string(2));
    subject.service = ServiceId(row.string(3));
    subject.otherService = ServiceId(row.string(4));
    subject.source = SourceName(row.string(5));
    subject.account = AccountId(row.string(6));
    subject.meter = MeterId(row.string(7));
    subject.product = ProductId(row.string(8));
    subject.assetKey = row.string(9);
    readNumbers(row, &found);
    return stored;
}

template <class... Values>
Result<std::vector<StoredDiscrepancy>> readRows(Database &database, std::string_view name, const Values &...values)
{
    std::vector<StoredDiscrepancy> rows;
    const auto read = database.each(
        name, [&](const Statement &row) { rows.push_back(readRow(row)); }, values...);
    if (!read)
        return read.error();
    return rows;
}

// SQLite would carry whole rows through its sorter.
std::vector<StoredDiscrepancy> inOrder(std::vector<StoredDiscrepancy> rows)
{
    return inRowOrder(
        std::move(rows), [](const StoredDiscrepancy &row) -> const Discrepancy & { return row.discrepancy; },
        [](const StoredDiscrepancy &row) { return std::string_view(row.key); });
}

} // namespace

Status DiscrepancyStore::add(Period period, const std::string &key, const Discrepancy &found)
{
    const auto &subject = found.subject;
    const auto price = found.price.value_or(CyclePrice{});
    const auto priced = found.price ? std::optional(price.amount.raw()) : std::nullopt;
    const auto since = found.since ? std::optional<int64_t>(found.since->index()) : std::nullopt;
    return m_database.run("discrepancy/add", period.index(), key, kindCode(found.kind), subject.client, subject.service,
        subject.otherService, subject.source, subject.account, subject.meter, subject.product, subject.assetKey, stored(found.billed),
        stored(found.counted), stored(found.difference), stored(found.quantity), priced, price.months, price.currency.code(),
        stored(found.impact), found.currency.code(), found.isEstimate, since, stored(found.until), stored(found.otherAmount),
        stored(found.lineCost), found.rows);
}

Status DiscrepancyStore::remove(Period period, const std::string &key) { return m_database.run("discrepancy/remove", period.index(), key); }

Result<std::vector<StoredDiscrepancy>> DiscrepancyStore::ofPeriod(Period period)
{
    auto rows = readRows(m_database, "discrepancy/of_period", period.index());
    if (!rows)
        return rows;
    return inOrder(std::move(*rows));
}

Result<std::vector<StoredDiscrepancy>> DiscrepancyStore::ofClient(Period period, const ClientId &client)
{
    auto rows = readRows(m_database, "discrepancy/of_client", period.index(), client);
    if (!rows)
        return rows;
    return inOrder(std::move(*rows));
}

Result<std::optional<StoredDiscrepancy>> DiscrepancyStore::find(Period period, const std::string &key)
{
    auto rows = readRows(m_database, "discrepancy/find", period.index(), key);
    if (!rows)
        return rows.error();
    return rows->empty() ? std::optional<StoredDiscrepancy>() : std::optional(std::move(rows->front()));
}

} // namespace br
