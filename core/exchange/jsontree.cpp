#include "core/exchange/jsontree.h"

#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace br {

namespace {

constexpr int deepest = 64;

void appendUtf8(std::string &out, uint32_t code)
{
    const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

class Parser final {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    Result<JsonNode> document()
    {
        JsonNode root;
        if (!value(root, 0))
            return problem();
        blanks();
        if (m_at < m_text.size()) {
            fail(words("Json", "something stands behind the end of the document"));
            return problem();
        }
        return root;
    }

private:
    bool fail(std::string why)
    {
        if (m_why.empty()) {
            m_why = std::move(why);
            m_failedAt = m_at;
        }
        return false;
    }

    Error problem() const
    {
        const auto before = m_text.substr(0, m_failedAt);
        const auto lastBreak = before.rfind('\n');
        const auto column = lastBreak == std::string_view::npos ? before.size() + 1 : before.size() - lastBreak;
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        return {Errc::InvalidInput, words("Json", "line %1, column %2: %3", {std::to_string(line), std::to_string(column), m_why})};
    }

    void blanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }

    bool take(char c)
    {
        blanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return fail(words("Json", "a value was expected: a text in quotes, a number, true, false, null, [ or {"));
        m_at += expected.size();
        return true;
    }

    bool value(JsonNode &node, int depth)
    {
        blanks();
        node.line = m_line;
        if (depth > deepest)
            return fail(words("Json", "too many levels of [ and {"));
        if (m_at >= m_text.size())
            return fail(words("Json", "the document ends too early"));
        switch (m_text[m_at]) {
        case '{':
            return object(node, depth);
        case '[':
            return array(node, depth);
        case '"':
            node.type = JsonNode::Type::String;
            return string(node.text);
        case 't':
            node.type = JsonNode::Type::Boolean;
            node.flag = true;
            return word("true");
        case 'f':
            node.type = JsonNode::Type::Boolean;
            return word("false");
        case 'n':
            return word("null");
        default:
            return number(node);
        }
    }

    bool object(JsonNode &node, int depth)
    {
        node.type = JsonNode::Type::Object;
        ++m_at;
        if (take('}'))
            return true;
        for (;;) {
            blanks();
            JsonMember member;
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                return fail(words("Json", "the name of a member in quotes was expected"));
            if (!string(member.name))
                return false;
            if (node.find(member.name))
                return fail(words("Json", "the member \"%1\" stands twice in one object", {member.name}));
            if (!take(':'))
                return fail(words("Json", "\":\" was expected after \"%1\"", {member.name}));
            if (!value(member.value, depth + 1))
                return false;
            node.members.push_back(std::move(member));
            if (take('}'))
                return true;
            if (!take(','))
                return fail(words("Json", "\",\" or \"}\" was expected"));
        }
    }

    bool array(JsonNode &node, int depth)
    {
        node.type = JsonNode::Type::Array;
        ++m_at;
        if (take(']'))
            return true;
        for (;;) {
            if (!value(node.items.emplace_back(), depth + 1))
                return false;
            if (take(']'))
                return true;
            if (!take(','))
                return fail(words("Json", "\",\" or \"]\" was expected"));
        }
    }

    bool number(JsonNode &node)
    {
        const auto start = m_at;
        const auto digits = [this] {
            const auto from = m_at;
            while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
                ++m_at;
            return m_at - from;
        };
        const auto is = [this](std::string_view any) { return m_at < m_text.size() && any.find(m_text[m_at]) != std::string_view::npos; };
        if (is("-"))
            ++m_at;
        const bool leadingZero = is("0");
        const auto whole = digits();
        bool good = whole > 0 && (!leadingZero || whole == 1);
        if (is(".")) {
            ++m_at;
            good = digits() > 0 && good;
        }
        if (is("eE")) {
            ++m_at;
            if (is("+-"))
                ++m_at;
            good = digits() > 0 && good;
        }
        if (!good) {
            m_at = start;
            return fail(words("Json", "a value was expected: a text in quotes, a number, true, false, null, [ or {"));
        }
        node.type = JsonNode::Type::Number;
        node.text = m_text.substr(start, m_at - start);
        return true;
    }

    bool hex(uint32_t &code)
    {
        code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
            const int digit = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f'             ? c - 'a' + 10
                : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                                   : -1;
            if (digit < 0)
                return fail(words("Json", "four digits 0-9, a-f were expected after \\u"));
            code = code * 16 + static_cast<uint32_t>(digit);
        }
        return true;
    }

    bool escape(std::string &out)
    {
        constexpr std::string_view from = "\"\\/bfnrt";
        constexpr std::string_view to = "\"\\/\b\f\n\r\t";
        const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
        ++m_at;
        if (const auto simple = from.find(c); c != '\0' && simple != std::string_view::npos) {
            out.push_back(to[simple]);
            return true;
        }
        uint32_t code = 0;
        if (c != 'u')
            return fail(words("Json", "an unknown sign follows a backslash; write \\\\ for a backslash"));
        if (!hex(code))
            return false;
        if (code >= 0xD800 && code < 0xDC00 && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            uint32_t low = 0;
            if (!hex(low))
                return false;
            code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : 0xD800;
        }
        if (code >= 0xD800 && code < 0xE000)
            return fail(words("Json", "half of a character stands alone after \\u"));
        appendUtf8(out, code);
        return true;
    }

    bool string(std::string &out)
    {
        for (++m_at; m_at < m_text.size();) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(words("Json", "a line break or control character stands inside a text"));
            ++m_at;
            if (c != '\\')
                out.push_back(c);
            else if (!escape(out))
                return false;
        }
        return fail(words("Json", "a text is not closed by a quote"));
    }

    std::string_view m_text;
    size_t m_at = 0;
    int64_t m_line = 1;
    std::string m_why;
    size_t m_failedAt = 0;
};

} // namespace

const JsonNode *JsonNode::find(std::string_view name) const
{
    for (const auto &[key, node] : members) {
        if (key == name)
            return &node;
    }
    return nullptr;
}

Result<JsonNode> parseJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!isValidUtf8(text))
        return Error{Errc::InvalidInput,
            words("Json", "line %1, column %2: %3", {"1", "1", words("Json", "the file is not UTF-8; save it as UTF-8")})};
    return Parser(text).document();
}

} // namespace br
