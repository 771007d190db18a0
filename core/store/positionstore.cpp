#include "core/store/positionstore.h"

#include "core/store/positionpack.h"

namespace br {

namespace {

StoredRun readRun(const Statement &row)
{
    return {Period::fromIndex(static_cast<int>(row.integer(0))), Day::fromNumber(static_cast<int32_t>(row.integer(1))), row.string(2),
        row.string(3), row.string(4), row.integer(5)};
}

template <class... Values>
Result<std::vector<Position>> readPositions(Database &database, bool isTraced, std::string_view name, const Values &...values)
{
    std::vector<Position> positions;
    Status unpacked;
    const auto read = database.each(
        name,
        [&](const Statement &row) {
            if (unpacked)
                unpacked = unpackPositions(ClientId(row.string(0)), row.blob(1), isTraced ? row.blob(2) : std::string_view(), &positions);
        },
        values...);
    if (!read)
        return read.error();
    if (!unpacked)
        return unpacked.error();
    return positions;
}

} // namespace

Result<std::optional<StoredRun>> PositionStore::run(Period period)
{
    std::optional<StoredRun> run;
    const auto read = m_database.each(
        "position/run", [&](const Statement &row) { run = readRun(row); }, period.index());
    if (!read)
        return read.error();
    return run;
}

Result<std::vector<StoredRun>> PositionStore::runs()
{
    std::vector<StoredRun> runs;
    const auto read = m_database.each("position/runs", [&](const Statement &row) { runs.push_back(readRun(row)); });
    if (!read)
        return read.error();
    return runs;
}

Status PositionStore::putRun(const StoredRun &run)
{
    return m_database.run("position/put_run", run.period.index(), run.asOf.number(), run.at, run.batches, run.rulesSha, run.durationMs);
}

Result<std::unordered_set<std::string>> PositionStore::clients(Period period)
{
    std::unordered_set<std::string> clients;
    const auto read = m_database.each(
        "position/clients", [&](const Statement &row) { clients.insert(row.string(0)); }, period.index());
    if (!read)
        return read.error();
    return clients;
}

Result<std::optional<ClientPack>> PositionStore::pack(Period period, const ClientId &client)
{
    std::optional<ClientPack> pack;
    const auto read = m_database.each(
        "position/of_client",
        [&](const Statement &row) {
            pack = ClientPack{std::string(row.blob(1)), std::string(row.blob(2))};
        },
        period.index(), client);
    if (!read)
        return read.error();
    return pack;
}

Status PositionStore::putClient(
    Period period, const ClientId &client, const std::string &packed, const std::string &traces, int64_t positions)
{
    if (const auto done = m_database.run("position/put", period.index(), client, positions, Blob{packed}); !done)
        return done;
    return m_database.run("position/put_traces", period.index(), client, Blob{traces});
}

Status PositionStore::removeClient(Period period, const ClientId &client)
{
    if (const auto done = m_database.run("position/remove", period.index(), client); !done)
        return done;
    return m_database.run("position/remove_traces", period.index(), client);
}

Result<std::vector<Position>> PositionStore::positions(Period period)
{
    return readPositions(m_database, true, "position/all", period.index());
}

Result<std::vector<Position>> PositionStore::untraced(Period period)
{
    return readPositions(m_database, false, "position/numbers", period.index());
}

Result<std::vector<Position>> PositionStore::positionsOf(Period period, const ClientId &client)
{
    return readPositions(m_database, true, "position/of_client", period.index(), client);
}

Result<std::vector<EarlierPosition>> PositionStore::known(Period period)
{
    std::vector<EarlierPosition> known;
    Status unpacked;
    const auto read = m_database.each(
        "position/numbers",
        [&](const Statement &row) {
            if (unpacked)
                unpacked = unpackKnown(period, ClientId(row.string(0)), row.blob(1), &known);
        },
        period.index());
    if (!read)
        return read.error();
    if (!unpacked)
        return unpacked.error();
    return known;
}

} // namespace br
