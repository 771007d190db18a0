#include "connectors/rest/value/template.h"

#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace br::rest {

namespace {

struct NamedFilter {
    std::string_view name;
    Filter::Kind kind;
    bool hasArgument;
};

constexpr std::array<NamedFilter, 9> filters
    = {{{"date", Filter::Kind::Date, true}, {"lower", Filter::Kind::Lower, false}, {"upper", Filter::Kind::Upper, false},
        {"title", Filter::Kind::Title, false}, {"url", Filter::Kind::Url, false}, {"base64", Filter::Kind::Base64, false},
        {"default", Filter::Kind::Default, true}, {"host", Filter::Kind::Host, false}, {"trim", Filter::Kind::Trim, true}}};

Error badTemplate(std::string_view text, std::string why)
{
    return {Errc::InvalidInput, words("rest", "the template \"%1\" cannot be read: %2", {shortened(text, 80), std::move(why)})};
}

// The sign in no quotes of a path; npos: none.
size_t findUnquoted(std::string_view text, char sign, size_t from)
{
    bool quoted = false;
    for (size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\'')
            quoted = !quoted;
        else if (text[i] == sign && !quoted)
            return i;
    }
    return std::string_view::npos;
}

Result<Filter> filterOf(std::string_view text)
{
    const auto colon = text.find(':');
    const auto name = text.substr(0, colon);
    const auto known = std::ranges::find(filters, name, &NamedFilter::name);
    if (known == filters.end()) {
        std::vector<std::string> names;
        std::ranges::transform(filters, std::back_inserter(names), [](const auto &filter) { return std::string(filter.name); });
        return Error{Errc::InvalidInput,
            words("rest", "\"%1\" is no filter; there are %2.", {shortened(name), joined(names, ", ")}) + didYouMean(name, names)};
    }
    if ((colon != std::string_view::npos) != known->hasArgument)
        return Error{Errc::InvalidInput,
            known->hasArgument ? words("rest", "the filter \"%1\" needs something behind a colon", {std::string(name)})
                               : words("rest", "the filter \"%1\" takes nothing behind a colon", {std::string(name)})};
    return Filter{known->kind, known->hasArgument ? std::string(text.substr(colon + 1)) : std::string()};
}

Status fill(TemplatePart &part, std::string_view inside)
{
    const auto bar = findUnquoted(inside, '|', 0);
    auto path = Path::parse(inside.substr(0, bar));
    if (!path)
        return path.error();
    if (bar == 0 || inside.empty())
        return Error{Errc::InvalidInput, words("rest", "a path is missing in the braces; a brace itself is written {{")};
    part.hasPath = true;
    part.path = std::move(*path);
    auto rest = bar == std::string_view::npos ? std::string_view() : inside.substr(bar);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto next = std::min(rest.find('|'), rest.size());
        auto filter = filterOf(rest.substr(0, next));
        if (!filter)
            return filter.error();
        part.filters.push_back(std::move(*filter));
        rest.remove_prefix(next);
    }
    return {};
}

} // namespace

Result<Template> Template::parse(std::string_view text)
{
    Template made;
    made.written = text;
    TemplatePart part;
    for (size_t at = 0; at < text.size();) {
        if (text[at] != '{') {
            part.literal += text[at++];
            continue;
        }
        if (text.substr(at).starts_with("{{")) {
            part.literal += '{';
            at += 2;
            continue;
        }
        const auto end = findUnquoted(text, '}', at);
        if (end == std::string_view::npos)
            return badTemplate(text, words("rest", "a brace is not closed; a brace itself is written {{"));
        if (const auto filled = fill(part, text.substr(at + 1, end - at - 1)); !filled)
            return badTemplate(text, filled.error().message);
        made.parts.push_back(std::move(part));
        part = {};
        at = end + 1;
    }
    if (!part.literal.empty())
        made.parts.push_back(std::move(part));
    return made;
}

bool Template::hasOddBraces() const
{
    std::ptrdiff_t open = 0;
    for (const auto &part : parts)
        open += std::ranges::count(part.literal, '{') - std::ranges::count(part.literal, '}');
    return open != 0;
}

bool Template::isSinglePath() const
{
    const auto changesText = [](const Filter &filter) { return filter.kind != Filter::Kind::Default; };
    return parts.size() == 1 && parts[0].hasPath && parts[0].literal.empty() && std::ranges::none_of(parts[0].filters, changesText);
}

bool Template::uses(Root root) const
{
    return std::ranges::any_of(parts, [root](const auto &part) { return part.hasPath && part.path.root == root; });
}

bool BodyTemplate::uses(Root root) const
{
    return text.uses(root) || std::ranges::any_of(items, [root](const auto &item) { return item.uses(root); })
        || std::ranges::any_of(members, [root](const auto &member) { return member.body.uses(root); });
}

} // namespace br::rest
