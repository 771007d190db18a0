// The paths that fields, templates and conditions read; their own parts included.
//
// Thread rule: pure functions; the pointers live as long as what they were collected from.
#pragma once

#include "connectors/rest/value/field.h"

namespace br::rest {

void collectPaths(const Template &text, std::vector<const Path *> &paths);
void collectPaths(const FieldSpec &field, std::vector<const Path *> &paths);
void collectPaths(const std::vector<Condition> &conditions, std::vector<const Path *> &paths);

} // namespace br::rest
