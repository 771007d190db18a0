#include "app/cli/shell.h"

#include "core/base/text.h"

#include <cstdio>

namespace br::cli {

int Shell::fail(const Error &error)
{
    tell("billingreconcile-cli: " + error.message);
    return 1;
}

int Shell::misuse(const std::string &reason)
{
    tell("billingreconcile-cli: " + reason);
    tell(words("cli", "Add --help to the verb to see what it takes."));
    return 2;
}

int Shell::done()
{
    if (std::fflush(stdout) != 0)
        m_outputBroken = true;
    if (!m_outputBroken)
        return 0;
    return fail({Errc::Io, words("cli", "standard output could not be written")});
}

void Shell::say(std::string_view line)
{
    std::string text(line);
    text.push_back('\n');
    write(text);
}

void Shell::print(std::string_view text) { write(text); }

void Shell::tell(std::string_view line)
{
    std::string text(line);
    text.push_back('\n');
    std::fwrite(text.data(), 1, text.size(), stderr);
}

int Shell::json(const std::function<void(JsonWriter &)> &fill)
{
    JsonWriter writer([this](std::string_view text) { return write(text); });
    fill(writer);
    writer.finish();
    return done();
}

Environment Shell::environment(const Arguments &arguments) const
{
    auto environment = m_environment;
    if (const auto by = arguments.option("by"))
        environment.user = *by;
    return environment;
}

Result<std::unique_ptr<Workspace>> Shell::open(const Arguments &arguments, OpenMode mode) const
{
    return Workspace::open(arguments.file(), mode, environment(arguments));
}

bool Shell::write(std::string_view text)
{
    if (!m_outputBroken && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
        m_outputBroken = true;
    return !m_outputBroken;
}

OptionInfo byOption() { return {"by", "NAME", words("cli", "who acts, for the record; without it the login name")}; }

PositionalInfo workspaceFile() { return {"FILE.brw", words("cli", "the workspace")}; }

} // namespace br::cli
