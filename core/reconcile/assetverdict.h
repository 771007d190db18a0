// AssetVerdict: what becomes of one asset in one counted entry: counted, or why not.
//
// One test for the engine and for the names behind each step. A definite mismatch is told first, then not live, then what
// the vendor did not say. All text given is folded by the caller. Thread rule: immutable after construction.
#pragma once

#include "core/domain/rows.h"
#include "core/domain/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

class AssetVerdict final {
public:
    AssetVerdict(const Service &service, const CountedBy &entry, Day asOf);

    // Never CountedOnce: that needs the other assets (combine distinct).
    Verdict of(
        std::string_view foldedClass, std::string_view foldedStatus, std::string_view foldedName, MaybeDay assigned, MaybeDay ended) const
    {
        return withDays(byLooks(foldedClass, foldedStatus, foldedName), assigned, ended);
    }
    // The same in two steps, where many assets look alike.
    Verdict byLooks(std::string_view foldedClass, std::string_view foldedStatus, std::string_view foldedName) const;
    Verdict withDays(Verdict byLooks, MaybeDay assigned, MaybeDay ended) const
    {
        const bool isLive = (!assigned || assigned->number() <= m_asOf) && (!ended || ended->number() >= m_endedFrom);
        return isLive || byLooks == Verdict::FilteredOut ? byLooks : Verdict::NotLive;
    }
    bool isStale(MaybeDay lastSeen) const;
    bool hasNameFilter() const { return !m_pattern.empty(); }

private:
    std::vector<std::string> m_classes;
    std::vector<std::string> m_statuses;
    std::string m_pattern; // empty: no filter
    int64_t m_asOf = 0;
    int64_t m_endedFrom = 0;
    int64_t m_staleBefore = 0;
};

bool isRealNameFilter(std::string_view pattern); // neither empty nor only '*'

} // namespace br
