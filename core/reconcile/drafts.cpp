#include "core/reconcile/drafts.h"

#include <algorithm>
#include <numeric>

namespace br {

Drafts::Drafts(const World &world)
    : accountSeen(world.accounts.size(), false)
    , meterSeen(world.meters.size(), false)
    , m_world(world)
{
}

uint32_t Drafts::at(uint32_t owner, uint32_t service)
{
    const auto number = m_index.add(owner, service);
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
    std::vector<uint32_t> order(m_drafts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](uint32_t number) { return uint64_t{m_drafts[number].owner} << 32 | m_drafts[number].service; });
    return order;
}

} // namespace br
