#include "app/cli/texttable.h"

#include <algorithm>

namespace br::cli {

namespace {

size_t characters(const std::string &text)
{
    return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void appendCell(std::string &line, const std::string &cell, size_t width, bool isNumber)
{
    const std::string blanks(width - std::min(width, characters(cell)), ' ');
    line += isNumber ? blanks + cell : cell + blanks;
}

} // namespace

std::string TextTable::text() const
{
    std::vector<size_t> widths;
    for (size_t c = 0; c < m_columns.size(); ++c) {
        size_t width = characters(m_columns[c].title);
        for (const auto &row : m_rows)
            width = std::max(width, characters(row[c]));
        widths.push_back(width);
    }
    std::string out;
    const auto addLine = [&](const auto &cellOf) {
        std::string line;
        for (size_t c = 0; c < m_columns.size(); ++c) {
            if (c > 0)
                line += "  ";
            appendCell(line, cellOf(c), widths[c], m_columns[c].isNumber);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    };
    addLine([&](size_t c) { return m_columns[c].title; });
    for (const auto &row : m_rows)
        addLine([&](size_t c) { return row[c]; });
    return out;
}

std::string orDash(const std::string &text) { return text.empty() ? std::string("–") : text; }

std::string exactMoney(const std::optional<Decimal> &amount, Currency currency)
{
    if (!amount)
        return orDash(std::string());
    const auto number = Money{*amount, currency}.toString();
    return currency.isNone() ? number : number + ' ' + currency.toString();
}

} // namespace br::cli
