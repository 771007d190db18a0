// Shell: what a verb may use of the outside: standard output and error, the environment, and opening the workspace.
//
// Output errors (a full disk, a closed pipe) are remembered and become exit code 1. Thread rule: main thread.
#pragma once

#include "app/cli/arguments.h"
#include "core/base/jsonwriter.h"
#include "core/workspace/workspace.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace br::cli {

class Shell final {
public:
    explicit Shell(Environment environment)
        : m_environment(std::move(environment))
    {
    }

    // Both say the reason on stderr; the first returns 1, the second 2.
    int fail(const Error &error);
    int misuse(const std::string &reason);
    // 0, or 1 when standard output could not be written.
    int done();

    void say(std::string_view line);   // one line on stdout
    void print(std::string_view text); // as it is, on stdout
    void tell(std::string_view line);  // one line on stderr
    // One JSON document on stdout.
    int json(const std::function<void(JsonWriter &)> &write);

    // --by is taken as the person who acts.
    Result<std::unique_ptr<Workspace>> open(const Arguments &arguments, OpenMode mode) const;
    Environment environment(const Arguments &arguments) const;

private:
    bool write(std::string_view text);
    Environment m_environment;
    bool m_outputBroken = false;
};

inline OptionInfo periodOption(const std::string &help) { return {"period", "YYYY-MM", help, true}; }
OptionInfo byOption();
PositionalInfo workspaceFile();

} // namespace br::cli
