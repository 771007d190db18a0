// Nearest: the known name that a mistyped one most likely stood for, for "did you mean".
//
// Compares folded; at most a third of the letters may differ. Thread rule: pure function.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br {

std::optional<std::string> nearestName(std::string_view typed, const std::vector<std::string> &known);
// How many bytes are put in, taken out or replaced between the two (Levenshtein); time and memory grow with both lengths.
size_t editDistance(std::string_view a, std::string_view b);
// " Did you mean "x"?" or empty.
std::string didYouMean(std::string_view typed, const std::vector<std::string> &known);

} // namespace br
