// Cells as vendors and PSAs write them: read whole or rejected, never in part; and what is no seat is left out and told.
#include "tests/connectors_file/filefixture.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;

namespace file_oddcells_test {

namespace {

QString textOf(const std::vector<std::string> &records)
{
    QString all;
    for (const auto &record : records)
        all += QString::fromStdString(record) + QLatin1Char('\n');
    return all;
}

const std::string alsoHeader = "Company;Product name;Attributes;Priceable item;Charge;Interval;Contract Id\n";

std::string alsoRow(const std::string &attributes, const std::string &interval)
{
    return "Acme;Seat;\"" + attributes + "\";Fee;20,50;" + interval + ";K1\n";
}

#define VERIFY_READ(got) QVERIFY2(!(got).error, (got).error ? (got).error->message.c_str() : "")

} // namespace

class FileOddCells final : public QObject {
    Q_OBJECT

private slots:
    void theProductOfAnAgreementReportIsReadWhole_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("product");
        const auto row = [](const char *cell, const char *product) { QTest::newRow(cell) << cell << product; };
        row("{\"id\":87,\"identifier\":\"EDR, Pro; 24'7\",\"_info\":{}}", "EDR, Pro; 24'7");
        row("{\"id\":87,\"identifier\":\"EDR \\\"Pro\\\"\"}", "EDR \"Pro\"");
        row("{\"name\":\"not identifier: X\",\"identifier\":\"EDR\"}", "EDR");
        row("{'id': 87, 'identifier': 'EDR, Pro'}", "EDR, Pro");
        row("{'id': 87, 'identifier': \"EDR's, all}\"}", "EDR's, all}");
        row("@{id=87; identifier=EDR, Pro's; _info=}", "EDR, Pro's");
        row("@{id=87; identifier=EDR; Pro; _info=}", "EDR; Pro");
        row("@{_info=; identifier=EDR-SEAT}", "EDR-SEAT");
        row("{id: 87, identifier: EDR, name: Pro}", "EDR");
        row("EDR, Pro", "EDR, Pro");
    }
    void theProductOfAnAgreementReportIsReadWhole()
    {
        QFETCH(QString, cell);
        QFETCH(QString, product);
        const auto quoted = QString(cell).replace(QLatin1Char('"'), QLatin1String("\"\""));
        const auto got = m_files.import(Side::Psa, "report.csv",
            "Company,Agreement,ProductName,id,product,quantity,lessIncluded,unitPrice,billCustomer\nAcme,MSA,Seat,1,\""
                + quoted.toStdString() + "\",3,0,5,Billable\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{1});
        QVERIFY2(textOf(got.sink.records).contains(QStringLiteral("| product %1=Seat |").arg(product)), got.sink.records[0].c_str());
    }

    // The same rule as that of the API's manifest.
    void trialsAndWhatBeginsLaterAreNoSeatsOfPax8()
    {
        std::string text = "Company Name,Subscription ID,Product ID,Product Name,SKU,Status,Current Quantity,Start Date,Billing Term\n";
        const auto row = [&text](const char *id, const char *status, const char *start, const char *term) {
            text += std::string("Acme,") + id + ",prd,Seat,S," + status + ",10," + start + "," + term + "\n";
        };
        row("kept", "Active", "2026-10-31", "Monthly");
        row("ending", "PendingCancel", "2025-01-01", "Annual");
        row("undated", "Active", "", "Monthly");
        row("s1", "Trial", "2026-10-01", "Monthly");
        row("s2", "Active", "2026-10-01", "Trial");
        row("s3", "Converted", "2026-10-01", "Monthly");
        row("s4", "PendingActivation", "2026-10-01", "Monthly");
        row("s5", "Active", "2026-11-01", "Monthly");
        row("s6", "Active", "2026-10-01", "One-Time");
        const auto got = m_files.import(Side::Vendor, "pax8.csv", text);
        VERIFY_READ(got);
        const auto records = textOf(got.sink.records);
        QCOMPARE(got.sink.records.size(), size_t{3});
        QVERIFY2(records.contains(QLatin1String("| kept |")) && records.contains(QLatin1String("| ending |"))
                && records.contains(QLatin1String("| undated |")),
            qPrintable(records));
        QVERIFY(got.isTold("2 rows left out: trial"));
        QVERIFY(got.isTold("1 rows left out: converted"));
        QVERIFY(got.isTold("1 rows left out: not active yet"));
        QVERIFY(got.isTold("1 rows left out: begins after the month"));
    }

    void theQuantityOfAlsoIsReadWholeOrNotAtAll_data()
    {
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<QString>("quantity"); // empty: the row is rejected
        const auto row = [](const char *attributes, const char *quantity) { QTest::newRow(attributes) << attributes << quantity; };
        row("Billing Type=Monthly - P1Y Quantity=1", "1");
        row("Quantity=12; Billing Type=Monthly", "12");
        row("Quantity=12 Billing Type=Monthly", "12");
        row("Quantity=1'200", "1200");
        row("Quantity=1 200 Billing Type=Monthly", "1200");
        row("Quantity=1.200,00", "1200");
        row("Quantity=1,5", "1.5");
        row("MinQuantity=1 MaxQuantity=300 Quantity=12", "12");
        row("Min Quantity=1 Quantity=12", "12");
        row("Menge=7", "7");
        row("Quantity=12 of 15", "");
        row("Quantity=1 2", "");
        row("MinQuantity=1", "");
        row("Quantity=", "");
    }
    void theQuantityOfAlsoIsReadWholeOrNotAtAll()
    {
        QFETCH(QString, attributes);
        QFETCH(QString, quantity);
        const auto got
            = m_files.import(Side::Vendor, "also.csv", alsoHeader + alsoRow(attributes.toStdString(), "01.10.2026 - 31.10.2026"));
        VERIFY_READ(got);
        if (quantity.isEmpty()) {
            QCOMPARE(got.sink.records.size(), size_t{0});
            QCOMPARE(got.sink.rejected.size(), size_t{1});
        } else {
            QCOMPARE(got.sink.rejected.size(), size_t{0});
            QVERIFY2(textOf(got.sink.records).contains(QStringLiteral("purchased %1 @").arg(quantity)), got.sink.records.at(0).c_str());
        }
    }

    // An interval that is not understood would take the row out of its billing cycle and its month.
    void theIntervalOfAlsoIsReadInAllItsForms_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *interval, bool isRead) { QTest::newRow(interval) << QString::fromUtf8(interval) << isRead; };
        row("01.10.2026 - 31.10.2026", true);
        row("01.10.2026-31.10.2026", true);
        row("01.10.2026\xE2\x80\x93"
            "31.10.2026",
            true);
        row("01.10.2026 \xE2\x80\x93 31.10.2026", true);
        row("01.10.2026 bis 31.10.2026", true);
        row("2026-10-01 - 2026-10-31", true);
        row("2026-10-01-2026-10-31", true);
        row("01.10.2026 00:00 - 31.10.2026 23:59:59", true);
        row("October 2026", false);
        row("01.10. - 31.10.2026", false);
        row("32.10.2026 - 31.10.2026", false);
    }
    void theIntervalOfAlsoIsReadInAllItsForms()
    {
        QFETCH(QString, interval);
        QFETCH(bool, isRead);
        // A refund of an earlier cycle beside it: only where both intervals are read does the cycle that ends last count.
        const auto got = m_files.import(Side::Vendor, "also.csv",
            alsoHeader + alsoRow("Quantity=4", interval.toStdString()) + alsoRow("Quantity=9", "01.09.2026 - 30.09.2026")
                + "Acme;Other;Quantity=1;Fee;5,00;01.10.2026 - 31.10.2026;K2\nAcme;Other;Quantity=1;Fee;5,00;01.10.2026 - 31.10.2026;K3\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.rejected.size(), isRead ? size_t{0} : size_t{1});
        const auto records = textOf(got.sink.records);
        QVERIFY2(records.contains(isRead ? QLatin1String("purchased 4 @ 5.125") : QLatin1String("purchased 9 @")), qPrintable(records));
    }

    // Microsoft writes the month first; a spreadsheet that saved the file may have turned that round.
    void datesThatProveAnotherOrderAreReadSoAndTold()
    {
        const std::string header = "CustomerId,CustomerName,ProductId,SkuId,SkuName,SubscriptionId,ChargeType,BillableQuantity,Subtotal,"
                                   "EffectiveUnitPrice,Currency,TermAndBillingCycle,ChargeStartDate,ChargeEndDate,SubscriptionEndDate\n";
        const auto row = [](const char *start, const char *end, const char *until) {
            return std::string("A,Acme,P,1,Seat,S,cycleCharge,10,200,20,EUR,One-Year commitment for monthly billing,") + start + "," + end
                + "," + until + "\n";
        };
        auto got = m_files.import(Side::Vendor, "eu.csv", header + row("01/10/2026", "31/10/2026", "09/01/2027"));
        VERIFY_READ(got);
        QVERIFY(got.sink.rejected.empty());
        QVERIFY2(textOf(got.sink.records).contains(QLatin1String("until 2027-01-09")), got.sink.records.at(0).c_str());
        QVERIFY(got.isTold("eu.csv: its dates have the day first"));
        got = m_files.import(Side::Vendor, "us.csv", header + row("10/1/2026", "10/31/2026", "9/1/2027"));
        VERIFY_READ(got);
        QVERIFY2(textOf(got.sink.records).contains(QLatin1String("until 2027-09-01")), got.sink.records.at(0).c_str());
        QVERIFY(!got.isTold("day first"));
        // Nothing proves anything: as the vendor writes.
        got = m_files.import(Side::Vendor, "open.csv", header + row("10/1/2026", "11/1/2026", "9/1/2027"));
        VERIFY_READ(got);
        QVERIFY2(textOf(got.sink.records).contains(QLatin1String("until 2027-09-01")), got.sink.records.at(0).c_str());
        got = m_files.import(Side::Vendor, "both.csv", header + row("10/1/2026", "10/31/2026", "31/12/2026"));
        QVERIFY(got.error.has_value());
        QVERIFY2(got.error->message.starts_with("both.csv: some dates have the day first"), got.error->message.c_str());
    }

    // A distributor's charges have product and list price, too; without this the month would have products and no line.
    void chargesOfAVendorAreNoProductList()
    {
        const std::string sherweb
            = "productId,productName,sku,chargeId,chargeName,chargeType,billingCycleType,periodFrom,periodTo,quantity,"
              "listPrice,netPrice,netPriceProrated,subTotal,currency,isBilled\nP,Seat,S,1,Seat,Recurring,Monthly,"
              "2026-10-01,2026-10-31,5,4.5,4,4,20,EUR,true\n";
        auto got = m_files.import(Side::Psa, "sherweb.csv", sherweb);
        QVERIFY(got.error.has_value());
        QVERIFY(got.sink.records.empty());
        got = m_files.import(Side::Vendor, "sherweb.csv", sherweb);
        QVERIFY(got.error.has_value());
        QVERIFY2(got.error->message.find("is a file of a PSA") == std::string::npos, got.error->message.c_str());
        got = m_files.import(Side::Psa, "products.csv", "product_id,list_price,Vendor,Category\nEDR,4.5,x,y\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{1});
    }

    // Three columns fit both sides; a fourth that only the other has is worth a word, not a refusal.
    void aFileThatFitsTheOtherSideBetterIsTold()
    {
        const std::string priced = "Client,Product,Quantity,Unit Price\nAcme,Seat,5,4.50\n";
        auto got = m_files.import(Side::Vendor, "sold.csv", priced);
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{1});
        QVERIFY(got.isTold("looks more like a file of a PSA (Minimal PSA file"));
        got = m_files.import(Side::Psa, "sold.csv", priced);
        VERIFY_READ(got);
        QVERIFY(!got.isTold("looks more like"));
        got = m_files.import(Side::Psa, "bought.csv", "Client,Product,Quantity,Unit Cost\nAcme,Seat,5,4.50\n");
        VERIFY_READ(got);
        QVERIFY(got.isTold("looks more like a file of a vendor (Minimal vendor file"));
        got = m_files.import(Side::Vendor, "plain.csv", "Client,Product,Quantity\nAcme,Seat,5\n");
        VERIFY_READ(got);
        QVERIFY(!got.isTold("looks more like"));
    }

    void aNegativeLineOfAnInvoiceOfUseIsACredit()
    {
        const auto got = m_files.import(Side::Vendor, "EFile_1.csv",
            "Account Name,Invoice Number,Period From,Period To (MM-DD-YYYY),Usage Customer,Product,Quantity,Rating Method,Device ID\n"
            "MSP,1,10-01-2026,10-31-2026,Acme,Server,3,Max,D1\nMSP,1,10-01-2026,10-15-2026,Acme,Server,1,Max,D7\n"
            "MSP,1,10-01-2026,10-31-2026,Beta,User,1024,Max,D8\nMSP,1,09-01-2026,09-30-2026,Beta,User,-24,Max,\n"
            "MSP,1,10-01-2026,10-31-2026,Gamma,User,-2,Max,\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{4});
        const auto records = textOf(got.sink.records);
        QVERIFY2(
            records.contains(QLatin1String("| D1 | used 3 ")) && records.contains(QLatin1String("| D7 | used 1 ")), qPrintable(records));
        QVERIFY2(records.contains(QLatin1String("| used 1000 ")), qPrintable(records));
        QVERIFY2(records.contains(QLatin1String("| used -2 ")), qPrintable(records)); // for the staging to reject
        QVERIFY(got.sink.notRead.empty());
    }

    // Exports that were never renamed: two tenants would become one.
    void twoFilesOfOneDerivedAccountAreRefused()
    {
        const std::string licences = "Product Title,Total Licenses,Expired Licenses,Assigned licenses\nE3,5,0,4\n";
        const std::string users = "Block credential,Display name,User principal name,Licenses\nFalse,A,a@b.example,E3\n";
        auto request = m_files.request(Side::Vendor,
            {m_files.write("Contoso licenses.csv", licences), m_files.write("contoso licenses (1).csv", licences + "E5,1,0,1\n")});
        auto got = m_files.import(request);
        QVERIFY(got.error.has_value());
        QCOMPARE(got.error->code, Errc::Conflict);
        QVERIFY2(
            got.error->message.find("Contoso licenses.csv and contoso licenses (1).csv") != std::string::npos, got.error->message.c_str());
        request.force = true;
        got = m_files.import(request);
        VERIFY_READ(got);
        // Two reports of one tenant are as they should be, and one account.
        got = m_files.import(
            m_files.request(Side::Vendor, {m_files.write("Contoso licenses.csv", licences), m_files.write("contoso users.csv", users)}));
        VERIFY_READ(got);
        QVERIFY2(got.sink.records.back().starts_with("asset Contoso=Contoso "), got.sink.records.back().c_str());
        // Date and time are no name; what is left is the same every month.
        got = m_files.import(m_files.request(Side::Vendor, {m_files.write("users_10_31_2026 8_15_22 AM.csv", users)}));
        VERIFY_READ(got);
        QVERIFY2(got.sink.records.at(0).starts_with("asset users.csv=users.csv "), got.sink.records.at(0).c_str());
        got = m_files.import(m_files.request(Side::Vendor,
            {m_files.write("users_10_31_2026 8_15_22 AM.csv", users), m_files.write("users_10_31_2026 8_16_02 AM.csv", users + "\n")}));
        QVERIFY(got.error.has_value());
    }

    void sitesOfOneNameUnderSeveralAccountsStayApart()
    {
        const std::string header = "Endpoint Name,Account,Site,Agent Version,Last Active,Device Type,Network Status\n";
        const auto row = [](const char *name, const char *account, const char *site) {
            return std::string(name) + "," + account + "," + site + ",23.1,2026-10-30,desktop,Connected\n";
        };
        const auto north = row("N1", "North", "Office") + row("N2", "North", "Bakery") + row("N3", "North", "Office");
        auto got = m_files.import(Side::Vendor, "s1.csv", header + north + row("N4", "North", "Default site"));
        VERIFY_READ(got);
        const auto alone = textOf(got.sink.records);
        QCOMPARE(alone.count(QLatin1String("asset Office=Office ")), 2);
        // Every account of a console has a site of this name: it would belong to another account some day.
        QCOMPARE(alone.count(QLatin1String("asset North / Default site=North / Default site ")), 1);
        QVERIFY(got.sink.notRead.empty());
        const auto check = [](const Imported &both) {
            const auto records = textOf(both.sink.records);
            QCOMPARE(records.count(QLatin1String("asset North / Office=North / Office ")), 2);
            QCOMPARE(records.count(QLatin1String("asset South / Office=South / Office ")), 1);
            QCOMPARE(records.count(QLatin1String("asset Bakery=Bakery ")), 1);
            QVERIFY(both.isTold("\"Office\" stand under several accounts"));
            // Whoever linked the plain name does not suddenly have nothing.
            QCOMPARE(both.sink.notRead.size(), size_t{1});
            QCOMPARE(both.sink.notRead[0].account.text, std::string("Office"));
        };
        got = m_files.import(Side::Vendor, "s1.csv", header + north + row("S1", "South", "Office"));
        VERIFY_READ(got);
        check(got);
        got = m_files.import(m_files.request(
            Side::Vendor, {m_files.write("north.csv", header + north), m_files.write("south.csv", header + row("S1", "South", "Office"))}));
        VERIFY_READ(got);
        check(got);
    }

    void theSameLineOnceMoreGoesOnAndAnotherOneIsRejected()
    {
        const auto got = m_files.import(Side::Psa, "lines.csv",
            "client_id,agreement_id,agreement_end,line_id,product_id,quantity\nC,A,,L1,P,4\nC,A,,L1,P,4\nC,A,,L1,P,5\nC,A,2026-12-31,L1,P,"
            "4\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{2}); // the staging takes one of them
        QCOMPARE(got.sink.rejected.size(), size_t{2});
        QCOMPARE(got.sink.rejected[0].row, 4);
        QCOMPARE(got.sink.rejected[1].row, 5);
    }

    void whatARejectedRowWouldHaveSaidIsToldByName()
    {
        auto got
            = m_files.import(Side::Psa, "lines.csv", "client_id,line_id,product_id,quantity\nC1,L1,EDR,ten\nC1,L2,BACKUP,1\n,L3,EDR,x\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.rejected.size(), size_t{2});
        QCOMPARE(got.sink.warned.size(), size_t{1}); // the other names no client
        QCOMPARE(got.sink.warned[0].row, 2);
        QVERIFY2(got.sink.warned[0].reason.starts_with("a line that bills EDR to C1 was rejected"), got.sink.warned[0].reason.c_str());
        got = m_files.import(Side::Vendor, "assets.csv",
            "account_id,meter_id,asset_id,assigned_at\nT1,M,D1,2026-01-01\nT1,M,D2,31.13.2026\nT2,M,,2026-01-01\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.rejected.size(), size_t{2});
        QCOMPARE(got.sink.notRead.size(), size_t{1}); // a row without a device counts nothing
        QCOMPARE(got.sink.notRead[0].account.text, std::string("T1"));
        QCOMPARE(got.sink.notRead[0].meter.text, std::string("M"));
    }

private:
    FileFixture m_files;
};

} // namespace file_oddcells_test

BR_TEST(file_oddcells, FileOddCells)
#include "file_oddcells.moc"
