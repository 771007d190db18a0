// Requests and sign-ins of a manifest, compiled.
//
// Expects what the schema allows; errors go to the marks of `parts`. Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/partreader.h"

namespace br::rest {

RequestSpec readRequest(const Spot &spot, const Place &place, PartReader &parts);
AuthSpec readAuth(const Spot &spot, const Place &place, PartReader &parts);
AuthChoice readAuthChoice(const Spot &spot, const Place &place, PartReader &parts);

} // namespace br::rest
