// The two ways to run a statement; made by Database only.
#pragma once

#include "core/store/statement.h"

#include <string>

struct sqlite3;

namespace br {

Result<std::unique_ptr<StatementPath>> compileFast(const Database &database, sqlite3 *handle, std::string_view sql);
Result<std::unique_ptr<StatementPath>> compileQuery(const Database &database, const std::string &connection, std::string_view sql);

} // namespace br
