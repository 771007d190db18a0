#include "connectors/file/monthsheets.h"

#include "core/base/text.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <set>

namespace br {

namespace {

constexpr std::array reportLanguages{
    QLocale::English, QLocale::German, QLocale::Dutch, QLocale::French, QLocale::Spanish, QLocale::Italian};

std::optional<Period> periodOf(int year, int month)
{
    const auto first = Day::fromDate(year, month, 1);
    return first ? std::optional(Period::of(*first)) : std::nullopt;
}

// "Oct", "Oktober", "okt", "März": 10, 10, 10, 3; 0: no month.
int monthOfWord(const QString &word)
{
    const auto key = folded(toUtf8(word));
    for (const auto language : reportLanguages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                auto name = locale.standaloneMonthName(month, format);
                name.remove(QLatin1Char('.'));
                if (folded(toUtf8(name)) == key)
                    return month;
            }
        }
    }
    return 0;
}

std::string listOf(const std::set<Period> &months)
{
    std::string text;
    for (const auto month : months)
        text += (text.empty() ? "" : ", ") + month.toString();
    return text;
}

} // namespace

std::optional<Period> monthInName(const std::string &name)
{
    static const QRegularExpression yearFirst(QStringLiteral("(?<!\\d)(20\\d\\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?[0-3]\\d)?(?!\\d)"));
    static const QRegularExpression yearLast(QStringLiteral("(?<!\\d)(?<!\\d[-_./ ])(0?[1-9]|1[0-2])[-_./ ](20\\d\\d)(?!\\d)"));
    static const QRegularExpression named(QStringLiteral("(\\p{L}{3,})\\.?[-_ ']*(20\\d\\d)(?!\\d)"));
    const auto text = toQString(name);
    if (const auto found = yearFirst.match(text); found.hasMatch())
        return periodOf(found.captured(1).toInt(), found.captured(2).toInt());
    for (auto each = named.globalMatch(text); each.hasNext();) {
        const auto found = each.next();
        if (const int month = monthOfWord(found.captured(1)); month > 0)
            return periodOf(found.captured(2).toInt(), month);
    }
    if (const auto found = yearLast.match(text); found.hasMatch())
        return periodOf(found.captured(2).toInt(), found.captured(1).toInt());
    return std::nullopt;
}

Result<std::vector<Match>> sheetsOfMonth(std::vector<Match> matches, const std::vector<SampledTable> &samples, Period chosen, bool isForced)
{
    const auto monthOf = [&samples](const Match &match) { return monthInName(samples[match.table].table->sheet()); };
    std::set<Period> months;
    for (const auto &match : matches) {
        if (const auto month = monthOf(match))
            months.insert(*month);
    }
    if (months.size() < 2)
        return matches;
    if (months.contains(chosen)) {
        std::erase_if(matches, [&](const Match &match) { return monthOf(match) != chosen; });
        return matches;
    }
    if (isForced)
        return matches;
    return Error{Errc::Refused,
        words("file",
            "%1 has sheets of %2 and none of %3. Choose one of these months, or force the import if all sheets together are meant",
            {samples[matches.front().table].table->name(), listOf(months), chosen.toString()})};
}

} // namespace br
