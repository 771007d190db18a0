#include "connectors/rest/value/path.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace br::rest {

namespace {

constexpr std::string_view ofHeader = "header:";

struct NamedRoot {
    std::string_view name;
    Root root;
};

constexpr std::array<NamedRoot, 12> roots = {{{"record", Root::Record}, {"outer", Root::Outer}, {"parent", Root::Parent},
    {"page", Root::Page}, {"settings", Root::Settings}, {"secrets", Root::Secrets}, {"period", Root::Period}, {"today", Root::Today},
    {"token", Root::Token}, {"refresh", Root::Refresh}, {"key", Root::Key}, {"index", Root::Index}}};

Error wrong(std::string_view path, std::string why)
{
    return {Errc::InvalidInput, words("rest", "the path \"%1\" cannot be read: %2", {shortened(path, 80), std::move(why)})};
}

bool isOfName(char sign)
{
    const bool isLetter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    return isLetter || (sign >= '0' && sign <= '9') || sign == '_' || sign == '-' || static_cast<unsigned char>(sign) >= 0x80;
}

// What a person likely means by a sign that no unquoted name holds.
std::string wrongSign(std::string_view name, char sign)
{
    const std::string written(name);
    if (sign == '{' || sign == '}')
        return words("rest", "a path has no braces; a text with paths in braces is written {\"text\": \"…\"}");
    if (sign == '|')
        return words("rest", "filters stand in templates: {\"text\": \"{name|lower}\"}");
    if (sign == '(' || sign == ')')
        return words("rest", "a path has no functions; the number of elements is written {\"length\": \"name\"}");
    if (trimmed(name) != name)
        return words("rest", "a space stands before or behind \"%1\"", {std::string(trimmed(name))});
    std::string plain;
    std::ranges::remove_copy(written, std::back_inserter(plain), '"');
    return words("rest", "a name with other characters than letters, digits, _ and - is written in quotes: '%1'", {plain});
}

// A member's name off the front: up to one of `ends`, or quoted.
Result<std::string> takeName(std::string_view &text, std::string_view ends)
{
    std::string name;
    if (!text.starts_with('\'')) {
        const auto size = std::min(text.find_first_of(ends), text.size());
        name = text.substr(0, size);
        if (const auto odd = std::ranges::find_if_not(name, isOfName); odd != name.end())
            return Error{Errc::InvalidInput, wrongSign(name, *odd)};
        text.remove_prefix(size);
        return name;
    }
    text.remove_prefix(1);
    while (!text.empty()) {
        if (text.front() == '\'') {
            text.remove_prefix(1);
            if (!text.starts_with('\''))
                return name;
        }
        name += text.front();
        text.remove_prefix(1);
    }
    return Error{Errc::InvalidInput, words("rest", "a quoted name is not closed")};
}

Result<PathStep> where(std::string_view inside)
{
    PathStep step;
    step.kind = PathStep::Kind::Where;
    for (;;) {
        auto name = takeName(inside, ".=");
        if (!name)
            return name.error();
        if (name->empty())
            return Error{Errc::InvalidInput, words("rest", "a member's name is missing before \"=\"")};
        step.whereName.push_back(std::move(*name));
        if (inside.empty())
            return Error{Errc::InvalidInput, words("rest", "in brackets stand a number, * or name=text")};
        const bool isMore = inside.front() == '.';
        inside.remove_prefix(1);
        if (!isMore)
            break;
    }
    if (inside.starts_with('\'')) {
        auto text = takeName(inside, {});
        if (!text)
            return text.error();
        step.whereText = std::move(*text);
    } else {
        step.whereText = inside;
    }
    if (step.whereText.find_first_of("{}") != std::string::npos)
        return Error{Errc::InvalidInput,
            words("rest", "a template does not stand in brackets; keep the list in a table and look the element up: {\"lookup\": …}")};
    return step;
}

// The closing bracket that stands in no quotes.
size_t closingBracket(std::string_view text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'')
            quoted = !quoted;
        else if (text[i] == ']' && !quoted)
            return i;
    }
    return std::string_view::npos;
}

Result<PathStep> bracket(std::string_view inside)
{
    PathStep step;
    if (inside == "*") {
        step.kind = PathStep::Kind::Element;
        return step;
    }
    const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
    if (error == std::errc() && end == inside.data() + inside.size()) {
        step.kind = PathStep::Kind::Index;
        return step;
    }
    return where(inside);
}

Status takeSteps(std::string_view rest, bool needsPoint, std::vector<PathStep> &steps)
{
    while (!rest.empty()) {
        if (rest.front() == '[') {
            const auto end = closingBracket(rest);
            if (end == std::string_view::npos)
                return Error{Errc::InvalidInput, words("rest", "a bracket is not closed")};
            auto step = bracket(rest.substr(1, end - 1));
            if (!step)
                return step.error();
            steps.push_back(std::move(*step));
            rest.remove_prefix(end + 1);
            needsPoint = true;
            continue;
        }
        if (needsPoint) {
            if (rest.front() != '.')
                return Error{Errc::InvalidInput, words("rest", "a point or a bracket is missing before \"%1\"", {shortened(rest)})};
            rest.remove_prefix(1);
        }
        auto name = takeName(rest, ".[]'");
        if (!name)
            return name.error();
        if (name->empty() && steps.empty() && rest.empty())
            return Error{Errc::InvalidInput, words("rest", "a member's name is missing")};
        if (name->empty() || rest.starts_with(']') || rest.starts_with('\''))
            return Error{Errc::InvalidInput,
                words("rest", "a member's name is missing, or one with other characters is not in quotes: 'error message'")};
        PathStep step;
        step.name = std::move(*name);
        steps.push_back(std::move(step));
        needsPoint = true;
    }
    return {};
}

// "$parent.$parent", "$outer.$outer": one generation for each.
void takeGenerations(Path &path, std::string_view &rest)
{
    if (path.root != Root::Parent && path.root != Root::Outer)
        return;
    path.generations = 1;
    const std::string_view again = path.root == Root::Parent ? ".$parent" : ".$outer";
    while (rest.starts_with(again) && (rest.size() == again.size() || rest[again.size()] == '.' || rest[again.size()] == '[')) {
        ++path.generations;
        rest.remove_prefix(again.size());
    }
}

void setRoot(Path &path, const std::string &name)
{
    for (const auto &[word, root] : roots) {
        if (name == word) {
            path.root = root;
            return;
        }
    }
    path.root = Root::Answer;
    path.answer = name;
}

} // namespace

Result<Path> Path::parse(std::string_view text)
{
    Path path;
    path.written = text;
    if (text.empty())
        return path;
    if (text.starts_with(ofHeader)) {
        path.root = Root::Header;
        path.answer = folded(text.substr(ofHeader.size()));
        if (path.answer.empty() || !std::ranges::all_of(path.answer, isOfName))
            return wrong(text, words("rest", "behind \"header:\" stands the name of a header: header:X-Total-Count"));
        return path;
    }
    auto rest = text;
    const bool isScoped = rest.starts_with('$');
    if (isScoped) {
        rest.remove_prefix(1);
        auto name = takeName(rest, ".[");
        if (!name)
            return wrong(text, name.error().message);
        if (name->empty())
            return wrong(text, words("rest", "the name of a scope is missing behind \"$\""));
        setRoot(path, *name);
        takeGenerations(path, rest);
        if (path.root == Root::Parent && rest == ".$key") {
            path.steps.push_back({PathStep::Kind::Member, "$key", 0, {}, {}});
            return path;
        }
    }
    if (const auto taken = takeSteps(rest, isScoped, path.steps); !taken)
        return wrong(text, taken.error().message);
    const bool isNamed = path.root == Root::Settings || path.root == Root::Secrets || path.root == Root::Period;
    if (isNamed && (path.steps.size() != 1 || path.steps[0].kind != PathStep::Kind::Member))
        return wrong(text, words("rest", "behind this scope stands one name: $settings.region"));
    const bool isWord = path.root == Root::Today || path.root == Root::Token || path.root == Root::Refresh || path.root == Root::Key
        || path.root == Root::Index;
    if (isWord && !path.steps.empty())
        return wrong(text, words("rest", "behind this scope stands nothing"));
    return path;
}

bool Path::searches() const { return std::ranges::find(steps, PathStep::Kind::Element, &PathStep::kind) != steps.end(); }

std::string_view Path::firstName() const
{
    return steps.empty() || steps[0].kind != PathStep::Kind::Member ? std::string_view() : std::string_view(steps[0].name);
}

} // namespace br::rest
