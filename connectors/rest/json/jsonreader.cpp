#include "connectors/rest/json/jsonreader.h"

#include "connectors/rest/json/jsonwalk.h"
#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace br::rest {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// The first byte that belongs to no UTF-8 character.
size_t firstForeignByte(std::string_view text)
{
    size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (!isValidUtf8(text.substr(at, length)))
            break;
        at += length;
    }
    return at;
}

bool isWebPage(std::string_view text)
{
    const auto at = text.find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && text[at] == '<';
}

Error faultAt(std::string_view text, const JsonFault &fault)
{
    const auto before = text.substr(0, fault.offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto lineStart = before.rfind('\n');
    const auto column = fault.offset - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return {Errc::InvalidInput, words("json", "line %1, column %2: %3", {std::to_string(line), std::to_string(column), fault.what})};
}

} // namespace

struct JsonReader::Parts {
    simdjson::ondemand::parser parser;
};

JsonReader::JsonReader()
    : m_parts(std::make_unique<Parts>())
{
}

JsonReader::~JsonReader() = default;

Status JsonReader::read(std::string text, JsonTree &tree, Lines lines)
{
    tree.m_nodes.clear();
    tree.m_lines.clear();
    tree.m_text = std::move(text);
    auto &source = tree.m_text;
    if (source.starts_with(byteOrderMark))
        source.replace(0, byteOrderMark.size(), byteOrderMark.size(), ' ');
    const auto size = source.size();
    if (size >= std::numeric_limits<uint32_t>::max() / 2)
        return Error{Errc::InvalidInput, words("json", "the answer is too large to be read")};
    if (lines == Lines::Keep) {
        for (auto at = source.find('\n'); at != std::string::npos; at = source.find('\n', at + 1))
            tree.m_lines.push_back(static_cast<uint32_t>(at));
        tree.m_lines.push_back(static_cast<uint32_t>(size));
    }
    source.resize(size + simdjson::SIMDJSON_PADDING, '\0');
    tree.m_nodes.reserve(std::max(tree.m_nodes.capacity(), size / 24));
    JsonFault fault;
    const bool isRead = JsonWalk(tree, size, fault).run(m_parts->parser);
    if (isRead)
        return {};
    const auto whole = std::string_view(source).substr(0, size);
    if (fault.offset == 0 && !isValidUtf8(whole))
        fault.offset = firstForeignByte(whole);
    auto error = isWebPage(whole) ? Error{Errc::InvalidInput, words("json", "the answer is a web page, not data: is the address right?")}
                                  : faultAt(whole, fault);
    tree = JsonTree();
    return error;
}

Result<JsonTree> readJson(std::string text, JsonReader::Lines lines)
{
    JsonReader reader;
    JsonTree tree;
    if (auto status = reader.read(std::move(text), tree, lines); !status)
        return status.error();
    return tree;
}

} // namespace br::rest
