// What a stream makes of its records, compiled.
//
// Expects what the schema allows; errors go to the marks of `parts`. Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/partreader.h"
#include "connectors/rest/manifest/stream.h"

namespace br::rest {

std::vector<EmitSpec> readEmits(const Spot &spot, const Place &place, PartReader &parts);

} // namespace br::rest
