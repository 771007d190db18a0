#include "connectors/rest/json/jsontree.h"

#include <algorithm>
#include <array>

namespace br::rest {

namespace {

void appendJson(std::string &out, const JsonValue &value)
{
    switch (value.type()) {
    case JsonType::Text:
        appendJsonText(out, value.text());
        return;
    case JsonType::List:
    case JsonType::Object: {
        const bool isObject = value.isObject();
        out += isObject ? '{' : '[';
        bool first = true;
        for (const auto child : value) {
            if (!first)
                out += ',';
            first = false;
            if (isObject) {
                appendJsonText(out, child.key());
                out += ':';
            }
            appendJson(out, child);
        }
        out += isObject ? '}' : ']';
        return;
    }
    case JsonType::Absent:
    case JsonType::Null:
        out += "null";
        return;
    case JsonType::True:
    case JsonType::False:
    case JsonType::Number:
        out += value.text();
        return;
    }
}

} // namespace

void appendJsonText(std::string &out, std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte >= 0x20) {
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    out += '"';
}

JsonType JsonValue::type() const { return m_tree == nullptr ? JsonType::Absent : m_tree->m_nodes[m_node].type; }

bool JsonValue::isAbsent() const { return type() == JsonType::Absent || type() == JsonType::Null; }

bool JsonValue::isScalar() const
{
    const auto t = type();
    return t == JsonType::Text || t == JsonType::Number || t == JsonType::True || t == JsonType::False;
}

std::string_view JsonValue::text() const
{
    switch (type()) {
    case JsonType::True:
        return "true";
    case JsonType::False:
        return "false";
    case JsonType::Text:
    case JsonType::Number: {
        const auto &node = m_tree->m_nodes[m_node];
        return m_tree->view(node.text, node.textSize);
    }
    default:
        return {};
    }
}

size_t JsonValue::size() const { return m_tree == nullptr ? 0 : m_tree->m_nodes[m_node].count; }

JsonValue JsonValue::member(std::string_view name) const
{
    if (!isObject())
        return {};
    const auto *nodes = m_tree->m_nodes.data();
    for (uint32_t at = m_node + 1; at < nodes[m_node].end; at = nodes[at].end) {
        if (nodes[at].keySize == name.size() && m_tree->view(nodes[at].key, nodes[at].keySize) == name)
            return {m_tree, at};
    }
    return {};
}

JsonValue JsonValue::at(size_t index) const
{
    if (!isList() || index >= size())
        return {};
    uint32_t at = m_node + 1;
    for (; index > 0; --index)
        at = m_tree->m_nodes[at].end;
    return {m_tree, at};
}

std::string_view JsonValue::key() const
{
    if (m_tree == nullptr)
        return {};
    const auto &node = m_tree->m_nodes[m_node];
    return m_tree->view(node.key, node.keySize);
}

std::string JsonValue::json() const
{
    std::string out;
    appendJson(out, *this);
    return out;
}

int JsonValue::line() const
{
    if (m_tree == nullptr || m_tree->m_lines.empty())
        return 0;
    const auto after = std::ranges::lower_bound(m_tree->m_lines, m_tree->m_nodes[m_node].text);
    return static_cast<int>(after - m_tree->m_lines.begin()) + 1;
}

JsonValue::Iterator &JsonValue::Iterator::operator++()
{
    m_node = m_tree->m_nodes[m_node].end;
    return *this;
}

JsonValue::Iterator JsonValue::begin() const { return {m_tree, isList() || isObject() ? m_node + 1 : 0}; }

JsonValue::Iterator JsonValue::end() const { return {m_tree, isList() || isObject() ? m_tree->m_nodes[m_node].end : 0}; }

JsonTree JsonTree::copyOf(const JsonValue &value)
{
    JsonTree copy;
    if (value.m_tree == nullptr)
        return copy;
    const auto &from = *value.m_tree;
    const auto first = value.m_node;
    const auto last = from.m_nodes[first].end;
    copy.m_nodes.assign(from.m_nodes.begin() + first, from.m_nodes.begin() + last);
    size_t bytes = 0;
    for (const auto &node : copy.m_nodes)
        bytes += node.keySize + node.textSize;
    copy.m_text.reserve(bytes);
    for (auto &node : copy.m_nodes) {
        node.end -= first;
        const auto key = from.view(node.key, node.keySize);
        node.key = static_cast<uint32_t>(copy.m_text.size());
        copy.m_text += key;
        const auto text = from.view(node.text, node.textSize);
        node.text = static_cast<uint32_t>(copy.m_text.size());
        copy.m_text += text;
    }
    return copy;
}

} // namespace br::rest
