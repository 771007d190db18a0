#include "core/workspace/listing.h"

#include "core/reconcile/standing.h"
#include "core/store/decisionstore.h"
#include "core/store/discrepancystore.h"
#include "core/store/positionstore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/linking.h"
#include "core/workspace/periodlines.h"
#include "core/workspace/periodreview.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/sourcedoubts.h"

#include <algorithm>
#include <map>
#include <set>

namespace br {

namespace {

struct ServiceNames {
    std::string label;
    std::vector<std::string> sources;
};

// Joins stored discrepancies with names, states and notes, all by maps read once.
class RowMaker final {
public:
    static Result<RowMaker> load(Workspace &workspace, Period period)
    {
        const auto run = PositionStore(workspace.database()).run(period);
        if (!run)
            return run.error();
        auto names = PeriodNames::load(workspace, period);
        if (!names)
            return names.error();
        auto review = PeriodReview::load(workspace, period, comparedDay(*run, period));
        if (!review)
            return review.error();
        auto notes = DecisionStore(workspace.database()).noteCounts(period);
        if (!notes)
            return notes.error();
        const auto all = services(workspace);
        if (!all)
            return all.error();
        auto doubts = sourceDoubts(workspace, period, *review);
        if (!doubts)
            return doubts.error();
        RowMaker maker(std::move(*names), std::move(*review), std::move(*notes));
        maker.m_doubts = std::move(*doubts);
        for (const auto &service : *all)
            maker.addService(service);
        return maker;
    }

    DiscrepancyRow make(StoredDiscrepancy stored) const
    {
        DiscrepancyRow row;
        row.key = std::move(stored.key);
        row.discrepancy = std::move(stored.discrepancy);
        putNames(row);
        putReview(row);
        std::ranges::copy_if(
            m_doubts, std::back_inserter(row.doubts), [&row](const SourceDoubt &doubt) { return isTouchedBy(row, doubt); });
        if (!m_notes.empty()) {
            const auto found = m_notes.find(row.key);
            row.notes = found == m_notes.end() ? 0 : found->second;
        }
        return row;
    }

    const PeriodNames &names() const { return m_names; }

private:
    RowMaker(PeriodNames names, PeriodReview review, std::unordered_map<std::string, int> notes)
        : m_names(std::move(names))
        , m_review(std::move(review))
        , m_notes(std::move(notes))
    {
    }

    void addService(const Service &service)
    {
        ServiceNames names{service.label(), {}};
        for (const auto &by : service.counted) {
            if (std::ranges::find(names.sources, by.source.text) == names.sources.end())
                names.sources.push_back(by.source.text);
        }
        m_services.emplace(service.id, std::move(names));
    }

    void putService(const ServiceId &id, std::string &label, std::vector<std::string> &sources) const
    {
        if (id.isEmpty())
            return;
        const auto found = m_services.find(id);
        if (found == m_services.end()) {
            label = id.text;
            return;
        }
        label = found->second.label;
        for (const auto &source : found->second.sources) {
            if (std::ranges::find(sources, source) == sources.end())
                sources.push_back(source);
        }
    }

    void putNames(DiscrepancyRow &row) const
    {
        const auto &s = row.discrepancy.subject;
        if (!s.client.isEmpty())
            row.clientName = m_names.clientName(s.client);
        if (!s.source.isEmpty())
            row.sources.push_back(s.source.text);
        putService(s.service, row.serviceName, row.sources);
        putService(s.otherService, row.otherServiceName, row.sources);
        if (!s.account.isEmpty())
            row.accountName = m_names.accountName(s.source, s.account);
        if (!s.meter.isEmpty())
            row.meterName = m_names.meterName(s.source, s.meter);
        if (!s.product.isEmpty())
            row.productName = m_names.productName(s.product);
    }

    void putReview(DiscrepancyRow &row) const
    {
        const auto standing = m_review.of(row.key, numbersOf(row.discrepancy));
        row.state = standing.state;
        row.carriedFrom = standing.carriedFrom;
        if (!standing.last)
            return;
        const auto &last = *standing.last;
        row.decidedBy = last.by;
        row.decidedAt = last.at;
        row.reason = last.reason;
        row.targetQuantity = last.targetQuantity;
        row.effective = last.effective;
        row.until = last.until;
        row.seen = last.seen;
    }

    PeriodNames m_names;
    PeriodReview m_review;
    std::unordered_map<std::string, int> m_notes;
    std::unordered_map<ServiceId, ServiceNames> m_services;
    std::vector<SourceDoubt> m_doubts;
};

bool isDecided(State state) { return state == State::Approved || state == State::Accepted || state == State::Dismissed; }

void addTo(std::vector<Money> &sums, Decimal amount, Currency currency)
{
    for (auto &sum : sums) {
        if (sum.currency == currency) {
            sum.amount += amount;
            return;
        }
    }
    sums.push_back({amount, currency});
}

void addRow(ClientRow &client, const DiscrepancyRow &row)
{
    ++(isDecided(row.state) ? client.decidedRows : client.openRows);
    const auto &impact = row.discrepancy.impact;
    if (isMoneyAMonth(row.discrepancy.kind) && impact && !impact->isZero())
        addTo(impact->sign() > 0 ? client.under : client.over, *impact, row.discrepancy.currency);
}

ClientRow clientRowOf(const ClientId &id, const PeriodNames &names)
{
    ClientRow row;
    row.client = id;
    row.name = names.clientName(id);
    const auto found = names.clients.find(id);
    if (found != names.clients.end()) {
        row.parent = found->second.parent;
        row.rollUp = found->second.rollUp;
        if (!row.parent.isEmpty())
            row.parentName = names.clientName(row.parent);
    }
    return row;
}

std::vector<ClientRow> clientRowsOf(
    const PeriodNames &names, const std::vector<Position> &positions, const std::vector<DiscrepancyRow> &rows)
{
    std::map<ClientId, ClientRow> clients;
    const auto rowOf = [&](const ClientId &id) -> ClientRow & {
        auto found = clients.find(id);
        if (found == clients.end())
            found = clients.emplace(id, clientRowOf(id, names)).first;
        return found->second;
    };
    for (const auto &[id, client] : names.clients)
        rowOf(id);
    for (const auto &position : positions)
        ++rowOf(position.client).positions;
    for (const auto &row : rows) {
        if (!row.discrepancy.subject.client.isEmpty())
            addRow(rowOf(row.discrepancy.subject.client), row);
    }
    std::vector<ClientRow> out;
    out.reserve(clients.size());
    for (auto &[id, row] : clients)
        out.push_back(std::move(row));
    std::ranges::stable_sort(out, {}, [](const ClientRow &row) { return std::tie(row.name, row.client); });
    return out;
}

Status addLines(Workspace &workspace, const PeriodNames &names, Day asOf, ClientDetail &detail)
{
    return forEachLine(workspace, names, [&](BilledLine &&line, const Agreement &agreement) {
        if (line.client != detail.row.client && names.holderOf(line.client) != detail.row.client)
            return;
        LineRow row{std::move(line), agreement, {}, {}, false};
        row.active = isActive(agreement, row.line, asOf);
        row.productName = names.productName(row.line.product);
        row.clientName = names.clientName(row.line.client);
        detail.lines.push_back(std::move(row));
    });
}

Status addAccounts(Workspace &workspace, const PeriodNames &names, Period period, ClientDetail &detail)
{
    auto accounts = accountRows(workspace, period);
    if (!accounts)
        return accounts.error();
    std::set<std::string> ours;
    for (auto &row : *accounts) {
        const bool isLinked = row.link && row.link->state == AccountLink::State::Linked;
        if (!isLinked || (row.link->client != detail.row.client && names.holderOf(row.link->client) != detail.row.client))
            continue;
        ours.insert(pairKey(row.account.source, row.account.id.text));
        detail.accounts.push_back(std::move(row));
    }
    VendorStore store(workspace.database());
    for (const auto &batch : names.batches) {
        if (batch.batch.side != Side::Vendor)
            continue;
        auto counts = store.counts(batch.batch.id, batch.batch.source);
        if (!counts)
            return counts.error();
        for (auto &stored : *counts) {
            const auto &count = stored.count;
            if (ours.contains(pairKey(count.source, count.account.text)))
                detail.counts.push_back(
                    {count, names.accountName(count.source, count.account), names.meterName(count.source, count.meter)});
        }
    }
    return {};
}

} // namespace

Result<std::vector<DiscrepancyRow>> discrepancyRows(Workspace &workspace, Period period)
{
    const auto maker = RowMaker::load(workspace, period);
    if (!maker)
        return maker.error();
    auto stored = DiscrepancyStore(workspace.database()).ofPeriod(period);
    if (!stored)
        return stored.error();
    std::vector<DiscrepancyRow> rows;
    rows.reserve(stored->size());
    for (auto &discrepancy : *stored)
        rows.push_back(maker->make(std::move(discrepancy)));
    return rows;
}

Result<std::optional<DiscrepancyRow>> discrepancyRow(Workspace &workspace, const std::string &key)
{
    const auto period = Period::parse(std::string_view(key).substr(0, 7));
    if (!period)
        return std::optional<DiscrepancyRow>();
    auto stored = DiscrepancyStore(workspace.database()).find(*period, key);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<DiscrepancyRow>();
    const auto maker = RowMaker::load(workspace, *period);
    if (!maker)
        return maker.error();
    return std::optional(maker->make(std::move(**stored)));
}

Result<std::vector<ClientRow>> clientRows(Workspace &workspace, Period period)
{
    const auto positions = PositionStore(workspace.database()).untraced(period);
    if (!positions)
        return positions.error();
    const auto rows = discrepancyRows(workspace, period);
    if (!rows)
        return rows.error();
    return clientRows(workspace, period, *positions, *rows);
}

Result<std::vector<ClientRow>> clientRows(
    Workspace &workspace, Period period, const std::vector<Position> &positions, const std::vector<DiscrepancyRow> &rows)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    return clientRowsOf(*names, positions, rows);
}

Result<ClientDetail> clientDetail(Workspace &workspace, Period period, const ClientId &client)
{
    const auto maker = RowMaker::load(workspace, period);
    if (!maker)
        return maker.error();
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    ClientDetail detail;
    detail.row = clientRowOf(client, maker->names());
    auto positions = PositionStore(workspace.database()).positionsOf(period, client);
    if (!positions)
        return positions.error();
    detail.positions = std::move(*positions);
    detail.row.positions = static_cast<int>(detail.positions.size());
    auto stored = DiscrepancyStore(workspace.database()).ofClient(period, client);
    if (!stored)
        return stored.error();
    for (auto &discrepancy : *stored) {
        detail.discrepancies.push_back(maker->make(std::move(discrepancy)));
        addRow(detail.row, detail.discrepancies.back());
    }
    if (const auto added = addLines(workspace, maker->names(), comparedDay(*run, period), detail); !added)
        return added.error();
    if (const auto added = addAccounts(workspace, maker->names(), period, detail); !added)
        return added.error();
    return detail;
}

} // namespace br
