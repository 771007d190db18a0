#include "core/reconcile/notapplied.h"

#include "core/domain/roworder.h"
#include "core/reconcile/wide.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace br {

namespace {

bool isPsaKnown(const PeriodFacts &facts)
{
    const auto isPsa = [](const SourceState &state) { return state.source.side == Side::Psa; };
    return std::ranges::any_of(facts.sources, isPsa)
        && std::ranges::all_of(facts.sources, [&](const SourceState &state) { return !isPsa(state) || state.hasCompleteBatch; });
}

void explain(const EarlierApproval &approval, Position &position)
{
    position.trace.push_back({TraceCode::Approved, -1, approval.before, approval.target, position.billed, approval.key, approval.by});
    position.trace.push_back({TraceCode::HandedOver, -1, {}, {}, position.billed, approval.sheet, approval.sheetAt});
}

Discrepancy rowFor(const EarlierApproval &approval, const Position *position)
{
    Discrepancy row;
    row.kind = Kind::NotApplied;
    row.subject.client = approval.client;
    row.subject.service = approval.service;
    row.billed = position ? position->billed : Units();
    row.quantity = approval.target;
    row.difference = narrowed(Wide{approval.target.raw()} - row.billed->raw()).value;
    row.since = approval.period;
    if (!position)
        return row;
    row.counted = position->counted;
    row.price = position->price;
    if (position->price)
        row.currency = position->price->currency;
    return row;
}

} // namespace

bool isShown(const EarlierApproval &approval, Units billed)
{
    return approval.target >= approval.before ? billed >= approval.target : billed <= approval.target;
}

const Position *positionOf(const std::vector<Position> &positions, const EarlierApproval &approval)
{
    const auto wanted = std::tie(approval.client, approval.service);
    const auto found = std::ranges::lower_bound(positions, wanted, {}, [](const Position &p) { return std::tie(p.client, p.service); });
    return found == positions.end() || std::tie(found->client, found->service) != wanted ? nullptr : &*found;
}

void addNotApplied(const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierApproval> &approvals, Reconciliation &result)
{
    if (approvals.empty() || !isPsaKnown(facts))
        return;
    std::unordered_set<ServiceId> services;
    for (const auto &service : rules.services)
        services.insert(service.id);
    std::unordered_set<ClientId> rolledUp;
    for (const auto &client : facts.clients) {
        if (client.rollUp && !client.parent.isEmpty())
            rolledUp.insert(client.id);
    }
    const auto before = result.discrepancies.size();
    for (const auto &approval : approvals) {
        const auto *position = positionOf(result.positions, approval);
        if (!services.contains(approval.service) || (!position && rolledUp.contains(approval.client)))
            continue;
        if (isShown(approval, position ? position->billed : Units()))
            continue;
        if (position)
            explain(approval, result.positions[static_cast<size_t>(position - result.positions.data())]);
        result.discrepancies.push_back(rowFor(approval, position));
    }
    // Their impact is unknown, so they come among the last.
    auto &rows = result.discrepancies;
    const auto unknown = std::ranges::find_if(rows, [](const Discrepancy &row) { return !row.impact; });
    if (rows.size() > before)
        std::sort(unknown, rows.end(), RowOrder(facts.period));
}

} // namespace br
