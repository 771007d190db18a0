// Wide: 128-bit exact intermediate numbers, and the way back into Units and Decimal with a check of the range.
//
// quantity (1e-4) x each (1e-4) is 1e-8; inputs stay below 1e15 raw, so sums of millions of rows fit. Times a price (1e-4) it is
// 1e-12, which may not: times() says so.
// Thread rule: pure functions.
#pragma once

#include "core/base/money.h"

#include <algorithm>
#include <optional>

namespace br {

// Half of the range of Units, so that a difference of two never leaves it.
inline constexpr int64_t unitsLimit = INT64_MAX / 2;

struct Narrowed {
    Units value;      // the nearest that Units hold
    bool fits = true; // within the limit
};
inline Narrowed narrowed(Wide raw)
{
    const Wide held = std::clamp(raw, -Wide{INT64_MAX}, Wide{INT64_MAX});
    return {Units::fromRaw(static_cast<int64_t>(held)), raw >= -Wide{unitsLimit} && raw <= Wide{unitsLimit}};
}

inline std::optional<Wide> times(Wide left, Wide right)
{
    Wide product = 0;
    return __builtin_mul_overflow(left, right, &product) ? std::nullopt : std::optional(product);
}
inline std::optional<Wide> plus(Wide left, Wide right)
{
    Wide sum = 0;
    return __builtin_add_overflow(left, right, &sum) ? std::nullopt : std::optional(sum);
}

inline constexpr Wide trillionths = 100'000'000; // quantity (1e-4) x each (1e-4) x price (1e-4): so many are 10^-4 of money

} // namespace br
