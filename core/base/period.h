// Calendar days and billing periods (months), without time zones.
//
// Day counts days since 1970-01-01 (proleptic Gregorian). Period is a year and month. ISO text only; the many date orders
// of files are read in tabular/. Thread rule: plain values.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br {

class Day final {
public:
    constexpr Day() = default;
    static constexpr Day fromNumber(int32_t daysSinceEpoch)
    {
        Day d;
        d.m_number = daysSinceEpoch;
        return d;
    }
    static std::optional<Day> fromDate(int year, int month, int day); // nullopt: no such date, or a year outside 1900-9999
    static Result<Day> parse(std::string_view iso);                   // YYYY-MM-DD

    constexpr int32_t number() const { return m_number; }
    int year() const;
    int month() const;
    int dayOfMonth() const;
    constexpr Day plusDays(int days) const { return fromNumber(m_number + days); }
    Day plusMonths(int months) const; // the day is cut to the month's last
    std::string toString() const;     // YYYY-MM-DD
    constexpr auto operator<=>(const Day &) const = default;

private:
    int32_t m_number = 0;
};

using MaybeDay = std::optional<Day>;

class Period final {
public:
    constexpr Period() = default;
    static std::optional<Period> fromMonth(int year, int month);
    static Result<Period> parse(std::string_view text); // YYYY-MM
    static Period of(Day day);

    int year() const { return m_index / 12; }
    int month() const { return m_index % 12 + 1; }
    int index() const { return m_index; } // months since year 0; for storing and ordering
    static Period fromIndex(int index)
    {
        Period p;
        p.m_index = index;
        return p;
    }
    Day firstDay() const;
    Day lastDay() const;
    Period next() const { return fromIndex(m_index + 1); }
    Period previous() const { return fromIndex(m_index - 1); }
    bool contains(Day day) const { return of(day) == *this; }
    std::string toString() const; // YYYY-MM
    constexpr auto operator<=>(const Period &) const = default;

private:
    int m_index = 0;
};

// Months that have begun between the day after `from` and `to` (inclusive); 0 when to <= from.
int begunMonths(Day from, Day to);

} // namespace br
