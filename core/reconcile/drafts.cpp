#include "core/reconcile/drafts.h"

#include <algorithm>
#include <utility>

namespace br {

namespace {

// Never more than a position each client and service, nor than the facts could make.
size_t likelySize(const World &world)
{
    const auto &facts = world.facts;
    const auto rows = facts.lines.size() + facts.counts.size() + facts.tallies.size() + facts.assets.size();
    return std::min(rows, world.clients.size() * world.services.size());
}

} // namespace

Drafts::Drafts(const World &world)
    : accountSeen(world.accounts.size(), false)
    , meterSeen(world.meters.size(), false)
    , m_world(world)
{
    constexpr size_t smallTable = 4'000'000;
    const auto everyPlace = (world.clients.size() + world.accounts.size()) * world.services.size();
    if (everyPlace <= smallTable)
        m_table.assign(everyPlace, nowhere);
    m_drafts.reserve(likelySize(world));
}

uint32_t Drafts::at(uint32_t owner, uint32_t service)
{
    uint32_t number = 0;
    if (m_table.empty()) {
        number = m_index.add(owner, service);
    } else {
        auto &place = m_table[placeOf(owner, service)];
        if (place == nowhere)
            place = size();
        number = place;
    }
    if (number == m_drafts.size()) {
        Draft draft;
        draft.owner = owner;
        draft.service = service;
        draft.firstEntry = static_cast<uint32_t>(m_sums.size());
        m_sums.resize(m_sums.size() + m_world.services[service]->counted.size());
        m_drafts.push_back(draft);
    }
    return number;
}

std::vector<uint32_t> Drafts::inOrder() const
{
    std::vector<std::pair<uint64_t, uint32_t>> keyed;
    keyed.reserve(m_drafts.size());
    for (uint32_t number = 0; number < size(); ++number)
        keyed.emplace_back(uint64_t{m_drafts[number].owner} << 32 | m_drafts[number].service, number);
    std::ranges::sort(keyed);
    std::vector<uint32_t> order;
    order.reserve(keyed.size());
    for (const auto &[key, number] : keyed)
        order.push_back(number);
    return order;
}

} // namespace br
