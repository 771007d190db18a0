#include "connectors/rest/extract/recordfields.h"

#include "connectors/rest/value/dates.h"
#include "connectors/rest/value/exact.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

void RecordFields::read(const EmitSpec &spec, const Scope &scope)
{
    m_spec = &spec;
    m_scratch.clear();
    m_fault.reset();
    m_rejection.reset();
    m_values.fill(std::nullopt);
    for (const auto &[slot, value] : spec.fields) {
        m_scratch.misfits = {};
        const auto before = m_scratch.notes().size();
        auto found = br::rest::read(value, scope, m_scratch);
        const auto rejects = [](const Scratch::Note &note) { return note.rejects; };
        if (std::any_of(m_scratch.notes().begin() + static_cast<std::ptrdiff_t>(before), m_scratch.notes().end(), rejects))
            found.reset(); // a value that is not known is no id either
        m_values[slot] = found ? std::optional(trimmed(*found)) : std::nullopt;
        if (found)
            judgeText(slot);
    }
    for (const auto &note : m_scratch.notes()) {
        if (note.rejects && !m_rejection)
            m_rejection = Problem{note.path, note.value, note.reason};
    }
}

// The JSON of an object, or "true", is no one's id or name; numbers and dates say themselves what they cannot read.
void RecordFields::judgeText(field::Slot slot)
{
    if (m_fault || std::ranges::find(field::numbers, slot) != field::numbers.end()
        || std::ranges::find(field::dates, slot) != field::dates.end())
        return;
    const auto &[structure, truth] = m_scratch.misfits;
    const auto name = field::names[slot];
    if (structure.path != nullptr)
        m_fault = Problem{pathOf(slot), structure.value.json(),
            structure.value.isList() ? words("rest", "it is a list, not a text; name the element that is meant")
                                     : words("rest", "it is an object, not a text; name the member that is meant")};
    else if (truth.path != nullptr && (name.ends_with("_id") || name.ends_with("_name")))
        m_fault = Problem{
            pathOf(slot), textCopy(slot), words("rest", "it is true or false, not an id or a name; a \"map\" can say which it means")};
}

std::string RecordFields::pathOf(field::Slot slot) const
{
    const auto found = std::ranges::find(m_spec->fields, slot, &EmitField::slot);
    const std::string name(field::names[slot]);
    return found == m_spec->fields.end() ? name : name + " (" + shortened(found->value.written(), 60) + ")";
}

void RecordFields::reject(field::Slot slot, std::string reason)
{
    if (!m_rejection)
        m_rejection = Problem{pathOf(slot), textCopy(slot), std::move(reason)};
}

std::string_view RecordFields::neededText(field::Slot slot)
{
    const auto value = text(slot);
    if (value.empty())
        reject(slot, words("rest", "the record does not have it, and without it nothing can be compared"));
    return value;
}

std::optional<Decimal> RecordFields::number(field::Slot slot)
{
    const auto &value = m_values[slot];
    if (!value || value->empty())
        return std::nullopt;
    const auto number = readNumber(*value);
    if (!number) {
        if (!m_fault)
            m_fault = Problem{pathOf(slot), std::string(*value), number.error().message};
        return std::nullopt;
    }
    if (number->rounded)
        m_scratch.note({pathOf(slot), {}, words("rest", "more than 4 decimal places: rounded to 4")});
    return number->value;
}

Decimal RecordFields::neededNumber(field::Slot slot)
{
    if (text(slot).empty() && !m_fault && !m_rejection)
        m_fault = Problem{pathOf(slot), {}, words("rest", "it is absent: unknown is not zero. Say in the manifest when it may be absent")};
    return number(slot).value_or(Decimal());
}

MaybeDay RecordFields::day(field::Slot slot)
{
    const auto value = text(slot);
    if (value.empty())
        return std::nullopt;
    const auto reading = readDay(value);
    if (!reading.isRead)
        m_scratch.note({pathOf(slot), std::string(value), words("rest", "this is not a date; it is left out")});
    return reading.day;
}

bool RecordFields::truth(field::Slot slot, bool whenAbsent)
{
    const auto value = text(slot);
    if (value.empty())
        return whenAbsent;
    const auto truth = truthOf(value);
    if (!truth)
        reject(slot, words("rest", "\"%1\" is neither true nor false; a \"map\" can say which it means", {shortened(value)}));
    return truth.value_or(whenAbsent);
}

Currency RecordFields::currency(const Currency &otherwise)
{
    const auto value = text(field::Currency);
    if (value.empty())
        return otherwise;
    const auto currency = Currency::parse(value);
    if (!currency) {
        reject(field::Currency, currency.error().message);
        return otherwise;
    }
    return *currency;
}

Measure RecordFields::measure()
{
    const auto measure = measureOf(text(field::Measure));
    if (!measure)
        reject(field::Measure, words("rest", "\"%1\" is no measure: purchased, assigned or used", {shortened(text(field::Measure))}));
    return measure.value_or(Measure::Used);
}

std::optional<Decimal> RecordFields::monthlyCost()
{
    const auto cost = number(field::UnitCost);
    const auto written = text(field::CostMonths);
    if (!cost || written.empty())
        return cost;
    const auto months = monthsOf(written);
    if (!months) {
        m_scratch.note(
            {pathOf(field::CostMonths), std::string(written), words("rest", "this is no number of months; the cost is left out")});
        return std::nullopt;
    }
    return CyclePrice{*cost, *months, {}}.perMonth();
}

BillingCycle RecordFields::cycle()
{
    const auto cycle = cycleOf(text(field::BillingCycle));
    if (!cycle)
        reject(field::BillingCycle,
            words("rest", "\"%1\" is no billing cycle: monthly, quarterly or annual", {shortened(text(field::BillingCycle))}));
    return cycle.value_or(BillingCycle::Monthly);
}

} // namespace br::rest
