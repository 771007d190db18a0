// Rollup: whose positions a client's lines and accounts belong to.
//
// From each client the way goes up while the client has roll_up and a parent; where it ends is the root. Clients on a circle
// keep their own positions. Thread rule: pure function.
#pragma once

#include <cstdint>
#include <vector>

namespace br {

struct Rollup {
    std::vector<uint32_t> rootOf;   // by client number; itself where it does not roll up
    std::vector<uint32_t> onCircle; // ascending
};

// `parentOf`: the parent a client rolls up into, or `nowhere` where it does not.
Rollup rollUp(const std::vector<uint32_t> &parentOf);

} // namespace br
