// Drafts: what is gathered about each position while the facts are read once, before rules turn it into a Position.
//
// A draft is found by owner (client root or account without a link) and service number. Thread rule: one engine run.
#pragma once

#include "core/reconcile/wide.h"
#include "core/reconcile/world.h"

#include <compare>
#include <vector>

namespace br {

struct EntrySums {     // of one counted entry
    Wide quantity = 0; // of 1e-4, before each; assets count 1
    int64_t notLive = 0;
    int64_t filteredOut = 0;
    int64_t unknownClass = 0;
    int64_t unknownStatus = 0;
};

struct AdjustableLine {
    const BilledLine *line = nullptr;
    int months = 1;
};

struct Draft {
    uint32_t owner = 0;
    uint32_t service = 0;
    bool hasActiveLine = false;
    AdjustableLine adjustable;
    Wide billed = 0;   // of 1e-8
    Wide distinct = 0; // of 1e-8: distinct keys and assets without one
    int64_t repeatedKeys = 0;
    int64_t stale = 0;
};

struct LineHit { // an active line in a position
    uint32_t draft = 0;
    uint32_t entry = 0; // of Service::billed
    const BilledLine *line = nullptr;
};

struct KeyHit { // an asset with a key that passed one entry
    uint32_t service = 0;
    uint32_t key = 0; // of Drafts::keyTexts
    uint32_t draft = 0;
    uint32_t entry = 0;
    auto operator<=>(const KeyHit &) const = default;
};

class Drafts final {
public:
    explicit Drafts(const World &world);
    uint32_t at(uint32_t owner, uint32_t service); // made where missing
    uint32_t find(uint32_t owner, uint32_t service) const
    {
        if (owner < m_ownersInTable)
            return m_table[placeOf(owner, service)];
        const auto pair = m_index.find(owner, service);
        return pair == nowhere ? nowhere : m_others[pair];
    }
    Draft &operator[](uint32_t number) { return m_drafts[number]; }
    const Draft &operator[](uint32_t number) const { return m_drafts[number]; }
    EntrySums &sums(uint32_t draft, uint32_t entry) { return m_sums[m_firstSums[draft] + entry]; }
    const EntrySums &sums(uint32_t draft, uint32_t entry) const { return m_sums[m_firstSums[draft] + entry]; }
    uint32_t size() const { return static_cast<uint32_t>(m_drafts.size()); }
    std::vector<uint32_t> inOrder() const; // by owner, service

    std::vector<LineHit> lines;
    TextIndex keyTexts;
    std::vector<KeyHit> keys;      // sorted once all assets are read
    std::vector<bool> accountSeen; // by account: has a count or an asset
    std::vector<bool> meterSeen;   // by meter, of accounts that are not ignored

private:
    size_t placeOf(uint32_t owner, uint32_t service) const { return size_t{owner} * m_world.services.size() + service; }

    const World &m_world;
    uint32_t m_ownersInTable = 0;  // the first so many
    std::vector<uint32_t> m_table; // of every client and service, while that is small
    PairIndex m_index;             // of the other owners and services, into m_others
    std::vector<uint32_t> m_others;
    std::vector<Draft> m_drafts;
    std::vector<uint32_t> m_firstSums; // by draft: beside it, as counting needs no more of most drafts
    std::vector<EntrySums> m_sums;
};

} // namespace br
