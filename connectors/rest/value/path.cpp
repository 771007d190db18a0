#include "connectors/rest/value/path.h"

#include "core/base/text.h"

#include <array>
#include <charconv>

namespace br::rest {

namespace {

struct NamedRoot {
    std::string_view name;
    Root root;
};

constexpr std::array<NamedRoot, 11> roots = {{{"record", Root::Record}, {"outer", Root::Outer}, {"parent", Root::Parent},
    {"page", Root::Page}, {"settings", Root::Settings}, {"secrets", Root::Secrets}, {"period", Root::Period}, {"today", Root::Today},
    {"token", Root::Token}, {"refresh", Root::Refresh}, {"key", Root::Key}}};

Error wrong(std::string_view path, std::string why)
{
    return {Errc::InvalidInput, words("rest", "the path \"%1\" cannot be read: %2", {shortened(path, 80), std::move(why)})};
}

// A member's name off the front: up to one of `ends`, or quoted.
Result<std::string> takeName(std::string_view &text, std::string_view ends)
{
    std::string name;
    if (!text.starts_with('\'')) {
        const auto size = std::min(text.find_first_of(ends), text.size());
        name = text.substr(0, size);
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
    auto rest = text;
    const bool isScoped = rest.starts_with('$');
    if (isScoped) {
        rest.remove_prefix(1);
        auto name = takeName(rest, ".[");
        if (!name || name->empty())
            return wrong(text, words("rest", "the name of a scope is missing behind \"$\""));
        setRoot(path, *name);
        path.generations = path.root == Root::Parent ? 1 : 0;
        while (path.root == Root::Parent && (rest == ".$parent" || rest.starts_with(".$parent."))) {
            ++path.generations;
            rest.remove_prefix(8);
        }
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
    const bool isWord = path.root == Root::Today || path.root == Root::Token || path.root == Root::Refresh || path.root == Root::Key;
    if (isWord && !path.steps.empty())
        return wrong(text, words("rest", "behind this scope stands nothing"));
    return path;
}

std::string_view Path::firstName() const
{
    return steps.empty() || steps[0].kind != PathStep::Kind::Member ? std::string_view() : std::string_view(steps[0].name);
}

} // namespace br::rest
