#include "core/workspace/resultwriting.h"

#include "core/store/discrepancystore.h"
#include "core/store/positionpack.h"
#include "core/store/tracepack.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace br {

namespace {

using RowsByKey = std::unordered_map<std::string, Discrepancy>;

Status replaceRows(Database &database, Period period, RowsByKey before, const std::vector<Discrepancy> &discrepancies)
{
    std::vector<std::pair<std::string, const Discrepancy *>> rows;
    rows.reserve(discrepancies.size());
    for (const auto &found : discrepancies)
        rows.emplace_back(discrepancyKey(period, found), &found);
    std::ranges::sort(rows); // as their index is: each goes behind the last
    DiscrepancyStore store(database);
    for (const auto &[key, found] : rows) {
        if (const auto old = before.find(key); old != before.end()) {
            const bool isSame = old->second == *found;
            before.erase(old);
            if (isSame)
                continue;
            if (auto done = store.remove(period, key); !done)
                return done;
        }
        if (auto done = store.add(period, key, *found); !done)
            return done;
    }
    for (const auto &[key, gone] : before) {
        if (auto done = store.remove(period, key); !done)
            return done;
    }
    return {};
}

std::span<const Position> positionsOf(const std::vector<Position> &positions, const ClientId &client)
{
    const auto first = std::ranges::lower_bound(positions, client, {}, &Position::client);
    return {first, std::ranges::upper_bound(first, positions.end(), client, {}, &Position::client)};
}

Status writeClient(PositionStore &store, Period period, const ClientId &client, std::span<const Position> positions)
{
    if (positions.empty())
        return store.removeClient(period, client);
    return store.putClient(period, client, packPositions(positions), packTraces(positions), static_cast<int64_t>(positions.size()));
}

} // namespace

Result<PositionWriting> PositionWriting::begin(Database &database, Period period)
{
    auto before = PositionStore(database).clients(period);
    if (!before)
        return before.error();
    return PositionWriting(database, period, std::move(*before));
}

Status PositionWriting::put(std::span<const Position> ofClient)
{
    const auto &client = ofClient.front().client;
    const ClientPack pack{packPositions(ofClient), packTraces(ofClient)};
    PositionStore store(*m_database);
    if (m_before.erase(client.text) > 0) {
        const auto old = store.pack(m_period, client);
        if (!old)
            return old.error();
        if (*old && **old == pack)
            return {};
    }
    return store.putClient(m_period, client, pack.numbers, pack.traces, static_cast<int64_t>(ofClient.size()));
}

Status PositionWriting::putAll(std::span<const Position> positions)
{
    while (!positions.empty()) {
        const auto isOthers = [&](const Position &position) { return position.client != positions.front().client; };
        const auto size = static_cast<size_t>(std::ranges::find_if(positions, isOthers) - positions.begin());
        if (auto done = put(positions.first(size)); !done)
            return done;
        positions = positions.subspan(size);
    }
    return {};
}

Status PositionWriting::finish()
{
    for (const auto &client : m_before) {
        if (auto done = PositionStore(*m_database).removeClient(m_period, ClientId(client)); !done)
            return done;
    }
    m_before.clear();
    return {};
}

Status writeDiscrepancies(Database &database, Period period, const std::vector<Discrepancy> &discrepancies)
{
    auto stored = DiscrepancyStore(database).ofPeriod(period);
    if (!stored)
        return stored.error();
    RowsByKey before;
    for (auto &row : *stored)
        before.emplace(std::move(row.key), std::move(row.discrepancy));
    return replaceRows(database, period, std::move(before), discrepancies);
}

Status writeRenewal(Database &database, Period period, const Reconciliation &result, const Renewal &renewal)
{
    PositionStore store(database);
    for (const auto &client : renewal.clients) {
        if (auto done = writeClient(store, period, client, positionsOf(result.positions, client)); !done)
            return done;
    }
    RowsByKey before;
    for (const auto &row : renewal.before)
        before.emplace(discrepancyKey(period, row), row);
    return replaceRows(database, period, std::move(before), renewal.now);
}

} // namespace br
