#include "core/reconcile/standing.h"

namespace br {

SeenNumbers numbersOf(const Discrepancy &discrepancy)
{
    return {discrepancy.billed, discrepancy.counted, discrepancy.difference, discrepancy.quantity, discrepancy.impact, discrepancy.currency,
        discrepancy.otherAmount, discrepancy.lineCost, discrepancy.until, discrepancy.rows};
}

bool hasMoved(const SeenNumbers &then, const SeenNumbers &now)
{
    auto comparable = now;
    if (!then.otherAmount)
        comparable.otherAmount.reset();
    if (!then.lineCost)
        comparable.lineCost.reset();
    if (!then.until)
        comparable.until.reset();
    if (!then.rows)
        comparable.rows.reset();
    return then != comparable;
}

State stateOf(const std::vector<Decision> &decisions, const SeenNumbers &now)
{
    if (decisions.empty())
        return State::Open;
    const auto &last = decisions.back();
    const bool moved = hasMoved(last.seen, now);
    switch (last.act) {
    case Act::Reopen:
        return State::Open;
    case Act::Start:
        return State::InReview;
    case Act::Approve:
        return moved ? State::Outdated : State::Approved;
    case Act::Accept:
        return moved ? State::Outdated : State::Accepted;
    case Act::Dismiss:
        return moved ? State::Outdated : State::Dismissed;
    }
    return State::Open;
}

bool isCarriedInto(const Decision &last, Day asOf) { return last.act == Act::Accept && last.until && *last.until >= asOf; }

State carriedState(const Decision &accepted, const SeenNumbers &now)
{
    const auto &then = accepted.seen;
    auto comparable = now;
    if (then.difference || now.difference || then.quantity || now.quantity) {
        comparable.billed = then.billed;
        comparable.counted = then.counted;
        // What a commitment costs until its end shrinks by itself; its surplus, end and unit cost do not.
        if (then.until && now.until)
            comparable.impact = then.impact;
    }
    return hasMoved(then, comparable) ? State::Outdated : State::Accepted;
}

} // namespace br
