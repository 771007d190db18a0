// Cells: how values become cells and texts: exact numbers in the person's locale, typographic minus, "–" for unknown.
//
// All read QLocale(); none goes through a binary float. Pure functions.
#pragma once

#include "core/base/money.h"
#include "core/base/period.h"
#include "core/domain/review.h"
#include "ui/models/column.h"

#include <optional>
#include <string>

namespace br {

QString unknownText(); // "–"

QString numberText(Decimal value);
QString numberText(Units value);
QString numberText(std::optional<Units> value);
QString signedNumberText(std::optional<Units> value); // "+6", "−2", "0", "–"
QString countText(qint64 value);
QString rowsText(qint64 count);                        // "1 row", "1,200 rows"
QString amountText(Decimal amount, Currency currency); // "1,234.50 EUR"
QString amountText(std::optional<Decimal> amount, Currency currency);
QString signedAmountText(std::optional<Decimal> amount, Currency currency);   // "+1,234.50 EUR", "−3.00 EUR"
QString amountText(const std::vector<Money> &amounts, bool withSign = false); // one a currency, " · " between; none: "–"
QString bareAmountText(Decimal amount, Currency currency, bool withSign);     // without the code
QString dayText(MaybeDay day);                                                // the locale's short date with a 4-digit year
QString periodText(Period period);                                            // "Oct 2026"
QString timeText(const std::string &utc);                                     // the locale's, in local time

Cell textCell(const std::string &text);
Cell textCell(const QString &text);
Cell numberCell(qint64 value);
Cell numberCell(std::optional<Units> value);
Cell differenceCell(std::optional<Units> value); // with a sign
Cell moneyCell(std::optional<Decimal> amount, Currency currency, bool withSign = true);
Cell moneyCell(const std::vector<Money> &amounts, bool withSign = true); // sorts by the first
Cell dayCell(MaybeDay day);
Cell timeCell(const std::string &utc);
Cell kindCell(Kind kind);
Cell stateCell(State state);

QString kindWord(Kind kind); // "Underbilled"
QString kindTip(Kind kind);  // one sentence
QString stateWord(State state);
int kindSign(Kind kind); // +1: money missed; -1: billed too much; 0: to be looked at

// Order of two sort values: numbers by value, texts by locale without case; invalid last whichever way.
bool comesBefore(const QVariant &a, const QVariant &b, bool descending);

} // namespace br
