// Result writing: what a run found replaces what the run before it found; what stayed the same is not written again.
//
// The caller holds the transaction. Thread rule: the Workspace's thread.
#pragma once

#include "core/reconcile/comparison.h"
#include "core/store/positionstore.h"

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace br {

// The positions of a run that is stored already; What stays the same is not written again.
class PositionWriting final {
public:
    static Result<PositionWriting> begin(Database &database, Period period);
    Status put(std::span<const Position> ofClient);     // of one client, all of them
    Status putAll(std::span<const Position> positions); // of whole clients, each one's together
    Status finish();                                    // takes away the clients that were not put

private:
    PositionWriting(Database &database, Period period, std::unordered_set<std::string> before)
        : m_database(&database)
        , m_period(period)
        , m_before(std::move(before))
    {
    }
    Database *m_database;
    Period m_period;
    std::unordered_set<std::string> m_before; // clients that stand there and were not put
};

Status writeDiscrepancies(Database &database, Period period, const std::vector<Discrepancy> &discrepancies);
// Positions and rows of a renewed result, where the stored ones are those before its renewal.
Status writeRenewal(Database &database, Period period, const Reconciliation &result, const Renewal &renewal);

} // namespace br
