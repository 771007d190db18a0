#include "core/workspace/stagedcharges.h"

#include "core/base/text.h"

#include <map>

namespace br {

namespace {

constexpr int longestTerm = 36; // months that are paid at once
constexpr int yearBefore = 11;  // months in which a term that is paid once a year may have been charged last

} // namespace

Status StagedCharges::finish(VendorStore &store, int64_t batchId, Findings &findings) const
{
    if (!m_reason)
        return {};
    const auto charges = store.chargedBefore(m_sourceId, Period::fromIndex(m_period.index() - longestTerm), m_period.previous());
    if (!charges)
        return charges.error();
    std::map<Subscription, const EarlierCharge *> latest;
    std::set<Period> months;
    bool paysAhead = m_paysAhead;
    for (const auto &charge : *charges) {
        paysAhead = paysAhead || isAhead(charge.period, charge.until);
        latest[{charge.account, charge.meter, charge.subscription}] = &charge;
        if (charge.period.index() >= m_period.index() - yearBefore)
            months.insert(charge.period);
    }
    int64_t running = 0;
    for (const auto &[subscription, charge] : latest) {
        if (m_stated.contains(subscription) || charge->quantity.sign() <= 0 || !charge->until || *charge->until < m_period.lastDay())
            continue;
        ++running;
        const auto why
            = words("Import", "%1 units of subscription %2 were charged until %3 in the file of %4, and this one does not state it",
                {charge->quantity.toString(), charge->subscription, charge->until->toString(), charge->period.toString()});
        if (auto told = store.addUnread(batchId, charge->account, charge->meter, why); !told)
            return told;
    }
    if (running > 0)
        findings.warn(0, "subscription_id", std::to_string(running),
            words("Import",
                "Subscriptions that earlier months charged beyond this one, and that this one does not state: %1. Their meters are not "
                "read: unknown, not zero.",
                {std::to_string(running)}));
    if (!paysAhead || months.size() == yearBefore)
        return {};
    findings.warn(0, "", "",
        words("Import",
            "A term that is paid once a year may have been charged in a month before: where nothing is stated for a client, that is "
            "unknown, "
            "not zero. Import the files of the eleven months before, then this one again."));
    return store.addUnread(batchId, {}, {}, *m_reason, true);
}

} // namespace br
