#include "core/reconcile/verification.h"

#include <algorithm>

namespace br {

Verification::Verification(const World &world)
    : m_world(world)
    , m_sources(world.services.size())
    , m_missing(world.services.size())
    , m_gaps(world.services.size())
    , m_stated(world.services.size())
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
        if (world.facts.unread.empty())
            continue;
        m_gaps[service] = gapsOf(*world.services[service]);
        m_stated[service] = statedFor(static_cast<uint32_t>(service));
    }
}

// Gaps of ignored and unlinked accounts concern nobody.
std::vector<Verification::Gap> Verification::gapsOf(const Service &service) const
{
    std::vector<Gap> gaps;
    for (const auto &what : m_world.facts.unread) {
        const bool isCounted = std::ranges::any_of(service.counted,
            [&](const auto &entry) { return entry.source == what.source && (what.meter.isEmpty() || entry.meter == what.meter); });
        if (!isCounted || what.onlyWhereAbsent)
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

// A source of charges states what was charged. Where it states a meter of the service for a client, that is what there is; where it
// states none of them, it does not say that there is nothing.
std::vector<Verification::Stated> Verification::statedFor(uint32_t service) const
{
    std::vector<Stated> all;
    const auto &counted = m_world.services[service]->counted;
    for (const auto &what : m_world.facts.unread) {
        if (!what.onlyWhereAbsent || std::ranges::find(counted, what.source, &CountedBy::source) == counted.end())
            continue;
        auto &stated = all.emplace_back(Stated{&what, std::vector<bool>(m_world.clients.size())});
        const auto source = m_world.sources.find(what.source.text);
        for (const auto &count : m_world.counts) {
            const auto &account = m_world.accounts[count.account];
            const auto &uses = m_world.meters[count.meter].uses;
            const bool isCounted = account.source == source && std::ranges::find(uses, service, &MeterUse::service) != uses.end();
            if (isCounted && account.owner < stated.owners.size())
                stated.owners[account.owner] = true;
        }
    }
    return all;
}

const Unread *Verification::unreadFor(uint32_t client, uint32_t service) const
{
    for (const auto &gap : m_gaps[service]) {
        if (gap.owner == nowhere || gap.owner == client)
            return gap.what;
    }
    for (const auto &stated : m_stated[service]) {
        if (client >= stated.owners.size() || !stated.owners[client])
            return stated.what;
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
