// The layouts at hand: those shipped with the connector (resources) and the saved profiles of a workspace.
//
// Thread rule: shipped layouts are read once and then only read; safe from any thread.
#pragma once

#include "connectors/file/layout.h"
#include "core/connect/connector.h"

namespace br {

const std::vector<Layout> &shippedLayouts();
// Shipped layouts and profiles. A profile that cannot be read is left out and told in `remarks`; an error where it is the one that was
// asked for.
Result<std::vector<Layout>> allLayouts(
    const std::vector<LayoutProfile> &profiles, const std::string &asked, std::vector<std::string> &remarks);

} // namespace br
