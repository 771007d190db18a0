// The comparison of one period: facts and rules in, positions and discrepancies out (domain.md sections 3 and 4).
//
// Pure: no clock, no store, no order dependence; the same input in any order gives the same output, sorted. Thread rule:
// reads its arguments only; may run on any thread.
#pragma once

#include "core/domain/discrepancy.h"
#include "core/domain/facts.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace br {

struct Reconciliation {
    std::vector<Position> positions;        // by client id, service id
    std::vector<Discrepancy> discrepancies; // by |impact| (unknown last), then key
    std::vector<std::string> warnings;      // numbers out of range, exceptions of rolled-up clients, parents in a circle
};

// `history`: all known (verified) positions of earlier periods, any order; the engine takes the latest of each client and service.
Reconciliation reconcile(const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierPosition> &history);

// A client's positions, by service; they may be moved from and are gone after the call.
using TakePositions = std::function<void(std::span<Position>)>;
// The same where positions are not kept: `take` is given each client's as they are found, by client id; the result has none.
Reconciliation reconcile(
    const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierPosition> &history, const TakePositions &take);

} // namespace br
