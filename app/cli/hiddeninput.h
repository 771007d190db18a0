// HiddenInput: a secret from standard input: typed at a terminal without being shown, or piped in.
//
// One line break at the end is taken off. Several lines are taken only where the field asks for them. Errors: InvalidInput (nothing,
// or a line too many), Cancelled. Thread rule: main thread.
#pragma once

#include "core/base/result.h"
#include "core/connect/secret.h"

#include <string>

namespace br::cli {

// `question` stands before the cursor at a terminal.
// `oneOfSeveral`: piped secrets come line by line, and this takes the next line.
Result<Secret> readHidden(const std::string &question, bool multiline, bool oneOfSeveral = false);

} // namespace br::cli
