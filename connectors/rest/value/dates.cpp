#include "connectors/rest/value/dates.h"

#include "connectors/rest/value/exact.h"
#include "core/base/text.h"
#include "core/tabular/datereader.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <charconv>

namespace br::rest {

namespace {

constexpr int64_t secondsOfADay = 86'400;
constexpr int century = 100;

MaybeDay dayOf(const QDate &date) { return date.isValid() ? Day::fromDate(date.year(), date.month(), date.day()) : std::nullopt; }

// "1793404800", "1793404800.123": the whole part, without computing; millions of records have such dates.
std::optional<int64_t> plainWhole(std::string_view text)
{
    int64_t whole = 0;
    const auto *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, whole);
    if (error != std::errc() || (at != end && *at != '.'))
        return std::nullopt;
    return std::all_of(at == end ? at : at + 1, end, [](char c) { return c >= '0' && c <= '9'; }) ? std::optional(whole) : std::nullopt;
}

std::optional<int64_t> wholeOf(std::string_view text)
{
    if (const auto plain = plainWhole(text))
        return plain;
    const auto number = Exact::parse(text);
    return number ? plainWhole(number->toString()) : std::nullopt;
}

bool meansNever(std::string_view text) { return text.starts_with("0001-01-01") || text.find_first_not_of("0.") == std::string_view::npos; }

} // namespace

DayReading readDay(std::string_view written)
{
    const auto text = trimmed(written);
    if (text.empty() || meansNever(text))
        return {};
    const bool isDigit = text.front() >= '0' && text.front() <= '9';
    const auto number = isDigit ? wholeOf(text) : std::nullopt;
    if (!number || text.size() == std::string_view("20261031").size()) {
        const auto day = readDate(text).day;
        return {day, day.has_value()};
    }
    // A number is an instant; by its size in seconds or milliseconds, from 1973 on.
    if (*number < 100'000'000)
        return {std::nullopt, false};
    return dayOfEpoch(text, *number < 100'000'000'000 ? 1 : 1000);
}

DayReading dayOfEpoch(std::string_view number, int64_t unitsOfASecond)
{
    constexpr int64_t lastDay = 2'932'896; // 9999-12-31
    const auto whole = wholeOf(trimmed(number));
    if (!whole)
        return {std::nullopt, false};
    if (*whole <= 0)
        return {};
    const auto day = *whole / (unitsOfASecond * secondsOfADay);
    return day > lastDay ? DayReading{std::nullopt, false} : DayReading{Day::fromNumber(static_cast<int32_t>(day))};
}

DayReading dayOfPattern(std::string_view text, const std::string &pattern)
{
    const auto inner = toQString(trimmed(text));
    if (inner.isEmpty())
        return {};
    const auto format = toQString(pattern);
    const auto locale = QLocale::c();
    auto date = locale.toDate(inner, format);
    if (!date.isValid())
        date = locale.toDateTime(inner, format).date();
    for (auto size = inner.size() - 1; !date.isValid() && size >= 6; --size)
        date = locale.toDate(inner.left(size), format);
    if (date.isValid() && !format.contains(QStringLiteral("yyyy")) && date.year() < 2000)
        date = date.addYears(century);
    const auto day = dayOf(date);
    return {day, day.has_value()};
}

std::string writtenDay(Day day, const std::string &pattern)
{
    const auto seconds = int64_t{day.number()} * secondsOfADay;
    if (pattern == "epoch_seconds")
        return std::to_string(seconds);
    if (pattern == "epoch_milliseconds")
        return std::to_string(seconds * 1000);
    const QDateTime start(QDate(day.year(), day.month(), day.dayOfMonth()), QTime(0, 0), Qt::UTC);
    return toUtf8(QLocale::c().toString(start, toQString(pattern)));
}

} // namespace br::rest
