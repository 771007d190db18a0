// JsonTree: one JSON document as a flat arena of nodes over its own text, and JsonValue, a light handle to one of them.
//
// Nodes stand in reading order, so that a subtree is one run; texts are views into the buffer, numbers the text they were
// written as. A tree may be moved, not while handles are in use; a JsonValue lives as long as its tree stays where it is.
// Made by JsonReader or copied from a part of another tree. Thread rule: plain values; reading from several threads is safe.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace br::rest {

enum class JsonType : uint8_t { Absent, Null, False, True, Number, Text, List, Object };

class JsonTree;

class JsonValue final {
public:
    JsonValue() = default; // absent
    JsonValue(const JsonTree *tree, uint32_t node)
        : m_tree(tree)
        , m_node(node)
    {
    }

    JsonType type() const;
    bool isAbsent() const; // leads nowhere, or null: unknown
    bool isList() const { return type() == JsonType::List; }
    bool isObject() const { return type() == JsonType::Object; }
    bool isScalar() const; // a text, number, true or false
    // Of a text; of a number as written; "true", "false"; empty for everything else.
    std::string_view text() const;
    size_t size() const; // elements or members
    JsonValue member(std::string_view name) const;
    JsonValue at(size_t index) const;
    std::string_view key() const; // its name in the object around it
    std::string json() const;     // compact, members in order, numbers as they were written
    int line() const;             // in the source, from 1; 0: not known (see JsonReader)

    // Elements of a list or members of an object: for (const auto child : value).
    class Iterator final {
    public:
        Iterator(const JsonTree *tree, uint32_t node)
            : m_tree(tree)
            , m_node(node)
        {
        }
        JsonValue operator*() const { return {m_tree, m_node}; }
        Iterator &operator++();
        Iterator operator++(int)
        {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator &other) const { return m_node == other.m_node; }

        using iterator_category = std::input_iterator_tag;
        using value_type = JsonValue;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = JsonValue;

    private:
        const JsonTree *m_tree;
        uint32_t m_node;
    };
    Iterator begin() const;
    Iterator end() const;

private:
    friend class JsonTree;
    const JsonTree *m_tree = nullptr;
    uint32_t m_node = 0;
};

struct JsonNode { // 32 bytes
    uint32_t key = 0;
    uint32_t keySize = 0;
    uint32_t text = 0; // offset in the buffer, for every type: where it was written
    uint32_t textSize = 0;
    uint32_t end = 0; // the node after the subtree
    uint32_t count = 0;
    JsonType type = JsonType::Null;
};

class JsonTree final {
public:
    JsonValue root() const { return m_nodes.empty() ? JsonValue() : JsonValue(this, 0); }
    static JsonTree copyOf(const JsonValue &value); // of its own, compact; absent: an empty tree
    size_t bytes() const { return m_text.capacity() + m_nodes.capacity() * sizeof(JsonNode); }

private:
    friend class JsonValue;
    friend class JsonReader;
    friend class JsonWalk;
    std::string_view view(uint32_t at, uint32_t size) const { return {m_text.data() + at, size}; }
    std::vector<JsonNode> m_nodes;
    std::string m_text;
    std::vector<uint32_t> m_lines; // offsets of line breaks; only where JsonReader was asked for lines
};

void appendJsonText(std::string &out, std::string_view text); // quoted and escaped

} // namespace br::rest
