// StagedCharges: what a batch of charges does not state though it may be there, because it was paid for longer than a month.
//
// A term that is paid once a year is charged in one month and in none of the eleven that follow. So: a subscription that an earlier
// month of the source charged beyond this month, and that this one does not state, makes its account and meter not read; and
// as long as the eleven months before are not all there, nothing that is absent is a known zero. Thread rule: the Database's thread.
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
    void noteCount(int64_t account, int64_t meter, const std::string &subscription) { m_stated.insert({account, meter, subscription}); }
    Status finish(VendorStore &store, int64_t batchId, Findings &findings) const;

private:
    using Subscription = std::tuple<int64_t, int64_t, std::string>;
    int64_t m_sourceId;
    Period m_period;
    std::optional<std::string> m_reason;
    std::set<Subscription> m_stated;
};

} // namespace br
