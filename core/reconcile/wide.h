// Wide: 128-bit exact intermediate numbers, and the way back into Units and Decimal with a check of the range.
//
// quantity (1e-4) x each (1e-4) is 1e-8, times a price (1e-4) is 1e-12; inputs stay below 1e15 raw, so millions of rows fit.
// Thread rule: pure functions.
#pragma once

#include "core/base/money.h"

#include <optional>

namespace br {

__extension__ using Wide = __int128;

// Half of the range of Units, so that a difference of two never leaves it.
inline constexpr int64_t unitsLimit = INT64_MAX / 2;

struct Narrowed {
    Units value; // the nearest that fits
    bool fits = true;
};
inline Narrowed narrowed(Wide raw)
{
    if (raw > unitsLimit)
        return {Units::fromRaw(unitsLimit), false};
    if (raw < -Wide{unitsLimit})
        return {Units::fromRaw(-unitsLimit), false};
    return {Units::fromRaw(static_cast<int64_t>(raw)), true};
}

// Money of 1e-12 rounded half away from zero to the minor unit; nullopt: out of range.
inline std::optional<Decimal> roundedMoney(Wide trillionths, Currency currency)
{
    Wide step = 100'000'000;
    int64_t unit = 1;
    for (int place = currency.isNone() ? 2 : currency.minorPlaces(); place < Decimal::places; ++place) {
        step *= 10;
        unit *= 10;
    }
    const Wide size = trillionths < 0 ? -trillionths : trillionths;
    const Wide raw = (size + step / 2) / step * unit;
    if (raw > INT64_MAX)
        return std::nullopt;
    return Decimal::fromRaw(static_cast<int64_t>(trillionths < 0 ? -raw : raw));
}

} // namespace br
