#include "connectors/rest/manifest/partreader.h"

#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

const std::vector<std::string> periodNames = {"first", "last", "next_first", "previous_first", "year", "month"};

// What an address begins with, before the first value.
std::string_view beginning(const Template &text) { return text.parts.empty() ? std::string_view() : text.parts[0].literal; }

} // namespace

Place Place::withSecrets() const
{
    auto place = *this;
    place.secrets = true;
    return place;
}

Place Place::ofAddress() const
{
    auto place = *this;
    place.secrets = false;
    place.isAddress = true;
    return place;
}

Place Place::withHeaders() const
{
    auto place = *this;
    place.header = true;
    return place;
}

Place Place::withoutRecord() const
{
    auto place = *this;
    place.noRecord = true;
    return place;
}

void PartReader::judgeName(const Path &path, const Spot &spot, const std::vector<std::string> &known, const char *scope)
{
    const std::string name(path.firstName());
    m_declared.used.insert(std::string(scope) + "." + name);
    if (std::ranges::find(known, name) != known.end())
        return;
    if (known.empty()) {
        m_marks.error(spot, words("manifest", "\"%1\" names \"%2\", and \"%3\" declares nothing", {path.written, name, scope}));
        return;
    }
    m_marks.error(spot,
        words("manifest", "\"%1\": there is no \"%2\" in \"%3\"; there are %4.", {path.written, name, scope, joined(known, ", ")})
            + didYouMean(name, known));
}

void PartReader::judge(const Path &path, const Spot &spot, const Place &place)
{
    switch (path.root) {
    case Root::Settings:
        judgeName(path, spot, m_declared.settings, "settings");
        return;
    case Root::Secrets:
        judgeName(path, spot, m_declared.secrets, "secrets");
        if (place.isAddress)
            m_marks.error(spot, words("manifest", "a secret must not stand in an address: put it into a header, the query or the body"));
        else if (!place.secrets)
            m_marks.error(spot, words("manifest", "a secret may stand only in auth, headers, query, body and form"));
        return;
    case Root::Period:
        judgeName(path, spot, periodNames, "$period");
        return;
    case Root::Answer:
        if (std::ranges::find(m_declared.answers, path.answer) == m_declared.answers.end())
            m_marks.error(spot,
                words("manifest", "\"%1\": \"$%2\" is no scope and no discovery step before this.", {path.written, path.answer})
                    + didYouMean(path.answer, m_declared.answers));
        return;
    case Root::Parent:
        if (path.generations > place.parents && !place.anyParent)
            m_marks.error(spot,
                place.parents == 0
                    ? words("manifest", "\"%1\": there is no parent here; \"for_each\" of a stream names one", {path.written})
                    : words("manifest", "\"%1\": there are only %2 generations of parents here",
                        {path.written, std::to_string(place.parents)}));
        return;
    case Root::Outer:
        if (path.generations > place.outers)
            m_marks.error(spot,
                place.outers == 0
                    ? words("manifest", "\"%1\": $outer is there only in an emit with \"each\"", {path.written})
                    : words("manifest", "\"%1\": \"each\" names only %2 lists here", {path.written, std::to_string(place.outers)}));
        return;
    case Root::Token:
    case Root::Refresh:
        if (!place.token)
            m_marks.error(spot, words("manifest", "\"%1\" is there only in auth", {path.written}));
        return;
    case Root::Header:
        if (!place.header)
            m_marks.error(spot,
                words("manifest", "\"%1\": headers are read only by \"paging\", \"complete\" and the tokens of a sign-in", {path.written}));
        return;
    case Root::Today:
        return;
    case Root::Record:
    case Root::Page:
    case Root::Key:
    case Root::Index:
        if (place.noRecord)
            m_marks.error(spot,
                words("manifest",
                    "\"%1\": there is no record here, this is asked once, of $settings and the answers of discovery; records are chosen by "
                    "the \"when\" of an emit, or by \"only\" beside \"for_each\"",
                    {path.written}));
        return;
    }
}

Path PartReader::path(const Spot &spot, const Place &place)
{
    auto parsed = Path::parse(spot.text());
    if (!parsed) {
        m_marks.error(spot, parsed.error().message);
        return {};
    }
    judge(*parsed, spot, place);
    return std::move(*parsed);
}

std::optional<Path> PartReader::optionalPath(const Spot &spot, const Place &place)
{
    return spot.isThere() ? std::optional(path(spot, place)) : std::nullopt;
}

std::vector<Path> PartReader::paths(const Spot &spot, const Place &place)
{
    std::vector<Path> all;
    if (spot.value.type() == JsonType::Text)
        all.push_back(path(spot, place));
    for (size_t i = 0; spot.value.isList() && i < spot.value.size(); ++i)
        all.push_back(path(spot.at(i), place));
    return all;
}

Path PartReader::exactPath(const Spot &spot, const Place &place, const std::string &instead)
{
    auto made = path(spot, place);
    if (made.searches())
        m_marks.error(
            spot, words("manifest", "\"%1\": [*] is the first element that has the rest, not all of them: %2", {made.written, instead}));
    return made;
}

std::vector<Path> PartReader::exactPaths(const Spot &spot, const Place &place, const std::string &instead)
{
    std::vector<Path> all;
    if (spot.value.type() == JsonType::Text)
        all.push_back(exactPath(spot, place, instead));
    for (size_t i = 0; spot.value.isList() && i < spot.value.size(); ++i)
        all.push_back(exactPath(spot.at(i), place, instead));
    return all;
}

Template PartReader::text(const Spot &spot, const Place &place)
{
    if (spot.value.type() != JsonType::Text) // a number or a boolean, as it is written
        return constant(spot, place);
    auto parsed = Template::parse(spot.text());
    if (!parsed) {
        m_marks.error(spot, parsed.error().message);
        return {};
    }
    if (parsed->hasOddBraces())
        m_marks.warning(spot,
            words(
                "manifest", "the braces do not match: {{ is sent as one {, and a } that closes no value is sent as it is; write it once"));
    for (const auto &part : parsed->parts) {
        if (part.hasPath)
            judge(part.path, spot, place);
    }
    return std::move(*parsed);
}

Template PartReader::constant(const Spot &spot, const Place &place)
{
    if (spot.value.type() == JsonType::Text)
        return text(spot, place);
    Template made;
    made.written = spot.text();
    if (!made.written.empty())
        made.parts.push_back({made.written, false, {}, {}});
    return made;
}

Template PartReader::address(const Spot &spot, const Place &place)
{
    auto made = text(spot, place.ofAddress());
    const auto first = beginning(made);
    const bool isValue = !made.parts.empty() && first.empty();
    if (!isValue && !first.starts_with("https://"))
        m_marks.error(spot,
            first.starts_with("http://") ? words("manifest", "an address begins with https://; nothing is sent unencrypted")
                                         : words("manifest", "an address begins with https:// or with a value"));
    return made;
}

std::string PartReader::secret(const Spot &spot)
{
    std::string id(spot.text());
    m_declared.used.insert("secrets." + id);
    if (std::ranges::find(m_declared.secrets, id) == m_declared.secrets.end())
        m_marks.error(spot, words("manifest", "no secret has the id \"%1\".", {id}) + didYouMean(id, m_declared.secrets));
    return id;
}

NamedTemplates PartReader::templates(const Spot &spot, const Place &place)
{
    NamedTemplates all;
    if (!spot.isThere())
        return all;
    for (const auto member : spot.value)
        all.emplace_back(member.key(), text(spot.member(member.key()), place));
    return all;
}

BodyTemplate PartReader::body(const Spot &spot, const Place &place)
{
    BodyTemplate made;
    made.type = spot.value.type();
    if (made.type == JsonType::Text)
        made.text = text(spot, place);
    if (made.text.isSinglePath() && made.text.parts[0].path.root == Root::Settings)
        made.isBare = m_declared.bareSettings.contains(made.text.parts[0].path.firstName());
    if (made.type == JsonType::Number)
        made.number = spot.text();
    if (spot.value.isObject()) {
        for (const auto member : spot.value)
            made.members.push_back({std::string(member.key()), body(spot.member(member.key()), place)});
    }
    for (size_t i = 0; spot.value.isList() && i < spot.value.size(); ++i)
        made.items.push_back(body(spot.at(i), place));
    return made;
}

QRegularExpression PartReader::pattern(const Spot &spot, bool isCaseless)
{
    QRegularExpression made(toQString(spot.text()),
        isCaseless ? QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption
                   : QRegularExpression::UseUnicodePropertiesOption);
    if (!made.isValid())
        m_marks.error(spot,
            words("manifest", "the regular expression is wrong at character %1: %2",
                {std::to_string(made.patternErrorOffset() + 1), toUtf8(made.errorString())}));
    made.optimize();
    return made;
}

} // namespace br::rest
