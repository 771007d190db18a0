// The part of reading.h that judges conditions.
#include "connectors/rest/value/dates.h"
#include "connectors/rest/value/exact.h"
#include "connectors/rest/value/filling.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

using Test = Condition::Test;

bool isNumberOfJson(const FieldSpec &field, const Scope &scope)
{
    return field.form == FieldSpec::Form::Path && !field.isChanged && jsonAt(field.path, scope).type() == JsonType::Number;
}

// 1 and 1.0 are one number; the texts "1" and "1.0" are two.
bool isSame(std::string_view value, std::string_view wanted, bool isNumber)
{
    if (folded(value) == folded(wanted))
        return true;
    const auto a = isNumber ? Exact::parse(value) : std::nullopt;
    const auto b = a ? Exact::parse(wanted) : std::nullopt;
    return b && a->compared(*b) == std::strong_ordering::equal;
}

bool isOneOf(const Condition &condition, std::string_view value, const Scope &scope)
{
    const bool isNumber = isNumberOfJson(condition.field, scope);
    return std::ranges::any_of(condition.values, [&](const Template &wanted) {
        const auto made = filled(wanted, scope, false);
        return made.text && isSame(value, *made.text, isNumber);
    });
}

bool isBeyond(const Condition &condition, std::string_view value, const Scope &scope)
{
    const auto number = Exact::parse(value);
    const auto bound = filled(condition.values[0], scope, false);
    const auto limit = bound.text ? Exact::parse(trimmed(*bound.text)) : std::nullopt;
    const auto order = number && limit ? number->compared(*limit) : std::nullopt;
    return order && *order == (condition.test == Test::MoreThan ? std::strong_ordering::greater : std::strong_ordering::less);
}

bool isInTime(const Condition &condition, std::string_view value, const Scope &scope)
{
    const auto bound = filled(condition.values[0], scope, false);
    const auto day = readDay(value).day;
    const auto limit = bound.text ? readDay(*bound.text).day : std::nullopt;
    if (!day || !limit)
        return false;
    return condition.test == Test::OnOrBefore ? *day <= *limit : *day >= *limit;
}

bool holdsOf(const Condition &condition, std::optional<std::string_view> value, const Scope &scope)
{
    switch (condition.test) {
    case Test::Present:
        return value.has_value();
    case Test::Absent:
        return !value;
    case Test::Is:
    case Test::In:
        return value && isOneOf(condition, *value, scope);
    case Test::IsNot:
    case Test::NotIn:
        return !value || !isOneOf(condition, *value, scope);
    case Test::Matches:
        return value && condition.pattern.match(toQString(*value)).hasMatch();
    case Test::MoreThan:
    case Test::LessThan:
        return value && isBeyond(condition, *value, scope);
    case Test::OnOrBefore:
    case Test::OnOrAfter:
        return value && isInTime(condition, *value, scope);
    default:
        return false;
    }
}

// A text against constants: the way that millions of records take.
bool holdsPlainly(const Condition &condition, std::optional<std::string_view> value)
{
    const bool isNegated = condition.test == Test::IsNot || condition.test == Test::NotIn;
    if (!value)
        return isNegated;
    const auto text = folded(*value);
    return (std::ranges::find(condition.plain, text) != condition.plain.end()) != isNegated;
}

} // namespace

bool holds(const Condition &condition, const Scope &scope, Scratch &scratch)
{
    const auto each = [&](const Condition &part) { return holds(part, scope, scratch); };
    switch (condition.test) {
    case Test::All:
        return std::ranges::all_of(condition.parts, each);
    case Test::Any:
        return std::ranges::any_of(condition.parts, each);
    case Test::Not:
        return std::ranges::none_of(condition.parts, each);
    default:
        break;
    }
    const auto value = read(condition.field, scope, scratch);
    if (!condition.plain.empty() && !(value && isNumberOfJson(condition.field, scope)))
        return holdsPlainly(condition, value);
    return holdsOf(condition, value, scope);
}

bool holdAll(const std::vector<Condition> &conditions, const Scope &scope, Scratch &scratch)
{
    return std::ranges::all_of(conditions, [&](const Condition &condition) { return holds(condition, scope, scratch); });
}

bool holdAll(const std::vector<Condition> &conditions, const Scope &scope)
{
    Scratch scratch;
    return holdAll(conditions, scope, scratch);
}

} // namespace br::rest
