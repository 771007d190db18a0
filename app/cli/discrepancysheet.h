// DiscrepancySheet: the rows of discrepancies as a table of typed cells, with the columns of the JSON; as CSV and XLSX.
//
// Numbers stay numbers in XLSX; unknown is an empty cell. Errors name the path. Thread rule: pure, but for the file written.
#pragma once

#include "core/base/safefile.h"
#include "core/exchange/adjustmentsheet.h"

#include <string>
#include <vector>

namespace br::cli {

TableSheet discrepancySheet(const std::vector<DiscrepancyRow> &rows);
std::string discrepanciesAsCsv(const std::vector<DiscrepancyRow> &rows);
Result<WrittenFile> discrepanciesAsXlsx(const std::vector<DiscrepancyRow> &rows, const std::string &path);

} // namespace br::cli
