#include "connectors/file/tableimport.h"

#include "core/base/text.h"
#include "core/connect/slots.h"
#include "core/tabular/numberstyle.h"
#include "core/tabular/numbertext.h"

#include <algorithm>
#include <array>

namespace br {

namespace {

constexpr std::array<std::string_view, 14> sumWords = {"total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt",
    "gesamtsumme", "zwischensumme", "insgesamt", "somme", "totale", "sous-total"};

// A number, with or without a currency; or nothing.
bool isAmountOrBlank(std::string_view cell)
{
    if (isBlank(trimmed(cell)))
        return true;
    if (cell.find_first_of("0123456789") == std::string_view::npos)
        return false;
    const auto letters = std::ranges::count_if(cell, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return letters <= 3;
}

std::string_view plainCell(std::string_view cell)
{
    const auto text = trimmed(cell);
    return text.starts_with('=') ? trimmed(withoutGuard(text)) : text;
}

} // namespace

TableImport::TableImport(
    const Match &match, const SampledTable &sample, const CellStyle &style, RecordSink &sink, Findings &findings, BatchMemory &memory)
    : m_match(match)
    , m_layout(*match.layout)
    , m_table(*sample.table)
    , m_headerRow(sample.rows[match.headerAt].number)
    , m_findings(findings)
    , m_maker(*match.layout, sink, findings, style, memory, sample.table->name())
    , m_raw(match.header, match.binding)
    , m_values(match.layout->slotNames.size())
    , m_decimal(style.numbers.decimal)
    , m_dates(style.dates)
    , m_apart(memory.apart)
{
    std::vector<std::string> columnOfSlot(m_layout.slotNames.size());
    for (size_t slot = 0; slot < match.binding.columnOf.size(); ++slot) {
        const auto column = match.binding.columnOf[slot];
        columnOfSlot[slot] = column ? match.header.names()[*column] : m_layout.slotNames[slot];
        if (column)
            m_filled.push_back({slot, *column});
    }
    m_findings.setColumns(std::move(columnOfSlot));
}

Status TableImport::run(Progress &progress)
{
    const auto read = m_table.read([this](const TableRow &row) { return take(row); }, &progress);
    if (!m_outcome)
        return m_outcome;
    return read ? m_maker.finish() : read;
}

Flow TableImport::take(const TableRow &row)
{
    if (row.number <= m_headerRow)
        return Flow::Next;
    m_outcome = takeRow(row);
    return m_outcome && !m_ended ? Flow::Next : Flow::Stop;
}

Status TableImport::takeRow(const TableRow &row)
{
    if (hasExtraCells(row))
        return rejectShifted(row);
    fill(row);
    if (!m_layout.skip.empty() || !m_layout.steps.empty()) {
        if (repeatsHeader(row))
            return {};
        if (const auto *rule = skippedBy()) {
            return leaveOut(row, *rule);
        }
        if (const auto problem = br::run(m_layout.steps, m_values)) {
            if (mayBeFooter(row)) {
                m_findings.skip(words("file", "total or footer"));
                return {};
            }
            const auto reason = words("file", "\"%1\" is none of the values this column has in this layout", {shortened(problem->value)});
            if (auto told = m_findings.reject(row.number, problem->slot, problem->value, reason); !told)
                return told;
            // The steps that were left out may have said another meter.
            return m_maker.tellUnread(row.number, m_values[field::AccountId], {}, reason);
        }
    }
    return m_maker.take(m_values, row.number, m_raw.of(row), mayBeFooter(row));
}

Status TableImport::leaveOut(const TableRow &row, const SkipRule &rule)
{
    m_ended = rule.endsTable;
    m_findings.skip(rule.why);
    const auto slot = rule.when.front().slot;
    if (rule.tellsEachRow || rule.isUnread) {
        if (auto told = m_findings.warn(row.number, slot, m_values[slot], rule.why); !told)
            return told;
    }
    if (!rule.isUnread)
        return {};
    (void)br::run(m_layout.steps, m_values); // make the meter; a step that fails makes none
    return m_maker.tellUnread(row.number, m_values[field::AccountId], m_values[field::MeterId], rule.why);
}

// Where the columns have moved nothing is certain but that the account of this row has something more.
Status TableImport::rejectShifted(const TableRow &row)
{
    const auto reason = words("file", "the row has %1 cells and the header %2: a cell that holds the separator is not in quotation marks",
        {std::to_string(row.cells.size()), std::to_string(m_match.header.names().size())});
    if (auto told = m_findings.rejectRow(row.number, reason); !told || mayBeFooter(row))
        return told;
    fill(row);
    (void)br::run(m_layout.steps, m_values); // some layouts make the account of other cells; a step that fails makes none
    return m_maker.tellUnread(row.number, m_values[field::AccountId], {}, reason);
}

void TableImport::fill(const TableRow &row)
{
    m_values.reset();
    if (m_decimal == '.' && row.numbers.empty()) {
        for (const auto &[slot, column] : m_filled)
            m_values.setCell(slot, plainCell(row.cell(column)));
    } else {
        for (const auto &[slot, column] : m_filled)
            setCell(slot, row, column);
    }
    if (const auto &rule = m_layout.apart) {
        const auto owner = m_values[rule->by];
        const auto name = m_values[rule->slot];
        if (!owner.empty() && m_apart.isAmbiguous(*rule, name))
            m_values.set(rule->slot, NamesApart::full(owner, name));
    }
    if (m_layout.accountFromFile && m_values[field::AccountId].empty()) {
        m_values.setView(field::AccountId, m_tenant.id);
        m_values.setView(field::AccountName, m_tenant.name);
    }
}

void TableImport::setCell(size_t slot, const TableRow &row, size_t column)
{
    const auto cell = plainCell(row.cell(column));
    // A number of a workbook has a point; it is put as the texts of the file put theirs.
    const bool isExact = row.isNumber(column) && cell.find('.') != std::string_view::npos
        && std::ranges::find(field::numbers, slot) != std::ranges::end(field::numbers);
    const bool looksOpen = isExact && NumberStyleVote::isAmbiguous(cell);
    if (!isExact || (m_decimal == '.' && !looksOpen))
        return m_values.setCell(slot, cell);
    std::string text(cell);
    std::ranges::replace(text, '.', m_decimal);
    if (looksOpen)
        text += '0'; // 1.2000 says the same as 1.200 and can mean nothing else
    m_values.set(slot, std::move(text));
}

const SkipRule *TableImport::skippedBy() const
{
    for (const auto &rule : m_layout.skip) {
        if (holdAll(rule.when, m_values))
            return &rule;
    }
    return nullptr;
}

// "Total endpoints: 2", "Gesamt;;;12": a word for a sum first, and nothing besides it that names anything.
bool TableImport::mayBeFooter(const TableRow &row)
{
    const auto isFilled = [](std::string_view cell) { return !trimmed(cell).empty(); };
    const auto first = std::ranges::find_if(row.cells, isFilled);
    if (first == row.cells.end())
        return false;
    constexpr std::string_view initials = "tTgGsSzZiI"; // nearly every row ends here
    if (initials.find(trimmed(*first).front()) == std::string_view::npos)
        return false;
    const auto text = folded(*first);
    const bool isSum = std::ranges::any_of(sumWords, [&text](std::string_view word) {
        if (!text.starts_with(word))
            return false;
        const auto rest = std::string_view(text).substr(word.size());
        return rest.empty() || rest.front() == ' ' || rest.front() == ':' || rest.front() == '\t';
    });
    return isSum && std::all_of(first + 1, row.cells.end(), isAmountOrBlank);
}

bool TableImport::hasExtraCells(const TableRow &row) const
{
    const auto known = m_match.header.names().size();
    return row.cells.size() > known
        && std::ranges::any_of(row.cells.subspan(known), [](std::string_view cell) { return !trimmed(cell).empty(); });
}

bool TableImport::repeatsHeader(const TableRow &row) const
{
    return std::ranges::all_of(
        m_filled, [&](const Filled &filled) { return headerKey(row.cell(filled.column)) == m_match.header.keys()[filled.column]; });
}

} // namespace br
