#include "core/tabular/datereader.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace br {

namespace {

constexpr std::array<std::string_view, 12> monthNames
    = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Takes a run of digits off the front; -1 where there is none or it is longer than `most`.
int takeNumber(std::string_view &text, size_t most)
{
    size_t size = 0;
    int value = 0;
    while (size < text.size() && isDigit(text[size])) {
        if (size == most)
            return -1;
        value = value * 10 + (text[size++] - '0');
    }
    text.remove_prefix(size);
    return size == 0 ? -1 : value;
}

// After a date only a time may stand: "T10:15:00Z", " 23:59", ", 10:15 AM".
bool restIsTime(std::string_view rest)
{
    if (rest.empty())
        return true;
    if (rest.front() != 'T' && rest.front() != 't' && rest.front() != ' ' && rest.front() != ',')
        return false;
    rest.remove_prefix(1);
    rest = trimmed(rest);
    return rest.empty() || (isDigit(rest.front()) && rest.find(':') != std::string_view::npos);
}

int fullYear(int year, size_t digits) { return digits == 2 ? 2000 + year : digits == 4 ? year : -1; }

MaybeDay isoDate(std::string_view text)
{
    if (text.size() < 10 || !isDigit(text[0]) || !isDigit(text[3]))
        return std::nullopt;
    const char separator = text[4];
    if ((separator != '-' && separator != '/' && separator != '.') || text[7] != separator)
        return std::nullopt;
    for (const size_t i : {1U, 2U, 5U, 6U, 8U, 9U}) {
        if (!isDigit(text[i]))
            return std::nullopt;
    }
    if (!restIsTime(text.substr(10)))
        return std::nullopt;
    const auto two = [&text](size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    return Day::fromDate(two(0) * 100 + two(2), two(5), two(8));
}

struct Numbers {
    int first = -1;
    int second = -1;
    int year = -1;
    char separator = '\0';
    bool isComplete() const { return year >= 0; }
};

// "10/31/2026", "31.10.26 00:00", "10-31-2026".
Numbers threeNumbers(std::string_view text)
{
    Numbers found;
    found.first = takeNumber(text, 2);
    if (found.first < 0 || text.empty() || (text[0] != '/' && text[0] != '.' && text[0] != '-'))
        return found;
    found.separator = text[0];
    text.remove_prefix(1);
    found.second = takeNumber(text, 2);
    if (found.second < 0 || text.empty() || text[0] != found.separator)
        return found;
    text.remove_prefix(1);
    const size_t before = text.size();
    const int year = takeNumber(text, 4);
    if (year >= 0 && restIsTime(text))
        found.year = fullYear(year, before - text.size());
    return found;
}

ReadDate ordered(const Numbers &numbers, DateOrder order)
{
    const auto dayFirst = Day::fromDate(numbers.year, numbers.second, numbers.first);
    const auto monthFirst = Day::fromDate(numbers.year, numbers.first, numbers.second);
    if (numbers.separator == '.' || order == DateOrder::DayFirst)
        return {dayFirst};
    if (order == DateOrder::MonthFirst)
        return {monthFirst};
    if (dayFirst && monthFirst && *dayFirst != *monthFirst)
        return {std::nullopt, true};
    return {dayFirst ? dayFirst : monthFirst};
}

int monthNamed(std::string_view word)
{
    const auto name = folded(word.substr(0, 3));
    for (size_t i = 0; i < monthNames.size(); ++i) {
        if (name == monthNames[i])
            return static_cast<int>(i) + 1;
    }
    return -1;
}

// "Nov 12, 2026, 10:15:00 AM", "12 November 2026", "Sep 20th 2026", "12-Nov-2026".
MaybeDay namedMonth(std::string_view text)
{
    std::array<std::string_view, 3> parts;
    size_t count = 0;
    while (count < parts.size() && !text.empty()) {
        const auto end = text.find_first_of(" ,-");
        parts[count++] = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end);
        const auto next = text.find_first_not_of(count < parts.size() ? " ,-" : "");
        text = count < parts.size() && next != std::string_view::npos ? text.substr(next) : text;
    }
    if (count < 3 || !restIsTime(text))
        return std::nullopt;
    const bool nameFirst = monthNamed(parts[0]) > 0;
    const int month = monthNamed(parts[nameFirst ? 0 : 1]);
    auto dayText = parts[nameFirst ? 1 : 0];
    const int day = takeNumber(dayText, 2);
    auto yearText = parts[2];
    const size_t digits = yearText.size();
    const int year = takeNumber(yearText, 4);
    const bool ordinal = dayText.empty() || dayText == "st" || dayText == "nd" || dayText == "rd" || dayText == "th";
    if (month < 0 || !ordinal || !yearText.empty())
        return std::nullopt;
    return Day::fromDate(fullYear(year, digits), month, day);
}

// "46326", "46326.5", "20261031", "1793404800", "1793404800123".
MaybeDay numberDate(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    const auto whole = text.substr(0, text.find('.'));
    const auto number = static_cast<int64_t>(value);
    if (whole.size() == 8 && whole.size() == text.size())
        return Day::fromDate(static_cast<int>(number / 10'000), static_cast<int>(number / 100 % 100), static_cast<int>(number % 100));
    if (whole.size() == 5)
        return dayOfSerial(value, false);
    if (whole.size() == 10)
        return Day::fromNumber(static_cast<int32_t>(number / 86'400));
    if (whole.size() == 13)
        return Day::fromNumber(static_cast<int32_t>(number / 86'400'000));
    return std::nullopt;
}

} // namespace

MaybeDay dayOfSerial(double serial, bool system1904)
{
    if (!(serial >= 1.0) || serial >= 2'958'466.0) // 31 December 9999
        return std::nullopt;
    const auto whole = static_cast<int32_t>(std::floor(serial));
    if (system1904)
        return Day::fromDate(1904, 1, 1)->plusDays(whole);
    const auto base = *Day::fromDate(1900, 1, 1);
    return base.plusDays(whole < 60 ? whole - 1 : whole - 2);
}

ReadDate readDate(std::string_view cell, DateOrder order)
{
    const auto text = trimmed(cell);
    if (text.size() < 5)
        return {};
    if (const auto day = isoDate(text))
        return {day};
    if (const auto numbers = threeNumbers(text); numbers.isComplete())
        return ordered(numbers, order);
    if (const auto day = numberDate(text))
        return {day};
    return {namedMonth(text)};
}

void DateOrderVote::add(std::string_view cell)
{
    const auto text = trimmed(cell);
    if (text.size() < 5 || isoDate(text))
        return;
    const auto numbers = threeNumbers(text);
    if (!numbers.isComplete())
        return;
    if (numbers.separator == '.') {
        ++m_dotted;
        return;
    }
    if (numbers.first > 12 && numbers.second <= 12)
        ++m_dayFirst;
    else if (numbers.second > 12 && numbers.first <= 12)
        ++m_monthFirst;
    else if (numbers.first != numbers.second)
        ++m_ambiguous;
}

DateOrder DateOrderVote::order() const
{
    if (!isProven())
        return DateOrder::Unknown;
    return m_dayFirst > 0 ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

} // namespace br
