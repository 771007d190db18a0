#include "connectors/rest/paging/linkheader.h"

#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

// Up to the next separator outside of brackets and quotes; takes it off.
std::string_view cut(std::string_view &text, char separator)
{
    bool inBrackets = false;
    bool inQuotes = false;
    size_t end = 0;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        if (c == '"' && !inBrackets)
            inQuotes = !inQuotes;
        else if (c == '<' && !inQuotes)
            inBrackets = true;
        else if (c == '>' && !inQuotes)
            inBrackets = false;
        else if (c == separator && !inBrackets && !inQuotes)
            break;
    }
    const auto part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    return part;
}

bool isNext(std::string_view parameter)
{
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos || folded(parameter.substr(0, equals)) != "rel")
        return false;
    auto value = folded(parameter.substr(equals + 1));
    std::erase(value, '"');
    value = " " + value + " "; // several relations may share one link
    return value.find(" next ") != std::string::npos;
}

} // namespace

std::string nextLink(std::string_view header)
{
    while (!header.empty()) {
        auto link = cut(header, ',');
        const auto target = cut(link, ';');
        while (!link.empty()) {
            if (isNext(cut(link, ';')) && target.size() > 2 && target.front() == '<' && target.back() == '>')
                return std::string(target.substr(1, target.size() - 2));
        }
    }
    return {};
}

} // namespace br::rest
