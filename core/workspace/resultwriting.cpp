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

Status writePositions(Database &database, Period period, const std::vector<PackedClient> &clients)
{
    PositionStore store(database);
    auto before = store.packs(period);
    if (!before)
        return before.error();
    for (const auto &[client, pack, positions] : clients) {
        const auto old = before->find(client.text);
        const bool isSame = old != before->end() && old->second == pack;
        if (old != before->end())
            before->erase(old);
        if (isSame)
            continue;
        if (auto done = store.putClient(period, client, pack.numbers, pack.traces, positions); !done)
            return done;
    }
    for (const auto &[client, pack] : *before) {
        if (auto done = store.removeClient(period, ClientId(client)); !done)
            return done;
    }
    return {};
}

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

Status writeRenewal(Database &database, const StoredRun &run, const Reconciliation &result, const Renewal &renewal)
{
    PositionStore store(database);
    if (auto done = store.putRun(run); !done)
        return done;
    for (const auto &client : renewal.clients) {
        if (auto done = writeClient(store, run.period, client, positionsOf(result.positions, client)); !done)
            return done;
    }
    RowsByKey before;
    for (const auto &row : renewal.before)
        before.emplace(discrepancyKey(run.period, row), row);
    return replaceRows(database, run.period, std::move(before), renewal.now);
}

Status writeResult(
    Database &database, const StoredRun &run, const std::vector<PackedClient> &clients, const std::vector<Discrepancy> &discrepancies)
{
    if (auto done = PositionStore(database).putRun(run); !done)
        return done;
    if (auto done = writePositions(database, run.period, clients); !done)
        return done;
    return writeDiscrepancies(database, run.period, discrepancies);
}

} // namespace br
