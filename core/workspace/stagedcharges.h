// StagedCharges: what a batch of charges does not state though it may be there, because it was paid for longer than a month.
//
// A term that is paid once a year is charged in one month and in none of the eleven that follow. So: a subscription that an earlier
// month of the source charged beyond this month, and that this one does not state, makes its account and meter not read; and
// as long as the eleven months before are not all there, nothing that is absent is a known zero. A source that is only seen to
// charge month by month states what there is. Thread rule: the Database's thread.
#pragma once

#include "core/store/vendorstore.h"
#include "core/workspace/findings.h"

#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace br {

class StagedCharges final {
public:
    StagedCharges(int64_t sourceId, Period period)
        : m_sourceId(sourceId)
        , m_period(period)
    {
    }
    // The connector says that its records are charges only, and why what is absent may be there.
    void stateOnlyCharges(std::string reason) { m_reason = std::move(reason); }
    void noteCount(int64_t account, int64_t meter, const Count &count)
    {
        m_stated.insert({account, meter, count.subscription});
        m_paysAhead = m_paysAhead || isAhead(m_period, count.chargedUntil);
    }
    Status finish(VendorStore &store, int64_t batchId, Findings &findings) const;

private:
    // Paid for longer than a month at once. A month's cycle may begin on its last day and end in the next month.
    static bool isAhead(Period period, const MaybeDay &until) { return until && *until > period.next().lastDay(); }

    using Subscription = std::tuple<int64_t, int64_t, std::string>;
    int64_t m_sourceId;
    Period m_period;
    std::optional<std::string> m_reason;
    std::set<Subscription> m_stated;
    bool m_paysAhead = false;
};

} // namespace br
