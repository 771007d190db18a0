#include "core/reconcile/verification.h"

#include <algorithm>

namespace br {

Verification::Verification(const World &world)
    : m_world(world)
    , m_sources(world.services.size())
    , m_missing(world.services.size())
    , m_gaps(world.services.size())
{
    for (size_t service = 0; service < world.services.size(); ++service) {
        for (const auto &entry : world.services[service]->counted) {
            const auto source = world.sources.find(entry.source.text);
            if (std::ranges::find(m_sources[service], source) != m_sources[service].end())
                continue;
            m_sources[service].push_back(source);
            if (source >= world.fresh.size() || !world.fresh[source])
                m_missing[service].push_back(source);
        }
        if (!world.facts.unread.empty())
            m_gaps[service] = gapsOf(*world.services[service]);
    }
}

// Gaps of ignored and unlinked accounts concern nobody.
std::vector<Verification::Gap> Verification::gapsOf(const Service &service) const
{
    std::vector<Gap> gaps;
    for (const auto &what : m_world.facts.unread) {
        const bool isCounted = std::ranges::any_of(service.counted,
            [&](const auto &entry) { return entry.source == what.source && (what.meter.isEmpty() || entry.meter == what.meter); });
        if (!isCounted)
            continue;
        if (what.account.isEmpty()) {
            gaps.push_back({nowhere, &what});
            continue;
        }
        const auto account = m_world.findAccount(what.source.text, what.account.text);
        if (account != nowhere && m_world.accounts[account].linked == Linked::ToClient)
            gaps.push_back({m_world.accounts[account].owner, &what});
    }
    return gaps;
}

const Unread *Verification::unreadFor(uint32_t client, uint32_t service) const
{
    for (const auto &gap : m_gaps[service]) {
        if (gap.owner == nowhere || gap.owner == client)
            return gap.what;
    }
    return nullptr;
}

bool Verification::isLinked(uint32_t client, uint32_t service) const
{
    return std::ranges::any_of(m_sources[service], [&](uint32_t source) { return m_world.hasLinkedAccount(client, source); });
}

void Verification::tell(uint32_t client, uint32_t service, Trace &trace) const
{
    for (const auto source : m_missing[service])
        trace.push_back({TraceCode::SourceMissing, -1, {}, {}, {}, std::string(m_world.sources.text(source)), {}});
    if (!isLinked(client, service))
        trace.push_back({TraceCode::NoLinkedAccount, -1, {}, {}, {}, {}, {}});
    if (const auto *gap = unreadFor(client, service))
        trace.push_back({TraceCode::NotRead, -1, {}, {}, {}, gap->source.text, gap->reason});
}

} // namespace br
