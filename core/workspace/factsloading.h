// Facts loading: everything the engine needs for a period, read from the file: facts, rules and history.
//
// Facts are kept in the Workspace and used again as long as the batches in force, the as-of day and what the rules ask of the
// assets stay the same. Reading only; no transaction of its own. Thread rule: the Workspace's thread.
#pragma once

#include "core/base/progress.h"
#include "core/domain/facts.h"
#include "core/workspace/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace br {

struct LoadedFacts {
    PeriodFacts facts;
    size_t statedClients = 0;          // the first so many clients are of this period, the others only linked
    std::string batches;               // ids in force, ascending, with commas
    std::string shape;                 // what else the facts depend on: see factsloading.cpp
    std::vector<std::string> warnings; // no PSA batch; a tally rule that does not cover the day
};

using History = std::vector<EarlierPosition>;

Result<Rules> loadRules(Workspace &workspace); // all that people decided: links, ignored meters, services, exceptions
std::string rulesHash(const Rules &rules);
Result<std::string> batchesInForce(Workspace &workspace, Period period);
// What a month's facts depend on besides its own batches: the row counts of the month before, and which sources are in use.
Result<std::string> factsAround(Workspace &workspace, Period period);
// What the history of a month depends on: of each earlier month what its run compared, or what it would be computed from.
Result<std::string> historyInputs(Workspace &workspace, Period period);
// `rules` decide which meters are read whole and which keys are looked for.
Result<std::shared_ptr<const LoadedFacts>> loadFacts(Workspace &workspace, Period period, Day asOf, const Rules &rules, Progress &progress);
// Verified positions of earlier periods, the latest of each client and service; periods not reconciled since their batches
// changed are computed in memory.
Result<std::shared_ptr<const History>> loadHistory(Workspace &workspace, Period period, const Rules &rules, Progress &progress);

} // namespace br
