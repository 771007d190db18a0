// Ordering: a stable order of many rows by one number each, in linear time. Pure functions.
#pragma once

#include "ui/models/dictionary.h"

#include <cstdint>
#include <vector>

namespace br {

inline constexpr uint64_t lastKey = ~uint64_t{0}; // of unknown values: behind all others, whichever way

// Rows 0 … n-1 by their key, equal keys in the order of the rows. Byte-wise radix; bytes that all rows share cost nothing.
std::vector<uint32_t> stableOrder(const std::vector<uint64_t> &keys);
// A signed number as a key that orders the same; `unknown` becomes lastKey.
uint64_t orderKey(int64_t value, int64_t unknown, bool descending);
// For each code of the dictionary its place in the reader's alphabet, equal labels sharing one; the empty label is lastKey.
std::vector<uint64_t> alphabetKeys(const Dictionary &dictionary, bool descending);

} // namespace br
