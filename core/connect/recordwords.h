// Record words: the few words that every connector reads the same, and what it fills in the same way.
//
// Compared trimmed and without case; nullopt: none of them. Thread rule: pure functions.
#pragma once

#include "core/connect/recordsink.h"

#include <optional>
#include <string_view>

namespace br {

std::optional<Measure> measureOf(std::string_view text);    // purchased, assigned, used
std::optional<BillingCycle> cycleOf(std::string_view text); // empty is monthly
std::optional<int> monthsOf(std::string_view text);         // that a price is for: 1 to 120
std::optional<bool> truthOf(std::string_view text);         // true, yes, 1; false, no, 0

// A line without an agreement gets one of its own client; names are unique only within their client, so made ids carry it.
void completeAgreement(LineRecord &record);

} // namespace br
