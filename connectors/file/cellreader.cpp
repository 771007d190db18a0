#include "connectors/file/cellreader.h"

#include "core/base/text.h"

namespace br {

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

Decimal CellReader::neededNumber(size_t slot)
{
    const auto parsed = parseDecimal(m_values[slot], m_style.numbers);
    if (!parsed) {
        fail(slot, parsed.error().message);
        return {};
    }
    if (parsed->rounded)
        remark(slot, words("file", "more than 4 decimal places: rounded to 4"));
    return parsed->value;
}

std::optional<Decimal> CellReader::number(size_t slot)
{
    if (isBlank(m_values[slot]))
        return std::nullopt;
    return neededNumber(slot);
}

MaybeDay CellReader::day(size_t slot)
{
    const auto value = m_values[slot];
    if (value.empty() || isBlank(value))
        return std::nullopt;
    const auto read = readDate(value, m_style.dates);
    if (!read.day) {
        fail(slot,
            read.needsOrder ? words("file", "day and month cannot be told apart in this date; write it as 2026-10-31")
                            : words("file", "\"%1\" is not a date; write it as 2026-10-31", {shortened(value)}));
    }
    return read.day;
}

bool CellReader::truth(size_t slot, bool whenBlank)
{
    const auto value = m_values[slot];
    if (value.empty())
        return whenBlank;
    const auto word = folded(value);
    if (word == "true" || word == "yes" || word == "1")
        return true;
    if (word != "false" && word != "no" && word != "0")
        fail(slot, words("file", "\"%1\" is neither true nor false (true, false, yes, no, 1, 0)", {shortened(value)}));
    return false;
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
