// The reading half of linking.h: what accounts, meters and products a period has, and what people did with them.
#include "core/workspace/linking.h"

#include "core/base/text.h"
#include "core/store/assetstore.h"
#include "core/store/discrepancystore.h"
#include "core/store/positionstore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/periodlines.h"
#include "core/workspace/rulemaking.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace br {

namespace {

Result<std::map<std::pair<SourceName, AccountId>, Money>> worthOfUnmapped(Workspace &workspace, Period period)
{
    std::map<std::pair<SourceName, AccountId>, Money> worth;
    const auto rows = DiscrepancyStore(workspace.database()).ofPeriod(period);
    if (!rows)
        return rows.error();
    for (const auto &row : *rows) {
        const auto &d = row.discrepancy;
        if (d.kind == Kind::UnmappedClient && d.impact)
            worth.emplace(std::pair(d.subject.source, d.subject.account), Money{*d.impact, d.currency});
    }
    return worth;
}

// What one vendor batch counts, account by account and meter by meter.
struct BatchCounts {
    std::vector<StoredAccount> accounts;
    std::vector<StoredMeter> meters;
    std::vector<StoredCount> counts;
    std::vector<AssetTotal> assets;

    static Result<BatchCounts> load(Database &database, const Batch &batch)
    {
        VendorStore store(database);
        auto accounts = store.accounts(batch.id, batch.source);
        if (!accounts)
            return accounts.error();
        auto meters = store.meters(batch.id, batch.source);
        if (!meters)
            return meters.error();
        auto counts = store.counts(batch.id, batch.source);
        if (!counts)
            return counts.error();
        auto assets = AssetStore(database).totals(batch.id);
        if (!assets)
            return assets.error();
        return BatchCounts{std::move(*accounts), std::move(*meters), std::move(*counts), std::move(*assets)};
    }
};

void addAccounts(const BatchCounts &batch, std::vector<AccountRow> &rows)
{
    std::map<int64_t, std::set<int64_t>> meters;
    std::map<int64_t, int64_t> assets;
    for (const auto &count : batch.counts)
        meters[count.account].insert(count.meter);
    for (const auto &total : batch.assets) {
        meters[total.account].insert(total.meter);
        assets[total.account] += total.assets;
    }
    for (const auto &stored : batch.accounts) {
        AccountRow row;
        row.account = stored.account;
        row.meters = static_cast<int>(meters[stored.number].size());
        row.assets = assets[stored.number];
        rows.push_back(std::move(row));
    }
}

// A sum beyond what can be held is unknown, and stays so whatever is added later.
class Sum final {
public:
    void add(Decimal quantity)
    {
        const auto units = multiply(quantity, Decimal::fromInt(1));
        m_sum = m_sum && units ? checkedAdd(*m_sum, *units) : std::nullopt;
        m_isStated = true;
    }
    std::optional<Units> value() const { return m_sum; }
    std::optional<Units> stated() const { return m_isStated ? m_sum : std::nullopt; }

private:
    std::optional<Units> m_sum = Units();
    bool m_isStated = false;
};

struct Billed {
    Sum quantity;
    int lines = 0;
};

void addMeters(const BatchCounts &batch, std::vector<MeterRow> &rows)
{
    std::map<int64_t, MeterRow> byNumber;
    std::map<int64_t, std::set<int64_t>> accounts;
    std::map<std::pair<int64_t, Measure>, Sum> sums;
    for (const auto &stored : batch.meters)
        byNumber[stored.number].meter = stored.meter;
    for (const auto &stored : batch.counts) {
        accounts[stored.meter].insert(stored.account);
        sums[{stored.meter, stored.count.measure}].add(stored.count.quantity);
    }
    for (const auto &total : batch.assets) {
        accounts[total.meter].insert(total.account);
        byNumber[total.meter].assets += total.assets;
    }
    for (auto &[number, row] : byNumber) {
        row.accounts = static_cast<int>(accounts[number].size());
        row.purchased = sums[{number, Measure::Purchased}].stated();
        row.assigned = sums[{number, Measure::Assigned}].stated();
        row.used = sums[{number, Measure::Used}].stated();
        rows.push_back(std::move(row));
    }
}

void putLinks(std::vector<AccountRow> &rows, const std::vector<AccountLink> &all, const PeriodNames &names)
{
    std::map<std::pair<SourceName, AccountId>, const AccountLink *> bySubject;
    for (const auto &link : all)
        bySubject.emplace(std::pair(link.source, link.account), &link);
    for (auto &row : rows) {
        const auto found = bySubject.find({row.account.source, row.account.id});
        if (found == bySubject.end())
            continue;
        row.link = *found->second;
        if (!row.link->client.isEmpty())
            row.clientName = names.clientName(row.link->client);
    }
}

void putUse(std::vector<MeterRow> &rows, const std::vector<Service> &all, const std::vector<IgnoredMeter> &ignored)
{
    for (auto &row : rows) {
        for (const auto &service : all) {
            const auto counts = [&row](const CountedBy &by) { return by.source == row.meter.source && by.meter == row.meter.id; };
            if (std::ranges::any_of(service.counted, counts))
                row.services.push_back(service.id);
        }
        for (const auto &meter : ignored) {
            if (meter.source == row.meter.source && meter.meter == row.meter.id) {
                row.ignored = true;
                row.ignoredReason = meter.reason;
            }
        }
    }
}

Result<std::map<ProductId, Billed>> billedOf(Workspace &workspace, const PeriodNames &names, Day asOf)
{
    std::map<ProductId, Billed> billed;
    const auto read = forEachLine(workspace, names, [&](BilledLine &&line, const Agreement &agreement) {
        auto &sums = billed[line.product];
        if (isActive(agreement, line, asOf)) {
            sums.quantity.add(line.quantity);
            ++sums.lines;
        }
    });
    if (!read)
        return read.error();
    return billed;
}

// The rows that `add` makes of what each vendor brought.
template <class Row>
Result<std::vector<Row>> rowsOfVendors(
    Workspace &workspace, const PeriodNames &names, void (*add)(const BatchCounts &counts, std::vector<Row> &rows))
{
    std::vector<Row> rows;
    for (const auto &batch : names.batches) {
        if (batch.batch.side != Side::Vendor)
            continue;
        const auto counts = BatchCounts::load(workspace.database(), batch.batch);
        if (!counts)
            return counts.error();
        add(*counts, rows);
    }
    return rows;
}

} // namespace

Result<std::vector<AccountRow>> accountRows(Workspace &workspace, Period period)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    const auto all = links(workspace);
    if (!all)
        return all.error();
    const auto worth = worthOfUnmapped(workspace, period);
    if (!worth)
        return worth.error();
    auto read = rowsOfVendors(workspace, *names, addAccounts);
    if (!read)
        return read.error();
    auto &rows = *read;
    putLinks(rows, *all, *names);
    for (auto &row : rows) {
        if (const auto found = worth->find({row.account.source, row.account.id}); found != worth->end() && !row.link)
            row.estimatedWorth = found->second;
    }
    std::ranges::stable_sort(rows, {}, [](const AccountRow &row) {
        const auto money = row.estimatedWorth ? -row.estimatedWorth->amount.abs().raw() : 1;
        return std::make_tuple(
            row.link.has_value(), money, std::cref(row.account.source), std::cref(row.account.name), std::cref(row.account.id));
    });
    return read;
}

Result<std::vector<MeterRow>> meterRows(Workspace &workspace, Period period)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    const auto all = services(workspace);
    if (!all)
        return all.error();
    const auto ignored = ignoredMeters(workspace);
    if (!ignored)
        return ignored.error();
    auto read = rowsOfVendors(workspace, *names, addMeters);
    if (!read)
        return read.error();
    auto &rows = *read;
    putUse(rows, *all, *ignored);
    std::ranges::stable_sort(rows, {}, [](const MeterRow &row) {
        return std::make_tuple(
            !row.services.empty() || row.ignored, std::cref(row.meter.source), std::cref(row.meter.name), std::cref(row.meter.id));
    });
    return read;
}

Result<std::vector<ProductRow>> productRows(Workspace &workspace, Period period)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    const auto all = services(workspace);
    if (!all)
        return all.error();
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    const auto billed = billedOf(workspace, *names, comparedDay(*run, period));
    if (!billed)
        return billed.error();
    std::map<ProductId, ProductRow> rows;
    for (const auto &[id, product] : names->products)
        rows[id].product = product;
    for (const auto &[id, sums] : *billed) {
        auto &row = rows[id];
        row.product.id = id;
        row.billedQuantity = sums.quantity.value();
        row.lines = sums.lines;
    }
    std::vector<ProductRow> out;
    for (auto &[id, row] : rows) {
        for (const auto &service : *all) {
            if (std::ranges::find(service.billed, id, &BilledBy::product) != service.billed.end())
                row.services.push_back(service.id);
        }
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, {}, [](const ProductRow &row) { return std::make_tuple(!row.services.empty(), -row.lines); });
    return out;
}

Result<std::vector<Client>> clients(Workspace &workspace, Period period)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    std::vector<Client> out;
    for (const auto &[id, client] : names->clients)
        out.push_back(client);
    std::ranges::sort(out, {}, [](const Client &client) { return std::tie(client.name, client.id); });
    return out;
}

Result<std::vector<Suggestion>> suggestLinks(Workspace &workspace, Period period)
{
    const auto rows = accountRows(workspace, period);
    if (!rows)
        return rows.error();
    const auto known = clients(workspace, period);
    if (!known)
        return known.error();
    std::vector<Account> unlinked;
    for (const auto &row : *rows) {
        if (!row.link)
            unlinked.push_back(row.account);
    }
    std::vector<Suggestion> out;
    for (const auto &found : suggestClients(unlinked, *known)) {
        const auto &account = unlinked[found.account];
        const auto &client = (*known)[found.client];
        out.push_back({account.source, account.id, client.id, client.name, found.why, found.percent});
    }
    return out;
}

} // namespace br
