// Adjustment sheets: the approved adjustments as a table of typed cells, per PSA, before any file format.
//
// Column names of the change sheets are those people already use (ConnectWise: target quantity; Autotask: unit delta and
// effective date; HaloPSA: recurring line quantity). Pure functions over values.
#pragma once

#include "core/domain/handover.h"
#include "core/domain/rows.h"

#include <string>
#include <variant>
#include <vector>

namespace br {

struct MoneyCell {
    Decimal amount;
    Currency currency;
    bool operator==(const MoneyCell &) const = default;
};
struct QuantityCell {
    Units quantity;
    bool operator==(const QuantityCell &) const = default;
};
using Cell = std::variant<std::monostate, std::string, QuantityCell, MoneyCell, Day>; // monostate: empty, "unknown"

struct TableSheet {
    std::string title;
    std::vector<std::string> header;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::vector<Cell>> totals; // one row a currency; empty: none
    std::vector<std::string> notes;        // said above the table in PDF and below it in XLSX
    std::vector<TableSheet> more;          // the evidence: a second sheet of a workbook, a second part of a document
};

// False: no line of it could be changed, so the sheet leaves it out and its notes name it.
bool carries(Sheet sheet, const AdjustmentRow &row);
TableSheet adjustmentSheet(Sheet sheet, const std::vector<AdjustmentRow> &rows);
// The neutral sheet as it is printed: the columns that a person reads, and the same rows and sums.
TableSheet printedSheet(const std::vector<AdjustmentRow> &rows);

} // namespace br
