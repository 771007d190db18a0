// AdaptedLayout: a profile that is a shipped layout but for a few columns that the vendor calls otherwise now.
//
// As JSON: {"like": "sentinelone-endpoints", "columns": {"site": ["Location"]}, "without": ["Agent Version"], "required": ["os"]}. The
// other names come behind the layout's own, so both forms of the file fit; `without` are headings it is no longer told by, for which
// all columns that stood there are `required`, so that no other file is taken for one. Thread rule: pure functions.
#pragma once

#include "connectors/file/layout.h"
#include "core/connect/connector.h"

namespace br {

// Of a saved profile in either form. Errors name the profile.
Result<Layout> layoutOf(const LayoutProfile &profile, const std::vector<Layout> &shipped);

// See FileReading::adaptNearest.
Result<LayoutProfile> adapted(const std::string &name, const NearLayout &nearest, const std::vector<LayoutProfile> &profiles,
    const std::vector<std::string> &header, const std::map<std::string, int> &mapping);

} // namespace br
