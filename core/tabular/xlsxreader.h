// XlsxReader: reads one sheet of an .xlsx workbook row by row, values only: formulas by the value they had when saved.
//
// Cells come as text: numbers as the shortest text of at most 15 significant digits (4.4, not 4.4000000000000004), dates
// (by the cell's number format, 1900 and 1904 systems) as ISO, booleans as TRUE and FALSE, errors as written (#N/A).
// Shared texts and styles are read once a workbook; sheets are streamed. Size caps keep a small file from growing without
// end ("zip bomb"). Errors name the file. Thread rule: one thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/tabular/tablerow.h"

#include <memory>
#include <string>
#include <vector>

namespace br {

struct XlsxBook;

class XlsxReader final {
public:
    static constexpr int64_t sheetLimit = 4'000'000'000; // unpacked bytes of one sheet
    static constexpr int64_t bookLimit = 256'000'000;    // unpacked bytes of the shared texts, of the styles …
    static constexpr int64_t packingLimit = 400;         // unpacked bytes per packed byte, above 16 MB
    static constexpr int columnLimit = 16'384;

    static Result<std::vector<XlsxReader>> openAll(const std::string &path); // the sheets in the workbook's order
    static Result<XlsxReader> open(const std::string &path, const std::string &sheet);

    const std::string &sheet() const { return m_sheet; }
    bool isHidden() const { return m_isHidden; }
    // As CsvReader::read.
    Status read(const RowHandler &handler, Progress *progress = nullptr) const;

private:
    XlsxReader() = default;
    std::shared_ptr<const XlsxBook> m_book;
    std::string m_sheet;
    bool m_isHidden = false;
    std::string m_part; // of the sheet inside the package
};

} // namespace br
