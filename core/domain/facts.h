// PeriodFacts: everything the engine may look at for one period, as values; made by the workspace, used by core/reconcile.
//
// Assets come in one of two forms per source and meter: whole (`assets`), or as tallies made at ingest. A tally stands for
// `multiplicity` assets that no rule with the given days can tell apart (see core/reconcile/tally.h). Thread rule: values.
#pragma once

#include "core/domain/batch.h"
#include "core/domain/psa.h"
#include "core/domain/rules.h"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <vector>

namespace br {

struct AssetLooks { // both folded
    std::string assetClass;
    std::string status;
    bool operator==(const AssetLooks &) const = default;
};

// Indices, not strings, stand for accounts, meters and looks: there may be hundreds of thousands.
struct AssetTally {
    uint32_t account = 0; // into PeriodFacts::accounts
    uint32_t meter = 0;   // into PeriodFacts::meters
    uint32_t looks = 0;   // into PeriodFacts::looks
    uint32_t multiplicity = 1;
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    bool operator==(const AssetTally &) const = default;
};

struct WholeAsset {
    uint32_t account = 0;
    uint32_t meter = 0;
    std::string idKey;      // folded id
    std::string nameKey;    // folded name
    std::string assetClass; // folded
    std::string status;     // folded
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    bool operator==(const WholeAsset &) const = default;
};

struct SourceState {
    Source source;
    bool hasCompleteBatch = false;     // for the period
    int64_t rows = 0;                  // kept rows of that batch
    std::optional<int64_t> rowsBefore; // kept rows of the complete batch of the period before
};

struct PeriodFacts {
    Period period;
    Day asOf;
    Currency workspaceCurrency;
    std::vector<SourceState> sources;
    std::vector<Client> clients;
    std::vector<Agreement> agreements;
    std::vector<BilledLine> lines;
    std::vector<Product> products;
    std::vector<Account> accounts; // only those with a count or an asset
    std::vector<Meter> meters;     // only those with a count or an asset
    std::vector<Count> counts;
    std::vector<Unread> unread;     // of the batches in force
    std::vector<AssetLooks> looks;  // of tallies
    std::deque<AssetTally> tallies; // of meters that are not whole; hundreds of thousands, that never move while they grow
    std::vector<WholeAsset> assets; // of meters that are whole
    std::set<uint32_t> wholeMeters; // indices of meters whose assets are whole (tallies then hold none of them)
    // Assets of tallied meters whose key occurs more than once somewhere in that service: enough to find duplicate seats.
    std::map<ServiceId, std::vector<WholeAsset>> keyCandidates;
};

// What an earlier period said about one position.
struct EarlierPosition {
    Period period;
    ClientId client;
    ServiceId service;
    Units billed;
    Units counted;
    std::optional<Period> staleSince; // set where it was itself stale_quantity
};

} // namespace br
