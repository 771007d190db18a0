#include "core/exchange/csvtable.h"

#include "core/base/filename.h"
#include "core/base/nearest.h"
#include "core/base/text.h"
#include "core/tabular/csvreader.h"
#include "core/tabular/header.h"

#include <algorithm>

namespace br {

Result<CsvTable> CsvTable::read(const std::string &file, const std::vector<std::pair<std::string, bool>> &wanted)
{
    const auto reader = CsvReader::open(file);
    if (!reader)
        return reader.error();
    CsvTable table;
    table.m_fileName = fileNameOf(file);
    table.m_delimiter = reader->format().delimiter;
    Header header;
    bool hasHeader = false;
    const auto done = reader->read([&](const TableRow &row) {
        if (!hasHeader) {
            header = Header(row);
            hasHeader = true;
            return Flow::Next;
        }
        Row kept{row.number, {}};
        for (const auto cell : row.cells)
            kept.cells.emplace_back(cell);
        table.m_rows.push_back(std::move(kept));
        return Flow::Next;
    });
    if (!done)
        return done.error();
    table.m_header = header.names();
    std::vector<bool> used(header.names().size(), false);
    for (const auto &[name, required] : wanted) {
        const auto all = header.findAll(name);
        if (all.empty() && required)
            return Error{Errc::InvalidInput,
                words("CsvTable", "%1 has no column \"%2\"; its first row must name the columns.", {table.m_fileName, name})
                    + didYouMean(name, header.names())};
        if (all.size() > 1)
            return Error{Errc::InvalidInput, words("CsvTable", "%1 has two columns \"%2\"; keep one.", {table.m_fileName, name})};
        if (!all.empty()) {
            table.m_columns[name] = all.front();
            used[all.front()] = true;
        }
    }
    for (size_t i = 0; i < used.size(); ++i) {
        if (!used[i] && !trimmed(header.names()[i]).empty())
            table.m_unused.push_back(header.names()[i]);
    }
    return table;
}

std::string_view CsvTable::cell(const Row &row, std::string_view column) const
{
    const auto found = m_columns.find(column);
    return found == m_columns.end() || found->second >= row.cells.size() ? std::string_view() : std::string_view(row.cells[found->second]);
}

RejectedRow CsvTable::reject(const Row &row, std::string_view column, std::string reason) const
{
    const auto found = m_columns.find(column);
    return {m_fileName, row.number, found == m_columns.end() ? std::string(column) : m_header[found->second], shortened(cell(row, column)),
        std::move(reason)};
}

} // namespace br
