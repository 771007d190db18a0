#include "connectors/rest/manifest/schema.h"

#include "connectors/rest/value/exact.h"
#include "core/base/nearest.h"
#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace br::rest {

namespace {

std::string typeName(std::string_view type)
{
    if (type == "object")
        return words("manifest", "an object {…}");
    if (type == "array")
        return words("manifest", "a list […]");
    if (type == "string")
        return words("manifest", "a text");
    if (type == "integer")
        return words("manifest", "a whole number");
    if (type == "number")
        return words("manifest", "a number");
    return words("manifest", "true or false");
}

bool isOfType(const JsonValue &value, std::string_view type)
{
    switch (value.type()) {
    case JsonType::Object:
        return type == "object";
    case JsonType::List:
        return type == "array";
    case JsonType::Text:
        return type == "string";
    case JsonType::Number:
        return type == "number" || (type == "integer" && value.text().find_first_of(".eE") == std::string_view::npos);
    case JsonType::True:
    case JsonType::False:
        return type == "boolean";
    default:
        return type == "null";
    }
}

bool isEqual(const JsonValue &a, const JsonValue &b) { return a.type() == b.type() && a.json() == b.json(); }

std::string shown(const JsonValue &value) { return shortened(value.json(), 60); }

std::vector<std::string> textsOf(const JsonValue &list)
{
    std::vector<std::string> texts;
    for (const auto each : list)
        texts.emplace_back(each.text());
    return texts;
}

std::vector<std::string> keysOf(const JsonValue &object)
{
    std::vector<std::string> keys;
    for (const auto each : object)
        keys.emplace_back(each.key());
    return keys;
}

// False, and told with the schema's own sentence where it has one.
bool tell(const JsonValue &schema, const Spot &spot, Marks *marks, std::string plain)
{
    if (marks != nullptr) {
        const auto comment = schema.member("$comment").text();
        marks->error(spot, comment.empty() ? std::move(plain) : words("manifest", std::string(comment).c_str()));
    }
    return false;
}

bool tellUnknown(const Spot &spot, std::string_view key, const std::vector<std::string> &known, Marks *marks)
{
    if (marks != nullptr) {
        marks->error(spot,
            words("manifest", "\"%1\" is no key here; known are %2.", {shortened(key), joined(known, ", ")}) + didYouMean(key, known));
    }
    return false;
}

int64_t limitOf(const JsonValue &schema, std::string_view name, int64_t otherwise)
{
    const auto limit = readNumber(schema.member(name).text());
    return limit ? limit->value.raw() / Decimal::one : otherwise;
}

} // namespace

void Schema::check(const JsonValue &document, Marks &marks) const { holds(m_tree.root(), {document, {}}, &marks); }

JsonValue Schema::resolved(const JsonValue &schema) const
{
    constexpr std::string_view prefix = "#/definitions/";
    const auto reference = schema.member("$ref").text();
    return reference.starts_with(prefix) ? m_tree.root().member("definitions").member(reference.substr(prefix.size())) : schema;
}

bool Schema::holds(const JsonValue &unresolved, const Spot &spot, Marks *marks) const
{
    const auto schema = resolved(unresolved);
    if (schema.type() == JsonType::True || schema.isAbsent())
        return true;
    if (schema.type() == JsonType::False)
        return tell(schema, spot, marks, words("manifest", "this does not belong here"));
    if (!isTyped(schema, spot, marks))
        return false;
    bool good = isValued(schema, spot, marks);
    if (spot.value.isObject()) {
        good = hasNames(schema, spot, marks) && good;
        good = hasMembers(schema, spot, marks) && good;
    }
    if (spot.value.isList())
        good = hasItems(schema, spot, marks) && good;
    return isCombined(schema, spot, marks) && good;
}

bool Schema::isTyped(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    const auto type = schema.member("type");
    if (type.isAbsent())
        return true;
    std::vector<std::string> names = type.isList() ? textsOf(type) : std::vector<std::string>{std::string(type.text())};
    if (std::ranges::any_of(names, [&spot](const auto &name) { return isOfType(spot.value, name); }))
        return true;
    std::ranges::transform(names, names.begin(), typeName);
    if (marks != nullptr)
        marks->error(spot, words("manifest", "%1 stands here; %2 is right", {shown(spot.value), joined(names, words("manifest", " or "))}));
    return false;
}

bool Schema::isValued(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    const auto &value = spot.value;
    if (const auto list = schema.member("enum"); !list.isAbsent()) {
        const bool isOne = std::any_of(list.begin(), list.end(), [&](const JsonValue &each) { return isEqual(each, value); });
        if (!isOne) {
            const auto known = textsOf(list);
            return tell(schema, spot, marks,
                words("manifest", "%1 is none of %2.", {shown(value), joined(known, ", ")}) + didYouMean(value.text(), known));
        }
    }
    if (const auto only = schema.member("const"); only.type() != JsonType::Absent && !isEqual(only, value))
        return tell(schema, spot, marks, words("manifest", "%1 stands here; %2 is right", {shown(value), shown(only)}));
    if (value.type() == JsonType::Text) {
        const auto pattern = schema.member("pattern").text();
        const auto text = toQString(value.text());
        if (!pattern.empty() && !QRegularExpression(toQString(pattern)).match(text).hasMatch())
            return tell(schema, spot, marks, words("manifest", "%1 does not fit the form %2", {shown(value), std::string(pattern)}));
        if (text.size() < limitOf(schema, "minLength", 0))
            return tell(schema, spot, marks, words("manifest", "the text is empty"));
    }
    if (value.type() == JsonType::Number) {
        const auto number = readNumber(value.text());
        const auto least = limitOf(schema, "minimum", INT64_MIN / Decimal::one);
        const auto most = limitOf(schema, "maximum", INT64_MAX / Decimal::one);
        if (!number || number->value < Decimal::fromInt(least) || number->value > Decimal::fromInt(most)) {
            const bool hasMost = !schema.member("maximum").isAbsent();
            return tell(schema, spot, marks,
                hasMost ? words("manifest", "%1 is not between %2 and %3", {shown(value), std::to_string(least), std::to_string(most)})
                        : words("manifest", "%1 is less than %2", {shown(value), std::to_string(least)}));
        }
    }
    return true;
}

bool Schema::hasMembers(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    bool good = true;
    const auto properties = schema.member("properties");
    const auto others = schema.member("additionalProperties");
    for (const auto member : spot.value) {
        const auto place = spot.member(member.key());
        const auto known = properties.member(member.key());
        if (!known.isAbsent())
            good = holds(known, place, marks) && good;
        else if (others.type() == JsonType::False)
            good = tellUnknown(place, member.key(), keysOf(properties), marks);
        else if (!others.isAbsent())
            good = holds(others, place, marks) && good;
    }
    return good;
}

bool Schema::hasNames(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    bool good = true;
    for (const auto name : schema.member("required")) {
        if (spot.value.member(name.text()).type() == JsonType::Absent)
            good = tell({}, spot, marks, words("manifest", "\"%1\" is missing here", {std::string(name.text())}));
    }
    if (const auto names = schema.member("propertyNames").member("enum"); !names.isAbsent()) {
        const auto known = textsOf(names);
        for (const auto member : spot.value) {
            if (std::ranges::find(known, member.key()) == known.end())
                good = tellUnknown(spot.member(member.key()), member.key(), known, marks);
        }
    }
    for (const auto dependency : schema.member("dependencies")) {
        if (spot.value.member(dependency.key()).type() == JsonType::Absent)
            continue;
        for (const auto name : dependency) {
            if (spot.value.member(name.text()).type() == JsonType::Absent)
                good = tell({}, spot, marks,
                    words("manifest", "\"%1\" needs \"%2\" beside it", {std::string(dependency.key()), std::string(name.text())}));
        }
    }
    const auto size = static_cast<int64_t>(spot.value.size());
    if (size < limitOf(schema, "minProperties", 0) || size > limitOf(schema, "maxProperties", INT64_MAX))
        good = tell(schema, spot, marks, words("manifest", "there are too few or too many keys here"));
    return good;
}

bool Schema::hasItems(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    bool good = true;
    if (static_cast<int64_t>(spot.value.size()) < limitOf(schema, "minItems", 0))
        good = tell({}, spot, marks, words("manifest", "the list is too short"));
    if (const auto each = schema.member("items"); !each.isAbsent()) {
        for (size_t i = 0; i < spot.value.size(); ++i)
            good = holds(each, spot.at(i), marks) && good;
    }
    return good;
}

bool Schema::holdsAny(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    const auto any = schema.member("anyOf");
    if (any.isAbsent())
        return true;
    if (std::any_of(any.begin(), any.end(), [&](const JsonValue &each) { return holds(each, spot, nullptr); }))
        return true;
    // The one form that is meant, by its type, says best what is wrong.
    if (marks != nullptr) {
        for (const auto each : any) {
            const auto form = resolved(each);
            if (!form.member("type").isAbsent() && isTyped(form, spot, nullptr))
                return holds(form, spot, marks);
        }
    }
    return tell(schema, spot, marks, words("manifest", "this has none of the forms that are known here"));
}

bool Schema::isCombined(const JsonValue &schema, const Spot &spot, Marks *marks) const
{
    bool good = true;
    for (const auto each : schema.member("allOf"))
        good = holds(each, spot, marks) && good;
    good = holdsAny(schema, spot, marks) && good;
    if (const auto one = schema.member("oneOf"); !one.isAbsent()) {
        const auto fitting = std::count_if(one.begin(), one.end(), [&](const JsonValue &each) { return holds(each, spot, nullptr); });
        if (fitting != 1)
            good = tell(schema, spot, marks, words("manifest", "exactly one of the known forms is right here"));
    }
    if (const auto none = schema.member("not"); !none.isAbsent() && holds(none, spot, nullptr))
        good = tell(schema, spot, marks, words("manifest", "this combination is not allowed"));
    if (const auto condition = schema.member("if"); !condition.isAbsent())
        good = holds(schema.member(holds(condition, spot, nullptr) ? "then" : "else"), spot, marks) && good;
    return good;
}

} // namespace br::rest
