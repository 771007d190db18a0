// Exact: a decimal of any usual size for computing with what vendors send: bytes, rates, sums; no binary float takes part.
//
// A 128-bit mantissa with a power of ten. What leaves the range is std::nullopt. Thread rule: plain values.
#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace br::rest {

class Exact final {
public:
    Exact() = default;
    // "12", "-0.5", "1.5E3"; nullopt: no number, or beyond 36 digits.
    static std::optional<Exact> parse(std::string_view text);
    static Exact of(Decimal value);
    static Exact of(int64_t value);

    std::optional<Exact> plus(const Exact &other) const;
    std::optional<Exact> minus(const Exact &other) const;
    std::optional<Exact> times(const Exact &other) const;
    std::optional<Exact> over(const Exact &divisor) const; // half away from zero to 12 places; nullopt also for zero
    std::optional<std::strong_ordering> compared(const Exact &other) const;
    std::string toString() const; // without exponent

private:
    __extension__ using Wide = __int128;
    Exact(Wide mantissa, int places);
    std::optional<Wide> atPlaces(int places) const;
    Wide m_mantissa = 0;
    int m_places = 0; // digits behind the point; never negative
};

// A number as a vendor writes it: plain or with an exponent. Errors: InvalidInput with a sentence, as parseDecimal().
Result<ParsedDecimal> readNumber(std::string_view text);

} // namespace br::rest
