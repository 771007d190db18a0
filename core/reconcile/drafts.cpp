#include "core/reconcile/drafts.h"

#include <algorithm>
#include <numeric>

namespace br {

namespace {

// Never more than a position each client and service, nor than the facts could make.
size_t likelySize(const World &world)
{
    const auto &facts = world.facts;
    const auto rows = facts.lines.size() + facts.counts.size() + facts.tallies.size() + facts.assets.size();
    return std::min(rows, world.clients.size() * world.services.size());
}

// Stable, by small numbers.
template <class KeyOf>
std::vector<uint32_t> countingSorted(const std::vector<uint32_t> &numbers, const KeyOf &keyOf)
{
    std::vector<uint32_t> places;
    for (const auto number : numbers) {
        const size_t key = keyOf(number);
        if (key + 2 > places.size())
            places.resize(key + 2);
        ++places[key + 1];
    }
    std::inclusive_scan(places.begin(), places.end(), places.begin());
    std::vector<uint32_t> sorted(numbers.size());
    for (const auto number : numbers)
        sorted[places[keyOf(number)]++] = number;
    return sorted;
}

} // namespace

Drafts::Drafts(const World &world)
    : accountSeen(world.accounts.size(), false)
    , meterSeen(world.meters.size(), false)
    , m_world(world)
{
    constexpr size_t smallTable = 4'000'000;
    const auto everyPlace = world.clients.size() * world.services.size();
    if (everyPlace <= smallTable) {
        m_ownersInTable = world.clientCount();
        m_table.assign(everyPlace, nowhere);
    }
    const auto likely = likelySize(world);
    m_drafts.reserve(likely);
    m_firstSums.reserve(likely);
    m_sums.reserve(likely); // most services count one entry
}

uint32_t Drafts::at(uint32_t owner, uint32_t service)
{
    uint32_t *place = nullptr;
    if (owner < m_ownersInTable) {
        place = &m_table[placeOf(owner, service)];
    } else {
        const auto pair = m_index.add(owner, service);
        if (pair == m_others.size())
            m_others.push_back(nowhere);
        place = &m_others[pair];
    }
    if (*place == nowhere) {
        *place = size();
        Draft draft;
        draft.owner = owner;
        draft.service = service;
        m_drafts.push_back(draft);
        m_firstSums.push_back(static_cast<uint32_t>(m_sums.size()));
        m_sums.resize(m_sums.size() + m_world.services[service]->counted.size());
    }
    return *place;
}

// By service and then, keeping that order, by owner: both are small numbers, so that counting sorts without comparing.
std::vector<uint32_t> Drafts::inOrder() const
{
    std::vector<uint32_t> order(m_drafts.size());
    std::iota(order.begin(), order.end(), 0U);
    order = countingSorted(order, [this](uint32_t number) { return m_drafts[number].service; });
    return countingSorted(order, [this](uint32_t number) { return m_drafts[number].owner; });
}

} // namespace br
