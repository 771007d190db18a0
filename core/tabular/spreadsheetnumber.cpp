#include "core/tabular/xlsxbook.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace br {

namespace {

// Digits and exponent of "d.ddde+XX" as plain digits with a point.
std::string withoutExponent(std::string_view scientific)
{
    const bool negative = scientific.starts_with('-');
    scientific.remove_prefix(negative ? 1 : 0);
    const auto e = scientific.find('e');
    int exponent = 0;
    const auto *digitsOfExponent = scientific.data() + e + 1 + (scientific[e + 1] == '+' ? 1 : 0);
    std::from_chars(digitsOfExponent, scientific.data() + scientific.size(), exponent);
    std::string digits(scientific.substr(0, e));
    std::erase(digits, '.');
    while (digits.size() > 1 && digits.back() == '0')
        digits.pop_back();
    std::string out;
    if (exponent < 0) {
        out = "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + digits;
    } else {
        const auto whole = static_cast<size_t>(exponent) + 1;
        digits.resize(std::max(digits.size(), whole), '0');
        out = digits.substr(0, whole);
        if (digits.size() > whole)
            out += "." + digits.substr(whole);
    }
    return negative && digits != "0" ? "-" + out : out;
}

} // namespace

std::string spreadsheetNumber(std::string_view raw)
{
    double value = 0;
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (error != std::errc() || end != raw.data() + raw.size() || !(value - value == 0.0))
        return std::string(raw); // no number, or out of range: told as written by whoever reads it
    const auto significant = std::ranges::count_if(raw, [](char c) { return c >= '0' && c <= '9'; });
    if (significant <= 15 && raw.find_first_of("eE") == std::string_view::npos)
        return std::string(raw);
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14);
    return withoutExponent({buffer.data(), static_cast<size_t>(written.ptr - buffer.data())});
}

} // namespace br
