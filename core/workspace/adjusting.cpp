#include "core/workspace/adjusting.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace br {

namespace {

// One approved change of one service of one client.
struct Change {
    const DiscrepancyRow *row = nullptr;
    ServiceId service;
    std::string serviceName;
    Units delta;
};

std::vector<Change> changesOf(const DiscrepancyRow &row, const AdjustmentFacts &facts)
{
    const auto &subject = row.discrepancy.subject;
    const auto target = toUnits(row.targetQuantity.value_or(Decimal()));
    if (row.discrepancy.kind == Kind::MismatchedService)
        return {{&row, subject.service, row.serviceName, -target}, {&row, subject.otherService, row.otherServiceName, target}};
    const auto position = facts.positions.find({subject.client, subject.service});
    const auto billed = position != facts.positions.end() ? position->second.billed : row.discrepancy.billed.value_or(Units());
    return {{&row, subject.service, row.serviceName, target - billed}};
}

const BilledLineRow *lineOf(const Position &position, const AdjustmentFacts &facts)
{
    const auto found = facts.lines.find(position.adjustableLine.text);
    if (position.adjustableLine.isEmpty() || found == facts.lines.end())
        return nullptr;
    for (const auto &row : found->second) {
        const auto holder = facts.holders.find(row.line.client);
        const auto &client = holder == facts.holders.end() ? row.line.client : holder->second;
        if (client == position.client)
            return &row;
    }
    return nullptr;
}

// The price of a change, with what the line includes without charge taken into account (domain.md section 3).
std::optional<Decimal> impactOf(const Position &position, Units delta)
{
    if (!position.price)
        return std::nullopt;
    const auto now = toUnits(position.adjustableQuantity) - toUnits(position.adjustableIncluded);
    const auto charged = [](Units quantity) { return quantity.sign() > 0 ? quantity : Units(); };
    const bool isByLine = !position.adjustableLine.isEmpty() && !position.adjustableIncluded.isZero();
    return worth(isByLine ? charged(now + delta) - charged(now) : delta, *position.price);
}

const BilledBy *plainProduct(const Service *service)
{
    if (!service)
        return nullptr;
    const auto found = std::ranges::find(service->billed, Decimal::fromInt(1), &BilledBy::each);
    return found == service->billed.end() ? nullptr : &*found;
}

void putProduct(AdjustmentRow &out, const ProductId &product, const AdjustmentFacts &facts)
{
    out.product = product;
    const auto name = facts.productNames.find(product);
    out.productName = name == facts.productNames.end() || name->second.empty() ? product.text : name->second;
}

void putLine(AdjustmentRow &out, const Position &position, Units delta, const AdjustmentFacts &facts)
{
    const auto *found = lineOf(position, facts);
    if (!found) {
        const auto service = facts.services.find(out.service);
        const auto *product = plainProduct(service == facts.services.end() ? nullptr : &service->second);
        if (product)
            putProduct(out, product->product, facts);
        out.targetLineQuantity = toDecimal(delta);
        out.problem = position.hasActiveLine
            ? words("Adjusting", "The service is billed by a bundle only; change it by hand in the PSA by %1.", {delta.toString()})
            : words("Adjusting", "A new line is needed in the PSA, with quantity %1.", {delta.toString()});
        return;
    }
    out.line = found->line.id;
    out.agreement = found->agreement.id;
    out.agreementName = found->agreement.name;
    out.lineQuantity = found->line.quantity;
    out.targetLineQuantity = found->line.quantity + toDecimal(delta);
    putProduct(out, found->line.product, facts);
    if (out.targetLineQuantity.sign() < 0 && found->line.quantity.sign() >= 0)
        out.problem = words("Adjusting", "%1 shall be taken off, but line %2 has only %3; spread the change over several lines by hand.",
            {delta.abs().toString(), out.line.text, out.lineQuantity.toString()});
}

AdjustmentRow adjustmentFor(const std::vector<Change> &changes, const AdjustmentFacts &facts)
{
    const auto &first = changes.front();
    AdjustmentRow out;
    out.key = first.row->key;
    out.client = first.row->discrepancy.subject.client;
    out.clientName = first.row->clientName;
    out.service = first.service;
    out.serviceName = first.serviceName;
    out.effective = first.row->effective.value_or(Day());
    out.by = first.row->decidedBy;
    out.at = first.row->decidedAt;
    Units delta;
    std::vector<std::string> reasons;
    for (const auto &change : changes) {
        delta += change.delta;
        if (change.row != first.row)
            out.moreKeys.push_back(change.row->key);
        if (!change.row->reason.empty() && std::ranges::find(reasons, change.row->reason) == reasons.end())
            reasons.push_back(change.row->reason);
        out.at = std::max(out.at, change.row->decidedAt);
    }
    out.reason = joined(reasons, "; ");
    const auto found = facts.positions.find({out.client, out.service});
    if (found == facts.positions.end()) {
        out.targetQuantity = toDecimal(delta);
        out.problem = words("Adjusting", "The position is not there any more; reconcile the period again.");
        return out;
    }
    const auto &position = found->second;
    out.billed = position.billed;
    out.counted = position.counted;
    out.targetQuantity = toDecimal(position.billed + delta);
    out.price = position.price;
    out.currency = position.price ? position.price->currency : Currency();
    out.impact = impactOf(position, delta);
    putLine(out, position, delta, facts);
    return out;
}

} // namespace

std::vector<AdjustmentRow> adjustmentsOf(const std::vector<DiscrepancyRow> &approved, const AdjustmentFacts &facts)
{
    std::map<std::tuple<ClientId, ServiceId, MaybeDay>, std::vector<Change>> groups;
    std::set<std::pair<ClientId, ServiceId>> changed;
    const auto take = [&](const DiscrepancyRow &row) {
        for (auto &change : changesOf(row, facts)) {
            changed.emplace(row.discrepancy.subject.client, change.service);
            groups[{row.discrepancy.subject.client, change.service, row.effective}].push_back(std::move(change));
        }
    };
    for (const auto &row : approved) {
        if (row.discrepancy.kind != Kind::NotApplied)
            take(row);
    }
    // An older adjustment handed over again would change the line twice where this period has its own.
    for (const auto &row : approved) {
        if (row.discrepancy.kind == Kind::NotApplied
            && !changed.contains({row.discrepancy.subject.client, row.discrepancy.subject.service}))
            take(row);
    }
    std::vector<AdjustmentRow> out;
    for (auto &[group, changes] : groups) {
        std::ranges::sort(changes, {}, [](const Change &change) { return change.row->key; });
        out.push_back(adjustmentFor(changes, facts));
    }
    std::ranges::sort(
        out, {}, [](const AdjustmentRow &r) { return std::tie(r.clientName, r.client, r.serviceName, r.service, r.effective); });
    // Changes of one line from different days follow each other: the later one begins where the earlier one ends.
    for (size_t i = 1; i < out.size(); ++i) {
        const auto &before = out[i - 1];
        if (out[i].line.isEmpty() || out[i].line != before.line || out[i].client != before.client || out[i].service != before.service)
            continue;
        const auto step = out[i].targetLineQuantity - out[i].lineQuantity;
        out[i].lineQuantity = before.targetLineQuantity;
        out[i].targetLineQuantity = before.targetLineQuantity + step;
    }
    return out;
}

AdjustmentWorth worthOf(const std::vector<AdjustmentRow> &rows)
{
    AdjustmentWorth worth;
    for (const auto &row : rows) {
        if (!row.impact) {
            ++worth.unpriced;
            continue;
        }
        const auto found = std::ranges::find(worth.sums, row.currency, &Money::currency);
        if (found == worth.sums.end())
            worth.sums.push_back({*row.impact, row.currency});
        else
            found->amount += *row.impact;
    }
    return worth;
}

} // namespace br
