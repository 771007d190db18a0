// Streams of a manifest, compiled: paging, completeness, tables, and the records that are made.
//
// Streams are given in the order of the manifest. Expects what the schema allows; errors go to the marks of `parts`.
// Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/partreader.h"
#include "connectors/rest/manifest/stream.h"

namespace br::rest {

// `before` are the streams above it; the one it walks through is marked as a parent.
StreamSpec readStream(const Spot &spot, std::vector<StreamSpec> &before, PartReader &parts);

} // namespace br::rest
