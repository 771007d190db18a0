// Dates as vendors send them, and as requests need them.
//
// A date is the calendar day as written: times are dropped, zones are not applied; epoch numbers are days of UTC.
// Thread rule: pure functions.
#pragma once

#include "core/base/period.h"

#include <optional>
#include <string>
#include <string_view>

namespace br::rest {

struct DayReading {
    MaybeDay day;       // none: no date, or one that means "never" (zero, 0001-01-01)
    bool isRead = true; // false: it cannot be read
};

DayReading readDay(std::string_view text); // in any of the shapes that need no telling
DayReading dayOfEpoch(std::string_view number, int64_t unitsOfASecond);
DayReading dayOfPattern(std::string_view text, const std::string &pattern); // "dd/MM/yyyy"; what follows is passed over

// "MM/yyyy", 'T' in quotes, epoch_seconds, epoch_milliseconds: of the day's beginning in UTC.
std::string writtenDay(Day day, const std::string &pattern);

} // namespace br::rest
