// Steps: a raw count less exceptions and included, raised to the minimum and to whole packs; each step told in the trace.
#pragma once

#include "core/domain/rules.h"
#include "core/domain/trace.h"
#include "core/reconcile/wide.h"

#include <span>

namespace br {

// Numbers of 1e-8. The result is never below zero, also where a vendor states a negative quantity.
Wide afterSteps(const Service &service, Wide raw, bool hasActiveLine, std::span<const CountException *const> exceptions, Trace &trace);

} // namespace br
