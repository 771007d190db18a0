// Money: an exact decimal with its ISO 4217 currency, a price per month, and the one place where money is rounded.
//
// Rounding is half away from zero to the currency's minor unit, at the last step only. Amounts of different currencies
// are never added: there is no operator for it. Thread rule: plain values.
// Minor units: ISO 4217 list one (exceptions to two places are listed in money.cpp).
#pragma once

#include "core/base/decimal.h"

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace br {

class Currency final {
public:
    constexpr Currency() = default; // none: unknown
    // Three letters A-Z of a known ISO 4217 code, any case; refuses everything else.
    static Result<Currency> parse(std::string_view text);

    bool isNone() const { return m_code[0] == '\0'; }
    std::string_view code() const { return {m_code.data(), isNone() ? size_t{0} : size_t{3}}; }
    std::string toString() const { return std::string(code()); }
    int minorPlaces() const;
    auto operator<=>(const Currency &) const = default;

private:
    std::array<char, 4> m_code{};
};

struct Money {
    Decimal amount;
    Currency currency;
    bool operator==(const Money &) const = default;
    std::string toString() const { return amount.toString(currency.isNone() ? 2 : currency.minorPlaces()); }
};

// A price as written for a billing cycle of `months` months (1, 3 or 12); per month it may not be a finite decimal.
struct CyclePrice {
    Decimal amount;
    int months = 1;
    Currency currency;
    bool operator==(const CyclePrice &) const = default;
    Decimal perMonth() const; // rounded half away from zero to 4 places: for showing only
};

__extension__ using Wide = __int128; // an exact number in the middle of a calculation

// The one rounding: half away from zero to the currency's minor unit. `perUnit` (even): how many of `amount` are 10^-4 of money;
// nullopt when out of range.
std::optional<Decimal> roundedMoney(Wide amount, Wide perUnit, Currency currency);
// quantity x price per month, exact until the one rounding to the minor unit; nullopt when out of range.
std::optional<Decimal> worth(Units quantity, const CyclePrice &price);
// quantity x (to - from) per month, both of one currency.
std::optional<Decimal> worthOfChange(Units quantity, const CyclePrice &from, const CyclePrice &to);
// |quantity x price per month| <= limit, decided before rounding; false when out of range.
bool worthWithin(Units quantity, const CyclePrice &price, Decimal limit);
Decimal roundedToMinor(Decimal amount, Currency currency);

} // namespace br
