// Filling: templates with their values in place, for fields and for requests; private to value/.
//
// Thread rule: pure functions.
#pragma once

#include "connectors/rest/value/reading.h"

#include <optional>
#include <string>

namespace br::rest {

struct Filled {
    std::optional<std::string> text; // none: a value is absent
    std::string missing;             // its path
};

Filled filled(const Template &text, const Scope &scope, bool percentEncodes);
// Value of one part, with its filters; nullopt: absent and without a default.
std::optional<std::string> filledPart(const TemplatePart &part, const Scope &scope, bool percentEncodes);

} // namespace br::rest
