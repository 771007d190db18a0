#include "core/reconcile/stalehistory.h"

namespace br {

StaleHistory::StaleHistory(const World &world, const std::vector<EarlierPosition> &history)
    : m_period(world.facts.period)
    , m_index(history.size())
{
    const EarlierPosition *last = nullptr;
    uint32_t client = nowhere;
    for (const auto &earlier : history) {
        if (earlier.period >= m_period)
            continue;
        if (!last || last->client != earlier.client) // the history comes by client
            client = world.findClient(earlier.client.text);
        last = &earlier;
        const auto service = world.findService(earlier.service.text);
        if (client == nowhere || service == nowhere)
            continue;
        const auto number = m_index.add(client, service);
        m_latest.resize(m_index.size(), nullptr);
        if (!m_latest[number] || m_latest[number]->period < earlier.period)
            m_latest[number] = &earlier;
    }
}

std::optional<Period> StaleHistory::since(uint32_t client, uint32_t service, Units billed) const
{
    const auto number = m_index.find(client, service);
    if (number == nowhere || m_latest[number]->billed != billed)
        return std::nullopt;
    return m_latest[number]->billed == m_latest[number]->counted ? m_period : m_latest[number]->staleSince;
}

} // namespace br
