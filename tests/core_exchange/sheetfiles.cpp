// Adjustment sheets as values and files: sums by currency, texts that are no formulas, numbers in every locale.
#include "core/exchange/sheetfiles.h"
#include "core/base/safefile.h"
#include "tests/core_exchange/sheetrow.h"
#include "tests/run/registered.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace br;

namespace sheetfiles_test {

namespace {

QByteArray partOf(const QTemporaryDir &folder, const char *inside)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), folder.filePath(QStringLiteral("t.xlsx")), QString::fromLatin1(inside)});
    if (!unzip.waitForFinished() || unzip.exitCode() != 0)
        qFatal("unzip is needed to look into the workbook, or there is no %s in it", inside);
    return unzip.readAllStandardOutput();
}

} // namespace

class SheetFilesTest final : public QObject {
    Q_OBJECT

private slots:
    void sumsNeverMixCurrencies()
    {
        const auto sheet = adjustmentSheet(Sheet::Neutral,
            {rowOf("a", 100'000, "EUR"), rowOf("b", -25'000, "EUR"), rowOf("c", 70'000, "USD"), rowOf("d", std::nullopt, "EUR")});
        QCOMPARE(sheet.totals.size(), size_t{2});
        const auto impact = static_cast<size_t>(std::find(sheet.header.begin(), sheet.header.end(), "impact") - sheet.header.begin());
        QCOMPARE(sheet.totals[0][impact], Cell(MoneyCell{Decimal::fromRaw(75'000), Currency::parse("EUR").value()}));
        QCOMPARE(sheet.totals[1][impact], Cell(MoneyCell{Decimal::fromRaw(70'000), Currency::parse("USD").value()}));
        QCOMPARE(sheet.rows[3][impact], Cell());
        QVERIFY(sheet.notes.front().find("1 rows") != std::string::npos);
    }

    void csvKeepsNumbersAndDisarmsTexts()
    {
        TableSheet sheet{"t", {"text", "n", "m", "d", "none"}, {}, {}, {}, {}};
        const auto eur = Currency::parse("EUR").value();
        for (const auto *text : {"=1+1", "-1", "@a", "a,\"b\"\nc"})
            sheet.rows.push_back({std::string(text), QuantityCell{Units::fromInt(-7)}, MoneyCell{Decimal::fromRaw(-315'000), eur},
                Day::parse("2026-11-01").value(), Cell()});
        QCOMPARE(sheetCsv(sheet, CsvWriter::Profile::SpreadsheetSafe),
            std::string("text,n,m,d,none\r\n'=1+1,-7,-31.50,2026-11-01,\r\n'-1,-7,-31.50,2026-11-01,\r\n'@a,-7,-31.50,2026-11-01,\r\n"
                        "\"a,\"\"b\"\"\nc\",-7,-31.50,2026-11-01,\r\n"));
        QVERIFY(sheetCsv(sheet, CsvWriter::Profile::Plain).find("\r\n=1+1,") != std::string::npos);
    }

    void workbookTextsAreNoFormulas()
    {
        QTemporaryDir folder;
        TableSheet sheet{"A [very]: long/title? that * Excel would not take", {"text", "number"}, {}, {}, {}, {}};
        for (const auto *text : {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://x", "{=1}", "\tx"})
            sheet.rows.push_back({std::string(text), QuantityCell{Units::fromRaw(12'345'678)}});
        sheet.more.push_back({"Evidence", {"a"}, {{std::string("b")}}, {}, {}, {}});
        const auto path = folder.filePath(QStringLiteral("t.xlsx")).toStdString();
        const auto written = writeFileSafely(path, [&sheet](const std::string &temporary) { return writeSheetXlsx(sheet, temporary); });
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        const auto xml = partOf(folder, "xl/worksheets/sheet1.xml");
        QVERIFY(!xml.contains("<f>"));
        QVERIFY(!xml.contains("<hyperlink"));
        QVERIFY(xml.contains("<v>0.12345678</v>"));
        QVERIFY(partOf(folder, "xl/sharedStrings.xml").contains("=1+1"));
        QVERIFY(partOf(folder, "xl/worksheets/sheet2.xml").contains("sheetData"));
    }

    void aWorkbookThatCannotBeWrittenSaysSo()
    {
        const TableSheet sheet{"t", {"a"}, {{std::string("b")}}, {}, {}, {}};
        QCOMPARE(writeSheetXlsx(sheet, "/no/such/folder/t.xlsx").error().code, Errc::Io);
    }
};

} // namespace sheetfiles_test

BR_TEST(sheetfiles, SheetFilesTest)
#include "sheetfiles.moc"
