#include "core/exchange/adjustmentsheet.h"

#include "core/base/text.h"

#include <algorithm>
#include <functional>
#include <map>

namespace br {

namespace {

struct Column {
    std::string name;
    std::function<Cell(const AdjustmentRow &)> cell;
};
using Columns = std::vector<Column>;

Cell textOrNone(const std::string &text) { return text.empty() ? Cell() : Cell(text); }
Cell quantity(Decimal value) { return QuantityCell{toUnits(value)}; }
Cell money(const std::optional<Decimal> &amount, Currency currency) { return amount ? Cell(MoneyCell{*amount, currency}) : Cell(); }
std::optional<Decimal> pricePerMonth(const AdjustmentRow &r) { return r.price ? std::optional(r.price->perMonth()) : std::nullopt; }
// As the agreement states it, for its own billing cycle.
std::optional<Decimal> priceOfLine(const AdjustmentRow &r) { return r.price ? std::optional(r.price->amount) : std::nullopt; }

const Columns &neutralColumns()
{
    static const Columns columns = {
        {"key", [](const AdjustmentRow &r) { return Cell(r.key); }},
        {"client_id", [](const AdjustmentRow &r) { return Cell(r.client.text); }},
        {"client_name", [](const AdjustmentRow &r) { return Cell(r.clientName); }},
        {"service_id", [](const AdjustmentRow &r) { return Cell(r.service.text); }},
        {"service_name", [](const AdjustmentRow &r) { return Cell(r.serviceName); }},
        {"agreement_id", [](const AdjustmentRow &r) { return textOrNone(r.agreement.text); }},
        {"agreement_name", [](const AdjustmentRow &r) { return textOrNone(r.agreementName); }},
        {"line_id", [](const AdjustmentRow &r) { return textOrNone(r.line.text); }},
        {"product_id", [](const AdjustmentRow &r) { return textOrNone(r.product.text); }},
        {"product_name", [](const AdjustmentRow &r) { return textOrNone(r.productName); }},
        {"billed", [](const AdjustmentRow &r) { return Cell(QuantityCell{r.billed}); }},
        {"counted", [](const AdjustmentRow &r) { return r.counted ? Cell(QuantityCell{*r.counted}) : Cell(); }},
        {"target_quantity", [](const AdjustmentRow &r) { return quantity(r.targetQuantity); }},
        {"change", [](const AdjustmentRow &r) { return Cell(QuantityCell{toUnits(r.targetQuantity) - r.billed}); }},
        {"line_quantity", [](const AdjustmentRow &r) { return r.line.isEmpty() ? Cell() : quantity(r.lineQuantity); }},
        {"target_line_quantity", [](const AdjustmentRow &r) { return r.problem.empty() ? quantity(r.targetLineQuantity) : Cell(); }},
        {"effective_date", [](const AdjustmentRow &r) { return Cell(r.effective); }},
        {"unit_price", [](const AdjustmentRow &r) { return money(pricePerMonth(r), r.currency); }},
        {"impact", [](const AdjustmentRow &r) { return money(r.impact, r.currency); }},
        {"currency", [](const AdjustmentRow &r) { return textOrNone(r.currency.toString()); }},
        {"reason", [](const AdjustmentRow &r) { return textOrNone(r.reason); }},
        {"approved_by", [](const AdjustmentRow &r) { return textOrNone(r.by); }},
        {"approved_at", [](const AdjustmentRow &r) { return textOrNone(r.at); }},
        {"problem", [](const AdjustmentRow &r) { return textOrNone(r.problem); }},
    };
    return columns;
}

// The columns of the change sheet that people run their addition scripts with: a target quantity.
const Columns &connectWiseColumns()
{
    static const Columns columns = {
        {"Company Id", [](const AdjustmentRow &r) { return Cell(r.client.text); }},
        {"Company Name", [](const AdjustmentRow &r) { return Cell(r.clientName); }},
        {"Agreement Name", [](const AdjustmentRow &r) { return Cell(r.agreementName); }},
        {"Agreement Type", [](const AdjustmentRow &r) { return textOrNone(r.agreementType); }},
        {"Additions Product ID", [](const AdjustmentRow &r) { return Cell(r.product.text); }},
        {"Additions Description", [](const AdjustmentRow &r) { return Cell(r.productName); }},
        {"Effective Date", [](const AdjustmentRow &r) { return Cell(r.effective); }},
        {"Additions Quantity", [](const AdjustmentRow &r) { return quantity(r.lineQuantity); }},
        {"Proposed Quantity", [](const AdjustmentRow &r) { return quantity(r.targetLineQuantity); }},
    };
    return columns;
}

// UnitChange is what Autotask's contract service adjustment takes: a difference, not a target.
const Columns &autotaskColumns()
{
    static const Columns columns = {
        {"Client Id", [](const AdjustmentRow &r) { return Cell(r.client.text); }},
        {"Client", [](const AdjustmentRow &r) { return Cell(r.clientName); }},
        {"ContractID", [](const AdjustmentRow &r) { return Cell(r.agreement.text); }},
        {"Contract", [](const AdjustmentRow &r) { return Cell(r.agreementName); }},
        {"ContractServiceID", [](const AdjustmentRow &r) { return Cell(r.line.text); }},
        {"ServiceID", [](const AdjustmentRow &r) { return Cell(r.product.text); }},
        {"Service", [](const AdjustmentRow &r) { return Cell(r.productName); }},
        {"Units Now", [](const AdjustmentRow &r) { return quantity(r.lineQuantity); }},
        {"UnitChange", [](const AdjustmentRow &r) { return quantity(r.targetLineQuantity - r.lineQuantity); }},
        {"Units New", [](const AdjustmentRow &r) { return quantity(r.targetLineQuantity); }},
        {"EffectiveDate", [](const AdjustmentRow &r) { return Cell(r.effective); }},
    };
    return columns;
}

const Columns &haloColumns()
{
    static const Columns columns = {
        {"Client Id", [](const AdjustmentRow &r) { return Cell(r.client.text); }},
        {"Client", [](const AdjustmentRow &r) { return Cell(r.clientName); }},
        {"Recurring Invoice Id", [](const AdjustmentRow &r) { return Cell(r.agreement.text); }},
        {"Recurring Invoice", [](const AdjustmentRow &r) { return Cell(r.agreementName); }},
        {"Line Id", [](const AdjustmentRow &r) { return Cell(r.line.text); }},
        {"Item Code", [](const AdjustmentRow &r) { return Cell(r.product.text); }},
        {"Item", [](const AdjustmentRow &r) { return Cell(r.productName); }},
        {"Quantity Now", [](const AdjustmentRow &r) { return quantity(r.lineQuantity); }},
        {"Quantity New", [](const AdjustmentRow &r) { return quantity(r.targetLineQuantity); }},
        {"Unit Price", [](const AdjustmentRow &r) { return money(priceOfLine(r), r.currency); }},
        {"Currency", [](const AdjustmentRow &r) { return textOrNone(r.currency.toString()); }},
        {"Effective Date", [](const AdjustmentRow &r) { return Cell(r.effective); }},
    };
    return columns;
}

const Columns &columnsOf(Sheet sheet)
{
    switch (sheet) {
    case Sheet::Neutral:
        return neutralColumns();
    case Sheet::ConnectWise:
        return connectWiseColumns();
    case Sheet::Autotask:
        return autotaskColumns();
    case Sheet::HaloPsa:
        return haloColumns();
    }
    return neutralColumns();
}

Cell orDash(const Cell &cell) { return std::holds_alternative<std::monostate>(cell) ? Cell(std::string("–")) : cell; }

// What a person reads and signs: names instead of ids, in the reader's language; an empty field could be taken for nothing.
Columns printedColumns()
{
    return {
        {words("PrintedSheet", "Client"), [](const AdjustmentRow &r) { return Cell(r.clientName); }},
        {words("PrintedSheet", "Agreement"),
            [](const AdjustmentRow &r) { return orDash(textOrNone(r.agreementName.empty() ? r.agreement.text : r.agreementName)); }},
        {words("PrintedSheet", "Product"),
            [](const AdjustmentRow &r) { return Cell(r.productName.empty() ? r.serviceName : r.productName); }},
        {words("PrintedSheet", "Billed"), [](const AdjustmentRow &r) { return Cell(QuantityCell{r.billed}); }},
        {words("PrintedSheet", "Approved"), [](const AdjustmentRow &r) { return quantity(r.targetQuantity); }},
        {words("PrintedSheet", "Change"), [](const AdjustmentRow &r) { return Cell(QuantityCell{toUnits(r.targetQuantity) - r.billed}); }},
        {words("PrintedSheet", "From"), [](const AdjustmentRow &r) { return Cell(r.effective); }},
        {words("PrintedSheet", "Unit price"), [](const AdjustmentRow &r) { return orDash(money(pricePerMonth(r), r.currency)); }},
        {words("PrintedSheet", "A month"), [](const AdjustmentRow &r) { return orDash(money(r.impact, r.currency)); }},
        {words("PrintedSheet", "Currency"), [](const AdjustmentRow &r) { return orDash(textOrNone(r.currency.toString())); }},
        {words("PrintedSheet", "Reason"), [](const AdjustmentRow &r) { return orDash(textOrNone(r.reason)); }},
        {words("PrintedSheet", "Approved by"), [](const AdjustmentRow &r) { return orDash(textOrNone(r.by)); }},
        {words("PrintedSheet", "On"), [](const AdjustmentRow &r) { return orDash(textOrNone(r.at.substr(0, 10))); }},
    };
}
constexpr size_t printedMoney = 8; // "A month"

// What a reader must know before the row is entered anywhere: why no machine can carry it, and that its count is in doubt.
void addNotes(TableSheet &table, const AdjustmentRow &row)
{
    const auto tell = [&](const std::string &what) {
        table.notes.push_back(words("AdjustmentSheet", "%1, %2: %3", {row.clientName, row.serviceName, what}));
    };
    if (!row.problem.empty())
        tell(row.problem);
    for (const auto &doubt : row.doubts)
        tell(doubt);
}

// One row a currency under the money; unknown impacts are told, never added as zero.
void addTotals(TableSheet &table, const std::vector<AdjustmentRow> &rows, const Columns &columns, size_t at)
{
    if (at >= columns.size())
        return;
    std::map<Currency, Decimal> sums;
    int unknown = 0;
    for (const auto &row : rows) {
        if (row.impact)
            sums[row.currency] += *row.impact;
        else
            ++unknown;
    }
    for (const auto &[currency, sum] : sums) {
        std::vector<Cell> total(columns.size());
        total[0] = words("AdjustmentSheet", "Sum %1", {currency.toString()});
        total[at] = MoneyCell{sum, currency};
        table.totals.push_back(std::move(total));
    }
    if (unknown > 0)
        table.notes.push_back(words("AdjustmentSheet", "%1 rows have no known price and are not in the sum.", {std::to_string(unknown)}));
}

TableSheet evidenceSheet(const std::vector<AdjustmentRow> &rows)
{
    TableSheet sheet{words("AdjustmentSheet", "Evidence"), {"key", "client_name", "service_name", "evidence"}, {}, {}, {}, {}};
    for (const auto &row : rows) {
        for (const auto &sentence : row.evidence)
            sheet.rows.push_back({row.key, row.clientName, row.serviceName, sentence});
    }
    return sheet;
}

} // namespace

bool carries(Sheet sheet, const AdjustmentRow &row) { return sheet == Sheet::Neutral || row.problem.empty(); }

TableSheet adjustmentSheet(Sheet sheet, const std::vector<AdjustmentRow> &rows)
{
    const auto &columns = columnsOf(sheet);
    TableSheet table;
    for (const auto &column : columns)
        table.header.emplace_back(column.name);
    for (const auto &row : rows) {
        addNotes(table, row);
        if (!carries(sheet, row))
            continue;
        auto &cells = table.rows.emplace_back();
        for (const auto &column : columns)
            cells.push_back(column.cell(row));
    }
    const auto impact = std::ranges::find(columns, "impact", &Column::name);
    addTotals(table, rows, columns, static_cast<size_t>(impact - columns.begin()));
    if (auto evidence = evidenceSheet(rows); !evidence.rows.empty())
        table.more.push_back(std::move(evidence));
    return table;
}

TableSheet printedSheet(const std::vector<AdjustmentRow> &rows)
{
    const auto columns = printedColumns();
    TableSheet table;
    for (const auto &column : columns)
        table.header.push_back(column.name);
    for (const auto &row : rows) {
        addNotes(table, row);
        auto &cells = table.rows.emplace_back();
        for (const auto &column : columns)
            cells.push_back(column.cell(row));
    }
    addTotals(table, rows, columns, printedMoney);
    TableSheet evidence{words("AdjustmentSheet", "Evidence"),
        {words("PrintedSheet", "Client"), words("PrintedSheet", "Service"), words("PrintedSheet", "Evidence")}, {}, {}, {}, {}};
    for (const auto &row : rows) {
        for (const auto &sentence : row.evidence)
            evidence.rows.push_back({row.clientName, row.serviceName, sentence});
    }
    if (!evidence.rows.empty())
        table.more.push_back(std::move(evidence));
    return table;
}

} // namespace br
