// SheetFiles: a table of typed cells as CSV text, as an Excel workbook or as a PDF document.
//
// CSV: numbers as they are, unquoted; texts by the profile (SpreadsheetSafe keeps a spreadsheet from running them). Workbook:
// texts are never formulas, quantities and money are numbers with a format, days are dates; `more` become further sheets.
// PDF: A4 across, header and footer on each page, `digest` in the footer; it needs a QGuiApplication (the offscreen platform
// does) because of its fonts, and answers Errc::Unsupported without one. Thread rule: any one thread.
#pragma once

#include "core/exchange/adjustmentsheet.h"
#include "core/tabular/csvwriter.h"

#include <string>

namespace br {

std::string sheetCsv(const TableSheet &sheet, CsvWriter::Profile profile);
Status writeSheetXlsx(const TableSheet &sheet, const std::string &path);
Result<std::string> sheetPdf(const TableSheet &sheet, const std::string &digest);

std::string cellText(const Cell &cell); // as CSV and PDF show it; empty: unknown
bool isNumber(const Cell &cell);

} // namespace br
