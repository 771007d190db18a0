// JSON written member by member, each value as JSON text already: decimals and 64-bit ids come out as they went in.
//
// Thread rule: pure functions.
#pragma once

#include "demo/server/answers.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::demo {

using Members = std::vector<std::pair<std::string_view, std::string>>;

inline std::string object(const Members &members)
{
    std::string text = "{";
    for (const auto &[name, value] : members)
        text += (text.size() > 1 ? "," : "") + quoted(name) + ":" + value;
    return text + "}";
}

inline std::string number(int64_t value) { return std::to_string(value); }
inline std::string truth(bool value) { return value ? "true" : "false"; }

} // namespace br::demo
