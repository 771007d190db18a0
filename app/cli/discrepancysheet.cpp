#include "app/cli/discrepancysheet.h"

#include "core/base/text.h"
#include "core/tabular/csvwriter.h"
#include "core/words/words.h"

namespace br::cli {

namespace {

Cell textCell(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }
Cell quantityCell(const std::optional<Units> &quantity) { return quantity ? Cell(QuantityCell{*quantity}) : Cell(); }
Cell moneyCell(const std::optional<Decimal> &amount, Currency currency) { return amount ? Cell(MoneyCell{*amount, currency}) : Cell(); }
template <class Moment>
Cell momentCell(const std::optional<Moment> &moment)
{
    return moment ? Cell(moment->toString()) : Cell();
}

std::vector<Cell> cellsOf(const DiscrepancyRow &row)
{
    const auto &found = row.discrepancy;
    const auto &subject = found.subject;
    const auto price = found.price ? std::optional(found.price->perMonth()) : std::nullopt;
    const auto target = row.targetQuantity ? Cell(QuantityCell{toUnits(*row.targetQuantity)}) : Cell();
    return {textCell(row.key), textCell(kindCode(found.kind)), textCell(subject.client.text), textCell(subject.service.text),
        textCell(subject.otherService.text), textCell(subject.source.text), textCell(subject.account.text), textCell(subject.meter.text),
        textCell(subject.product.text), textCell(subject.assetKey), quantityCell(found.billed), quantityCell(found.counted),
        quantityCell(found.difference), quantityCell(found.quantity), moneyCell(price, found.currency), textCell(found.currency.code()),
        moneyCell(found.impact, found.currency), Cell(std::string(found.isEstimate ? "true" : "false")), momentCell(found.since),
        momentCell(found.until), textCell(stateCode(row.state)), textCell(explanation(row)), textCell(row.clientName),
        textCell(row.serviceName), textCell(row.otherServiceName), textCell(row.accountName), textCell(row.meterName),
        textCell(row.productName), moneyCell(found.otherAmount, found.currency), moneyCell(found.lineCost, found.currency),
        textCell(row.decidedBy), textCell(row.decidedAt), textCell(row.reason), target, momentCell(row.effective),
        momentCell(row.until), Cell(QuantityCell{Units::fromInt(row.notes)})};
}

void writeCell(CsvWriter &csv, const Cell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        csv.text(*text);
    else if (const auto *quantity = std::get_if<QuantityCell>(&cell))
        csv.number(quantity->quantity.toString());
    else if (const auto *money = std::get_if<MoneyCell>(&cell))
        csv.number(Money{money->amount, money->currency}.toString());
    else
        csv.empty();
}

} // namespace

TableSheet discrepancySheet(const std::vector<DiscrepancyRow> &rows)
{
    TableSheet sheet;
    sheet.title = words("cli", "Discrepancies");
    sheet.header = {"key", "kind", "client_id", "service_id", "other_service_id", "source", "account_id", "meter_id", "product_id",
        "asset_key", "billed", "counted", "difference", "quantity", "unit_price", "currency", "impact", "estimate", "since", "until",
        "state", "explanation", "client_name", "service_name", "other_service_name", "account_name", "meter_name", "product_name",
        "vendor_unit_cost", "line_unit_cost", "decided_by", "decided_at", "reason", "target_quantity", "effective", "accepted_until",
        "notes"};
    for (const auto &row : rows)
        sheet.rows.push_back(cellsOf(row));
    return sheet;
}

std::string discrepanciesAsCsv(const std::vector<DiscrepancyRow> &rows)
{
    const auto sheet = discrepancySheet(rows);
    CsvWriter csv(CsvWriter::Profile::SpreadsheetSafe);
    for (const auto &name : sheet.header)
        csv.text(name);
    csv.endRow();
    for (const auto &cells : sheet.rows) {
        for (const auto &cell : cells)
            writeCell(csv, cell);
        csv.endRow();
    }
    return csv.take();
}

} // namespace br::cli
