#include "ui/models/cells.h"

#include "core/base/text.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace br {

namespace {

constexpr QChar minus(0x2212);

// "-1234.50" as the locale writes it, with a typographic minus. Text to text: no float takes part.
QString localized(const std::string &plain, bool withSign)
{
    const QLocale locale;
    QString text = QString::fromLatin1(plain.data(), static_cast<qsizetype>(plain.size()));
    const bool isNegative = text.startsWith(u'-');
    if (isNegative)
        text.remove(0, 1);
    const auto point = text.indexOf(u'.');
    QString whole = point < 0 ? text : text.left(point);
    const QString places = point < 0 ? QString() : text.mid(point + 1);
    if (!(locale.numberOptions() & QLocale::OmitGroupSeparator)) {
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, locale.groupSeparator());
    }
    if (!places.isEmpty())
        whole += locale.decimalPoint() + places;
    const bool isZero = text.count(u'0') + (point < 0 ? 0 : 1) == text.size();
    if (isNegative)
        whole.prepend(minus);
    else if (withSign && !isZero)
        whole.prepend(u'+');
    return whole;
}

QString withCode(const QString &number, Currency currency)
{
    return currency.isNone() ? number : number + QChar(0xA0) + toQString(currency.code());
}

} // namespace

QString unknownText() { return u"–"_s; }
QString numberText(Decimal value) { return localized(value.toString(), false); }
QString numberText(Units value) { return localized(value.toString(), false); }
QString numberText(std::optional<Units> value) { return value ? numberText(*value) : unknownText(); }
QString signedNumberText(std::optional<Units> value) { return value ? localized(value->toString(), true) : unknownText(); }
QString countText(qint64 value) { return localized(std::to_string(value), false); }

QString rowsText(qint64 count)
{
    return count == 1 ? QCoreApplication::translate("Cells", "1 row")
                      : QCoreApplication::translate("Cells", "%1 rows").arg(countText(count));
}

QString bareAmountText(Decimal amount, Currency currency, bool withSign)
{
    return localized(amount.toString(currency.isNone() ? 2 : currency.minorPlaces()), withSign);
}

QString amountText(Decimal amount, Currency currency) { return withCode(bareAmountText(amount, currency, false), currency); }

QString amountText(std::optional<Decimal> amount, Currency currency) { return amount ? amountText(*amount, currency) : unknownText(); }

QString signedAmountText(std::optional<Decimal> amount, Currency currency)
{
    return amount ? withCode(bareAmountText(*amount, currency, true), currency) : unknownText();
}

QString amountText(const std::vector<Money> &amounts, bool withSign)
{
    QStringList parts;
    for (const auto &money : amounts)
        parts << withCode(bareAmountText(money.amount, money.currency, withSign), money.currency);
    return parts.isEmpty() ? unknownText() : parts.join(u" · "_s);
}

QString dayText(MaybeDay day)
{
    if (!day)
        return unknownText();
    const QDate date(day->year(), day->month(), day->dayOfMonth());
    auto format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s);
    return QLocale().toString(date, format);
}

QString periodText(Period period) { return QLocale().toString(QDate(period.year(), period.month(), 1), u"MMM yyyy"_s); }

QString timeText(const std::string &utc)
{
    const auto time = QDateTime::fromString(toQString(utc), Qt::ISODateWithMs).toLocalTime();
    return time.isValid() ? QLocale().toString(time, QLocale::ShortFormat) : unknownText();
}

Cell textCell(const QString &text) { return {.text = text, .sort = text}; }
Cell textCell(const std::string &text) { return textCell(toQString(text)); }
Cell numberCell(qint64 value) { return {.text = countText(value), .sort = value, .copy = QString::number(value)}; }

Cell numberCell(std::optional<Units> value)
{
    if (!value)
        return {.text = unknownText()};
    return {.text = numberText(*value), .sort = qint64(value->raw()), .copy = toQString(value->toString())};
}

Cell differenceCell(std::optional<Units> value)
{
    auto cell = numberCell(value);
    cell.text = signedNumberText(value);
    if (value)
        cell.sign = value->sign();
    return cell;
}

Cell moneyCell(std::optional<Decimal> amount, Currency currency, bool withSign)
{
    if (!amount)
        return {.text = unknownText()};
    return {.text = withCode(bareAmountText(*amount, currency, withSign), currency),
        .sort = qint64(amount->raw()),
        .sign = amount->sign(),
        .currency = toQString(currency.code()),
        .copy = toQString(amount->toString(currency.isNone() ? 2 : currency.minorPlaces()))};
}

Cell moneyCell(const std::vector<Money> &amounts, bool withSign)
{
    if (amounts.empty())
        return {.text = unknownText()};
    auto cell = moneyCell(amounts.front().amount, amounts.front().currency, withSign);
    if (amounts.size() > 1) {
        cell.text = amountText(amounts, withSign);
        cell.currency.clear();
        cell.copy = cell.text;
    }
    return cell;
}

Cell dayCell(MaybeDay day)
{
    if (!day)
        return {.text = unknownText()};
    return {.text = dayText(day), .sort = qint64(day->number()), .copy = toQString(day->toString())};
}

Cell timeCell(const std::string &utc)
{
    if (utc.empty())
        return {.text = unknownText()};
    return {.text = timeText(utc), .sort = toQString(utc), .copy = toQString(utc)};
}

Cell kindCell(Kind kind)
{
    return {.text = kindWord(kind), .sort = kindWord(kind), .code = static_cast<int>(kind), .sign = kindSign(kind), .tip = kindTip(kind)};
}

Cell stateCell(State state)
{
    return {.text = stateWord(state), .sort = qint64(state), .code = static_cast<int>(state), .tip = toQString(stateMeaning(state))};
}

QString kindWord(Kind kind) { return toQString(kindName(kind)); }
QString kindTip(Kind kind) { return toQString(kindMeaning(kind)); }
QString stateWord(State state) { return toQString(stateName(state)); }

int kindSign(Kind kind)
{
    switch (kind) {
    case Kind::Underbilled:
    case Kind::NotBilled:
    case Kind::UnmappedClient:
    case Kind::UnmappedService:
        return 1;
    case Kind::Overbilled:
    case Kind::NoUsage:
    case Kind::DuplicateSeat:
    case Kind::DuplicateLine:
        return -1;
    case Kind::StaleQuantity:
    case Kind::MismatchedService:
    case Kind::Unverified:
    case Kind::StaleUsage:
    case Kind::CostMismatch:
    case Kind::Commitment:
    case Kind::SourceStale:
    case Kind::NotApplied:
        return 0;
    }
    return 0;
}

bool comesBefore(const QVariant &a, const QVariant &b, bool descending)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() && !b.isValid();
    int order = 0;
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString) {
        order = QString::localeAwareCompare(a.toString().toCaseFolded(), b.toString().toCaseFolded());
    } else {
        const auto x = a.toLongLong();
        const auto y = b.toLongLong();
        order = x < y ? -1 : x > y ? 1 : 0;
    }
    return descending ? order > 0 : order < 0;
}

} // namespace br
