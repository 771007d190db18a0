#include "core/exchange/sheetfiles.h"

namespace br {

namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string &text) const { return text; }
    std::string operator()(const QuantityCell &cell) const { return cell.quantity.toString(); }
    std::string operator()(const MoneyCell &cell) const { return Money{cell.amount, cell.currency}.toString(); }
    std::string operator()(Day day) const { return day.toString(); }
};

} // namespace

std::string cellText(const Cell &cell) { return std::visit(ToText{}, cell); }

bool isNumber(const Cell &cell) { return std::holds_alternative<QuantityCell>(cell) || std::holds_alternative<MoneyCell>(cell); }

std::string sheetCsv(const TableSheet &sheet, CsvWriter::Profile profile)
{
    CsvWriter csv(profile);
    for (const auto &name : sheet.header)
        csv.text(name);
    csv.endRow();
    for (const auto &row : sheet.rows) {
        for (const auto &cell : row) {
            if (std::holds_alternative<std::monostate>(cell))
                csv.blank();
            else if (std::holds_alternative<std::string>(cell))
                csv.text(std::get<std::string>(cell));
            else
                csv.number(cellText(cell));
        }
        csv.endRow();
    }
    return csv.take();
}

} // namespace br
