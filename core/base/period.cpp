#include "core/base/period.h"

#include "core/base/text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace br {

namespace {

namespace chr = std::chrono;

chr::year_month_day civil(Day day) { return chr::year_month_day{chr::sys_days{chr::days{day.number()}}}; }

// Exactly `count` digits at the front of `text`, or -1.
int takeDigits(std::string_view text, size_t at, size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

std::optional<Day> Day::fromDate(int year, int month, int day)
{
    if (year < 1900 || year > 9999 || month < 1 || day < 1)
        return std::nullopt;
    const chr::year_month_day ymd{chr::year{year}, chr::month{static_cast<unsigned>(month)}, chr::day{static_cast<unsigned>(day)}};
    if (!ymd.ok())
        return std::nullopt;
    return fromNumber(static_cast<int32_t>(chr::sys_days{ymd}.time_since_epoch().count()));
}

Result<Day> Day::parse(std::string_view iso)
{
    const auto text = trimmed(iso);
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const int year = takeDigits(text, 0, 4);
        const int month = takeDigits(text, 5, 2);
        const int day = takeDigits(text, 8, 2);
        if (const auto found = fromDate(year, month, day))
            return *found;
    }
    return Error{Errc::InvalidInput, words("date", "\"%1\" is not a date of the form 2026-10-31", {shortened(text)})};
}

int Day::year() const { return static_cast<int>(civil(*this).year()); }
int Day::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Day::dayOfMonth() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

Day Day::plusMonths(int months) const
{
    const auto ymd = civil(*this);
    const auto target = chr::year_month{ymd.year(), ymd.month()} + chr::months{months};
    const auto last = chr::year_month_day_last{target.year(), chr::month_day_last{target.month()}};
    const auto day = std::min(ymd.day(), last.day());
    return fromNumber(
        static_cast<int32_t>(chr::sys_days{chr::year_month_day{target.year(), target.month(), day}}.time_since_epoch().count()));
}

std::string Day::toString() const
{
    const auto ymd = civil(*this);
    std::array<char, 32> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
        static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return {buffer.data(), static_cast<size_t>(size)};
}

std::optional<Period> Period::fromMonth(int year, int month)
{
    if (year < 1900 || year > 9999 || month < 1 || month > 12)
        return std::nullopt;
    return fromIndex(year * 12 + month - 1);
}

Result<Period> Period::parse(std::string_view text)
{
    const auto inner = trimmed(text);
    if (inner.size() == 7 && inner[4] == '-') {
        if (const auto found = fromMonth(takeDigits(inner, 0, 4), takeDigits(inner, 5, 2)))
            return *found;
    }
    return Error{Errc::InvalidInput, words("date", "\"%1\" is not a period; write year and month, such as 2026-10", {shortened(inner)})};
}

Period Period::of(Day day) { return fromIndex(day.year() * 12 + day.month() - 1); }
// By the calendar itself: the month after the last that can be written still has its days.
Day Period::firstDay() const
{
    const chr::year_month_day first{chr::year{year()}, chr::month{static_cast<unsigned>(month())}, chr::day{1}};
    return Day::fromNumber(static_cast<int32_t>(chr::sys_days{first}.time_since_epoch().count()));
}
Day Period::lastDay() const
{
    const chr::year_month_day_last last{chr::year{year()}, chr::month_day_last{chr::month{static_cast<unsigned>(month())}}};
    return Day::fromNumber(static_cast<int32_t>(chr::sys_days{last}.time_since_epoch().count()));
}

std::string Period::toString() const
{
    std::array<char, 32> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year(), month());
    return {buffer.data(), static_cast<size_t>(size)};
}

int begunMonths(Day from, Day to)
{
    if (to <= from)
        return 0;
    const int apart = (to.year() - from.year()) * 12 + to.month() - from.month();
    const bool isLastOfMonth = from.plusDays(1).month() != from.month(); // then every month ends with its last day
    return isLastOfMonth || from.plusMonths(apart) >= to ? apart : apart + 1;
}

} // namespace br
