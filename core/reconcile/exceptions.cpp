#include "core/reconcile/exceptions.h"

#include "core/base/text.h"

#include <algorithm>
#include <tuple>

namespace br {

Exceptions::Exceptions(const World &world, std::vector<std::string> &warnings)
{
    for (const auto &exception : world.rules.exceptions) {
        const auto client = world.findClient(exception.client.text);
        const auto service = world.findService(exception.service.text);
        if (client == nowhere || service == nowhere || (exception.until && *exception.until < world.facts.asOf))
            continue;
        if (world.rootOf[client] != client) {
            warnings.push_back(words("reconcile",
                "The exception of client %1 for service %2 does nothing, because the client rolls up into %3; "
                "write the exception for %3.",
                {exception.client.text, exception.service.text, std::string(world.clients[world.rootOf[client]])}));
            continue;
        }
        const auto number = m_index.add(client, service);
        m_lists.resize(m_index.size());
        m_lists[number].push_back(&exception);
    }
    for (auto &list : m_lists) {
        std::ranges::sort(list, [](const CountException *a, const CountException *b) {
            return std::tie(a->until, a->quantity, a->reason, a->author) < std::tie(b->until, b->quantity, b->reason, b->author);
        });
    }
}

std::span<const CountException *const> Exceptions::of(uint32_t client, uint32_t service) const
{
    const auto number = m_index.find(client, service);
    return number == nowhere ? std::span<const CountException *const>{} : m_lists[number];
}

} // namespace br
