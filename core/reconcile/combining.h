// Combining: the sums of all entries of a position -> its raw count, before any step.
#pragma once

#include "core/domain/trace.h"
#include "core/reconcile/drafts.h"

namespace br {

// Of 1e-8. `trace` may be null; it gets a step an entry, what was not counted and why, and how entries were put together.
Wide rawCount(const World &world, const Drafts &drafts, uint32_t draft, Trace *trace);

} // namespace br
