// Packed run: a period compared and its positions stored client by client as they are found: a month needs the room of one client.
//
// The caller holds the transaction, in which the run is stored already. Nothing is kept for a renewal.
// Thread rule: the Workspace's thread.
#pragma once

#include "core/workspace/comparing.h"

#include <cstdint>
#include <span>
#include <vector>

namespace br {

struct PackedRun {
    int64_t positions = 0;
    int64_t matches = 0;
    std::vector<Discrepancy> discrepancies; // not stored yet
    std::vector<std::string> warnings;
};

int64_t matchesOf(std::span<const Position> positions);
Result<PackedRun> packedRun(Workspace &workspace, ToCompare what);

} // namespace br
