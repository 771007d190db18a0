#include "core/workspace/adjusting.h"

#include "core/base/text.h"
#include "core/reconcile/price.h"
#include "core/words/words.h"
#include "core/workspace/linechanges.h"

#include <algorithm>
#include <optional>
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
    bool isMove = false;  // part of a mismatched service
    bool isFinal = false; // somebody said what is to be billed in the end, whatever is moved
};

std::vector<Change> changesOf(const DiscrepancyRow &row, const AdjustmentFacts &facts)
{
    const auto &subject = row.discrepancy.subject;
    const auto target = toUnits(row.targetQuantity.value_or(Decimal()));
    if (row.discrepancy.kind == Kind::MismatchedService)
        return {{&row, subject.service, row.serviceName, -target, true, false},
            {&row, subject.otherService, row.otherServiceName, target, true, false}};
    const auto position = facts.positions.find({subject.client, subject.service});
    const auto billed = position != facts.positions.end() ? position->second.billed : row.discrepancy.billed.value_or(Units());
    return {{&row, subject.service, row.serviceName, target - billed, false,
        row.targetQuantity && isEntered(*row.targetQuantity, usualTarget(row.discrepancy))}};
}

using Groups = std::map<std::tuple<ClientId, ServiceId, MaybeDay>, std::vector<Change>>;

// A target that somebody entered is what is billed in the end: what another row moves until then is part of the way there.
void leadToOwnTargets(Groups &groups)
{
    Units moved;
    const Groups::key_type *last = nullptr;
    for (auto &[group, changes] : groups) { // the days of one service come one after the other
        if (!last || std::get<0>(*last) != std::get<0>(group) || std::get<1>(*last) != std::get<1>(group))
            moved = {};
        last = &group;
        for (const auto &change : changes)
            moved += change.isMove ? change.delta : Units();
        for (auto &change : changes)
            change.delta -= change.isFinal ? moved : Units();
    }
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

// The rules name one line that is adjusted. Where less is to be billed and others bill the service, too, a person may mean another one.
void tellOthers(AdjustmentRow &out, const Position &position, Units delta)
{
    const auto others = position.billed - toUnits(out.lineQuantity);
    if (delta.sign() < 0 && others.sign() > 0 && out.targetLineQuantity.sign() >= 0) // below nothing is a problem of its own
        addOnce(out.doubts,
            words("Adjusting", "Other lines bill %1 of it as well and stay as they are; this one goes from %2 to %3.",
                {toDecimal(others).toString(), out.lineQuantity.toString(), out.targetLineQuantity.toString()}));
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
            ? words("Adjusting", "No billable line stands for the service alone; change it by hand in the PSA by %1.", {delta.toString()})
            : words("Adjusting", "A new line is needed in the PSA, with quantity %1.", {delta.toString()});
        return;
    }
    out.line = found->line.id;
    out.agreement = found->agreement.id;
    out.agreementName = found->agreement.name;
    out.lineQuantity = found->line.quantity;
    out.targetLineQuantity = found->line.quantity + toDecimal(delta);
    putProduct(out, found->line.product, facts);
    tellOthers(out, position, delta);
}

// A target that nobody entered is meant before the seats that are moved as well; the end of both is said.
void tellSum(const std::vector<Change> &changes, Units end, AdjustmentRow &out)
{
    const auto plain = std::ranges::find_if(changes, [](const Change &change) { return !change.isMove && !change.isFinal; });
    const bool hasMove = std::ranges::any_of(changes, [](const Change &change) { return change.isMove; });
    if (plain != changes.end() && hasMove && plain->row->targetQuantity)
        addOnce(out.doubts,
            words("Adjusting", "%1 was approved beside what is moved between services: %2 are billed in the end.",
                {plain->row->targetQuantity->toString(), toDecimal(end).toString()}));
}

// `before`: what earlier days' changes of the same service make of it.
LineChange adjustmentFor(const std::vector<Change> &changes, Units before, const AdjustmentFacts &facts)
{
    const auto &first = changes.front();
    LineChange planned;
    auto &out = planned.row;
    out.key = first.row->key;
    out.client = first.row->discrepancy.subject.client;
    out.clientName = first.row->clientName;
    out.service = first.service;
    out.serviceName = first.serviceName;
    out.effective = first.row->effective.value_or(Day());
    out.by = first.row->decidedBy;
    out.at = first.row->decidedAt;
    auto &delta = planned.delta;
    for (const auto &change : changes) {
        delta += change.delta;
        if (change.row != first.row)
            out.moreKeys.push_back(change.row->key);
        addOnce(planned.reasons, change.row->reason);
        for (const auto &doubt : change.row->doubts)
            addOnce(out.doubts, doubtText(doubt));
        out.at = std::max(out.at, change.row->decidedAt);
    }
    out.reason = joined(planned.reasons, "; ");
    const auto found = facts.positions.find({out.client, out.service});
    if (found == facts.positions.end()) {
        out.targetQuantity = toDecimal(delta);
        out.problem = words("Adjusting", "The position is not there any more; reconcile the period again.");
        return planned;
    }
    const auto &position = found->second;
    planned.line = position.adjustableLine;
    out.billed = position.billed + before;
    out.counted = position.counted;
    out.targetQuantity = toDecimal(out.billed + delta);
    tellSum(changes, out.billed + delta, out);
    out.price = position.price;
    out.currency = position.price ? position.price->currency : Currency();
    out.impact = impactOf(
        {position.price, position.isPriceOfLine, position.adjustableQuantity + toDecimal(before), position.adjustableIncluded}, delta);
    putLine(out, position, delta, facts);
    return planned;
}

} // namespace

bool isEntered(Decimal target, const std::optional<Units> &usual) { return usual && target != toDecimal(*usual); }

std::vector<AdjustmentRow> adjustmentsOf(const std::vector<DiscrepancyRow> &approved, const AdjustmentFacts &facts)
{
    Groups groups;
    std::map<std::pair<ClientId, ServiceId>, std::string> older; // approved again, and not taken
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
        if (row.discrepancy.kind != Kind::NotApplied)
            continue;
        const std::pair place{row.discrepancy.subject.client, row.discrepancy.subject.service};
        if (changed.contains(place))
            older.emplace(place,
                words("Adjusting", "The older adjustment to %1 was approved again too; what was approved of this month is taken.",
                    {row.targetQuantity.value_or(Decimal()).toString()}));
        else
            take(row);
    }
    leadToOwnTargets(groups);
    std::vector<LineChange> planned;
    Units before;
    std::optional<std::pair<ClientId, ServiceId>> last;
    for (auto &[group, changes] : groups) { // the days of one service come one after the other
        const std::pair place{std::get<0>(group), std::get<1>(group)};
        before = last == place && !planned.empty() ? before + planned.back().delta : Units();
        last = place;
        std::ranges::sort(changes, {}, [](const Change &change) { return change.row->key; });
        planned.push_back(adjustmentFor(changes, before, facts));
        if (const auto other = older.find({std::get<0>(group), std::get<1>(group)}); other != older.end())
            addOnce(planned.back().row.doubts, other->second);
    }
    auto out = changesByLine(std::move(planned));
    std::ranges::sort(
        out, {}, [](const AdjustmentRow &r) { return std::tie(r.clientName, r.client, r.serviceName, r.service, r.effective); });
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
