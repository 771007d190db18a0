// HttpDate: the three ways HTTP writes a moment, as seconds since 1970.
//
// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994" (RFC 9110, 5.6.7). Always
// UTC. nullopt: not one of them. Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br::rest {

std::optional<int64_t> httpDate(std::string_view text);
std::string utcText(int64_t secondsSinceEpoch); // "1994-11-06T08:49:37Z"

} // namespace br::rest
