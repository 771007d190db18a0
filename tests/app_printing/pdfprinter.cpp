// Sheets as documents: no number is broken, long ones have their header on each page, a sum stands below a row.
#include "app/printing/pdfprinter.h"
#include "core/base/safefile.h"
#include "tests/core_exchange/sheetrow.h"
#include "tests/run/registered.h"

#include <QProcess>
#include <QTemporaryDir>

#include <optional>

using namespace br;

namespace pdfprinter_test {

namespace {

constexpr const char *noPdfText = "pdftotext (poppler-utils) is not installed: the text of the document was NOT looked at";

// The texts of a document's pages, and what follows the last one; none: it cannot be looked at here.
std::optional<QList<QByteArray>> pagesOf(const TableSheet &sheet)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("t.pdf"));
    if (!writeFileSafely(path.toStdString(), *PdfPrinter().pdf(sheet, "digest abc")))
        qFatal("the document could not be written");
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    if (!text.waitForStarted() || !text.waitForFinished())
        return std::nullopt;
    return text.readAllStandardOutput().split('\f');
}

} // namespace

class PdfPrinterTest final : public QObject {
    Q_OBJECT

private slots:
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

} // namespace pdfprinter_test

BR_TEST(pdfprinter, PdfPrinterTest)
#include "pdfprinter.moc"
