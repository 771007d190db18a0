#include "core/query/queryterm.h"

#include <array>
#include <cstring>

namespace br {

namespace {

constexpr std::array<std::pair<std::string_view, Compare>, 5> compares = {{
    {">=", Compare::GreaterEqual},
    {"<=", Compare::LessEqual},
    {">", Compare::Greater},
    {"<", Compare::Less},
    {"=", Compare::Equal},
}};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Cutter final {
public:
    Cutter(std::string_view text, bool (*isField)(std::string_view))
        : m_text(text)
        , m_isField(isField)
    {
    }

    QueryTokens cut()
    {
        for (;;) {
            auto blanks = takeBlanks();
            if (m_at >= m_text.size()) {
                m_out.after = std::move(blanks);
                return std::move(m_out);
            }
            QueryTerm term;
            term.before = std::move(blanks);
            term.position = m_at;
            takeTerm(term);
            m_out.terms.push_back(std::move(term));
        }
    }

private:
    std::string takeBlanks()
    {
        const auto start = m_at;
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }

    void takeTerm(QueryTerm &term)
    {
        if (m_text[m_at] == '-') {
            term.isNegated = true;
            ++m_at;
        }
        takeField(term);
        const bool hasField = !term.field.empty();
        for (;;) {
            takeValue(term, hasField);
            if (m_at >= m_text.size() || m_text[m_at] != '|')
                return;
            ++m_at;
        }
    }

    // "name:" of any letters, so that a mistyped one can be told; "name>" only where the name is known.
    void takeField(QueryTerm &term)
    {
        auto end = m_at;
        while (end < m_text.size() && !isBlank(m_text[end]) && !std::strchr(":<>=|\"", m_text[end]))
            ++end;
        const auto name = m_text.substr(m_at, end - m_at);
        if (name.empty() || end >= m_text.size())
            return;
        if (m_text[end] == ':') {
            term.field = name;
            m_at = end + 1;
        } else if (std::strchr("<>=", m_text[end]) && m_isField(name)) {
            term.field = name;
            term.hasColon = false;
            m_at = end;
        }
    }

    void takeValue(QueryTerm &term, bool hasField)
    {
        QueryValue value;
        value.position = m_at;
        if (hasField) {
            for (const auto &[sign, compare] : compares) {
                if (m_text.substr(m_at, sign.size()) == sign) {
                    value.compare = compare;
                    m_at += sign.size();
                    break;
                }
            }
        }
        if (m_at < m_text.size() && m_text[m_at] == '"')
            takeQuoted(value);
        else
            takePlain(value);
        term.values.push_back(std::move(value));
    }

    void takeQuoted(QueryValue &value)
    {
        const auto start = m_at;
        value.isQuoted = true;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != '"') {
                value.text.push_back(m_text[m_at]);
                continue;
            }
            if (m_text.substr(m_at, 2) != "\"\"") {
                ++m_at;
                return;
            }
            value.text.push_back('"');
            ++m_at;
        }
        // Never closed: what was written stays as it is, so that the text can be given back.
        value.isQuoted = false;
        value.text = m_text.substr(start);
        m_out.isCut = true;
        m_out.cutAt = start;
    }

    void takePlain(QueryValue &value)
    {
        const auto start = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != '|')
            ++m_at;
        value.text = m_text.substr(start, m_at - start);
    }

    std::string_view m_text;
    bool (*m_isField)(std::string_view);
    size_t m_at = 0;
    QueryTokens m_out;
};

} // namespace

std::string_view compareText(Compare compare)
{
    for (const auto &[sign, value] : compares) {
        if (value == compare)
            return sign;
    }
    return {};
}

std::string QueryTerm::text() const
{
    std::string out = isNegated ? "-" : "";
    out += field;
    if (!field.empty() && hasColon)
        out += ':';
    for (size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            out += '|';
        const auto &value = values[i];
        out += compareText(value.compare);
        if (!value.isQuoted) {
            out += value.text;
            continue;
        }
        out += '"';
        for (const char c : value.text) {
            if (c == '"')
                out += '"';
            out += c;
        }
        out += '"';
    }
    return out;
}

QueryTokens cutQuery(std::string_view text, bool (*isField)(std::string_view)) { return Cutter(text, isField).cut(); }

} // namespace br
