// JsonReader: reads one JSON document into a JsonTree, strictly and fast (simdjson on-demand); reused for many pages.
//
// Refused, with line and column: what is cut off, bytes that are not UTF-8, members that stand twice in an object, NaN and
// other words, anything behind the document, more than 64 levels, more than 10 million values. A byte order mark is passed
// over. Errors: InvalidInput with one plain sentence. Thread rule: one thread an object.
#pragma once

#include "connectors/rest/json/jsontree.h"
#include "core/base/result.h"

#include <memory>

namespace br::rest {

class JsonReader final {
public:
    enum class Lines { Forget, Keep };

    JsonReader();
    ~JsonReader();
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    // Takes the text; `tree` gives its memory to the new content and is empty after an error.
    Status read(std::string text, JsonTree &tree, Lines lines = Lines::Forget);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

Result<JsonTree> readJson(std::string text, JsonReader::Lines lines = JsonReader::Lines::Forget); // once

} // namespace br::rest
