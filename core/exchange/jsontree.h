// JsonTree: a small JSON document that people write by hand, read strictly, with the place of everything for messages.
//
// Numbers stay the text they were written as, so 0.1 is exactly 0.1. Refused: members that stand twice, anything behind the
// document, bytes that are not UTF-8, more than 64 levels. Errors name line and column. Thread rule: plain values.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct JsonMember;

struct JsonNode {
    enum class Type { Null, Boolean, Number, String, Array, Object };
    Type type = Type::Null;
    bool flag = false;
    std::string text; // of a string, or a number as written
    std::vector<JsonNode> items;
    std::vector<JsonMember> members;
    int64_t line = 0; // from 1

    bool isNull() const { return type == Type::Null; }
    const JsonNode *find(std::string_view name) const;
};

struct JsonMember {
    std::string name;
    JsonNode value;
};

Result<JsonNode> parseJson(std::string_view text); // the message begins with "line 3, column 7: "

} // namespace br
