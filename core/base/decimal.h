// Exact decimal numbers: Decimal (4 places: quantities and money as written) and Units (8 places: quantity x each).
//
// Both are an int64 of the smallest unit; no binary float takes part anywhere. Arithmetic that could leave the range
// says so (std::nullopt). Text is read and written by the rules in each function. Thread rule: plain values.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br {

template <int Places>
class Fixed final {
public:
    static constexpr int places = Places;
    static constexpr int64_t one = Places == 4 ? 10'000 : 100'000'000;
    static_assert(Places == 4 || Places == 8);

    constexpr Fixed() = default;
    static constexpr Fixed fromRaw(int64_t raw) { return Fixed(raw); }
    static constexpr Fixed fromInt(int64_t whole) { return Fixed(whole * one); }

    constexpr int64_t raw() const { return m_raw; }
    constexpr bool isZero() const { return m_raw == 0; }
    constexpr int sign() const { return m_raw > 0 ? 1 : m_raw < 0 ? -1 : 0; }
    constexpr Fixed abs() const { return Fixed(m_raw < 0 ? -m_raw : m_raw); }
    constexpr Fixed operator-() const { return Fixed(-m_raw); }
    // Sums and differences of checked inputs; the range is 9.2e14 (4 places) or 9.2e10 (8 places).
    constexpr Fixed operator+(Fixed o) const { return Fixed(m_raw + o.m_raw); }
    constexpr Fixed operator-(Fixed o) const { return Fixed(m_raw - o.m_raw); }
    constexpr Fixed &operator+=(Fixed o)
    {
        m_raw += o.m_raw;
        return *this;
    }
    constexpr Fixed &operator-=(Fixed o)
    {
        m_raw -= o.m_raw;
        return *this;
    }
    constexpr auto operator<=>(const Fixed &) const = default;

    // Plain text with '.', without trailing zeros, at least `minPlaces` places: "5", "2.5", "-0.0001", "4.50".
    std::string toString(int minPlaces = 0) const;

private:
    constexpr explicit Fixed(int64_t raw)
        : m_raw(raw)
    {
    }
    int64_t m_raw = 0;
};

using Decimal = Fixed<4>;
using Units = Fixed<8>;

extern template class Fixed<4>;
extern template class Fixed<8>;

constexpr Units toUnits(Decimal d) { return Units::fromRaw(d.raw() * 10'000); }
// Half away from zero to 4 places.
Decimal toDecimal(Units u);

std::optional<Units> multiply(Decimal a, Decimal b); // exact; nullopt when out of range
std::optional<Units> checkedAdd(Units a, Units b);
std::optional<Units> multiply(int64_t count, Decimal each);

// What may stand between digits in the text of one file or locale. '\0' as group: no grouping is taken.
struct NumberStyle {
    char decimal = '.';
    char group = '\0';
    bool operator==(const NumberStyle &) const = default;
};

struct ParsedDecimal {
    Decimal value;
    bool rounded = false; // more than 4 places that were not zero: rounded half away from zero
};

// Reads "1234.5", "-3", "+2", "(3.50)" is not taken, "1.234,56" by style; surrounding blanks and a trailing or leading
// currency sign are not taken. Refuses empty text, NaN, infinities, scientific notation and |value| >= 9e10,
// each with its own sentence.
Result<ParsedDecimal> parseDecimal(std::string_view text, NumberStyle style = {});
// The same, and refuses what needs rounding: for rules that people write (each, minimum, pack, prices in services).
Result<Decimal> parseExactDecimal(std::string_view text);

} // namespace br
