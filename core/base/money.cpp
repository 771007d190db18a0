#include "core/base/money.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>

namespace br {

namespace {

// ISO 4217 list one, active codes (funds and metals codes left out).
constexpr std::string_view knownCodes
    = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC "
      "CUC "
      "CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD "
      "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
      "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL "
      "THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";
constexpr std::string_view noMinor = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr std::string_view threeMinor = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view fourMinor = "CLF UYW"; // units of account, in which contracts are priced

// amount * 10^12 * 12 in one integer: exact for 8-place quantity x 4-place price / {1, 3, 12}.
std::optional<Wide> scaledWorth(Units quantity, const CyclePrice &price)
{
    Wide product = 0;
    if (__builtin_mul_overflow(Wide{quantity.raw()}, Wide{price.amount.raw()}, &product)
        || __builtin_mul_overflow(product, Wide{12 / price.months}, &product))
        return std::nullopt;
    return product;
}

constexpr Wide scaledPerUnit = Wide{12} * 100'000'000; // scaled worth per 10^-4 of money

} // namespace

Result<Currency> Currency::parse(std::string_view text)
{
    const auto inner = trimmed(text);
    std::string code(inner);
    std::ranges::transform(code, code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const bool known = code.size() == 3 && code.find(' ') == std::string::npos && knownCodes.find(code) != std::string_view::npos;
    if (!known)
        return Error{Errc::InvalidInput,
            words("money", "\"%1\" is not a currency code of ISO 4217; write its three letters, such as EUR or USD", {shortened(inner)})};
    Currency currency;
    std::memcpy(currency.m_code.data(), code.data(), 3);
    return currency;
}

int Currency::minorPlaces() const
{
    if (!isNone() && noMinor.find(code()) != std::string_view::npos)
        return 0;
    if (!isNone() && threeMinor.find(code()) != std::string_view::npos)
        return 3;
    if (!isNone() && fourMinor.find(code()) != std::string_view::npos)
        return 4;
    return 2;
}

std::optional<Decimal> roundedMoney(Wide amount, Wide perUnit, Currency currency)
{
    Wide step = perUnit;
    int64_t unit = 1;
    for (int place = currency.isNone() ? 2 : currency.minorPlaces(); place < Decimal::places; ++place) {
        step *= 10;
        unit *= 10;
    }
    const Wide size = amount < 0 ? -amount : amount;
    const Wide count = size / step + (size % step >= step / 2 ? 1 : 0);
    if (count > INT64_MAX / unit)
        return std::nullopt;
    const Wide raw = count * unit;
    return Decimal::fromRaw(static_cast<int64_t>(amount < 0 ? -raw : raw));
}

Decimal CyclePrice::perMonth() const
{
    const int64_t raw = amount.raw();
    const int64_t half = months / 2;
    return Decimal::fromRaw(raw < 0 ? -((-raw + half) / months) : (raw + half) / months);
}

std::optional<Decimal> worth(Units quantity, const CyclePrice &price)
{
    const auto scaled = scaledWorth(quantity, price);
    return scaled ? roundedMoney(*scaled, scaledPerUnit, price.currency) : std::nullopt;
}

std::optional<Decimal> worthOfChange(Units quantity, const CyclePrice &from, const CyclePrice &to)
{
    const auto less = scaledWorth(quantity, from);
    const auto more = scaledWorth(quantity, to);
    if (!less || !more || from.currency != to.currency)
        return std::nullopt;
    return roundedMoney(*more - *less, scaledPerUnit, to.currency);
}

bool worthWithin(Units quantity, const CyclePrice &price, Decimal limit)
{
    const auto scaled = scaledWorth(quantity, price);
    if (!scaled)
        return false;
    const Wide size = *scaled < 0 ? -*scaled : *scaled;
    return size <= Wide{limit.raw()} * scaledPerUnit;
}

Decimal roundedToMinor(Decimal amount, Currency currency) { return *worth(Units::fromInt(1), CyclePrice{amount, 1, currency}); }

} // namespace br
