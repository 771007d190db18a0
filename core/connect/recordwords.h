// Record words: the few words that every connector reads the same: measures, billing cycles, true and false.
//
// Compared trimmed and without case; nullopt: none of them. Thread rule: pure functions.
#pragma once

#include "core/domain/psa.h"
#include "core/domain/vendor.h"

#include <optional>
#include <string_view>

namespace br {

std::optional<Measure> measureOf(std::string_view text);    // purchased, assigned, used
std::optional<BillingCycle> cycleOf(std::string_view text); // empty is monthly
std::optional<bool> truthOf(std::string_view text);         // true, yes, 1; false, no, 0

} // namespace br
