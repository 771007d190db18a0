// Members of objects that programs write into one cell: JSON, PowerShell's "@{id=87; identifier=EDR}", Python's "{'id': 87}".
//
// Thread rule: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace br {

// The whole value of the member; none where the cell is no object or has no such member. `name` is letters only.
std::optional<std::string> memberOf(std::string_view cell, std::string_view name);

} // namespace br
