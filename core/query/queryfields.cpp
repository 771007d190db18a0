#include "core/query/queryfields.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

struct FieldRow {
    Field field;
    FieldType type;
    std::vector<std::string> names; // the first is the one to offer
};

const std::vector<FieldRow> &fieldRows()
{
    static const std::vector<FieldRow> rows = {
        {Field::Client, FieldType::Text, {"client", "company", "customer"}},
        {Field::Service, FieldType::Text, {"service"}},
        {Field::Vendor, FieldType::Text, {"vendor", "source"}},
        {Field::Kind, FieldType::Kind, {"kind", "type"}},
        {Field::Status, FieldType::Status, {"status", "state"}},
        {Field::Delta, FieldType::Number, {"delta", "difference"}},
        {Field::Impact, FieldType::Number, {"impact", "money"}},
        {Field::Billed, FieldType::Number, {"billed"}},
        {Field::Counted, FieldType::Number, {"counted"}},
        {Field::Quantity, FieldType::Number, {"quantity"}},
        {Field::Note, FieldType::Text, {"note", "reason"}},
        {Field::Notes, FieldType::Number, {"notes"}},
        {Field::Account, FieldType::Text, {"account"}},
        {Field::Meter, FieldType::Text, {"meter"}},
        {Field::Product, FieldType::Text, {"product"}},
        {Field::Key, FieldType::Text, {"key"}},
        {Field::By, FieldType::Text, {"by"}},
        {Field::Since, FieldType::Months, {"since"}},
        {Field::Until, FieldType::Days, {"until"}},
        {Field::From, FieldType::Days, {"from", "effective"}},
        {Field::Target, FieldType::Number, {"target"}},
        {Field::Currency, FieldType::Text, {"currency"}},
    };
    return rows;
}

const FieldRow &rowOf(Field field) { return *std::ranges::find(fieldRows(), field, &FieldRow::field); }

struct KindAlias {
    std::string_view name;
    std::vector<Kind> kinds;
};

const std::vector<KindAlias> &kindAliases()
{
    static const std::vector<KindAlias> aliases = {
        {"under", {Kind::Underbilled}},
        {"over", {Kind::Overbilled}},
        {"missing", {Kind::NotBilled}},
        {"nousage", {Kind::NoUsage}},
        {"unused", {Kind::NoUsage, Kind::Commitment}},
        {"stale", {Kind::StaleQuantity, Kind::StaleUsage, Kind::SourceStale}},
        {"mismatch", {Kind::MismatchedService}},
        {"moved", {Kind::MismatchedService}},
        {"duplicate", {Kind::DuplicateSeat, Kind::DuplicateLine}},
        {"cost", {Kind::CostMismatch}},
        {"unapplied", {Kind::NotApplied}},
    };
    return aliases;
}

const std::vector<std::pair<std::string_view, std::vector<State>>> &stateAliases()
{
    static const std::vector<std::pair<std::string_view, std::vector<State>>> aliases = {
        {"review", {State::InReview}},
        {"decided", {State::Approved, State::Accepted, State::Dismissed}},
        {"todo", {State::Open, State::InReview, State::Outdated}},
        {"changed", {State::Outdated}},
    };
    return aliases;
}

// "Not billed", "not-billed" and "not_billed" are one.
std::string squeezed(std::string_view text)
{
    auto out = folded(text);
    std::erase_if(out, [](char c) { return c == '_' || c == '-' || c == ' '; });
    return out;
}

} // namespace

std::optional<Field> fieldOf(std::string_view name)
{
    const auto wanted = folded(name);
    for (const auto &row : fieldRows()) {
        if (std::ranges::find(row.names, wanted) != row.names.end())
            return row.field;
    }
    return std::nullopt;
}

FieldType typeOf(Field field) { return rowOf(field).type; }
const std::string &fieldName(Field field) { return rowOf(field).names.front(); }

std::vector<std::string> fieldNames(bool withAliases)
{
    std::vector<std::string> names;
    for (const auto &row : fieldRows())
        names.insert(names.end(), row.names.begin(), withAliases ? row.names.end() : row.names.begin() + 1);
    return names;
}

void textsOf(const DiscrepancyRow &row, Field field, std::vector<std::string_view> &out)
{
    const auto &s = row.discrepancy.subject;
    const auto add = [&out](std::string_view text) {
        if (!text.empty())
            out.push_back(text);
    };
    switch (field) {
    case Field::Client:
        add(row.clientName);
        add(s.client.text);
        break;
    case Field::Service:
        add(row.serviceName);
        add(s.service.text);
        add(row.otherServiceName);
        add(s.otherService.text);
        break;
    case Field::Vendor:
        for (const auto &source : row.sources)
            add(source);
        break;
    case Field::Note:
        add(row.reason);
        break;
    case Field::Account:
        add(row.accountName);
        add(s.account.text);
        break;
    case Field::Meter:
        add(row.meterName);
        add(s.meter.text);
        break;
    case Field::Product:
        add(row.productName);
        add(s.product.text);
        break;
    case Field::Key:
        add(row.key);
        add(s.assetKey);
        break;
    case Field::By:
        add(row.decidedBy);
        break;
    case Field::Currency:
        add(row.discrepancy.currency.code());
        break;
    default:
        break;
    }
}

std::optional<Units> numberOf(const DiscrepancyRow &row, Field field)
{
    const auto units = [](const std::optional<Decimal> &value) { return value ? std::optional(toUnits(*value)) : std::nullopt; };
    const auto &d = row.discrepancy;
    switch (field) {
    case Field::Delta:
        return d.difference;
    case Field::Billed:
        return d.billed;
    case Field::Counted:
        return d.counted;
    case Field::Quantity:
        return d.quantity;
    case Field::Impact:
        return units(d.impact);
    case Field::Target:
        return units(row.targetQuantity);
    case Field::Notes:
        return Units::fromInt(row.notes);
    default:
        return std::nullopt;
    }
}

std::optional<DayRange> daysOf(const DiscrepancyRow &row, Field field)
{
    const auto one = [](MaybeDay day) { return day ? std::optional(DayRange{*day, *day}) : std::nullopt; };
    switch (field) {
    case Field::Since:
        return row.discrepancy.since ? std::optional(DayRange{row.discrepancy.since->firstDay(), row.discrepancy.since->lastDay()})
                                     : std::nullopt;
    case Field::Until:
        return one(row.until ? row.until : row.discrepancy.until);
    case Field::From:
        return one(row.effective);
    default:
        return std::nullopt;
    }
}

std::vector<Kind> kindsFor(std::string_view value)
{
    const auto wanted = squeezed(value);
    for (const auto &alias : kindAliases()) {
        if (alias.name == wanted)
            return alias.kinds;
    }
    std::vector<Kind> kinds;
    for (int i = 0; i < kindCount; ++i) {
        const auto kind = static_cast<Kind>(i);
        const auto code = squeezed(kindCode(kind));
        if (code == wanted)
            return {kind};
        if (!wanted.empty() && code.starts_with(wanted))
            kinds.push_back(kind);
    }
    return kinds;
}

std::vector<State> statesFor(std::string_view value)
{
    const auto wanted = squeezed(value);
    for (const auto &[name, states] : stateAliases()) {
        if (name == wanted)
            return states;
    }
    std::vector<State> states;
    for (const auto state : {State::Open, State::InReview, State::Approved, State::Accepted, State::Dismissed, State::Outdated}) {
        if (!wanted.empty() && squeezed(stateCode(state)).starts_with(wanted))
            states.push_back(state);
    }
    return states;
}

std::vector<std::string> kindValues()
{
    std::vector<std::string> values;
    for (int i = 0; i < kindCount; ++i)
        values.emplace_back(kindCode(static_cast<Kind>(i)));
    return values;
}

std::vector<std::string> stateValues()
{
    std::vector<std::string> values;
    for (const auto state : {State::Open, State::InReview, State::Approved, State::Accepted, State::Dismissed, State::Outdated})
        values.emplace_back(stateCode(state));
    for (const auto &[name, states] : stateAliases())
        values.emplace_back(name);
    return values;
}

} // namespace br
