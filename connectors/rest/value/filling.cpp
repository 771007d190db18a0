#include "connectors/rest/value/filling.h"

#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/value/dates.h"
#include "core/base/text.h"

#include <QString>

#include <algorithm>

namespace br::rest {

namespace {

std::string titled(std::string_view text)
{
    auto wide = toQString(text).toLower();
    bool starts = true;
    for (auto &letter : wide) {
        if (starts)
            letter = letter.toUpper();
        starts = !letter.isLetterOrNumber();
    }
    return toUtf8(wide);
}

// "https://a.example.com:8443/x?y" -> "a.example.com:8443"
std::string hostOf(std::string_view address)
{
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const auto user = address.rfind('@'); user != std::string_view::npos)
        address.remove_prefix(user + 1);
    return std::string(address);
}

std::string trimmedOf(std::string_view text, std::string_view signs)
{
    const auto first = text.find_first_not_of(signs);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(signs) - first + 1));
}

std::string filtered(const std::string &text, const Filter &filter)
{
    switch (filter.kind) {
    case Filter::Kind::Date: {
        const auto day = readDay(text).day;
        return day ? writtenDay(*day, filter.argument) : text;
    }
    case Filter::Kind::Lower:
        return toUtf8(toQString(text).toLower());
    case Filter::Kind::Upper:
        return toUtf8(toQString(text).toUpper());
    case Filter::Kind::Title:
        return titled(text);
    case Filter::Kind::Url:
        return percentEncoded(text);
    case Filter::Kind::Base64:
        return base64(text);
    case Filter::Kind::Host:
        return hostOf(text);
    case Filter::Kind::Trim:
        return trimmedOf(text, filter.argument);
    case Filter::Kind::Default:
        return text;
    }
    return text;
}

} // namespace

std::optional<std::string> filledPart(const TemplatePart &part, const Scope &scope, bool percentEncodes, Scratch::Misfit *misfit)
{
    Scratch scratch;
    const auto found = viewAt(part.path, scope, scratch);
    if (misfit != nullptr && misfit->path == nullptr)
        *misfit = scratch.misfits.structure;
    auto text = found ? std::optional<std::string>(*found) : std::nullopt;
    bool isEncoded = false;
    for (const auto &filter : part.filters) {
        if (!text && filter.kind == Filter::Kind::Default)
            text = filter.argument;
        else if (text)
            text = filtered(*text, filter);
        isEncoded = filter.kind == Filter::Kind::Url;
    }
    return text && percentEncodes && !isEncoded ? percentEncoded(*text) : text;
}

Filled filled(const Template &text, const Scope &scope, bool percentEncodes, Scratch::Misfit *misfit)
{
    std::string made;
    for (const auto &part : text.parts) {
        made += part.literal;
        if (!part.hasPath)
            continue;
        const auto value = filledPart(part, scope, percentEncodes, misfit);
        if (!value)
            return {std::nullopt, part.path.written};
        made += *value;
    }
    return {std::move(made), {}};
}

} // namespace br::rest
