#include "connectors/rest/value/computing.h"

#include "connectors/rest/value/dates.h"
#include "connectors/rest/value/exact.h"
#include "core/base/text.h"

#include <QString>

namespace br::rest {

namespace {

std::optional<Exact> combined(FieldSpec::Form form, const Exact &left, const Exact &right)
{
    switch (form) {
    case FieldSpec::Form::Add:
        return left.plus(right);
    case FieldSpec::Form::Subtract:
        return left.minus(right);
    case FieldSpec::Form::Multiply:
        return left.times(right);
    default:
        return left.over(right);
    }
}

const char *signOf(FieldSpec::Form form)
{
    switch (form) {
    case FieldSpec::Form::Add:
        return " + ";
    case FieldSpec::Form::Subtract:
        return " - ";
    case FieldSpec::Form::Multiply:
        return " * ";
    default:
        return " / ";
    }
}

std::optional<std::string_view> dayText(const FieldSpec &field, const DayReading &reading, std::string_view value, Scratch &scratch)
{
    if (!reading.isRead)
        scratch.note({field.written(), std::string(value), words("rest", "this is not a date of the form that the manifest states")});
    return reading.day ? std::optional(scratch.keep(reading.day->toString())) : std::nullopt;
}

// An unreadable number is given on: who needs a number refuses it.
std::string_view divided(std::string_view value, const Exact &divisor, Scratch &scratch)
{
    const auto number = Exact::parse(value);
    const auto result = number ? number->over(divisor) : std::nullopt;
    return result ? scratch.keep(result->toString()) : value;
}

std::optional<std::string_view> shaped(const FieldSpec &field, std::string_view value, Scratch &scratch)
{
    constexpr int64_t gigabyte = int64_t{1} << 30;
    switch (field.shape) {
    case ValueShape::AsWritten:
        return value;
    case ValueShape::EpochSeconds:
        return dayText(field, dayOfEpoch(value, 1), value, scratch);
    case ValueShape::EpochMilliseconds:
        return dayText(field, dayOfEpoch(value, 1000), value, scratch);
    case ValueShape::DatePattern:
        return dayText(field, dayOfPattern(value, field.pattern), value, scratch);
    case ValueShape::BytesToGb:
        return divided(value, Exact::of(gigabyte), scratch);
    case ValueShape::Cents:
        return divided(value, Exact::of(int64_t{100}), scratch);
    }
    return value;
}

std::optional<std::string_view> mapped(const FieldSpec &field, std::string_view value, Scratch &scratch)
{
    const auto &map = *field.map;
    if (const auto found = map.values.find(folded(value)); found != map.values.end())
        return found->second;
    switch (map.otherwise) {
    case ValueMap::Otherwise::Warn:
        scratch.note({field.written(), std::string(value), words("rest", "the manifest does not know this value; it is kept as it is")});
        return value;
    case ValueMap::Otherwise::Keep:
        return value;
    case ValueMap::Otherwise::Absent:
        return std::nullopt;
    case ValueMap::Otherwise::Reject:
        scratch.note({field.written(), std::string(value), words("rest", "the manifest does not know this value"), true});
        return std::nullopt;
    case ValueMap::Otherwise::Value:
        return map.value;
    }
    return value;
}

} // namespace

std::optional<std::string_view> computed(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    std::optional<Exact> result;
    std::string formula;
    bool isNumber = true;
    for (const auto &part : field.parts) {
        auto value = read(part, scope, scratch);
        if (!value && field.absentAs)
            value = *field.absentAs;
        if (!value)
            return std::nullopt;
        const auto number = Exact::parse(*value);
        formula += (formula.empty() ? "" : signOf(field.form)) + std::string(*value);
        if (!isNumber || !number) {
            isNumber = false;
            continue;
        }
        const bool isFirst = &part == &field.parts.front();
        result = isFirst ? number : combined(field.form, *result, *number);
        isNumber = result.has_value();
    }
    return scratch.keep(isNumber && result ? result->toString() : formula);
}

std::optional<std::string_view> changed(const FieldSpec &field, std::string_view value, Scratch &scratch)
{
    if (field.match) {
        const auto match = field.match->match(toQString(value));
        if (!match.hasMatch())
            return std::nullopt;
        value = scratch.keep(toUtf8(match.captured(field.match->captureCount() > 0 ? 1 : 0)));
    }
    const auto shape = shaped(field, value, scratch);
    if (!shape)
        return std::nullopt;
    value = *shape;
    if (field.letters != LetterCase::AsWritten) {
        const auto wide = toQString(value);
        value = scratch.keep(toUtf8(field.letters == LetterCase::Lower ? wide.toLower() : wide.toUpper()));
    }
    return field.map ? mapped(field, value, scratch) : value;
}

} // namespace br::rest
