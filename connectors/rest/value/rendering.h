// Rendering: templates and bodies of requests made into text.
//
// A value that is absent and has no default is an error (InvalidInput) that names it. The results may hold secrets: they go
// into a request and nowhere else. Thread rule: pure functions.
#pragma once

#include "connectors/rest/manifest/request.h"
#include "connectors/rest/value/scope.h"

namespace br::rest {

enum class Encoding { None, Percent }; // Percent: each value by itself, the literals stay

Result<std::string> render(const Template &text, const Scope &scope, Encoding encoding = Encoding::None);
// Nullopt where a value is absent and its default is empty: the pair is left out.
Result<std::optional<std::string>> renderOptional(const Template &text, const Scope &scope);
// In order; pairs that are left out are not there.
Result<std::vector<std::pair<std::string, std::string>>> render(const NamedTemplates &pairs, const Scope &scope);

// A value put into a body: "params.page" -> 2. Members on the way are made where they are not there.
struct BodyValue {
    std::string path;
    std::string json; // as it is written: 2, "abc"
};
// JSON text. Numbers of a single path stay numbers; a single path to a list or an object puts all of it there.
Result<std::string> render(const BodyTemplate &body, const Scope &scope, const std::vector<BodyValue> &values = {});
// A value for a body: a number as it is written, everything else as a JSON text.
std::string jsonScalar(std::string_view text);

} // namespace br::rest
