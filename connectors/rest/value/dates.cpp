#include "connectors/rest/value/dates.h"

#include "connectors/rest/value/exact.h"
#include "core/base/text.h"
#include "core/tabular/datereader.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>

namespace br::rest {

namespace {

constexpr int64_t secondsOfADay = 86'400;
constexpr int century = 100;

MaybeDay dayOf(const QDate &date) { return date.isValid() ? Day::fromDate(date.year(), date.month(), date.day()) : std::nullopt; }

bool meansNever(std::string_view text) { return text.starts_with("0001-01-01") || text.find_first_not_of("0.") == std::string_view::npos; }

} // namespace

DayReading readDay(std::string_view written)
{
    const auto text = trimmed(written);
    if (text.empty() || meansNever(text))
        return {};
    const auto number = Exact::parse(text);
    if (!number || text.size() == std::string_view("20261031").size()) {
        const auto day = readDate(text).day;
        return {day, day.has_value()};
    }
    // A number is an instant; by its size in seconds or milliseconds, from 1973 on.
    const auto least = number->compared(Exact::of(int64_t{100'000'000}));
    const auto seconds = number->compared(Exact::of(int64_t{100'000'000'000}));
    if (!least || !seconds || *least == std::strong_ordering::less)
        return {std::nullopt, false};
    return dayOfEpoch(text, *seconds == std::strong_ordering::less ? 1 : 1000);
}

DayReading dayOfEpoch(std::string_view number, int64_t unitsOfASecond)
{
    const auto value = Exact::parse(number);
    const auto days = value ? value->over(Exact::of(unitsOfASecond * secondsOfADay)) : std::nullopt;
    if (!days)
        return {std::nullopt, false};
    if (const auto sign = value->compared(Exact()); sign == std::strong_ordering::equal || sign == std::strong_ordering::less)
        return {};
    const auto text = days->toString();
    const auto whole = Exact::parse(std::string_view(text).substr(0, text.find('.')));
    constexpr int64_t lastDay = 2'932'896; // 9999-12-31
    if (!whole || whole->compared(Exact::of(lastDay)) == std::strong_ordering::greater)
        return {std::nullopt, false};
    return {Day::fromNumber(std::stoi(whole->toString()))};
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
