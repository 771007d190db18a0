// StaleHistory: whether the number in the PSA has not followed, and since when.
//
// Keeps pointers into the history. Thread rule: built once, then read only.
#pragma once

#include "core/reconcile/world.h"

#include <optional>
#include <vector>

namespace br {

class StaleHistory final {
public:
    StaleHistory(const World &world, const std::vector<EarlierPosition> &history);
    // For a position that is one of the four kinds: the period since when it is stale; none where it is not.
    std::optional<Period> since(uint32_t client, uint32_t service, Units billed) const;

private:
    Period m_period;
    PairIndex m_index;
    std::vector<const EarlierPosition *> m_latest;
};

} // namespace br
