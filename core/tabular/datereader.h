// Dates as files write them: ISO with or without time and zone, M/D/Y, D/M/Y, D.M.Y, M-D-Y, English month names,
// Excel serial numbers, Unix seconds; and how to find out which order a column uses.
//
// A date is the calendar day as written: times are dropped, zones are not applied. "10/11/2026" alone has no order: it is
// read only with an order from the layout or from other values of the column. Thread rule: pure functions and plain values.
#pragma once

#include "core/base/period.h"

#include <string_view>

namespace br {

enum class DateOrder { Unknown, MonthFirst, DayFirst };

struct ReadDate {
    MaybeDay day;            // none: not a date
    bool needsOrder = false; // it would be one if the order were known
};

ReadDate readDate(std::string_view text, DateOrder order = DateOrder::Unknown);
// Day number of a spreadsheet's date system; the 1900 system has a 29 February 1900 that never was.
MaybeDay dayOfSerial(double serial, bool system1904);

// Looks at the values of a column (or of all date columns of a file) and says the order they prove.
class DateOrderVote final {
public:
    void add(std::string_view text);
    bool isNeeded() const { return m_ambiguous > 0; } // some values cannot be read without an order
    bool isProven() const { return (m_dayFirst > 0) != (m_monthFirst > 0); }
    bool isContradictory() const { return m_dayFirst > 0 && m_monthFirst > 0; }
    // Some have points, which put the day first in any file, and some have not: two programs wrote them.
    bool isMixed() const { return m_dotted > 0 && m_dayFirst + m_monthFirst + m_ambiguous > 0; }
    DateOrder order() const; // Unknown: not proven

private:
    int m_ambiguous = 0;
    int m_dayFirst = 0;
    int m_monthFirst = 0;
    int m_dotted = 0;
};

} // namespace br
