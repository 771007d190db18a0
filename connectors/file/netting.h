// Netting: charges of one subscription become the quantity it has, whatever corrections an invoice carries.
//
// Invoices write a change of seats as a refund of the old quantity and a charge of the new full one. Rows are grouped by
// account, meter and subscription, then by the end of the cycle they charge; signed quantities are summed per cycle, and
// the cycle that ends last is the subscription's quantity. Where a cycle has corrections only, the charge that they
// correct stands in an earlier invoice: what was refunded without having been charged here is added back. Nothing but refunds of
// a change that leaves some seats says how many were taken away, not how many there are: that is not known.
// Invoices of use have no cycles: their rows stay as they are, but where one gives something back, all rows of its account and
// meter become one. The result does not depend on the order of rows. Thread rule: one thread.
#pragma once

#include "core/connect/recordsink.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace br {

struct Charge {
    CountRecord record; // quantity signed: negative for a refund
    MaybeDay start;
    MaybeDay end;
    bool isAdjustment = false;
    bool isChange = false; // an adjustment that leaves some seats: other than a cancellation
    bool isUse = false;    // of an invoice of use: all cycles count, a negative row is a credit
};

struct NettedCount {
    CountRecord record;
    bool earlierCycles = false;  // corrections of cycles that ended before were left out
    bool chargedEarlier = false; // the charge that is corrected is not in this file
    bool isUnknown = false;      // that charge would be needed to say how many there are
};

// How many whole months start to end are, of those that are billed at once: 1, 3, 12, 24 or 36; the last day may be included or not. 0:
// none.
int monthsCharged(const MaybeDay &start, const MaybeDay &end);
// amount / quantity / months charged; a part of a month states no price.
std::optional<Decimal> monthlyUnitCost(Decimal amount, Decimal quantity, const MaybeDay &start, const MaybeDay &end);

class Netting final {
public:
    void add(Charge charge);
    std::vector<NettedCount> take(); // ordered by account, meter, subscription

private:
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<Charge>> m_groups;
};

} // namespace br
