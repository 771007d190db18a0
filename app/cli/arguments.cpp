#include "app/cli/arguments.h"

#include "core/base/text.h"

#include <algorithm>

namespace br::cli {

namespace {

Error misuse(std::string message) { return {Errc::InvalidInput, std::move(message)}; }

const OptionInfo *findOption(const std::vector<OptionInfo> &options, const std::string &name)
{
    const auto found = std::ranges::find(options, name, &OptionInfo::name);
    return found == options.end() ? nullptr : &*found;
}

std::vector<OptionInfo> allOptions(const VerbInfo &verb)
{
    auto options = verb.options;
    options.push_back({"json", "", ""});
    options.push_back({"help", "", ""});
    return options;
}

std::string optionName(const std::string &word)
{
    if (word == "-h")
        return "help";
    return word.starts_with("--") ? word.substr(2) : word.substr(1);
}

std::string spelled(const std::string &option) { return (option.size() == 1 ? "-" : "--") + option; }

Status checkComplete(const VerbInfo &verb, const std::vector<std::string> &positionals, const std::map<std::string, std::string> &options)
{
    const auto wanted = verb.positionals.size();
    const size_t needed = wanted - (wanted > 0 && verb.positionals.back().optional ? 1 : 0);
    if (positionals.size() < needed)
        return misuse(words("cli", "%1 is missing", {verb.positionals[positionals.size()].name}));
    const bool many = wanted > 0 && verb.positionals.back().many;
    if (positionals.size() > wanted && !many)
        return misuse(words("cli", "\"%1\" is one argument too many", {positionals[wanted]}));
    for (const auto &option : verb.options) {
        if (option.required && !options.contains(option.name))
            return misuse(words("cli", "%1 %2 is missing", {spelled(option.name), option.value}));
    }
    return {};
}

} // namespace

Result<Arguments> Arguments::parse(const VerbInfo &verb, const std::vector<std::string> &given)
{
    const auto options = allOptions(verb);
    Arguments arguments;
    bool onlyPositionals = false;
    for (size_t i = 0; i < given.size(); ++i) {
        const auto &word = given[i];
        if (onlyPositionals || word.size() < 2 || word[0] != '-') {
            arguments.m_positionals.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyPositionals = true;
            continue;
        }
        const auto equals = word.find('=');
        const auto name = optionName(word.substr(0, equals));
        const auto *option = findOption(options, name);
        if (!option)
            return misuse(words("cli", "there is no option %1", {word.substr(0, equals)}));
        if (arguments.has(name) && !option->many)
            return misuse(words("cli", "%1 is given twice", {spelled(name)}));
        if (option->value.empty() && equals != std::string::npos)
            return misuse(words("cli", "%1 takes no value", {spelled(name)}));
        if (option->value.empty() || equals != std::string::npos) {
            arguments.m_options[name] = option->value.empty() ? std::string() : word.substr(equals + 1);
        } else {
            if (++i == given.size())
                return misuse(words("cli", "%1 needs a value: %2", {spelled(name), option->value}));
            arguments.m_options[name] = given[i];
        }
        arguments.m_repeated.emplace(name, arguments.m_options[name]);
    }
    if (arguments.wantsHelp())
        return arguments;
    if (const auto complete = checkComplete(verb, arguments.m_positionals, arguments.m_options); !complete)
        return complete.error();
    return arguments;
}

std::optional<std::string> Arguments::option(const std::string &name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? std::nullopt : std::optional(found->second);
}

std::string Arguments::option(const std::string &name, const std::string &otherwise) const { return option(name).value_or(otherwise); }

std::vector<std::string> Arguments::all(const std::string &name) const
{
    std::vector<std::string> values;
    const auto [first, last] = m_repeated.equal_range(name);
    for (auto found = first; found != last; ++found)
        values.push_back(found->second);
    return values;
}

Result<std::map<std::string, std::string>> Arguments::pairs(const std::string &name) const
{
    std::map<std::string, std::string> values;
    for (const auto &text : all(name)) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            return misuse(words("cli", "%1 is \"%2\"; it takes name=value", {spelled(name), text}));
        if (!values.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
            return misuse(words("cli", "%1 gives %2 twice", {spelled(name), text.substr(0, equals)}));
    }
    return values;
}

std::vector<std::string> Arguments::from(size_t index) const
{
    return {m_positionals.begin() + static_cast<std::ptrdiff_t>(std::min(index, m_positionals.size())), m_positionals.end()};
}

Result<Period> Arguments::period() const { return Period::parse(option("period", {})); }

Result<MaybeDay> Arguments::day(const std::string &name) const
{
    const auto text = option(name);
    if (!text)
        return MaybeDay();
    const auto day = Day::parse(*text);
    if (!day)
        return misuse(spelled(name) + ": " + day.error().message);
    return MaybeDay(*day);
}

} // namespace br::cli
