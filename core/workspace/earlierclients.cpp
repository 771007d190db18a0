#include "core/workspace/earlierclients.h"

#include "core/store/psastore.h"

namespace br {

Result<std::vector<Client>> earlierClients(
    Workspace &workspace, Period period, const std::vector<ClientId> &named, std::unordered_set<std::string> known)
{
    PsaStore store(workspace.database());
    std::vector<Client> earlier;
    for (auto id : named) {
        while (!id.isEmpty() && known.insert(id.text).second) {
            const auto found = store.clientBefore(id, period);
            if (!found)
                return found.error();
            id = *found ? (*found)->parent : ClientId();
            if (*found)
                earlier.push_back(**found);
        }
    }
    return earlier;
}

} // namespace br
