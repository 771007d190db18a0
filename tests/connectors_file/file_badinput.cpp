// Bad and odd files: each is told in words, with file, row, column and value, and nothing is guessed.
#include "tests/connectors_file/filefixture.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QStringConverter>

using namespace br;
using namespace br::test;

namespace file_badinput_test {

namespace {

const std::string countsHeader
    = "account_id,account_name,meter_id,meter_name,subscription_id,measure,quantity,unit_cost,currency,term,commitment_end,status\n";
const std::string assetsHeader
    = "account_id,account_name,meter_id,meter_name,asset_id,asset_name,asset_class,status,assigned_at,ended_at,last_seen_at\n";

std::string count(const std::string &quantity, const std::string &more = ",,,,")
{
    return "T1,Contoso,BP,Business Premium,S1,purchased," + quantity + "," + more + "\n";
}

bool contains(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

#define VERIFY_SAYS(text, part) QVERIFY2(contains(text, part), (text).c_str())

class FileBadInput final : public QObject {
    Q_OBJECT

private slots:
    void refusesWholeFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray() << QByteArray("is empty");
        QTest::newRow("blank lines") << QByteArray("\n\n \r\n") << QByteArray("is empty");
        QTest::newRow("binary") << QByteArray("\x7f\x45LF\x02\x01\x01\0\0\0\0\0\0\0\x03\0\x3e\0account_id", 28)
                                << QByteArray("is not a text file");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n...") << QByteArray("PDF");
        QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12) << QByteArray(".xls");
        QTest::newRow("zip that is no workbook") << QByteArray("PK\x03\x04 nothing") << QByteArray("no Excel workbook");
        QTest::newRow("unknown columns") << QByteArray("colour,weight\nred,3\n") << QByteArray("Columns seen: colour, weight");
        QTest::newRow("psa file") << QByteArray("client_id,product_id,quantity\nC,P,1\n") << QByteArray("file of a PSA");
        QTest::newRow("unclosed quote") << QByteArray(countsHeader.c_str()) + "T1,\"Contoso,BP,x,S1,purchased,3,,,,,\n"
                                        << QByteArray("row 2");
        QTest::newRow("broken utf-8 with mark") << QByteArray("\xEF\xBB\xBF"
                                                              "account_id,meter_id,measure,quantity\n\xFF,B,used,1\n")
                                                << QByteArray("says that it is UTF-8");
        QTest::newRow("duplicate header") << QByteArray("account_id,meter_id,measure,quantity,Quantity\nT,M,used,1,2\n")
                                          << QByteArray("stands more than once");
    }

    void refusesWholeFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        const auto got = m_files.import(Side::Vendor, "odd.csv", bytes.toStdString());
        QVERIFY(got.error.has_value());
        VERIFY_SAYS(got.error->message, says.toStdString());
        VERIFY_SAYS(got.error->message, std::string("odd.csv"));
        QVERIFY(got.sink.files.empty());
    }

    void rejectsRows_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("says");
        const auto bad = [](const char *name, const std::string &row, const char *column, const char *says) {
            QTest::newRow(name) << QByteArray::fromStdString(row) << QByteArray(column) << QByteArray(says);
        };
        bad("1e400", count("1e400"), "quantity", "scientific notation");
        bad("NaN", count("NaN"), "quantity", "is not a number");
        bad("inf", count("inf"), "quantity", "is not a number");
        bad("empty quantity", count(""), "quantity", "empty");
        bad("words", count("twelve"), "quantity", "is not a number");
        bad("too large", count("100000000000"), "quantity", "too large");
        bad("currency", count("1", "2,XXQ,,,"), "currency", "not a currency code");
        bad("date", count("1", ",,,31.31.2026,"), "commitment_end", "is not a date");
        bad("measure", "T1,C,BP,x,S1,sold,1,,,,,\n", "measure", "no measure");
        bad("no account", ",C,BP,x,S1,used,1,,,,,\n", "account_id", "empty");
        bad("too many cells", "T1,Con,toso,BP,x,S1,used,1,,,,,,7\n", "", "quotation marks");
    }

    void rejectsRows()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, says);
        const auto got = m_files.import(Side::Vendor, "counts.csv", countsHeader + count("5") + "\n" + row.toStdString() + count("7"));
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.rejected.size(), size_t{1});
        const auto &rejected = got.sink.rejected[0];
        QCOMPARE(QByteArray::fromStdString(rejected.file), QByteArray("counts.csv"));
        QCOMPARE(rejected.row, 4); // header, a row, a blank row, this
        QCOMPARE(QByteArray::fromStdString(rejected.column), column);
        VERIFY_SAYS(rejected.reason, says.toStdString());
        QCOMPARE(got.sink.records.size(), size_t{2});
        QCOMPARE(got.sink.files[0].rowsIn, 3);
        QCOMPARE(got.sink.files[0].rowsKept, 2);
        QCOMPARE(got.sink.files[0].rowsRejected, 1);
    }

    void keepsAndTells()
    {
        const auto got = m_files.import(Side::Vendor, "counts.csv", countsHeader + count("-2") + count("0.5") + count("1.00005"));
        QCOMPARE(got.sink.records.size(), size_t{3});
        VERIFY_SAYS(got.sink.records[0], std::string("purchased -2 "));
        VERIFY_SAYS(got.sink.records[1], std::string("purchased 0.5 "));
        VERIFY_SAYS(got.sink.records[2], std::string("purchased 1.0001 "));
        QCOMPARE(got.sink.warned.size(), size_t{1}); // what a negative count means is judged where it is stored
        QVERIFY(got.isTold("rounded to 4"));
    }

    void aLineOfTenMegabytesIsToldAndNotEaten()
    {
        const auto got
            = m_files.import(Side::Vendor, "long.csv", countsHeader + count("1") + "T1," + std::string(10'000'000, 'x') + ",BP\n");
        QVERIFY(got.error.has_value());
        VERIFY_SAYS(got.error->message, std::string("row 3"));
        VERIFY_SAYS(got.error->message, std::string("1 MB"));
    }

    void aRenamedColumnIsReportedByName()
    {
        auto got = m_files.import(Side::Vendor, "counts.csv", "account_id,account_name,meter_id,measure,Qty\nT,C,M,used,1\n");
        QVERIFY(got.error.has_value());
        VERIFY_SAYS(got.error->message, std::string("\"quantity\" is missing (\"Qty\" stands where it was)"));
        VERIFY_SAYS(got.error->message, std::string("Vendor counts (neutral)"));
        // With a price list's "Quantity" beside it: no fall-back to a poorer layout that would read the wrong column.
        got = m_files.import(Side::Vendor, "nce.csv",
            "CustomerId,CustomerName,ProductId,ProductName,Quantity,Subtotal,SubscriptionId,ChargeStartDate,ChargeEndDate,"
            "TermAndBillingCycle,Billable Qty\n"
            "c,n,p,x,1,2,s,10/1/2026,10/31/2026,t,1\n");
        QVERIFY(got.error.has_value());
        VERIFY_SAYS(got.error->message, std::string("\"BillableQuantity\" is missing (\"Billable Qty\" stands where it was)"));
    }

    void readsEveryEncoding()
    {
        const QString text = QStringLiteral("account_id;account_name;meter_id;measure;quantity\r\nT1;M\u00fcller \u20ac;BP;used;1,5\r\n");
        const auto expected = std::string("count T1=Müller € - | BP=- | - | used 1.5 @ - EUR | - until - -");
        const auto check = [&](const char *name, const QByteArray &bytes) {
            const auto got = m_files.import(Side::Vendor, name, bytes.toStdString());
            QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
            QCOMPARE(QString::fromStdString(got.records()), QString::fromStdString(expected));
            QVERIFY(got.isTold("decimal comma"));
            QCOMPARE(got.isTold("Windows-1252"), QByteArray(name).startsWith("latin"));
        };
        const auto encoded = [&text](QStringConverter::Encoding encoding, bool mark) {
            QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder(text));
        };
        check("utf8.csv", text.toUtf8());
        check("utf8-mark.csv", "\xEF\xBB\xBF" + text.toUtf8());
        check("utf16le-mark.csv", encoded(QStringConverter::Utf16LE, true));
        check("utf16be-mark.csv", encoded(QStringConverter::Utf16BE, true));
        check("utf16le.csv", encoded(QStringConverter::Utf16LE, false));
        check("utf16be.csv", encoded(QStringConverter::Utf16BE, false));
        auto latin = text;
        check("latin.csv", latin.replace(QChar(0x20AC), QChar(0x80)).toLatin1());
    }

    void aListInWhichNothingWasSeenThisMonthIsTold()
    {
        const std::string header = "account_id,account_name,meter_id,meter_name,asset_id,asset_name,last_seen_at\n";
        const auto old = m_files.import(Side::Vendor, "old.csv", header + "A,Acme,agent,Agent,1,PC-1,2026-09-30\n");
        QVERIFY(!old.error);
        QVERIFY(old.isTold("nothing in it was seen after 2026-09-30"));
        const auto fresh = m_files.import(
            Side::Vendor, "fresh.csv", header + "A,Acme,agent,Agent,1,PC-1,2026-08-30\nA,Acme,agent,Agent,2,PC-2,2026-10-01\n");
        QVERIFY(!fresh.error);
        QVERIFY(!fresh.isTold("nothing in it was seen"));
    }

    void dateOrderIsFoundInTheColumnOrTold()
    {
        const auto row = [](const char *day) { return "T,C,M,,D" + std::string(day) + ",n,,," + day + ",,\n"; };
        auto got = m_files.import(Side::Vendor, "a.csv", assetsHeader + row("03/04/2026") + row("25/04/2026"));
        VERIFY_SAYS(got.sink.records.at(0), std::string("2026-04-03"));
        got = m_files.import(Side::Vendor, "a.csv", assetsHeader + row("03/04/2026") + row("04/25/2026"));
        VERIFY_SAYS(got.sink.records.at(0), std::string("2026-03-04"));
        QVERIFY(!got.isTold("month first"));
        got = m_files.import(Side::Vendor, "a.csv", assetsHeader + row("03/04/2026"));
        VERIFY_SAYS(got.sink.records.at(0), std::string("2026-03-04"));
        QVERIFY(got.isTold("month first"));
    }

    // Without it the rest of the account would be taken for all of it.
    void aRejectedCountIsNotRead()
    {
        const auto got = m_files.import(Side::Vendor, "a.csv", countsHeader + count("5") + count("twelve") + ",C,BP,x,S1,used,1,,,,,\n");
        QCOMPARE(got.sink.rejected.size(), size_t{2});
        QCOMPARE(got.sink.notRead.size(), size_t{1}); // the other names no account
        QCOMPARE(got.sink.notRead[0].account.text, std::string("T1"));
        QCOMPARE(got.sink.notRead[0].meter.text, std::string("BP"));
        VERIFY_SAYS(got.sink.notRead[0].reason, std::string("row 3"));
    }

    // "1.200" alone may be either; told by row, with both readings and the one that was taken.
    void aQuantityThatNothingDecidesIsTold()
    {
        const std::string header = "account_id,meter_id,measure,quantity\n";
        auto got = m_files.import(Side::Vendor, "a.csv", header + "T,M,used,1.200\nU,M,used,\"1,200\"\nV,M,used,7\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.warned.size(), size_t{2});
        QCOMPARE(got.sink.warned[0].row, 2);
        QCOMPARE(QString::fromStdString(got.sink.warned[0].column), QStringLiteral("quantity"));
        VERIFY_SAYS(got.sink.warned[0].reason, std::string("may be 1.2 or 1200"));
        VERIFY_SAYS(got.sink.warned[0].reason, std::string(": 1.2 was taken"));
        VERIFY_SAYS(got.sink.warned[1].reason, std::string(": 1200 was taken"));
        VERIFY_SAYS(got.sink.records[0], std::string("used 1.2 "));
        VERIFY_SAYS(got.sink.records[1], std::string("used 1200 "));
        // One number that decides is enough.
        got = m_files.import(Side::Vendor, "b.csv", header + "T,M,used,1.200\nU,M,used,2.5\n");
        QVERIFY(got.sink.warned.empty());
        got = m_files.import(Side::Vendor, "c.csv", header + "T,M,used,1.200\nU,M,used,\"2,5\"\n");
        QVERIFY(got.sink.warned.empty());
        VERIFY_SAYS(got.sink.records[0], std::string("used 1200 "));
    }

    void numbersAsAccountantsWriteThem()
    {
        const std::string header = "client_id;product_id;quantity;unit_price;unit_cost\n";
        const auto got = m_files.import(Side::Psa, "a.csv",
            header + "C;P1;1\xC2\xA0" + "200,00;(4,50);4,5\nC;P2;1\xE2\x80\xAF"
                + "200;(4,50 \xE2\x82\xAC);1'200,25\nC;P3;(3);4;1 2,0\nC;P4;1\xE2\x80\x99" + "000;-2;1\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.rejected.size(), size_t{1}); // "1 2,0" groups nothing
        QCOMPARE(got.sink.rejected[0].row, 4);
        QCOMPARE(got.sink.records.size(), size_t{3});
        VERIFY_SAYS(got.sink.records[0], std::string("| 1200 incl 0 @ -4.5 cost 4.5 EUR"));
        VERIFY_SAYS(got.sink.records[1], std::string("| 1200 incl 0 @ -4.5 cost 1200.25 EUR"));
        VERIFY_SAYS(got.sink.records[2], std::string("| 1000 incl 0 @ -2 cost 1 EUR"));
        const auto swiss = m_files.import(Side::Psa, "b.csv", "client_id,product_id,quantity\nC,P1,1'200.50\nC,P2,(2)\n");
        QVERIFY(swiss.sink.rejected.empty());
        VERIFY_SAYS(swiss.sink.records[0], std::string("| 1200.5 incl"));
        VERIFY_SAYS(swiss.sink.records[1], std::string("| -2 incl"));
    }

    void billableIsReadAsYAndN()
    {
        const auto got = m_files.import(Side::Psa, "additions.csv",
            "Company Name,Agreement Name,Addition Status,Product ID,Quantity,Price,Bill\nAcme,Managed,Active,EDR,3,4.5,Y\n"
            "Acme,Managed,Active,BACKUP,1,9,N\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QVERIFY(got.sink.rejected.empty());
        VERIFY_SAYS(got.sink.records.at(0), std::string("billable "));
        VERIFY_SAYS(got.sink.records.at(1), std::string("| free "));
    }

    // A client may be called Total; a sum is not one.
    void onlyRealFootersAreLeftOut()
    {
        auto got = m_files.import(Side::Vendor, "a.csv",
            "Client Name,Product Name,Quantity\nTotal,EDR,5\nGesamt,EDR,6\nHarbour,EDR,7\nTotal,,18\nTotal endpoints: 3,,\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.records.size(), size_t{3});
        QVERIFY(got.sink.rejected.empty());
        QVERIFY(got.isTold("2 rows left out: total or footer"));
        got = m_files.import(
            Side::Vendor, "b.csv", assetsHeader + "T,C,M,,D1,PC,,,,,\nTotal endpoints: 2,,,,,,,,,,\nTotal Energy,C,,,D3,x,,,,,\n");
        QCOMPARE(got.sink.records.size(), size_t{1});
        QCOMPARE(got.sink.rejected.size(), size_t{1}); // a row that names a device is no footer
        QCOMPARE(got.sink.rejected[0].row, 4);
        got = m_files.import(Side::Psa, "c.csv", "Client Name,Product Name,Quantity,Price\nGesamt,EDR,5,4.5\nGesamt,,5,22.5\n");
        QCOMPARE(got.sink.records.size(), size_t{1});
    }

    // Rows with too many cells, with too few, and with a value that the layout does not know: how much they count is not known.
    void whatARowWithoutColumnsWouldHaveCountedIsNotRead()
    {
        const std::string header = "account_id,account_name,meter_id,measure,quantity\n";
        auto got = m_files.import(Side::Vendor, "a.csv", header + "T1,Con,toso,BP,used,5\nT2,Acme\nT3,Tiny,BP,used,7\n");
        QCOMPARE(got.sink.rejected.size(), size_t{2});
        QCOMPARE(got.sink.records.size(), size_t{1});
        QCOMPARE(got.sink.notRead.size(), size_t{2});
        QCOMPARE(got.sink.notRead[0].account.text, std::string("T1"));
        QVERIFY(got.sink.notRead[0].meter.isEmpty());
        VERIFY_SAYS(got.sink.notRead[0].reason, std::string("row 2"));
        QCOMPARE(got.sink.notRead[1].account.text, std::string("T2"));
        QVERIFY(got.sink.notRead[1].meter.isEmpty());
        // Assets are no counts, and a sum below the table names no account.
        got = m_files.import(Side::Vendor, "b.csv", header + "T3,Tiny,BP,used,7\nTotal,,,,7,7\n");
        QVERIFY(got.sink.notRead.empty());
        got = m_files.import(Side::Vendor, "c.csv", "account_id,meter_id,asset_id,asset_name\nT1,agent,1,a\nT1,agent,2,b,c\n");
        QCOMPARE(got.sink.rejected.size(), size_t{1});
        QVERIFY(got.sink.notRead.empty());
    }

    void aHeaderFarBelowIsFound()
    {
        std::string text;
        for (int i = 0; i < 45; ++i)
            text += "Remark " + std::to_string(i) + ",,,\n";
        const auto path = m_files.write("deep.csv", text + "account_id,meter_id,measure,quantity\nT,M,used,3\n");
        const auto got = m_files.import(m_files.request(Side::Vendor, {path}));
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.records.size(), size_t{1});
        QCOMPARE(m_files.reading().preview(m_files.request(Side::Vendor, {path}), path)->headerRow, int64_t{46});
    }

    void sheetsOfOneLayoutAreReadAsOneAndHiddenOnesNot()
    {
        const auto got = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("sheets.xlsx")}));
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.records.size(), size_t{2});
        VERIFY_SAYS(got.sink.records[0], std::string("count T1"));
        VERIFY_SAYS(got.sink.records[1], std::string("count T2"));
        QCOMPARE(got.sink.rejected.size(), size_t{1});
        QCOMPARE(QString::fromStdString(got.sink.rejected[0].file), QStringLiteral("sheets.xlsx (South)"));
        QCOMPARE(got.sink.files.size(), size_t{1});
        QCOMPARE(got.sink.files[0].rowsIn, 3);
        QVERIFY(got.isTold("the sheets \"North\", \"South\" have the same columns and were read as one"));
        QVERIFY(got.isTold("its other sheets were not: \"Notes\""));
        QVERIFY(got.isTold("hidden sheets were not read: \"Old\""));
    }

    void headersNeedNotBeFirstNorSpelledTheSame()
    {
        const auto got = m_files.import(Side::Vendor, "a.csv",
            "Export of 31 October,,,,\n\nACCOUNT ID,Account-Name,Meter Id,Asset_ID,ASSET "
            "NAME\nT,\"Two\nlines\",M,D1,PC\n,,,,\nT,x,M,D2,\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.records.size(), size_t{2});
        QCOMPARE(QString::fromStdString(got.sink.records[0]), QStringLiteral("asset T=Two\nlines | M=- | D1=PC | - - | -..- seen -"));
    }

    void lineIdsStandOnce()
    {
        const std::string header = "client_id,line_id,product_id,quantity\n";
        auto request = m_files.request(
            Side::Psa, {m_files.write("one.csv", header + "C,L1,P,1\nC,L2,P,1\n"), m_files.write("two.csv", header + "C,L1,P,4\n")});
        const auto got = m_files.import(request);
        QCOMPARE(got.sink.records.size(), size_t{2});
        QCOMPARE(got.sink.rejected.size(), size_t{1});
        VERIFY_SAYS(got.sink.rejected[0].reason, std::string("one.csv, row 2"));
    }

    void aMappingIsSavedAndRecognisedNextTime()
    {
        const auto path = m_files.write("odd.csv", "Where;What;How many;Until;Colour;Shape;Size;Weight\nHarbour;Seat;12;x;red;round;3;4\n");
        auto request = m_files.request(Side::Vendor, {path});
        QVERIFY(m_files.import(request).error.has_value());
        const auto preview = m_files.reading().preview(request, path);
        QVERIFY(preview.ok());
        QVERIFY(preview->layout.empty() && !preview->problems.empty());
        QCOMPARE(preview->header.size(), size_t{8});
        QCOMPARE(preview->rows.size(), size_t{1});
        QVERIFY(!m_files.reading().makeProfile("p", Side::Vendor, *preview, {{"quantity", 2}}));
        const auto profile
            = m_files.reading().makeProfile("My vendor", Side::Vendor, *preview, {{"account_name", 0}, {"meter_name", 1}, {"quantity", 2}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
        request.profiles = {*profile};
        auto got = m_files.import(request);
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(QString::fromStdString(got.records()),
            QStringLiteral("count Harbour=Harbour - | Seat=Seat | - | used 12 @ - EUR | - until - -"));
        QCOMPARE(QString::fromStdString(got.sink.files[0].layout), QStringLiteral("My vendor"));
        QCOMPARE(QString::fromStdString(m_files.reading().preview(request, path)->layout), QStringLiteral("My vendor"));
        request.files = {m_files.write("next.csv", "Where;What;Number;Until;Colour;Shape;Size;Weight\nHarbour;Seat;12;x;red;round;3;4\n")};
        got = m_files.import(request);
        QVERIFY(got.error.has_value());
        VERIFY_SAYS(got.error->message, std::string("\"How many\" is missing"));
    }

    void aForcedLayoutIsTakenOrNamedAsUnknown()
    {
        auto request = m_files.request(Side::Vendor, {m_files.write("a.csv", "Client Name,Product Name,Quantity,a,b,c,d,e\nX,Y,3,,,,,\n")});
        QVERIFY(m_files.import(request).error.has_value());
        request.layout = "minimal-vendor";
        QCOMPARE(m_files.import(request).sink.records.size(), size_t{1});
        request.layout = "no-such";
        QCOMPARE(m_files.import(request).error->code, Errc::NotFound);
        request.layout = "vendor-assets";
        VERIFY_SAYS(m_files.import(request).error->message, std::string("\"asset_id\" is missing"));
    }

    // connectors/file/layouts/README.md, word for word.
    void theWorkedExampleOfTheReferenceWorks()
    {
        QFile reference(QStringLiteral(BR_LAYOUTS "/README.md"));
        QVERIFY(reference.open(QIODevice::ReadOnly));
        const auto text = reference.readAll().toStdString();
        const auto start = text.find("```json\n") + 8;
        auto request = m_files.request(Side::Vendor,
            {m_files.write(
                "acme.csv", "Vault,Customer,Machine,Type,Last backup,Mailboxes\nV1,Harbour,SRV-01,SRV,31/10/2026,14\nTotal,Total,,,,\n")});
        request.profiles = {{"Acme", text.substr(start, text.find("```", start) - start)}};
        const auto got = m_files.import(request);
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(QString::fromStdString(got.records()),
            QStringLiteral("asset Harbour=- | machine=- | -=SRV-01 | server - | -..- seen 2026-10-31\ncount Harbour=- - | mailbox=- | - | "
                           "used 14 @ - EUR | - until - -"));
    }

    void aMissingConnectorSaysWhereItWasLookedFor()
    {
        Registry registry({QStringLiteral("/nowhere/connectors")});
        QVERIFY(registry.available().empty());
        const auto found = registry.plugin("file");
        QCOMPARE(found.error().code, Errc::NotFound);
        VERIFY_SAYS(found.error().message, std::string("/nowhere/connectors"));
        const auto info = Registry(Registry::defaultFolders()).info("file");
        QVERIFY(info.ok());
        QCOMPARE(info->sides.size(), size_t{2});
    }

private:
    FileFixture m_files;
};

} // namespace file_badinput_test

BR_TEST(file_badinput, FileBadInput)
#include "file_badinput.moc"
