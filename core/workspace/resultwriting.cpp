#include "core/workspace/resultwriting.h"

#include "core/store/discrepancystore.h"
#include "core/store/positionpack.h"
#include "core/store/tracepack.h"

#include <span>
#include <unordered_map>

namespace br {

namespace {

Status writePositions(Database &database, Period period, const std::vector<Position> &positions)
{
    PositionStore store(database);
    auto before = store.packs(period);
    if (!before)
        return before.error();
    for (size_t first = 0; first < positions.size();) {
        const auto &client = positions[first].client;
        size_t end = first + 1;
        while (end < positions.size() && positions[end].client == client)
            ++end;
        const std::span group(positions.data() + first, end - first);
        first = end;
        ClientPack pack{packPositions(group), packTraces(group)};
        const auto old = before->find(client.text);
        const bool isSame = old != before->end() && old->second == pack;
        if (old != before->end())
            before->erase(old);
        if (isSame)
            continue;
        if (auto done = store.putClient(period, client, pack.numbers, pack.traces, static_cast<int64_t>(group.size())); !done)
            return done;
    }
    for (const auto &[client, pack] : *before) {
        if (auto done = store.removeClient(period, ClientId(client)); !done)
            return done;
    }
    return {};
}

Status writeDiscrepancies(Database &database, Period period, const std::vector<Discrepancy> &discrepancies)
{
    DiscrepancyStore store(database);
    auto stored = store.ofPeriod(period);
    if (!stored)
        return stored.error();
    std::unordered_map<std::string, Discrepancy> before;
    for (auto &row : *stored)
        before.emplace(std::move(row.key), std::move(row.discrepancy));
    for (const auto &found : discrepancies) {
        StoredDiscrepancy row{discrepancyKey(period, found), found};
        if (const auto old = before.find(row.key); old != before.end()) {
            const bool isSame = old->second == found;
            before.erase(old);
            if (isSame)
                continue;
            if (auto done = store.remove(period, row.key); !done)
                return done;
        }
        if (auto done = store.add(period, row); !done)
            return done;
    }
    for (const auto &[key, gone] : before) {
        if (auto done = store.remove(period, key); !done)
            return done;
    }
    return {};
}

} // namespace

Status writeResult(Database &database, const StoredRun &run, const Reconciliation &result)
{
    if (auto done = PositionStore(database).putRun(run); !done)
        return done;
    if (auto done = writePositions(database, run.period, result.positions); !done)
        return done;
    return writeDiscrepancies(database, run.period, result.discrepancies);
}

} // namespace br
