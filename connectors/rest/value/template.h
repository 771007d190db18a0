// Template: text with paths and filters in braces; and BodyTemplate, a JSON tree whose texts are templates.
//
// Errors of parse(): InvalidInput, one sentence. Thread rule: plain values; rendering is in value/rendering.h.
#pragma once

#include "connectors/rest/json/jsontree.h"
#include "connectors/rest/value/path.h"

namespace br::rest {

struct Filter {
    enum class Kind { Date, Lower, Upper, Title, Url, Base64, Default, Host, Trim };
    Kind kind = Kind::Lower;
    std::string argument; // of Date, Default, Trim
};

struct TemplatePart {
    std::string literal; // stands before the value
    bool hasPath = false;
    Path path;
    std::vector<Filter> filters;
};

struct Template {
    std::vector<TemplatePart> parts;
    std::string written;

    static Result<Template> parse(std::string_view text);
    bool isEmpty() const { return parts.empty(); }
    bool hasOddBraces() const; // as many do not open as close in what is written out
    bool isSinglePath() const; // keeps the type in a JSON body
    bool uses(Root root) const;
};

struct BodyTemplate {
    struct Member;

    JsonType type = JsonType::Null;
    Template text;       // of Text
    std::string number;  // as written
    bool isBare = false; // of Text: a setting that is a number or a boolean
    std::vector<Member> members;
    std::vector<BodyTemplate> items;

    bool uses(Root root) const;
};

struct BodyTemplate::Member {
    std::string name;
    BodyTemplate body;
};

} // namespace br::rest
