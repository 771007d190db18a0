// FactSlices: the facts of a period looked up by client, account, meter and product, and cut down to what a change can touch.
//
// A slice is a small world of its own: the engine compares it like a whole one, and for the positions it was cut for gives the
// same answer. Keeps references to facts and history, which must outlive it and stay as they are. Made once, some
// milliseconds a million rows. Thread rule: built once, then read only.
#pragma once

#include "core/reconcile/rowsby.h"
#include "core/reconcile/world.h"

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace br {

using TextSet = std::unordered_set<std::string_view>;

struct FactSlice {
    PeriodFacts facts;
    Rules rules;
    std::vector<EarlierPosition> history;
};

class FactSlices final {
public:
    FactSlices(const PeriodFacts &facts, const std::vector<EarlierPosition> &history);
    FactSlices(const FactSlices &) = delete;
    FactSlices &operator=(const FactSlices &) = delete;

    // The client whose positions these lines and accounts belong to.
    std::string_view ownerOf(std::string_view client) const;
    const World &world() const { return m_world; } // of the facts alone, without rules

    // All that makes up the positions of `owners`, and `accounts` whoever they belong to.
    FactSlice ofOwners(const Rules &rules, const TextSet &owners, const std::unordered_set<uint32_t> &accounts) const;
    // All that makes up the positions of `services`, which are rules of `rules`.
    FactSlice ofServices(const Rules &rules, std::vector<Service> services) const;
    // Accounts with a count or an asset that `services` count.
    std::unordered_set<uint32_t> accountsCountedBy(const std::vector<Service> &services) const;
    // The folded keys of the assets of `accounts`, and the accounts that have an asset with one of them.
    TextSet keysOf(const std::unordered_set<uint32_t> &accounts) const;
    std::unordered_set<uint32_t> accountsWith(const TextSet &keys) const;
    bool isMeterSeen(uint32_t meter, const std::unordered_set<uint32_t> &ignoredAccounts) const;

private:
    struct Rows { // of one slice
        std::vector<uint32_t> counts;
        std::vector<uint32_t> tallies;
        std::vector<uint32_t> assets;
    };
    FactSlice begun(const Rules &rules) const;
    std::vector<uint32_t> metersOf(const std::vector<Service> &services) const;
    void put(const Rows &rows, FactSlice &slice) const;
    void putCandidates(const TextSet *services, const std::unordered_set<uint32_t> *accounts, FactSlice &slice) const;

    const PeriodFacts &m_facts;
    const std::vector<EarlierPosition> &m_history;
    Rules m_noRules;
    std::vector<std::string> m_warnings;
    World m_world;
    TextIndex m_products;
    RowsBy m_linesByClient;
    RowsBy m_linesByProduct;
    RowsBy m_countsByAccount;
    RowsBy m_countsByMeter;
    RowsBy m_talliesByAccount;
    RowsBy m_talliesByMeter;
    RowsBy m_assetsByAccount;
    RowsBy m_assetsByMeter;
};

} // namespace br
