#include "core/reconcile/distinct.h"

#include <algorithm>

namespace br {

void countDistinctKeys(const World &world, Drafts &drafts)
{
    const auto &hits = drafts.keys;
    for (size_t at = 0; at < hits.size();) {
        const auto &first = hits[at];
        const auto &service = *world.services[first.service];
        Decimal largest = service.counted[first.entry].each;
        size_t next = at + 1;
        for (; next < hits.size() && hits[next].draft == first.draft && hits[next].key == first.key; ++next)
            largest = std::max(largest, service.counted[hits[next].entry].each);
        if (service.combine == Combine::Distinct) {
            auto &draft = drafts[first.draft];
            draft.distinct += Wide{Decimal::one} * largest.raw();
            draft.repeatedKeys += next - at > 1 ? 1 : 0;
        }
        at = next;
    }
}

} // namespace br
