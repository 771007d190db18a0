// A workbook of 100,000 adjustments by us and by libxlsxwriter alone: sheets FOLDER; prints one JSON object of milliseconds.
#include "core/exchange/sheetfiles.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

#include <xlsxwriter.h>

using namespace br;

namespace {

std::vector<AdjustmentRow> manyAdjustments(int count)
{
    std::vector<AdjustmentRow> rows;
    for (int i = 0; i < count; ++i) {
        AdjustmentRow row;
        row.client = ClientId("C" + std::to_string(i % 2000));
        row.clientName = "Client " + std::to_string(i % 2000);
        row.service = ServiceId("S" + std::to_string(i % 60));
        row.serviceName = "Service " + std::to_string(i % 60);
        row.line = LineId("L" + std::to_string(i));
        row.agreement = AgreementId("G" + std::to_string(i % 2000));
        row.agreementName = "Managed services";
        row.product = ProductId("P" + std::to_string(i % 60));
        row.productName = "Product " + std::to_string(i % 60);
        row.lineQuantity = Decimal::fromInt(i % 90);
        row.targetLineQuantity = Decimal::fromInt(i % 90 + 2);
        row.billed = toUnits(row.lineQuantity);
        row.counted = toUnits(row.targetLineQuantity);
        row.targetQuantity = row.targetLineQuantity;
        row.effective = *Day::parse("2026-11-01");
        row.price = CyclePrice{Decimal::fromRaw(45'000), 1, *Currency::parse("EUR")};
        row.impact = Decimal::fromInt(9);
        row.currency = *Currency::parse("EUR");
        row.reason = "Counted by the vendor";
        row.by = "Reviewer";
        row.at = "2026-11-02T08:00:00.000Z";
        row.key = "2026-10/underbilled/" + std::to_string(i);
        rows.push_back(std::move(row));
    }
    return rows;
}

// The same cells through the library alone: texts as strings, numbers as doubles, no formats.
void writeAlone(const TableSheet &sheet, lxw_worksheet *page)
{
    for (size_t column = 0; column < sheet.header.size(); ++column)
        worksheet_write_string(page, 0, static_cast<lxw_col_t>(column), sheet.header[column].c_str(), nullptr);
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        for (size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const auto &cell = sheet.rows[row][column];
            const auto at = static_cast<lxw_row_t>(row + 1);
            const auto to = static_cast<lxw_col_t>(column);
            if (const auto *text = std::get_if<std::string>(&cell))
                worksheet_write_string(page, at, to, text->c_str(), nullptr);
            else if (const auto *quantity = std::get_if<QuantityCell>(&cell))
                worksheet_write_number(page, at, to, static_cast<double>(quantity->quantity.raw()) / 1e8, nullptr);
            else if (const auto *money = std::get_if<MoneyCell>(&cell))
                worksheet_write_number(page, at, to, static_cast<double>(money->amount.raw()) / 1e4, nullptr);
            else if (const auto *day = std::get_if<Day>(&cell))
                worksheet_write_number(page, at, to, day->number() + 25'569, nullptr);
        }
    }
}

void measureXlsx(const std::string &folder)
{
    const auto sheet = adjustmentSheet(Sheet::Neutral, manyAdjustments(100'000));
    tell("-ours", median(3, [&] {
        if (const auto written = writeSheetXlsx(sheet, folder + "/ours.xlsx"); !written)
            std::fprintf(stderr, "%s\n", written.error().message.c_str());
    }));
    tell("alone", median(3, [&] {
        auto *book = workbook_new((folder + "/alone.xlsx").c_str());
        writeAlone(sheet, workbook_add_worksheet(book, nullptr));
        for (const auto &more : sheet.more)
            writeAlone(more, workbook_add_worksheet(book, nullptr));
        workbook_close(book);
    }));
    std::printf("}\n");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    measureXlsx(argv[1]);
    return 0;
}
