#include "core/base/jsonwriter.h"

#include "core/base/text.h"

#include <QString>

namespace br {

namespace {

constexpr size_t handOverAt = 64 * 1024;

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
        out += "\\u00";
        out.push_back(hex[byte >> 4]);
        out.push_back(hex[byte & 15]);
        return;
    }
    out.push_back(c);
}

} // namespace

JsonWriter::JsonWriter(Sink sink)
    : m_sink(std::move(sink))
{
}

JsonWriter::~JsonWriter() { handOver(); }

JsonWriter &JsonWriter::beginObject() { return begin('{'); }
JsonWriter &JsonWriter::endObject() { return end('}'); }
JsonWriter &JsonWriter::beginArray() { return begin('['); }
JsonWriter &JsonWriter::endArray() { return end(']'); }

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_buffer += ": ";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::text(std::string_view value)
{
    separate();
    quote(value);
    return *this;
}

JsonWriter &JsonWriter::integer(int64_t value) { return plain(std::to_string(value)); }
JsonWriter &JsonWriter::boolean(bool value) { return plain(value ? "true" : "false"); }
JsonWriter &JsonWriter::null() { return plain("null"); }

bool JsonWriter::finish()
{
    m_buffer.push_back('\n');
    handOver();
    return m_good;
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasElements.empty())
        return;
    if (m_hasElements.back())
        m_buffer += m_hasElements.size() == 1 ? "," : ", ";
    if (m_hasElements.size() == 1)
        m_buffer += "\n  ";
    m_hasElements.back() = true;
    if (m_buffer.size() >= handOverAt)
        handOver();
}

JsonWriter &JsonWriter::begin(char bracket)
{
    separate();
    m_buffer.push_back(bracket);
    m_hasElements.push_back(false);
    return *this;
}

JsonWriter &JsonWriter::end(char bracket)
{
    const bool hadElements = m_hasElements.back();
    m_hasElements.pop_back();
    if (m_hasElements.empty() && hadElements)
        m_buffer.push_back('\n');
    m_buffer.push_back(bracket);
    return *this;
}

JsonWriter &JsonWriter::plain(std::string_view token)
{
    separate();
    m_buffer += token;
    return *this;
}

void JsonWriter::quote(std::string_view value)
{
    if (!isValidUtf8(value)) {
        quote(toUtf8(toQString(value)));
        return;
    }
    m_buffer.push_back('"');
    for (const char c : value)
        appendEscaped(m_buffer, c);
    m_buffer.push_back('"');
}

void JsonWriter::handOver()
{
    if (m_good && !m_buffer.empty())
        m_good = m_sink(m_buffer);
    m_buffer.clear();
}

} // namespace br
