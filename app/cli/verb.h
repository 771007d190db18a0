// Verb: one thing the command line does, with what its help says; one class a file in app/cli/verbs.
//
// info() is built when asked, so that its sentences follow the language. Thread rule: main thread.
#pragma once

#include "app/cli/arguments.h"

#include <memory>
#include <string>
#include <vector>

namespace br::cli {

class Shell;

class Verb {
public:
    virtual ~Verb() = default;
    virtual VerbInfo info() const = 0;
    // The exit code: 0 done, 1 refused or failed, 2 usage. The reason stands on stderr.
    virtual int run(const Arguments &arguments, Shell &shell) const = 0;
};

using VerbList = std::vector<std::unique_ptr<Verb>>;

} // namespace br::cli
