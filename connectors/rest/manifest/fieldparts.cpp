// The part of PartReader that compiles fields and conditions.
#include "connectors/rest/manifest/partreader.h"
#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace br::rest {

namespace {

struct Arithmetic {
    std::string_view name;
    FieldSpec::Form form;
};

constexpr std::array<Arithmetic, 5> lists = {{{"first", FieldSpec::Form::First}, {"add", FieldSpec::Form::Add},
    {"subtract", FieldSpec::Form::Subtract}, {"multiply", FieldSpec::Form::Multiply}, {"divide", FieldSpec::Form::Divide}}};

struct NamedTest {
    std::string_view name;
    Condition::Test test;
};

constexpr std::array<NamedTest, 10> tests = {{{"is", Condition::Test::Is}, {"is_not", Condition::Test::IsNot}, {"in", Condition::Test::In},
    {"not_in", Condition::Test::NotIn}, {"present", Condition::Test::Present}, {"matches", Condition::Test::Matches},
    {"more_than", Condition::Test::MoreThan}, {"less_than", Condition::Test::LessThan}, {"on_or_before", Condition::Test::OnOrBefore},
    {"on_or_after", Condition::Test::OnOrAfter}}};

// Letters of a date outside of quotes, and nothing else; empty: fine.
std::string wrongDate(std::string_view pattern)
{
    constexpr std::string_view known = "dMyHhmszAaPpt";
    bool quoted = false;
    bool hasDate = false;
    for (const char sign : pattern) {
        quoted = quoted != (sign == '\'');
        const bool isLetter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        if (quoted || !isLetter)
            continue;
        if (known.find(sign) == std::string_view::npos)
            return words("manifest",
                "\"%1\" is no letter of a date; there are d, M, y and of times H, h, m, s, z, a, t. A letter as it is stands in quotes: "
                "'T'",
                {std::string(1, sign)});
        hasDate = hasDate || sign == 'd' || sign == 'M' || sign == 'y';
    }
    return hasDate ? std::string() : words("manifest", "a date is written with d, M and y: date:dd/MM/yyyy");
}

// The same folded, where nothing has to be filled in.
std::vector<std::string> plainOf(const std::vector<Template> &values)
{
    std::vector<std::string> plain;
    for (const auto &value : values) {
        std::string text;
        for (const auto &part : value.parts) {
            if (part.hasPath)
                return {};
            text += part.literal;
        }
        plain.push_back(folded(text));
    }
    return plain;
}

} // namespace

FieldSpec PartReader::field(const Spot &spot, const Place &place)
{
    FieldSpec made;
    if (spot.value.type() == JsonType::Text) {
        made.path = path(spot, place);
        return made;
    }
    readForm(made, spot, place);
    readChange(made, spot);
    return made;
}

void PartReader::readForm(FieldSpec &made, const Spot &spot, const Place &place)
{
    if (const auto absent = spot.member("absent_as"); absent.isThere())
        made.absentAs = absent.text();
    if (const auto table = spot.member("lookup"); table.isThere()) {
        made.form = FieldSpec::Form::Lookup;
        made.table = table.text();
        const auto key = spot.member("key");
        for (size_t i = 0; key.value.isList() && i < key.value.size(); ++i)
            made.parts.push_back(field(key.at(i), place));
        if (!key.value.isList())
            made.parts.push_back(field(key, place));
        made.path = path(spot.member("path"), Place());
        judgeLookup(made, spot);
        return;
    }
    if (const auto then = spot.member("then"); then.isThere()) {
        made.form = FieldSpec::Form::Choice;
        made.when = conditions(spot.member("when"), place);
        made.parts.push_back(field(then, place));
        if (const auto other = spot.member("else"); other.isThere())
            made.parts.push_back(field(other, place));
        return;
    }
    for (const auto &[name, form] : lists) {
        const auto list = spot.member(name);
        if (!list.isThere())
            continue;
        made.form = form;
        for (size_t i = 0; i < list.value.size(); ++i)
            made.parts.push_back(field(list.at(i), place));
        return;
    }
    if (const auto value = spot.member("value"); value.isThere()) {
        made.form = FieldSpec::Form::Constant;
        made.constant = value.text();
    } else if (const auto text_ = spot.member("text"); text_.isThere()) {
        made.form = FieldSpec::Form::Text;
        made.text = text(text_, place);
    } else if (const auto length = spot.member("length"); length.isThere()) {
        made.form = FieldSpec::Form::Length;
        made.path = path(length, place);
    } else {
        made.path = path(spot.member("path"), place);
    }
}

void PartReader::judgeLookup(const FieldSpec &field, const Spot &spot)
{
    const auto &tables = m_declared.tables;
    const auto table = tables.find(field.table);
    if (table == tables.end()) {
        std::vector<std::string> known;
        std::ranges::transform(tables, std::back_inserter(known), [](const auto &entry) { return entry.first; });
        m_marks.error(spot.member("lookup"),
            words("manifest", "no stream before this one keeps a table \"%1\".", {field.table}) + didYouMean(field.table, known));
        return;
    }
    const auto parts = m_declared.keys.find(field.table);
    if (parts != m_declared.keys.end() && parts->second != field.parts.size())
        m_marks.error(spot.member("key"),
            words("manifest", "the key of the table \"%1\" has %2 parts, not %3",
                {field.table, std::to_string(parts->second), std::to_string(field.parts.size())}));
    const auto &fields = table->second;
    if (!fields.empty() && std::ranges::find(fields, field.path.written) == fields.end())
        m_marks.error(spot.member("path"),
            words("manifest", "the table \"%1\" keeps %2, not \"%3\"", {field.table, joined(fields, ", "), field.path.written}));
}

void PartReader::readChange(FieldSpec &made, const Spot &spot)
{
    if (const auto shape = spot.member("as").text(); !shape.empty()) {
        if (shape == "epoch_seconds")
            made.shape = ValueShape::EpochSeconds;
        else if (shape == "epoch_milliseconds")
            made.shape = ValueShape::EpochMilliseconds;
        else if (shape == "bytes_to_gb")
            made.shape = ValueShape::BytesToGb;
        else if (shape == "cents")
            made.shape = ValueShape::Cents;
        else
            made.shape = ValueShape::DatePattern;
        if (made.shape == ValueShape::DatePattern)
            made.pattern = shape.substr(std::string_view("date:").size());
        if (auto wrong = made.shape == ValueShape::DatePattern ? wrongDate(made.pattern) : std::string(); !wrong.empty())
            m_marks.error(spot.member("as"), std::move(wrong));
    }
    if (const auto match = spot.member("match"); match.isThere())
        made.match = pattern(match, false);
    if (const auto letters = spot.member("case").text(); !letters.empty())
        made.letters = letters == "lower" ? LetterCase::Lower : LetterCase::Upper;
    readMap(made, spot);
    made.isChanged = made.shape != ValueShape::AsWritten || made.match || made.letters != LetterCase::AsWritten || made.map;
}

void PartReader::readMap(FieldSpec &made, const Spot &spot)
{
    const auto map = spot.member("map");
    if (!map.isThere())
        return;
    made.map.emplace();
    for (const auto entry : map.value) {
        if (!made.map->values.try_emplace(folded(entry.key()), entry.text()).second)
            m_marks.error(
                map.member(entry.key()), words("manifest", "\"%1\" stands twice here, in other letters", {std::string(entry.key())}));
    }
    const auto otherwise = spot.member("otherwise");
    const auto word = otherwise.text();
    if (otherwise.value.isObject()) {
        made.map->otherwise = ValueMap::Otherwise::Value;
        made.map->value = otherwise.member("value").text();
    } else if (word == "keep") {
        made.map->otherwise = ValueMap::Otherwise::Keep;
    } else if (word == "absent") {
        made.map->otherwise = ValueMap::Otherwise::Absent;
    } else if (word == "reject") {
        made.map->otherwise = ValueMap::Otherwise::Reject;
    }
}

std::vector<Condition> PartReader::conditions(const Spot &spot, const Place &place)
{
    std::vector<Condition> all;
    if (spot.value.isObject())
        all.push_back(condition(spot, place));
    for (size_t i = 0; spot.value.isList() && i < spot.value.size(); ++i)
        all.push_back(condition(spot.at(i), place));
    return all;
}

Condition PartReader::condition(const Spot &spot, const Place &place)
{
    Condition made;
    const std::array<NamedTest, 3> groups = {{{"all", Condition::Test::All}, {"any", Condition::Test::Any}, {"not", Condition::Test::Not}}};
    for (const auto &[name, test] : groups) {
        if (const auto parts = spot.member(name); parts.isThere()) {
            made.test = test;
            made.parts = conditions(parts, place);
            if (test != Condition::Test::Not || made.parts.size() < 2)
                return made;
            Condition all; // not of a list: not all of them
            all.test = Condition::Test::All;
            all.parts = std::move(made.parts);
            made.parts = {std::move(all)};
            return made;
        }
    }
    made.field = field(spot, place);
    readTest(made, spot, place);
    return made;
}

void PartReader::readTest(Condition &made, const Spot &spot, const Place &place)
{
    for (const auto &[name, test] : tests) {
        const auto value = spot.member(name);
        if (!value.isThere())
            continue;
        made.test = test;
        if (test == Condition::Test::Present) {
            made.test = value.value.type() == JsonType::True ? Condition::Test::Present : Condition::Test::Absent;
        } else if (test == Condition::Test::Matches) {
            made.pattern = pattern(value, true);
        } else if (test == Condition::Test::MoreThan || test == Condition::Test::LessThan) {
            made.values.push_back(constant(value, place));
            const bool isKnown = std::ranges::none_of(made.values[0].parts, &TemplatePart::hasPath);
            if (const auto bound = parseExactDecimal(made.values[0].written); isKnown && !bound)
                m_marks.error(value, bound.error().message);
        } else {
            if (value.value.isList()) {
                for (size_t i = 0; i < value.value.size(); ++i)
                    made.values.push_back(constant(value.at(i), place));
            } else {
                made.values.push_back(constant(value, place));
            }
            if (test != Condition::Test::OnOrBefore && test != Condition::Test::OnOrAfter)
                made.plain = plainOf(made.values);
        }
        return;
    }
}

} // namespace br::rest
