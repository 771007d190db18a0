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

} // namespace br
