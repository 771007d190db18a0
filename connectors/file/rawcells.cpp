#include "connectors/file/rawcells.h"

#include "core/base/text.h"

#include <array>
#include <cstdio>

namespace br {

namespace {

void appendQuoted(std::string &out, std::string_view text)
{
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            out += code.data();
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

} // namespace

RawCells::RawCells(const Header &header, const Binding &binding)
{
    for (const auto at : binding.unknown) {
        std::string key;
        appendQuoted(key, header.names()[at].empty() ? "column " + std::to_string(at + 1) : header.names()[at]);
        m_columns.push_back({at, key + ":"});
    }
}

std::string_view RawCells::of(const TableRow &row)
{
    m_json.clear();
    for (const auto &column : m_columns) {
        const auto cell = trimmed(row.cell(column.at));
        if (cell.empty())
            continue;
        m_json += m_json.empty() ? '{' : ',';
        m_json += column.key;
        appendQuoted(m_json, cell);
    }
    if (!m_json.empty())
        m_json.push_back('}');
    return m_json;
}

} // namespace br
