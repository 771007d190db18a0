// Earlier clients: a client with a linked account but without a line this period is still the client it was, and so are the parents
// that anybody rolls up into: the newest batch of an earlier period says who they are.
//
// Thread rule: the Workspace's thread. Reading only.
#pragma once

#include "core/domain/psa.h"
#include "core/workspace/workspace.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace br {

// `named`: the clients that accounts are linked to, and those that the period's own clients have as parents; `known`: the ids that
// the period's own batches state.
Result<std::vector<Client>> earlierClients(
    Workspace &workspace, Period period, const std::vector<ClientId> &named, std::unordered_set<std::string> known);

} // namespace br
