// SheetFiles: a table of typed cells as CSV text or as an Excel workbook (a PDF document: sheetprinter.h).
//
// CSV: numbers as they are, unquoted; texts by the profile (SpreadsheetSafe keeps a spreadsheet from running them). Workbook:
// texts are never formulas, quantities and money are numbers with a format, days are dates; `more` become further sheets.
// Thread rule: any one thread.
#pragma once

#include "core/exchange/adjustmentsheet.h"
#include "core/tabular/csvwriter.h"

#include <string>

namespace br {

std::string sheetCsv(const TableSheet &sheet, CsvWriter::Profile profile);
Status writeSheetXlsx(const TableSheet &sheet, const std::string &path);

std::string cellText(const Cell &cell); // as CSV and PDF show it; empty: unknown
bool isNumber(const Cell &cell);

} // namespace br
