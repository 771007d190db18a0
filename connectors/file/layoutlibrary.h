// The layouts at hand: those shipped with the connector (resources) and the saved profiles of a workspace.
//
// Thread rule: shipped layouts are read once and then only read; safe from any thread.
#pragma once

#include "connectors/file/layout.h"
#include "core/connect/connector.h"

namespace br {

const std::vector<Layout> &shippedLayouts();
// Shipped layouts and profiles; a profile that cannot be read is an error that names it.
Result<std::vector<Layout>> allLayouts(const std::vector<LayoutProfile> &profiles);

} // namespace br
