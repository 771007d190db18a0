#include "connectors/file/cellreader.h"

#include "core/base/text.h"
#include "core/connect/recordwords.h"
#include "core/connect/slots.h"
#include "core/tabular/numberstyle.h"
#include "core/tabular/numbertext.h"

#include <algorithm>
#include <array>

namespace br {

namespace {

struct CurrencySign {
    std::string_view sign;
    std::string_view codes; // that use it
};

// Longer ones first: "A$" ends in "$".
constexpr std::array<CurrencySign, 21> signs = {{{"US$", "USD"}, {"CA$", "CAD"}, {"AU$", "AUD"}, {"NZ$", "NZD"}, {"HK$", "HKD"},
    {"MX$", "MXN"}, {"C$", "CAD"}, {"A$", "AUD"}, {"R$", "BRL"}, {"S$", "SGD"}, {"$", "USD CAD AUD NZD SGD HKD MXN"},
    {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"}, {"\xC2\xA5", "JPY CNY"}, {"kr", "SEK NOK DKK ISK"}, {"z\xC5\x82", "PLN"},
    {"\xE2\x82\xB9", "INR"}, {"SFr.", "CHF"}, {"Fr.", "CHF"}, {"K\xC4\x8D", "CZK"}, {"Ft", "HUF"}}};

struct MoneyCell {
    std::string number;
    std::string_view codes; // empty: the cell names no currency
};

// What programs of .NET write for a date that nobody set.
bool isUnsetDate(std::string_view text)
{
    constexpr std::array<std::string_view, 4> unset = {"0001-01-01", "1/1/0001", "01/01/0001", "01.01.0001"};
    return std::ranges::any_of(unset, [text](std::string_view start) { return text.starts_with(start); });
}

bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// "$4.50", "-€ 4,50", "4.50 USD", "4,50 zł": the number, and what its sign may stand for.
MoneyCell splitMoney(std::string_view text)
{
    MoneyCell cell{std::string(text), {}};
    if (std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-'; }))
        return cell;
    // "($4.50)" is written by accounting programs, "$(4.50)" by others: the sign stays, parseDecimal's text is made of the rest.
    const bool isBracketed = text.starts_with('(') && text.ends_with(')') && text.size() > 2;
    const auto inner = isBracketed ? trimmed(text.substr(1, text.size() - 2)) : text;
    const bool negative = inner.starts_with('-');
    auto rest = trimmed(inner.substr(negative ? 1 : 0));
    for (const auto &[sign, codes] : signs) {
        if (!rest.starts_with(sign) && !rest.ends_with(sign))
            continue;
        rest = trimmed(rest.starts_with(sign) ? rest.substr(sign.size()) : rest.substr(0, rest.size() - sign.size()));
        cell.codes = codes;
        break;
    }
    const auto isCode = [&rest](size_t at) { return rest.size() > 3 && std::ranges::all_of(rest.substr(at, 3), isLetter); };
    if (cell.codes.empty() && isCode(0)) {
        cell.codes = rest.substr(0, 3);
        rest = trimmed(rest.substr(3));
    } else if (cell.codes.empty() && isCode(rest.size() - 3)) {
        cell.codes = rest.substr(rest.size() - 3);
        rest = trimmed(rest.substr(0, rest.size() - 3));
    }
    cell.number = (negative ? "-" : "") + std::string(rest);
    if (isBracketed)
        cell.number = "(" + cell.number + ")";
    return cell;
}

} // namespace

void CellReader::reset()
{
    m_problem.reset();
    m_remarks.clear();
}

void CellReader::fail(size_t slot, std::string reason)
{
    if (!m_problem)
        m_problem = CellRemark{slot, std::string(m_values[slot]), std::move(reason)};
}

void CellReader::remark(size_t slot, std::string reason) { m_remarks.push_back({slot, std::string(m_values[slot]), std::move(reason)}); }

std::string_view CellReader::neededText(size_t slot)
{
    const auto value = m_values[slot];
    if (value.empty())
        fail(slot, words("file", "the cell is empty; this column must be filled in every row"));
    return value;
}

std::optional<Decimal> CellReader::parsed(size_t slot, std::string_view text)
{
    const auto plain = plainNumber(text, m_plain);
    const auto number = parseDecimal(plain, m_style.numbers);
    if (!number) {
        const NumberStyle other{m_style.numbers.decimal == ',' ? '.' : ',', m_style.numbers.decimal};
        fail(slot,
            parseDecimal(plain, other)
                ? words("file", "\"%1\" has another decimal sign than the file's first numbers; write all of them alike", {shortened(text)})
                : number.error().message);
        return std::nullopt;
    }
    if (number->rounded)
        remark(slot, words("file", "more than 4 decimal places: rounded to 4"));
    if (m_style.numbersAreOpen && slot != field::SignOf && NumberStyleVote::isAmbiguous(plain))
        tellAmbiguous(slot, plain, number->value);
    return number->value;
}

void CellReader::tellAmbiguous(size_t slot, std::string_view text, Decimal taken)
{
    std::string digits(text);
    const auto at = digits.find_first_of(",.");
    digits[at] = '.';
    const auto small = parseDecimal(digits);
    digits.erase(at, 1);
    const auto large = parseDecimal(digits);
    if (!small || !large)
        return;
    remark(slot,
        words("file", "this may be %1 or %2, and no other number of the file says which: %3 was taken",
            {small->value.toString(), large->value.toString(), taken.toString()}));
}

Decimal CellReader::neededNumber(size_t slot) { return parsed(slot, m_values[slot]).value_or(Decimal()); }

std::optional<Decimal> CellReader::number(size_t slot) { return isBlank(m_values[slot]) ? std::nullopt : parsed(slot, m_values[slot]); }

std::optional<Decimal> CellReader::money(size_t slot, const Currency &currency)
{
    if (isBlank(m_values[slot]))
        return std::nullopt;
    const auto cell = splitMoney(m_values[slot]);
    if (!cell.codes.empty() && !currency.isNone() && cell.codes.find(currency.code()) == std::string_view::npos)
        fail(slot,
            words("file", "the cell is in another currency than the row, which is in %1; add a currency column", {currency.toString()}));
    return parsed(slot, cell.number);
}

CellReader::KnownDay &CellReader::knownDayOf(std::string_view text)
{
    if (m_days.empty())
        m_days.resize(knownDays);
    // Of 2026-10-31 the digits that differ in a report: the last of the year, month and day.
    const auto digit = [text](size_t at) { return static_cast<size_t>(static_cast<unsigned char>(text[at])) & 15U; };
    return m_days[(digit(3) * 193 + digit(5) * 331 + digit(6) * 47 + digit(8) * 10 + digit(9)) % knownDays];
}

MaybeDay CellReader::day(size_t slot)
{
    const auto value = m_values[slot];
    if (value.empty())
        return std::nullopt;
    auto *known = value.size() == std::tuple_size_v<decltype(KnownDay::text)> ? &knownDayOf(value) : nullptr;
    if (known && value == std::string_view(known->text.data(), known->text.size()))
        return known->day;
    if (isBlank(value) || isUnsetDate(value))
        return std::nullopt;
    const auto read = readDate(value, m_style.dates);
    if (!read.day) {
        fail(slot,
            read.needsOrder ? words("file", "day and month cannot be told apart in this date; write it as 2026-10-31")
                            : words("file", "\"%1\" is not a date; write it as 2026-10-31", {shortened(value)}));
    }
    if (known && read.day) {
        std::ranges::copy(value, known->text.begin());
        known->day = *read.day;
    }
    return read.day;
}

bool CellReader::truth(size_t slot, bool whenBlank)
{
    const auto value = m_values[slot];
    if (value.empty())
        return whenBlank;
    const auto truth = truthOf(value);
    if (!truth)
        fail(slot, words("file", "\"%1\" is neither true nor false (true, false, yes, no, 1, 0)", {shortened(value)}));
    return truth.value_or(false);
}

Currency CellReader::currency(size_t slot)
{
    const auto value = m_values[slot];
    if (value.empty())
        return m_style.currency;
    if (value == m_lastCurrencyText)
        return m_lastCurrency;
    const auto parsed = Currency::parse(value);
    if (!parsed) {
        fail(slot, parsed.error().message);
        return {};
    }
    m_lastCurrencyText = std::string(value);
    m_lastCurrency = *parsed;
    return *parsed;
}

} // namespace br
