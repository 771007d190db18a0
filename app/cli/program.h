// Program: finds the verb that is meant, gives help, and runs it.
//
// Thread rule: main thread.
#pragma once

#include "app/cli/shell.h"
#include "app/cli/verb.h"

#include <string>
#include <vector>

namespace br::cli {

class Program final {
public:
    Program(VerbList verbs, Shell &shell)
        : m_verbs(std::move(verbs))
        , m_shell(shell)
    {
    }
    // `words` without the program's own name. Returns the exit code.
    int run(const std::vector<std::string> &words) const;

private:
    const Verb *find(const std::vector<std::string> &words, size_t *taken) const;
    int unknown(const std::vector<std::string> &words) const;
    std::string help() const;

    VerbList m_verbs;
    Shell &m_shell;
};

std::string verbHelp(const VerbInfo &verb);

} // namespace br::cli
