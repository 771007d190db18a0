#include "connectors/rest/value/rendering.h"

#include "connectors/rest/value/filling.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

Error missing(const std::string &path, const std::string &written)
{
    return {Errc::InvalidInput,
        words("rest", "\"%1\" is needed in \"%2\" and is not there; fill it in, or give it a default: {%1|default:text}", {path, written})};
}

void appendComma(std::string &out, char open)
{
    if (out.back() != open)
        out += ',';
}

// What of `values` belongs below the member, with the rest of its path.
std::vector<BodyValue> below(const std::vector<BodyValue> &values, const std::string &name)
{
    std::vector<BodyValue> inner;
    for (const auto &value : values) {
        if (value.path.starts_with(name + "."))
            inner.push_back({value.path.substr(name.size() + 1), value.json});
    }
    return inner;
}

const BodyValue *exactly(const std::vector<BodyValue> &values, const std::string &name)
{
    const auto found = std::ranges::find(values, name, &BodyValue::path);
    return found == values.end() ? nullptr : &*found;
}

Status append(std::string &out, const BodyTemplate &body, const Scope &scope, const std::vector<BodyValue> &values);

Status appendText(std::string &out, const Template &text, bool isBare, const Scope &scope)
{
    if (text.isSinglePath()) {
        if (const auto json = jsonAt(text.parts[0].path, scope); !json.isAbsent()) {
            out += json.json();
            return {};
        }
    }
    const auto made = filled(text, scope, false);
    if (!made.text)
        return missing(made.missing, text.written);
    if (isBare && (*made.text == "true" || *made.text == "false"))
        out += *made.text;
    else if (isBare)
        out += jsonScalar(*made.text);
    else
        appendJsonText(out, *made.text);
    return {};
}

Status appendObject(std::string &out, const BodyTemplate &body, const Scope &scope, const std::vector<BodyValue> &values)
{
    out += '{';
    std::vector<std::string> done;
    const auto member = [&](const std::string &name) {
        appendComma(out, '{');
        appendJsonText(out, name);
        out += ':';
        done.push_back(name);
    };
    for (const auto &[name, inner] : body.members) {
        member(name);
        if (const auto *given = exactly(values, name))
            out += given->json;
        else if (auto appended = append(out, inner, scope, below(values, name)); !appended)
            return appended;
    }
    BodyTemplate made;
    made.type = JsonType::Object;
    for (const auto &value : values) {
        const auto name = value.path.substr(0, value.path.find('.'));
        if (std::ranges::find(done, name) != done.end())
            continue;
        member(name);
        if (name == value.path)
            out += value.json;
        else if (auto appended = append(out, made, scope, below(values, name)); !appended)
            return appended;
    }
    out += '}';
    return {};
}

Status append(std::string &out, const BodyTemplate &body, const Scope &scope, const std::vector<BodyValue> &values)
{
    switch (body.type) {
    case JsonType::Object:
        return appendObject(out, body, scope, values);
    case JsonType::List:
        out += '[';
        for (size_t i = 0; i < body.items.size(); ++i) {
            appendComma(out, '[');
            const auto *given = exactly(values, std::to_string(i));
            if (given != nullptr)
                out += given->json;
            else if (auto appended = append(out, body.items[i], scope, below(values, std::to_string(i))); !appended)
                return appended;
        }
        out += ']';
        return {};
    case JsonType::Text:
        return appendText(out, body.text, body.isBare, scope);
    case JsonType::Number:
        out += body.number;
        return {};
    case JsonType::True:
        out += "true";
        return {};
    case JsonType::False:
        out += "false";
        return {};
    case JsonType::Absent:
    case JsonType::Null:
        out += "null";
        return {};
    }
    return {};
}

} // namespace

Result<std::string> render(const Template &text, const Scope &scope, Encoding encoding)
{
    auto made = filled(text, scope, encoding == Encoding::Percent);
    if (!made.text)
        return missing(made.missing, text.written);
    return std::move(*made.text);
}

Result<std::optional<std::string>> renderOptional(const Template &text, const Scope &scope)
{
    auto made = render(text, scope);
    if (!made)
        return made.error();
    const auto &parts = text.parts;
    const bool isOptional = parts.size() == 1 && parts[0].hasPath && parts[0].literal.empty();
    if (made->empty() && isOptional)
        return std::optional<std::string>();
    return std::optional(std::move(*made));
}

Result<std::vector<std::pair<std::string, std::string>>> render(const NamedTemplates &pairs, const Scope &scope)
{
    std::vector<std::pair<std::string, std::string>> made;
    for (const auto &[name, text] : pairs) {
        auto value = renderOptional(text, scope);
        if (!value)
            return value.error();
        if (*value)
            made.emplace_back(name, std::move(**value));
    }
    return made;
}

Result<std::string> render(const BodyTemplate &body, const Scope &scope, const std::vector<BodyValue> &values)
{
    std::string out;
    if (const auto made = append(out, body, scope, values); !made)
        return made.error();
    return out;
}

std::string jsonScalar(std::string_view text)
{
    // A number only as JSON writes one: no leading zeros, nothing that would change by being read.
    const bool isNumber = !text.empty() && text.size() < 19
        && text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) == std::string_view::npos && text != "-"
        && (text == "0" || text[text[0] == '-' ? 1 : 0] != '0');
    if (isNumber)
        return std::string(text);
    std::string out;
    appendJsonText(out, text);
    return out;
}

} // namespace br::rest
