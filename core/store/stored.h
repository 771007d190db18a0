// Stored: how days, decimals and currencies stand in the file: integers and text, absent as NULL.
//
// Days since 1970-01-01; decimals in their smallest unit. Pure functions; values written by us only, so bad text reads as none.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/base/period.h"
#include "core/store/statement.h"

#include <optional>

namespace br {

inline std::optional<int64_t> stored(const MaybeDay &day) { return day ? std::optional<int64_t>(day->number()) : std::nullopt; }

template <int Places>
std::optional<int64_t> stored(const std::optional<Fixed<Places>> &number)
{
    return number ? std::optional(number->raw()) : std::nullopt;
}

inline MaybeDay readDay(const Statement &row, int column)
{
    return row.isNull(column) ? MaybeDay() : MaybeDay(Day::fromNumber(static_cast<int32_t>(row.integer(column))));
}

template <class Number = Decimal>
std::optional<Number> readNumber(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Number::fromRaw(row.integer(column)));
}

inline Currency readCurrency(const Statement &row, int column)
{
    const auto text = row.text(column);
    if (text.empty())
        return {};
    // Nearly every row has the currency of the row before.
    static thread_local Currency last;
    if (last.code() == text)
        return last;
    const auto parsed = Currency::parse(text);
    last = parsed ? *parsed : Currency();
    return last;
}

} // namespace br
