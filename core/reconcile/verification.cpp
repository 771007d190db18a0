#include "core/reconcile/verification.h"

#include <algorithm>

namespace br {

Verification::Verification(const World &world)
    : m_world(world)
    , m_sources(world.services.size())
    , m_missing(world.services.size())
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
    }
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
}

} // namespace br
