// PositionStore: the last run of each period and its positions, packed client by client.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/facts.h"
#include "core/domain/position.h"
#include "core/store/database.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace br {

struct StoredRun {
    Period period;
    Day asOf;
    std::string at;
    std::string batches;  // ids of the batches it read, ascending, with commas
    std::string rulesSha; // over the rules and whatever else it depends on: see reconciling.cpp
    int64_t durationMs = 0;
    bool operator==(const StoredRun &) const = default;
};

// The day that a period is judged by: its run's, else its last.
inline Day comparedDay(const std::optional<StoredRun> &run, Period period) { return run ? run->asOf : period.lastDay(); }

struct ClientPack {
    std::string numbers; // positionpack.h
    std::string traces;  // tracepack.h
    bool operator==(const ClientPack &) const = default;
};

class PositionStore final {
public:
    explicit PositionStore(Database &database)
        : m_database(database)
    {
    }
    Result<std::optional<StoredRun>> run(Period period);
    Result<std::vector<StoredRun>> runs(); // by period
    Status putRun(const StoredRun &run);   // new or again; keeps what stands under it
    Result<std::unordered_set<std::string>> clients(Period period);
    Result<std::optional<ClientPack>> pack(Period period, const ClientId &client);
    Status putClient(Period period, const ClientId &client, const std::string &packed, const std::string &traces, int64_t positions);
    Status removeClient(Period period, const ClientId &client);

    Result<std::vector<Position>> positions(Period period); // with traces, by client and service
    Result<std::vector<Position>> untraced(Period period);  // the same without traces, which are most of them
    Result<std::vector<Position>> positionsOf(Period period, const ClientId &client);
    Result<std::vector<EarlierPosition>> known(Period period); // verified ones, without traces

private:
    Database &m_database;
};

} // namespace br
