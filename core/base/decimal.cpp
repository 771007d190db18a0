#include "core/base/decimal.h"

#include "core/base/text.h"

#include <array>
#include <limits>

namespace br {

namespace {

constexpr int64_t wholeLimit = 90'000'000'000; // below the range of Units (9.2e10): toUnits of what was read never overflows

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool looksScientific(std::string_view text)
{
    const auto at = text.find_first_of("eE");
    return at != std::string_view::npos && at > 0 && isDigit(text[at - 1]);
}

Error notANumber(std::string_view text)
{
    if (text.empty())
        return {Errc::InvalidInput, words("number", "the cell is empty where a number is needed")};
    if (looksScientific(text))
        return {Errc::InvalidInput,
            words("number", "\"%1\" is in scientific notation, which a spreadsheet writes when it shortens a number; write all digits",
                {shortened(text)})};
    return {Errc::InvalidInput, words("number", "\"%1\" is not a number", {shortened(text)})};
}

} // namespace

template <int Places>
std::string Fixed<Places>::toString(int minPlaces) const
{
    std::array<char, 32> buffer{};
    auto *end = buffer.data() + buffer.size();
    auto *at = end;
    uint64_t left = m_raw < 0 ? 0 - static_cast<uint64_t>(m_raw) : static_cast<uint64_t>(m_raw);
    bool significant = false;
    for (int place = Places; place > 0; --place) {
        const auto digit = static_cast<char>(left % 10);
        left /= 10;
        significant = significant || digit != 0 || place <= minPlaces;
        if (significant)
            *--at = static_cast<char>('0' + digit);
    }
    if (significant)
        *--at = '.';
    do {
        *--at = static_cast<char>('0' + left % 10);
        left /= 10;
    } while (left != 0);
    if (m_raw < 0)
        *--at = '-';
    return {at, end};
}

template class Fixed<4>;
template class Fixed<8>;

Decimal toDecimal(Units u)
{
    const int64_t rest = u.raw() % 10'000;
    const int64_t carry = rest >= 5'000 ? 1 : rest <= -5'000 ? -1 : 0;
    return Decimal::fromRaw(u.raw() / 10'000 + carry);
}

std::optional<Units> multiply(Decimal a, Decimal b)
{
    int64_t raw = 0;
    if (__builtin_mul_overflow(a.raw(), b.raw(), &raw))
        return std::nullopt;
    return Units::fromRaw(raw);
}

std::optional<Units> checkedAdd(Units a, Units b)
{
    int64_t raw = 0;
    if (__builtin_add_overflow(a.raw(), b.raw(), &raw))
        return std::nullopt;
    return Units::fromRaw(raw);
}

std::optional<Units> multiply(int64_t count, Decimal each)
{
    int64_t raw = 0;
    if (__builtin_mul_overflow(count, each.raw(), &raw) || __builtin_mul_overflow(raw, int64_t{10'000}, &raw))
        return std::nullopt;
    return Units::fromRaw(raw);
}

Result<ParsedDecimal> parseDecimal(std::string_view text, NumberStyle style)
{
    const auto whole = trimmed(text);
    auto rest = whole;
    bool negative = false;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        negative = rest.front() == '-';
        rest.remove_prefix(1);
    } else if (rest.starts_with("\xE2\x88\x92")) { // U+2212, the typographic minus
        negative = true;
        rest.remove_prefix(3);
    }

    int64_t value = 0;
    size_t i = 0;
    int digits = 0;
    int sinceGroup = -1; // digits since the last group sign
    for (; i < rest.size() && rest[i] != style.decimal; ++i) {
        if (style.group != '\0' && rest[i] == style.group) {
            // "1234,567" is no grouped number: taking it for one would make a thousand times too much of a decimal comma.
            if (digits == 0 || (sinceGroup == -1 ? digits > 3 : sinceGroup != 3))
                return notANumber(whole);
            sinceGroup = 0;
            continue;
        }
        if (!isDigit(rest[i]))
            return notANumber(whole);
        value = value * 10 + (rest[i] - '0');
        ++digits;
        if (sinceGroup >= 0)
            ++sinceGroup;
        if (value >= wholeLimit)
            return Error{Errc::InvalidInput, words("number", "\"%1\" is too large: numbers stay below 90 000 000 000", {shortened(whole)})};
    }
    if (sinceGroup != -1 && sinceGroup != 3)
        return notANumber(whole);

    int64_t raw = value * Decimal::one;
    bool rounded = false;
    if (i < rest.size()) {
        ++i;
        int64_t unit = Decimal::one / 10;
        bool roundUp = false;
        int place = 0;
        for (; i < rest.size(); ++i, ++place) {
            if (!isDigit(rest[i]))
                return notANumber(whole);
            ++digits;
            if (place < Decimal::places) {
                raw += (rest[i] - '0') * unit;
                unit /= 10;
            } else if (rest[i] != '0') {
                rounded = true;
                if (place == Decimal::places)
                    roundUp = rest[i] >= '5';
            }
        }
        if (roundUp)
            ++raw;
    }
    if (digits == 0)
        return notANumber(whole);
    return ParsedDecimal{Decimal::fromRaw(negative ? -raw : raw), rounded};
}

Result<Decimal> parseExactDecimal(std::string_view text)
{
    auto parsed = parseDecimal(text);
    if (!parsed)
        return parsed.error();
    if (parsed->rounded)
        return Error{Errc::InvalidInput, words("number", "\"%1\" has more than 4 decimal places", {shortened(text)})};
    return parsed->value;
}

} // namespace br
