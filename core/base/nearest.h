// Nearest: the known name that a mistyped one most likely stood for, for "did you mean".
//
// Compares folded; at most a third of the letters may differ. Thread rule: pure function.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br {

std::optional<std::string> nearestName(std::string_view typed, const std::vector<std::string> &known);
// " Did you mean "x"?" or empty.
std::string didYouMean(std::string_view typed, const std::vector<std::string> &known);

} // namespace br
