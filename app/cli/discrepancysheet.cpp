#include "app/cli/discrepancysheet.h"

#include "app/cli/rowsjson.h"
#include "core/base/text.h"
#include "core/exchange/sheetfiles.h"
#include "core/words/words.h"

namespace br::cli {

namespace {

class RowCells final {
public:
    RowCells &text(std::string_view text)
    {
        if (text.empty())
            m_cells.emplace_back();
        else
            m_cells.emplace_back(std::string(text));
        return *this;
    }
    RowCells &quantity(const std::optional<Units> &quantity)
    {
        m_cells.emplace_back();
        if (quantity)
            m_cells.back() = QuantityCell{*quantity};
        return *this;
    }
    RowCells &money(const std::optional<Decimal> &amount, Currency currency)
    {
        m_cells.emplace_back();
        if (amount)
            m_cells.back() = MoneyCell{*amount, currency};
        return *this;
    }
    template <class Moment>
    RowCells &moment(const std::optional<Moment> &moment)
    {
        return text(moment ? moment->toString() : std::string());
    }
    std::vector<Cell> take() { return std::move(m_cells); }

private:
    std::vector<Cell> m_cells;
};

std::vector<Cell> cellsOf(const DiscrepancyRow &row)
{
    const auto &found = row.discrepancy;
    const auto subject = subjectOf(found);
    RowCells cells;
    cells.text(row.key).text(kindCode(found.kind)).text(subject.client.text).text(subject.service.text).text(subject.otherService.text);
    cells.text(subject.source.text).text(subject.account.text).text(subject.meter.text).text(subject.product.text).text(subject.assetKey);
    cells.quantity(found.billed).quantity(found.counted).quantity(found.difference).quantity(found.quantity);
    cells.money(found.price ? std::optional(found.price->perMonth()) : std::nullopt, found.currency).text(found.currency.code());
    cells.money(found.impact, found.currency).text(found.isEstimate ? "true" : "false").moment(found.since).moment(found.until);
    cells.text(stateCode(row.state)).text(explanation(row)).text(row.clientName).text(row.serviceName).text(row.otherServiceName);
    cells.text(row.accountName)
        .text(row.meterName)
        .text(row.productName)
        .text(joined(row.sources, ", "))
        .money(found.otherAmount, found.currency)
        .money(found.lineCost, found.currency);
    cells.text(row.decidedBy).text(row.decidedAt).text(row.reason);
    cells.quantity(row.targetQuantity ? std::optional(toUnits(*row.targetQuantity)) : std::nullopt).moment(row.effective).moment(row.until);
    return cells.quantity(Units::fromInt(row.notes)).text(concernedClient(found).text).take();
}

} // namespace

TableSheet discrepancySheet(const std::vector<DiscrepancyRow> &rows)
{
    TableSheet sheet;
    sheet.title = words("cli", "Discrepancies");
    sheet.header = {"key", "kind", "client_id", "service_id", "other_service_id", "source", "account_id", "meter_id", "product_id",
        "asset_key", "billed", "counted", "difference", "quantity", "unit_price", "currency", "impact", "estimate", "since", "until",
        "state", "explanation", "client_name", "service_name", "other_service_name", "account_name", "meter_name", "product_name",
        "sources", "vendor_unit_cost", "line_unit_cost", "decided_by", "decided_at", "reason", "target_quantity", "effective",
        "accepted_until", "notes", "concerned_client_id"};
    for (const auto &row : rows)
        sheet.rows.push_back(cellsOf(row));
    return sheet;
}

std::string discrepanciesAsCsv(const std::vector<DiscrepancyRow> &rows)
{
    return sheetCsv(discrepancySheet(rows), CsvWriter::Profile::SpreadsheetSafe);
}

Result<WrittenFile> discrepanciesAsXlsx(const std::vector<DiscrepancyRow> &rows, const std::string &path)
{
    const auto sheet = discrepancySheet(rows);
    return writeFileSafely(path, [&sheet](const std::string &temporaryPath) { return writeSheetXlsx(sheet, temporaryPath); });
}

} // namespace br::cli
