// RuleFile: the shared course of the verbs that read or write one file of links, services or exceptions.
//
// Thread rule: main thread.
#pragma once

#include "app/cli/shell.h"
#include "core/workspace/linking.h"

#include <string>

namespace br::cli {

using ImportRules = Result<FileReport> (*)(Workspace &, const std::string &);
using ExportRules = Status (*)(Workspace &, const std::string &);

// Positionals: workspace, file. Any rejected row: nothing is stored, exit code 1.
int importRuleFile(const Arguments &arguments, Shell &shell, ImportRules import);
int exportRuleFile(const Arguments &arguments, Shell &shell, ExportRules write);

} // namespace br::cli
