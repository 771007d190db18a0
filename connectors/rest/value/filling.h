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

// `misfit` (may be null): the first list or object that stood there for a text.
Filled filled(const Template &text, const Scope &scope, bool percentEncodes, Scratch::Misfit *misfit = nullptr);
// Value of one part, with its filters; nullopt: absent and without a default.
std::optional<std::string> filledPart(const TemplatePart &part, const Scope &scope, bool percentEncodes, Scratch::Misfit *misfit = nullptr);

} // namespace br::rest
