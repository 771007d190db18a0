// Adjustment sheets as values and files: sums by currency, texts that are no formulas, numbers in every locale, long documents.
#include "core/exchange/sheetfiles.h"
#include "core/base/safefile.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace br;

namespace {

AdjustmentRow rowOf(const char *client, std::optional<int64_t> impactRaw, const char *currency)
{
    AdjustmentRow row;
    row.key = "k";
    row.clientName = client;
    row.serviceName = "EDR";
    row.line = LineId("L1");
    row.currency = Currency::parse(currency).value();
    if (impactRaw)
        row.impact = Decimal::fromRaw(*impactRaw);
    return row;
}

QByteArray partOf(const QTemporaryDir &folder, const char *inside)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), folder.filePath(QStringLiteral("t.xlsx")), QString::fromLatin1(inside)});
    if (!unzip.waitForFinished() || unzip.exitCode() != 0)
        qFatal("unzip is needed to look into the workbook, or there is no %s in it", inside);
    return unzip.readAllStandardOutput();
}

constexpr const char *noPdfText = "pdftotext (poppler-utils) is not installed: the text of the document was NOT looked at";

// The texts of a document's pages, and what follows the last one; none: it cannot be looked at here.
std::optional<QList<QByteArray>> pagesOf(const TableSheet &sheet)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("t.pdf"));
    if (!writeFileSafely(path.toStdString(), *sheetPdf(sheet, "digest abc")))
        qFatal("the document could not be written");
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    if (!text.waitForStarted() || !text.waitForFinished())
        return std::nullopt;
    return text.readAllStandardOutput().split('\f');
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

    void aPrintedSheetBreaksNoNumber()
    {
        auto row = rowOf("Bergmann & Söhne Maschinenbau Gesellschaft mbH", 12'345'678'900, "EUR");
        row.agreementName = "Managed workplace with everything included, three years";
        row.productName = "Microsoft 365 Business Premium (New Commerce, yearly commitment, monthly billing)";
        row.billed = Units::fromInt(1'234'567);
        row.targetQuantity = Decimal::fromRaw(12'345'678'125);
        row.price = CyclePrice{Decimal::fromRaw(123'456'500), 1, Currency::parse("EUR").value()};
        row.effective = Day::parse("2026-11-01").value();
        row.reason = "Counted at the vendor and confirmed with the client on the telephone, see the ticket";
        row.by = "maria.brandmueller@example.com";
        row.at = "2026-11-03T09:00:00.000Z";
        auto unpriced = row;
        unpriced.clientName = "Contoso";
        unpriced.agreementName.clear();
        unpriced.impact.reset();
        unpriced.price.reset();
        const auto sheet = printedSheet({row, unpriced});
        QCOMPARE(sheet.header.size(), size_t{13});
        QCOMPARE(sheet.totals.size(), size_t{1});
        QCOMPARE(sheet.rows[1][8], Cell(std::string("–"))); // unknown, not nothing
        const auto pages = pagesOf(sheet);
        if (!pages)
            QSKIP(noPdfText);
        const auto words = pages->join(' ');
        for (const auto *whole :
            {"1234567", "1234567.8125", "0.8125", "2026-11-01", "12345.65", "1234567.89", "2026-11-03", "Sum EUR", "month", "telephone"})
            QVERIFY2(words.contains(whole), words.constData());
    }

    void aLongDocumentHasItsHeaderOnEachPage()
    {
        TableSheet sheet{"Adjustments", {"client", "quantity"}, {}, {}, {}, {}};
        for (int i = 0; i < 500; ++i)
            sheet.rows.push_back({"Client " + std::to_string(i), QuantityCell{Units::fromInt(i)}});
        const auto read = pagesOf(sheet);
        if (!read)
            QSKIP(noPdfText);
        const auto &pages = *read;
        const auto count = pages.size() - 1;
        QVERIFY(count > 5);
        for (int i = 0; i < count; ++i) {
            QVERIFY(pages[i].contains(QByteArray("Page ") + QByteArray::number(i + 1) + " of " + QByteArray::number(count)));
            QVERIFY(pages[i].contains("digest abc"));
            QVERIFY(pages[i].contains("client"));
        }
        const auto all = pages.join(' ');
        for (int i = 0; i < 500; ++i)
            QVERIFY2(all.contains(QByteArray("Client ") + QByteArray::number(i)), qPrintable(QString::number(i)));
    }

    void aSumStandsBelowARow()
    {
        bool hasSecondPage = false;
        for (int rows = 25; rows <= 60; ++rows) { // so that the sum falls just over an edge for one of them
            TableSheet sheet{"Adjustments", {"client", "quantity"}, {}, {}, {}, {}};
            for (int i = 0; i < rows; ++i)
                sheet.rows.push_back({"Client " + std::to_string(i), QuantityCell{Units::fromInt(i)}});
            sheet.totals.push_back({std::string("Sum"), QuantityCell{Units::fromInt(rows)}});
            const auto pages = pagesOf(sheet);
            if (!pages)
                QSKIP(noPdfText);
            const auto &last = pages->at(pages->size() - 2);
            QVERIFY2(last.contains("Sum") && last.contains("Client " + QByteArray::number(rows - 1)), last.constData());
            hasSecondPage = hasSecondPage || pages->size() == 3;
        }
        QVERIFY(hasSecondPage);
    }
};

QTEST_MAIN(SheetFilesTest)
#include "sheetfiles.moc"
