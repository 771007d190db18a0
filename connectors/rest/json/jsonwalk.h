// JsonWalk: walks one document with simdjson on-demand and fills the nodes of a JsonTree; texts are unescaped in place.
//
// Private to json/. On-demand leaves to the caller what it does not visit: here every value is visited, every string is
// consumed (skipping one would pass over a colon behind it), numbers and words are checked letter by letter.
// Errors: false, with what is wrong and where in the text. Thread rule: one thread.
#pragma once

#include "connectors/rest/json/jsontree.h"

#include <simdjson.h>

#include <string>
#include <vector>

namespace br::rest {

struct JsonFault {
    std::string what; // a sentence
    size_t offset = 0;
};

class JsonWalk final {
public:
    JsonWalk(JsonTree &tree, size_t size, JsonFault &fault);
    bool run(simdjson::ondemand::parser &parser);

private:
    template <class Value>
    bool value(Value &&value, int depth);
    bool list(simdjson::ondemand::array array, size_t node, int depth);
    bool object(simdjson::ondemand::object object, size_t node, int depth);
    bool word(std::string_view token, JsonType type);
    bool text(const char *start, std::string_view token);
    bool key(const char *start, size_t firstKey, uint64_t &looks);
    bool areKeysUnique(size_t firstKey);
    bool unescape(char *start, const char *end, uint32_t &size);
    size_t open(JsonType type, const char *at);
    void close(size_t node, size_t count);
    bool fail(std::string what, const char *at);
    bool fail(simdjson::error_code code);

    JsonTree &m_tree;
    char *m_base;
    size_t m_size;
    JsonFault &m_fault;
    const char *m_last; // the token that was read last: errors are near it
    uint32_t m_key = 0; // of the next node
    uint32_t m_keySize = 0;
    std::vector<std::string_view> m_keys; // of the objects that are open
};

} // namespace br::rest
