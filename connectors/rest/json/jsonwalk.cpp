#include "connectors/rest/json/jsonwalk.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace br::rest {

namespace {

namespace od = simdjson::ondemand;

constexpr int deepest = 64;
constexpr size_t mostNodes = 10'000'000;
constexpr size_t fewKeys = 24; // compared one by one; more are sorted

bool isDigit(char c) { return c >= '0' && c <= '9'; }

size_t digits(std::string_view text, size_t at)
{
    size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool isNumber(std::string_view text)
{
    size_t at = text.starts_with('-') ? 1 : 0;
    const auto whole = digits(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const auto places = digits(text, ++at);
        if (places == 0)
            return false;
        at += places;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const auto power = digits(text, at);
        if (power == 0)
            return false;
        at += power;
    }
    return at == text.size();
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Four digits behind "\u"; -1: there are none.
int codeUnit(const char *at, const char *end)
{
    if (end - at < 4)
        return -1;
    int value = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

char *putUtf8(char *out, uint32_t code)
{
    const auto put = [&out](uint32_t byte) { *out++ = static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
    return out;
}

char plainEscape(char c)
{
    static constexpr std::string_view letters = "\"\\/bfnrt";
    static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const auto at = letters.find(c);
    return at == std::string_view::npos ? '\0' : meant[at];
}

std::string_view withoutBlanks(std::string_view token)
{
    while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

std::string_view rawToken(od::value &value) { return value.raw_json_token(); }
std::string_view rawToken(od::document &document)
{
    std::string_view token;
    return document.raw_json_token().get(token) == simdjson::SUCCESS ? token : std::string_view();
}

} // namespace

JsonWalk::JsonWalk(JsonTree &tree, size_t size, JsonFault &fault)
    : m_tree(tree)
    , m_base(tree.m_text.data())
    , m_size(size)
    , m_fault(fault)
    , m_last(m_base)
{
}

bool JsonWalk::run(od::parser &parser)
{
    od::document document;
    const std::string_view text(m_base, m_size);
    if (const auto error = parser.iterate(text, m_size + simdjson::SIMDJSON_PADDING).get(document); error != simdjson::SUCCESS)
        return fail(error);
    od::json_type type{};
    if (const auto error = document.type().get(type); error != simdjson::SUCCESS)
        return fail(error);
    if (!value(document, 1))
        return false;
    // A scalar that stands alone is not stepped over: its token must reach the end.
    const bool isContainer = type == od::json_type::array || type == od::json_type::object;
    const auto token = isContainer ? std::string_view() : rawToken(document);
    const bool isAtEnd
        = isContainer ? document.current_location().error() == simdjson::OUT_OF_BOUNDS : token.data() + token.size() >= m_base + m_size;
    if (!isAtEnd)
        return fail(words("json", "the document has ended, and something stands behind it"), m_last);
    return true;
}

template <class Value>
bool JsonWalk::value(Value &&value, int depth)
{
    od::json_type type{};
    if (const auto error = value.type().get(type); error != simdjson::SUCCESS)
        return fail(words("json", "a value is needed here"), rawToken(value).data());
    const auto token = rawToken(value);
    m_last = token.data();
    if (m_tree.m_nodes.size() >= mostNodes)
        return fail(words("json", "the answer holds more than %1 values; ask for smaller pages", {std::to_string(mostNodes)}), m_last);
    if (type == od::json_type::array || type == od::json_type::object) {
        if (depth > deepest)
            return fail(words("json", "more than %1 levels of brackets stand in each other", {std::to_string(deepest)}), m_last);
        if (type == od::json_type::array) {
            od::array array;
            const auto error = value.get_array().get(array);
            return error == simdjson::SUCCESS ? list(array, open(JsonType::List, m_last), depth) : fail(error);
        }
        od::object members;
        const auto error = value.get_object().get(members);
        return error == simdjson::SUCCESS ? object(members, open(JsonType::Object, m_last), depth) : fail(error);
    }
    if (type == od::json_type::string) {
        od::raw_json_string raw;
        const auto error = value.get_raw_json_string().get(raw);
        return error == simdjson::SUCCESS ? text(token.data(), token) : fail(error);
    }
    const auto bare = withoutBlanks(token);
    if (type == od::json_type::null)
        return word(bare, JsonType::Null);
    if (type == od::json_type::boolean)
        return word(bare, bare.starts_with('t') ? JsonType::True : JsonType::False);
    return word(bare, JsonType::Number);
}

bool JsonWalk::list(od::array array, size_t node, int depth)
{
    size_t count = 0;
    for (auto element : array) {
        od::value each;
        if (const auto error = element.get(each); error != simdjson::SUCCESS)
            return fail(error);
        if (!value(each, depth + 1))
            return false;
        ++count;
    }
    close(node, count);
    return true;
}

bool JsonWalk::object(od::object object, size_t node, int depth)
{
    const auto firstKey = m_keys.size();
    uint64_t looks = 0; // of the keys so far: a key of a new look needs no comparing
    for (auto member : object) {
        od::field field;
        if (const auto error = std::move(member).get(field); error != simdjson::SUCCESS)
            return fail(error);
        if (!key(field.key().raw(), firstKey, looks) || !value(field.value(), depth + 1))
            return false;
    }
    const auto count = m_keys.size() - firstKey;
    if (count > fewKeys && !areKeysUnique(firstKey))
        return false;
    m_keys.resize(firstKey);
    close(node, count);
    return true;
}

bool JsonWalk::word(std::string_view token, JsonType type)
{
    const bool isRight = type == JsonType::Number ? isNumber(token)
        : type == JsonType::Null                  ? token == "null"
                                                  : token == (type == JsonType::True ? "true" : "false");
    if (!isRight)
        return fail(words("json", "\"%1\" is no value that JSON knows", {shortened(token)}), token.data());
    auto &node = m_tree.m_nodes[open(type, token.data())];
    node.textSize = static_cast<uint32_t>(token.size());
    return true;
}

bool JsonWalk::text(const char *start, std::string_view token)
{
    const auto bare = withoutBlanks(token);
    if (bare.size() < 2 || bare.back() != '"')
        return fail(words("json", "a text is not closed"), start);
    const auto node = open(JsonType::Text, start + 1);
    return unescape(m_base + (start + 1 - m_base), start + bare.size() - 1, m_tree.m_nodes[node].textSize);
}

bool JsonWalk::key(const char *start, size_t firstKey, uint64_t &looks)
{
    const char *end = start;
    while (*end != '"')
        end += *end == '\\' ? 2 : 1;
    m_last = start;
    m_key = static_cast<uint32_t>(start - m_base);
    if (!unescape(m_base + m_key, end, m_keySize))
        return false;
    const std::string_view name(start, m_keySize);
    const auto look
        = uint64_t{1} << (m_keySize == 0
                  ? 0U
                  : (m_keySize * 7U + static_cast<unsigned char>(start[0]) * 3U + static_cast<unsigned char>(start[m_keySize - 1])) % 64U);
    const bool isNewLook = (looks & look) == 0;
    looks |= look;
    if (!isNewLook && m_keys.size() - firstKey < fewKeys) {
        for (size_t i = firstKey; i < m_keys.size(); ++i) {
            if (m_keys[i] == name)
                return fail(words("json", "the member \"%1\" stands twice in one object", {shortened(name)}), start);
        }
    }
    m_keys.push_back(name);
    return true;
}

bool JsonWalk::areKeysUnique(size_t firstKey)
{
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(firstKey);
    std::sort(first, m_keys.end());
    const auto twice = std::adjacent_find(first, m_keys.end());
    return twice == m_keys.end() || fail(words("json", "the member \"%1\" stands twice in one object", {shortened(*twice)}), twice->data());
}

// The unescaped text is never longer: it is written where the escaped one stood.
bool JsonWalk::unescape(char *start, const char *end, uint32_t &size)
{
    const auto *slash = static_cast<const char *>(std::memchr(start, '\\', static_cast<size_t>(end - start)));
    if (slash == nullptr) {
        size = static_cast<uint32_t>(end - start);
        return true;
    }
    char *out = start + (slash - start);
    for (const char *at = slash; at < end;) {
        if (*at != '\\') {
            *out++ = *at++;
            continue;
        }
        const char letter = at + 1 < end ? at[1] : '\0';
        if (letter != 'u') {
            const char meant = plainEscape(letter);
            if (meant == '\0')
                return fail(words("json", "a backslash stands before a letter that needs none"), at);
            *out++ = meant;
            at += 2;
            continue;
        }
        const int unit = codeUnit(at + 2, end);
        auto code = static_cast<uint32_t>(unit);
        const char *next = at + 6;
        if (unit >= 0xD800 && unit < 0xDC00) {
            const int low = end - next >= 6 && next[0] == '\\' && next[1] == 'u' ? codeUnit(next + 2, end) : -1;
            code = low >= 0xDC00 && low < 0xE000 ? 0x10000U + ((code - 0xD800U) << 10) + (static_cast<uint32_t>(low) - 0xDC00U) : 0xD800U;
            next += 6;
        }
        if (unit < 0 || (code >= 0xD800 && code < 0xE000))
            return fail(words("json", "\\u is not followed by the number of a character"), at);
        out = putUtf8(out, code);
        at = next;
    }
    size = static_cast<uint32_t>(out - start);
    return true;
}

size_t JsonWalk::open(JsonType type, const char *at)
{
    const auto index = m_tree.m_nodes.size();
    m_tree.m_nodes.push_back({m_key, m_keySize, static_cast<uint32_t>(at - m_base), 0, static_cast<uint32_t>(index + 1), 0, type});
    m_key = 0;
    m_keySize = 0;
    return index;
}

void JsonWalk::close(size_t node, size_t count)
{
    m_tree.m_nodes[node].end = static_cast<uint32_t>(m_tree.m_nodes.size());
    m_tree.m_nodes[node].count = static_cast<uint32_t>(count);
}

bool JsonWalk::fail(std::string what, const char *at)
{
    m_fault.what = std::move(what);
    m_fault.offset = at < m_base ? 0 : std::min(static_cast<size_t>(at - m_base), m_size);
    return false;
}

bool JsonWalk::fail(simdjson::error_code code)
{
    const auto *end = m_base + m_size;
    switch (code) {
    case simdjson::EMPTY:
        return fail(words("json", "the answer is empty"), m_base);
    case simdjson::UTF8_ERROR:
        return fail(words("json", "the answer is not UTF-8: a byte here belongs to no character"), m_base);
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return fail(words("json", "the answer ends in the middle: it was cut off on its way"), end);
    case simdjson::UNESCAPED_CHARS:
        return fail(words("json", "a text holds a control character that JSON does not allow"), m_last);
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return fail(words("json", "the answer is too large to be read"), m_base);
    default:
        return fail(words("json", "a comma, a colon or a bracket is missing near here"), m_last);
    }
}

} // namespace br::rest
