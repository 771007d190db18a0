#include "app/cli/program.h"

#include "core/base/text.h"

#include <algorithm>

namespace br::cli {

namespace {

const std::string programName = "billingreconcile-cli";

std::string padded(std::string text, size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string spelled(const OptionInfo &option)
{
    const auto name = (option.name.size() == 1 ? "-" : "--") + option.name;
    return option.value.empty() ? name : name + " " + option.value;
}

std::string usageLine(const VerbInfo &verb)
{
    std::string line = programName + " " + verb.name;
    for (const auto &positional : verb.positionals) {
        const auto name = positional.name + (positional.many ? "…" : "");
        line += positional.optional ? " [" + name + "]" : " " + name;
    }
    for (const auto &option : verb.options) {
        const auto dots = option.many ? "…" : "";
        line += option.required ? " " + spelled(option) + dots : " [" + spelled(option) + "]" + dots;
    }
    return line;
}

} // namespace

std::string verbHelp(const VerbInfo &verb)
{
    std::string out = verb.summary + "\n\n" + words("cli", "Usage:") + "\n  " + usageLine(verb) + "\n\n";
    size_t width = 11; // --lang CODE
    for (const auto &positional : verb.positionals)
        width = std::max(width, positional.name.size());
    for (const auto &option : verb.options)
        width = std::max(width, spelled(option).size());
    for (const auto &positional : verb.positionals)
        out += "  " + padded(positional.name, width) + "  " + positional.help + "\n";
    for (const auto &option : verb.options)
        out += "  " + padded(spelled(option), width) + "  " + option.help + "\n";
    out += "  " + padded("--json", width) + "  "
        + words("cli", "one JSON document on standard output; decimals are strings, absent is null") + "\n";
    out += "  " + padded("--lang CODE", width) + "  " + words("cli", "speak this language, like de; without it the environment's") + "\n";
    out += "  " + padded("--help", width) + "  " + words("cli", "this text") + "\n";
    if (!verb.details.empty())
        out += "\n" + verb.details + "\n";
    out += "\n" + words("cli", "Examples:") + "\n";
    for (const auto &example : verb.examples)
        out += "  " + programName + " " + example + "\n";
    return out;
}

int Program::run(const std::vector<std::string> &given) const
{
    if (given.empty()) {
        m_shell.tell(words("cli", "%1: a verb is missing; --help lists them", {programName}));
        return 2;
    }
    if (given[0] == "--version") {
        m_shell.say(programName + " " + BR_VERSION);
        return m_shell.done();
    }
    const bool wantsAll = given.size() == 1 && (given[0] == "--help" || given[0] == "-h" || given[0] == "help");
    if (wantsAll) {
        m_shell.print(help());
        return m_shell.done();
    }
    const bool helpFirst = given[0] == "help";
    const auto spoken = helpFirst ? std::vector(given.begin() + 1, given.end()) : given;
    size_t taken = 0;
    const auto *verb = find(spoken, &taken);
    if (!verb)
        return unknown(spoken);
    const auto info = verb->info();
    const auto arguments = Arguments::parse(info, {spoken.begin() + static_cast<std::ptrdiff_t>(taken), spoken.end()});
    if (helpFirst || (arguments && arguments->wantsHelp())) {
        m_shell.print(verbHelp(info));
        return m_shell.done();
    }
    if (!arguments) {
        m_shell.tell(programName + ": " + arguments.error().message);
        m_shell.tell(words("cli", "Usage: %1", {usageLine(info)}));
        return 2;
    }
    return verb->run(*arguments, m_shell);
}

const Verb *Program::find(const std::vector<std::string> &spoken, size_t *taken) const
{
    for (size_t count = std::min<size_t>(2, spoken.size()); count > 0; --count) {
        const auto name = count == 2 ? spoken[0] + " " + spoken[1] : spoken[0];
        const auto found = std::ranges::find_if(m_verbs, [&](const auto &verb) { return verb->info().name == name; });
        if (found != m_verbs.end()) {
            *taken = count;
            return found->get();
        }
    }
    return nullptr;
}

int Program::unknown(const std::vector<std::string> &spoken) const
{
    std::vector<std::string> family;
    for (const auto &verb : m_verbs) {
        const auto name = verb->info().name;
        if (name.starts_with(spoken[0] + " "))
            family.push_back(name);
    }
    const bool wantsFamilyHelp = spoken.size() > 1 && (spoken[1] == "--help" || spoken[1] == "-h");
    if (!family.empty() && wantsFamilyHelp) {
        for (const auto &verb : m_verbs) {
            if (verb->info().name.starts_with(spoken[0] + " "))
                m_shell.say(verbHelp(verb->info()));
        }
        return m_shell.done();
    }
    if (!family.empty())
        m_shell.tell(words("cli", "%1: \"%2\" needs a second word: %3", {programName, spoken[0], joined(family, ", ")}));
    else
        m_shell.tell(words("cli", "%1: there is no verb \"%2\"; --help lists them", {programName, shortened(spoken[0])}));
    return 2;
}

std::string Program::help() const
{
    std::string out = words("cli", "BillingReconcile %1 compares what vendors count with what the PSA bills.", {BR_VERSION}) + "\n\n"
        + words("cli", "Usage:") + "\n  " + programName + " VERB …\n\n" + words("cli", "Verbs:") + "\n";
    size_t width = 0;
    for (const auto &verb : m_verbs)
        width = std::max(width, verb->info().name.size());
    for (const auto &verb : m_verbs) {
        const auto info = verb->info();
        out += "  " + padded(info.name, width) + "  " + info.summary + "\n";
    }
    out += "\n"
        + words("cli",
            "Every verb takes --json, --lang and --help. Exit code: 0 done, 1 refused or failed (the reason on standard error), 2 usage.")
        + "\n\n";
    out += words("cli", "A month from files to adjustments:") + "\n";
    for (const auto *line : {"init acme.brw --currency EUR", "source add acme.brw psa --connector file --side psa",
             "source add acme.brw edr --connector file --side vendor", "import acme.brw psa lines.csv products.csv --period 2026-10",
             "import acme.brw edr devices.csv --period 2026-10", "services import acme.brw services.json",
             "links import acme.brw links.csv", "reconcile acme.brw --period 2026-10", "discrepancies acme.brw --period 2026-10",
             "decide acme.brw 2026-10/underbilled/C1/edr approve --by Jana",
             "export acme.brw --period 2026-10 --sheet neutral -o adjustments.csv"})
        out += "  " + programName + " " + line + "\n";
    return out;
}

} // namespace br::cli
