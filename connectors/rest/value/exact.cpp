#include "connectors/rest/value/exact.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace br::rest {

namespace {

__extension__ using Wide = __int128;

constexpr int mostDigits = 36;
constexpr int dividedPlaces = 12;

std::optional<Wide> scaledUp(Wide value, int powers)
{
    for (; powers > 0; --powers) {
        if (__builtin_mul_overflow(value, Wide{10}, &value))
            return std::nullopt;
    }
    return value;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Exact::Exact(Wide mantissa, int places)
    : m_mantissa(mantissa)
    , m_places(places)
{
    while (m_places > 0 && m_mantissa % 10 == 0) {
        m_mantissa /= 10;
        --m_places;
    }
}

Exact Exact::of(Decimal value) { return {value.raw(), Decimal::places}; }

Exact Exact::of(int64_t value) { return {value, 0}; }

std::optional<Exact> Exact::parse(std::string_view written)
{
    auto text = trimmed(written);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    int exponent = 0;
    if (const auto at = text.find_first_of("eE"); at != std::string_view::npos) {
        auto power = text.substr(at + 1);
        if (power.starts_with('+'))
            power.remove_prefix(1);
        const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (error != std::errc() || end != power.data() + power.size() || power.empty() || exponent > 400 || exponent < -400)
            return std::nullopt;
        text = text.substr(0, at);
    }
    Wide mantissa = 0;
    int digits = 0;
    int places = -1;
    bool hasDigit = false;
    for (const char c : text) {
        if (c == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (!isDigit(c))
            return std::nullopt;
        hasDigit = true;
        if (digits == mostDigits && places >= 0)
            continue; // beyond what anything here counts
        if (digits == mostDigits)
            return std::nullopt;
        mantissa = mantissa * 10 + (c - '0');
        if (mantissa != 0)
            ++digits;
        if (places >= 0)
            ++places;
    }
    if (!hasDigit)
        return std::nullopt;
    Exact value(negative ? -mantissa : mantissa, std::max(places, 0));
    const int shifted = value.m_places - exponent;
    if (value.m_mantissa == 0)
        return Exact();
    if (shifted >= 0) {
        // Digits far behind the point are cut, so that every exponent can be computed with.
        for (value.m_places = shifted; value.m_places > mostDigits; --value.m_places)
            value.m_mantissa /= 10;
        return Exact(value.m_mantissa, value.m_places);
    }
    const auto whole = scaledUp(value.m_mantissa, -shifted);
    return whole ? std::optional(Exact(*whole, 0)) : std::nullopt;
}

std::optional<Exact::Wide> Exact::atPlaces(int places) const { return scaledUp(m_mantissa, places - m_places); }

std::optional<Exact> Exact::plus(const Exact &other) const
{
    const int places = std::max(m_places, other.m_places);
    const auto a = atPlaces(places);
    const auto b = other.atPlaces(places);
    Wide sum = 0;
    if (!a || !b || __builtin_add_overflow(*a, *b, &sum))
        return std::nullopt;
    return Exact(sum, places);
}

std::optional<Exact> Exact::minus(const Exact &other) const { return plus(Exact(-other.m_mantissa, other.m_places)); }

std::optional<Exact> Exact::times(const Exact &other) const
{
    Wide product = 0;
    if (__builtin_mul_overflow(m_mantissa, other.m_mantissa, &product))
        return std::nullopt;
    return Exact(product, m_places + other.m_places);
}

std::optional<Exact> Exact::over(const Exact &divisor) const
{
    if (divisor.m_mantissa == 0)
        return std::nullopt;
    // a / 10^p over b / 10^q is a 10^(12 + q - p) / b of 10^-12.
    const int powers = dividedPlaces + divisor.m_places - m_places;
    const auto top = scaledUp(m_mantissa, std::max(powers, 0));
    const auto bottom = scaledUp(divisor.m_mantissa, std::max(-powers, 0));
    if (!top || !bottom)
        return std::nullopt;
    const Wide rest = *top % *bottom;
    const Wide size = rest < 0 ? -rest : rest;
    const Wide bottomSize = *bottom < 0 ? -*bottom : *bottom;
    const Wide away = (*top < 0) == (*bottom < 0) ? 1 : -1;
    return Exact(*top / *bottom + (size >= bottomSize - size ? away : 0), dividedPlaces);
}

std::optional<std::strong_ordering> Exact::compared(const Exact &other) const
{
    const auto difference = minus(other);
    return difference ? std::optional(difference->m_mantissa <=> Wide{0}) : std::nullopt;
}

std::string Exact::toString() const
{
    Wide left = m_mantissa < 0 ? -m_mantissa : m_mantissa;
    std::string digits;
    for (int place = 0; left != 0 || place <= m_places; ++place) {
        if (place == m_places && m_places > 0)
            digits += '.';
        digits += static_cast<char>('0' + static_cast<int>(left % 10));
        left /= 10;
    }
    if (m_mantissa < 0)
        digits += '-';
    std::ranges::reverse(digits);
    return digits;
}

Result<ParsedDecimal> readNumber(std::string_view text)
{
    if (text.find_first_of("eE") == std::string_view::npos)
        return parseDecimal(text);
    const auto value = Exact::parse(text);
    const bool isNumber = !text.empty() && text.find_first_not_of("+-0123456789.eE") == std::string_view::npos;
    if (!value && isNumber && text.find("e-") == std::string_view::npos && text.find("E-") == std::string_view::npos)
        return Error{Errc::InvalidInput, words("number", "\"%1\" is too large: numbers stay below 90 000 000 000", {shortened(text)})};
    if (!value)
        return Error{Errc::InvalidInput, words("number", "\"%1\" is not a number", {shortened(text)})};
    return parseDecimal(value->toString());
}

} // namespace br::rest
