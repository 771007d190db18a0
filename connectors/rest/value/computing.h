// Computing: arithmetic on fields, and how a value that was found is changed: match, as, case, map; private to value/.
//
// Thread rule: pure functions.
#pragma once

#include "connectors/rest/value/reading.h"

#include <optional>
#include <string_view>

namespace br::rest {

// Absent where a part is absent. What is no number, or leaves the range, is given on as it is, so that reading the number fails.
std::optional<std::string_view> computed(const FieldSpec &field, const Scope &scope, Scratch &scratch);
std::optional<std::string_view> changed(const FieldSpec &field, std::string_view value, Scratch &scratch);

} // namespace br::rest
