// Exceptions: the live exceptions of a period by client and service.
//
// Keeps pointers into the rules. Thread rule: built once, then read only.
#pragma once

#include "core/reconcile/world.h"

#include <span>
#include <string>
#include <vector>

namespace br {

class Exceptions final {
public:
    // Live: no last day, or a last day on or after the as-of date. One of a client that rolls up does nothing and is told.
    Exceptions(const World &world, std::vector<std::string> &warnings);
    std::span<const CountException *const> of(uint32_t client, uint32_t service) const;

private:
    PairIndex m_index;
    std::vector<std::vector<const CountException *>> m_lists;
};

} // namespace br
