// Packed run: what a run found, its positions packed for the file as they are found, so that a month needs the room of a client.
//
// Thread rule: the Workspace's thread.
#pragma once

#include "core/workspace/comparing.h"

#include <cstdint>
#include <vector>

namespace br {

struct PackedClient {
    ClientId client;
    ClientPack pack;
    int64_t positions = 0;
};

struct PackedRun {
    std::vector<PackedClient> clients; // by id
    int64_t positions = 0;
    int64_t matches = 0;
    std::vector<Discrepancy> discrepancies;
    std::vector<std::string> warnings;
};

std::vector<PackedClient> packedClients(const std::vector<Position> &positions);
// Compares everything; nothing is kept for a renewal.
Result<PackedRun> packedRun(Workspace &workspace, ToCompare what);

} // namespace br
