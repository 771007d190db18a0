// TableRow: one row of a CSV or XLSX table as it is read, the same for both, and what a reader calls with it.
//
// `number` is the row as a spreadsheet shows it: the first is 1, blank rows are counted though never handed over, a line
// break inside a quoted cell is not a row. Cells are UTF-8 views that live only for the call. Thread rule: plain values.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace br {

struct TableRow {
    int64_t number = 0;
    std::span<const std::string_view> cells;
    std::span<const char> numbers; // of a workbook: which cells are numbers, written with a point whatever the texts beside them do

    // A row may be shorter than its header: what is not there is empty.
    std::string_view cell(size_t column) const { return column < cells.size() ? cells[column] : std::string_view(); }
    bool isNumber(size_t column) const { return column < numbers.size() && numbers[column] != 0; }
};

enum class Flow { Next, Stop };
using RowHandler = std::function<Flow(const TableRow &)>;

} // namespace br
