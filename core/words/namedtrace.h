// NamedTrace: the trace of a position with the names of meters and products in place of their ids, for people to read.
//
// What the detail does not name keeps its id. Pure function.
#pragma once

#include "core/domain/rows.h"

namespace br {

Trace namedTrace(const PositionDetail &detail);

} // namespace br
