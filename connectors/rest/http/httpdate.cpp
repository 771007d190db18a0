#include "connectors/rest/http/httpdate.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace br::rest {
namespace {

std::optional<int64_t> seconds(const QString &day, const QString &month, const QString &year, const QString &time)
{
    static const QString months = QStringLiteral("JanFebMarAprMayJunJulAugSepOctNovDec");
    const auto at = months.indexOf(month);
    int fullYear = year.toInt();
    if (year.size() == 2) // RFC 9110: a two-digit year more than 50 years ahead is of the century before
        fullYear += fullYear + 2000 > QDate::currentDate().year() + 50 ? 1900 : 2000;
    const QDate date(fullYear, int(at / 3) + 1, day.trimmed().toInt());
    const QTime clock = QTime::fromString(time, QStringLiteral("HH:mm:ss"));
    if (at < 0 || at % 3 != 0 || !date.isValid() || !clock.isValid())
        return std::nullopt;
    return QDateTime(date, clock, Qt::UTC).toSecsSinceEpoch();
}

} // namespace

std::optional<int64_t> httpDate(std::string_view text)
{
    static const QRegularExpression usual(
        QStringLiteral("^[A-Za-z]{3,9}, (\\d{2})[ -]([A-Z][a-z]{2})[ -](\\d{4}|\\d{2}) (\\d{2}:\\d{2}:\\d{2}) GMT$"));
    static const QRegularExpression asctime(QStringLiteral("^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) (\\d{2}:\\d{2}:\\d{2}) (\\d{4})$"));
    const QString line = toQString(trimmed(text));
    if (const auto match = usual.match(line); match.hasMatch())
        return seconds(match.captured(1), match.captured(2), match.captured(3), match.captured(4));
    if (const auto match = asctime.match(line); match.hasMatch())
        return seconds(match.captured(2), match.captured(1), match.captured(4), match.captured(3));
    return std::nullopt;
}

std::string utcText(int64_t secondsSinceEpoch)
{
    return toUtf8(QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, Qt::UTC).toString(Qt::ISODate));
}

} // namespace br::rest
