// TableFile: a CSV file or one sheet of a workbook, read the same way; and a sample of its first rows.
//
// Errors name the file and say what to do (an old .xls, a PDF, an empty file). Thread rule: one thread.
#pragma once

#include "core/tabular/csvreader.h"
#include "core/tabular/xlsxreader.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

struct SampleRow {
    int64_t number = 0;
    std::vector<std::string> cells;
    std::vector<char> numbers; // as in TableRow
    bool isNumber(size_t column) const { return column < numbers.size() && numbers[column] != 0; }
};

class TableFile final {
public:
    // One table for a CSV file, one a sheet for a workbook (hidden and empty ones included).
    static Result<std::vector<TableFile>> open(const std::string &path);

    const std::string &name() const { return m_name; } // without folder
    const std::string &path() const { return m_path; }
    const std::string &sheet() const { return m_sheet; } // empty for CSV
    bool isHidden() const { return m_xlsx && m_xlsx->isHidden(); }
    int64_t bytes() const { return m_bytes; }
    std::string encodingName() const;
    char delimiter() const;
    bool isEncodingAssumed() const { return m_csv && m_csv->format().encodingAssumed; }

    Status read(const RowHandler &handler, Progress *progress) const;
    Result<std::vector<SampleRow>> sample(size_t rows) const;

private:
    std::string m_path;
    std::string m_name;
    std::string m_sheet;
    int64_t m_bytes = 0;
    std::optional<CsvReader> m_csv;
    std::optional<XlsxReader> m_xlsx;
};

} // namespace br
