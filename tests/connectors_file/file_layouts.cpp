// Every shipped layout on a file as people have it, against the records worked out by hand (fixtures/*.expected).
#include "tests/connectors_file/filefixture.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

using namespace br;
using namespace br::test;

namespace file_layouts_test {

class FileLayouts final : public QObject {
    Q_OBJECT

private slots:
    void readsRealFiles_data()
    {
        QTest::addColumn<bool>("isPsa");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("layout");
        const auto row = [](bool isPsa, const char *file, const char *layout) {
            QTest::newRow(layout) << isPsa << QString::fromUtf8(file) << QString::fromUtf8(layout);
        };
        row(true, "connectwise-agreement-report.csv", "connectwise-agreement-report");
        row(true, "connectwise-additions-search.csv", "connectwise-additions-search");
        row(true, "minimal-psa.csv", "minimal-psa");
        row(false, "microsoft-nce.csv", "microsoft-nce");
        row(false, "microsoft-licence-based.csv", "microsoft-licence-based");
        row(false, "csp-hub.csv", "csp-hub");
        row(false, "csp-cloudcockpit.csv", "csp-cloudcockpit");
        row(false, "microsoft-daily-usage.csv", "microsoft-daily-usage");
        row(false, "harbourdental.onmicrosoft.com_licenses_2026-10-31.csv", "m365-licences");
        row(false, "Harbour Dental active users.csv", "m365-active-users");
        row(false, "cipp-licences.csv", "cipp-licences");
        row(false, "sentinelone-endpoints.csv", "sentinelone-endpoints");
        row(false, "cove-maxvalueplus.csv", "cove-maxvalueplus");
        row(false, "cove-summary.csv", "cove-summary");
        row(false, "ninjaone-script.csv", "ninjaone-script");
        row(false, "EFile_202610.csv", "nable-efile");
        row(false, "pax8-subscriptions-sheet.csv", "pax8-subscriptions-sheet");
        row(false, "also-raw-charges.xlsx", "also-raw-charges");
        row(false, "minimal-vendor.csv", "minimal-vendor");
    }

    void readsRealFiles()
    {
        QFETCH(bool, isPsa);
        QFETCH(QString, file);
        QFETCH(QString, layout);
        const auto path = FileFixture::fixture(file.toStdString());
        const auto got = m_files.import(m_files.request(isPsa ? Side::Psa : Side::Vendor, {path}));
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        for (const auto &row : got.sink.rejected)
            qWarning("row %lld %s: %s", static_cast<long long>(row.row), row.column.c_str(), row.reason.c_str());
        const auto expectedPath = QString::fromStdString(path).section(QLatin1Char('.'), 0, -2) + QStringLiteral(".expected");
        QFile expected(expectedPath);
        QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expectedPath));
        QCOMPARE(QString::fromStdString(got.records()), QString::fromUtf8(expected.readAll()).trimmed());
        QCOMPARE(QString::fromStdString(got.sink.files.at(0).layout), layout);
        QCOMPARE(got.sink.files[0].rowsIn, got.sink.files[0].rowsKept + got.sink.files[0].rowsRejected);
    }

    void everyShippedLayoutCanBeRead()
    {
        const auto files = QDir(QStringLiteral(BR_LAYOUTS)).entryList({QStringLiteral("*.json")});
        const auto layouts = m_files.reading().layouts();
        QCOMPARE(static_cast<qsizetype>(layouts.size()), files.size());
        for (const auto &[id, title] : layouts)
            QVERIFY2(files.contains(QString::fromStdString(id) + QStringLiteral(".json")), id.c_str());
    }

    void tellsWhatItLeftOut()
    {
        auto got = m_files.import(m_files.request(Side::Psa, {FileFixture::fixture("connectwise-agreement-report.csv")}));
        QVERIFY(got.isTold("agreementStatus"));
        QVERIFY(got.isTold("monthly was taken"));
        QCOMPARE(got.sink.files[0].rowsIn, 3); // neither the footer nor the inactive agreement
        got = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("also-raw-charges.xlsx")}));
        QVERIFY(got.isTold("the company is blank"));
        QVERIFY(got.isTold("its other sheets were not"));
        got = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("microsoft-nce.csv")}));
        QVERIFY(got.isTold("in an earlier invoice"));
    }

    // "$4.50" is no number: told by name, not guessed.
    void rejectsTheRowThatItCannotRead()
    {
        const auto got = m_files.import(m_files.request(Side::Psa, {FileFixture::fixture("connectwise-additions-search.csv")}));
        QCOMPARE(got.sink.rejected.size(), size_t{1});
        const auto &row = got.sink.rejected[0];
        QCOMPARE(row.row, 5);
        QCOMPARE(QString::fromStdString(row.column), QStringLiteral("Price"));
        QCOMPARE(QString::fromStdString(row.value), QStringLiteral("$4.50"));
    }

    void refusesAnotherMonth()
    {
        auto request = m_files.request(Side::Vendor, {FileFixture::fixture("microsoft-nce.csv")});
        request.period = *Period::fromMonth(2026, 9);
        auto got = m_files.import(request);
        QVERIFY(got.error.has_value());
        QCOMPARE(got.error->code, Errc::Refused);
        QVERIFY(got.error->message.find("2026-10") != std::string::npos && got.error->message.find("2026-09") != std::string::npos);
        request.force = true;
        got = m_files.import(request);
        QVERIFY(!got.error);
        QVERIFY(got.isTold("forced"));
        request = m_files.request(Side::Vendor, {FileFixture::fixture("also-raw-charges.xlsx")});
        request.period = *Period::fromMonth(2026, 11);
        QCOMPARE(m_files.import(request).error->code, Errc::Refused);
    }

    void theOrderOfRowsChangesNothing()
    {
        QFile file(QString::fromStdString(FileFixture::fixture("microsoft-nce.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto lines = file.readAll().trimmed().split('\n');
        std::reverse(lines.begin() + 1, lines.end());
        const auto turned = m_files.import(Side::Vendor, "turned.csv", lines.join('\n').toStdString());
        const auto straight = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("microsoft-nce.csv")}));
        QCOMPARE(QString::fromStdString(turned.records()), QString::fromStdString(straight.records()));
    }

    // Azure and one-time charges are no seats; and an invoice does not list what is there.
    void chargesAreSeatsOnlyWhereTheyAre()
    {
        QFile file(QString::fromStdString(FileFixture::fixture("microsoft-nce.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll().trimmed();
        const auto row = [](const QByteArray &product, const char *term, const char *unit, const char *meter, const char *frequency) {
            return "\np-1,7b1f0c52-0001,Harbour Dental GmbH,x,DE,E,1,,o,10/1/2026," + product
                + ",0002,A,Name,Name,New,1,77,77,0,77,EUR,,M,,,s-9" + product + ",10/1/2026,10/31/2026," + term + ",1," + unit + ",,77,"
                + frequency + ",EUR,1,," + meter + ",,,,,,,,";
        };
        text += row("AZ", "", "1 Hour", "D2 v3", "") + row("AZ", "", "1 GB/Month", "Storage", "") + row("AY", "", "100 Hours", "", "");
        text += row("PERP", "One-Time", "", "", "OneTime") + row("SEAT", "One-Month commitment for monthly billing", "", "", "Monthly");
        const auto got = m_files.import(Side::Vendor, "nce.csv", text.toStdString());
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        const auto records = got.records();
        QVERIFY(records.find("| AZ") == std::string::npos && records.find("| AY") == std::string::npos);
        QVERIFY(records.find("PERP") == std::string::npos);
        QVERIFY(records.find("| SEAT:0002") != std::string::npos);
        QVERIFY(got.isTold("3 rows left out: charges by usage"));
        QVERIFY(got.isTold("1 rows left out: one-time charges"));
        QCOMPARE(got.sink.notRead.size(), size_t{1});
        QVERIFY(got.sink.notRead[0].onlyWhereAbsent);
    }

    // Number cells are exact whatever sign the texts beside them have.
    void aNumberOfAWorkbookKeepsItsPoint()
    {
        const auto got = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("mixed-numbers.xlsx")}));
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(got.sink.records.size(), size_t{3});
        const std::array<const char *, 3> expected{"purchased 1.234 @ 4.5 EUR", "purchased 1000.5 @ 2.125 EUR", "purchased 7 @ 0.125 EUR"};
        for (size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(got.sink.records[i].find(expected[i]) != std::string::npos, got.sink.records[i].c_str());
    }

    // An invoice may come in two files: what one charges, the other corrects.
    void aChargeAndItsCorrectionMayStandInTwoFiles()
    {
        QFile file(QString::fromStdString(FileFixture::fixture("microsoft-nce.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        std::array<QByteArray, 2> halves{lines[0], lines[0]};
        for (qsizetype i = 1; i < lines.size(); ++i)
            halves[static_cast<size_t>(i % 2)] += '\n' + lines[i];
        const auto split = m_files.import(m_files.request(
            Side::Vendor, {m_files.write("even.csv", halves[0].toStdString()), m_files.write("odd.csv", halves[1].toStdString())}));
        const auto whole = m_files.import(m_files.request(Side::Vendor, {FileFixture::fixture("microsoft-nce.csv")}));
        QCOMPARE(QString::fromStdString(split.records()), QString::fromStdString(whole.records()));
    }

    void theTenantOfAFileIsTheSameEveryMonth_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name :
            {"contoso licences (1).csv", "contoso_products_2026-10-31 10_22_11.csv", "contoso users_10_31_2026 9_12_33 AM.csv"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void theTenantOfAFileIsTheSameEveryMonth()
    {
        QFETCH(QString, file);
        const auto got = m_files.import(
            Side::Vendor, file.toStdString(), "Product Title,Total Licenses,Expired Licenses,Assigned licenses\nE3,5,0,4\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QVERIFY2(got.sink.records.at(0).find(" contoso=contoso ") != std::string::npos, got.sink.records.at(0).c_str());
    }

    void theTenantComesFromTheSettings()
    {
        auto request = m_files.request(Side::Vendor, {FileFixture::fixture("harbourdental.onmicrosoft.com_licenses_2026-10-31.csv")});
        request.settings = R"({"account_id":"t-1","account_name":"Harbour"})";
        const auto got = m_files.import(request);
        QVERIFY(got.sink.records.at(0).starts_with("count t-1=Harbour "));
    }

private:
    FileFixture m_files;
};

} // namespace file_layouts_test

BR_TEST(file_layouts, FileLayouts)
#include "file_layouts.moc"
