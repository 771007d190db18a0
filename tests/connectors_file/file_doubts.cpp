// What a file leaves open is told or unknown, never a number that looks certain: prices, units, corrections, months, dates.
#include "tests/connectors_file/filefixture.h"
#include "tests/run/registered.h"

#include <algorithm>

using namespace br;
using namespace br::test;

namespace file_doubts_test {

namespace {

QString textOf(const Imported &got) { return QString::fromStdString(got.records()); }

// `has` and `lacks` of the records, with the records in the message.
#define VERIFY_HAS(got, part) QVERIFY2(textOf(got).contains(QLatin1String(part)), qPrintable(textOf(got)))
#define VERIFY_READ(got) QVERIFY2(!(got).error, (got).error ? (got).error->message.c_str() : "")

const std::string nce = "CustomerId,ProductId,SubscriptionId,ChargeType,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,BillingFrequency,"
                        "BillableQuantity,EffectiveUnitPrice,Subtotal,UnitType,MeterDescription,Currency\n";
const std::string bothCycles = "One-Year commitment for monthly/yearly billing";

struct NceRow {
    std::string subscription = "s1";
    std::string type = "cycleCharge";
    std::string cycle = "10/1/2026,10/31/2026";
    std::string frequency;
    std::string quantity = "25";
    std::string price = "30.40";
    std::string amount;
    std::string unit;
    std::string meter;
};

std::string text(const NceRow &r)
{
    return "c1,P" + r.subscription + "," + r.subscription + "," + r.type + "," + r.cycle + "," + bothCycles + "," + r.frequency + ","
        + r.quantity + "," + r.price + "," + r.amount + "," + r.unit + "," + r.meter + ",EUR\n";
}

} // namespace

class FileDoubts final : public QObject {
    Q_OBJECT

private slots:
    // 1.250 is 1.25 or 1250; only a person knows, so that both are said.
    void aPriceThatMayBeAThousandTimesMoreIsTold()
    {
        auto got = m_files.import(Side::Psa, "psa.csv",
            "Client Name;Product Name;Quantity;Unit Price\nAcme;Server;2;1.250 \xE2\x82\xAC\nGamma;EDR;5;4 \xE2\x82\xAC\n");
        VERIFY_READ(got);
        QVERIFY(got.isTold("this may be 1.25 or 1250"));
        // Another price of the file says it.
        got = m_files.import(Side::Psa, "psa.csv",
            "Client Name;Product Name;Quantity;Unit Price\nAcme;Server;2;1.250 \xE2\x82\xAC\nGamma;EDR;5;4,50 \xE2\x82\xAC\n");
        VERIFY_READ(got);
        QVERIFY(!got.isTold("this may be"));
        VERIFY_HAS(got, "@ 1250");
    }

    void aNumberWithTheOtherSignSaysWhyItIsNotRead()
    {
        const auto got = m_files.import(Side::Vendor, "counts.csv",
            "account_id,meter_id,measure,quantity,unit_cost\nA,m,used,\"0,5\",2.75\nB,m,used,3,2.75\nC,m,used,3,1.25\n");
        QVERIFY(!got.sink.rejected.empty());
        QVERIFY2(got.sink.rejected[0].reason.find("has another decimal sign than the file's first numbers") != std::string::npos,
            got.sink.rejected[0].reason.c_str());
    }

    void whatKeepsASpreadsheetFromChangingANumberIsNoPartOfIt()
    {
        const auto got = m_files.import(Side::Vendor, "guarded.csv",
            "account_id,meter_id,measure,quantity\nA,m,purchased,'25.0000\nB,m,purchased,\"=\"\"7\"\"\"\nC,m,purchased,'-\nD,m,purchased,''"
            "3\n");
        VERIFY_HAS(got, "count A=- - | m=- | - | purchased 25 @");
        VERIFY_HAS(got, "count B=- - | m=- | - | purchased 7 @");
        QCOMPARE(got.sink.rejected.size(), size_t{2});
    }

    void whatKeepsATextFromBeingChangedIsNoPartOfIt()
    {
        const auto got = m_files.import(
            Side::Vendor, "guarded.csv", "Client Name,Product Name,Quantity\n\"=\"\"007\"\"\",\"=\"\"EDR\"\"\",\"=\"\"5\"\"\"\n=,EDR,1\n");
        VERIFY_HAS(got, "count 007=007 - | EDR=EDR | - | used 5 @");
        VERIFY_HAS(got, "count ==");
    }

    void currenciesAreWrittenInManyWays_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *price, const char *currency, bool isRead) {
            QTest::newRow(qPrintable(QString::fromUtf8(price) + QLatin1Char(' ') + QLatin1String(currency)))
                << QString::fromUtf8(price) << QString::fromUtf8(currency) << isRead;
        };
        row("US$4.50", "USD", true);
        row("4.50 US$", "USD", true);
        row("CA$4.50", "CAD", true);
        row("A$ 4.50", "AUD", true);
        row("R$ 4.50", "BRL", true);
        row("\xE2\x82\xB9"
            "4.50",
            "INR", true);
        row("Fr. 4.50", "CHF", true);
        row("$4.50", "CAD", true);
        row("US$4.50", "CAD", false); // another currency than the row's
        row("X$4.50", "USD", false);
    }
    void currenciesAreWrittenInManyWays()
    {
        QFETCH(QString, price);
        QFETCH(QString, currency);
        QFETCH(bool, isRead);
        const auto got = m_files.import(Side::Vendor, "counts.csv",
            "account_id,meter_id,measure,quantity,unit_cost,currency\nA,m,used,3,\"" + price.toStdString() + "\"," + currency.toStdString()
                + "\nB,m,used,3,1.25,EUR\n");
        QCOMPARE(got.sink.rejected.empty(), isRead);
        if (isRead)
            VERIFY_HAS(got, "used 3 @ 4.5 ");
    }

    // The old quantity stands in the column Quantity of Microsoft's file: CloudCockpit's is another one.
    void aRenamedBillableQuantityIsNotReadFromAnotherColumn()
    {
        const auto got = m_files.import(Side::Vendor, "nce.csv",
            "PartnerId,CustomerId,InvoiceNumber,MpnId,ResellerMpnId,OrderId,ProductId,AvailabilityId,ChargeType,Quantity,Subtotal,"
            "PublisherName,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,BilledUnits,BillingFrequency\n"
            "p,c1,G1,1,2,o,P,A,cycleCharge,25,760,Microsoft,s1,10/1/2026,10/31/2026,One-Year commitment for monthly billing,25,Monthly\n");
        QVERIFY(got.error.has_value());
        QVERIFY(got.sink.records.empty());
        QVERIFY2(got.error->message.find("BillableQuantity") != std::string::npos, got.error->message.c_str());
    }

    // Microsoft writes "monthly/yearly billing" for both; the frequency, or what one charge covers, tells them apart.
    void theCostOfAYearIsBroughtToAMonth_data()
    {
        QTest::addColumn<QString>("cycle");
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("cost");
        const auto row = [](const char *cycle, const char *frequency, const char *price, const char *cost) {
            QTest::addRow("%s %s", cycle, frequency) << cycle << frequency << price << cost;
        };
        row("10/1/2026,10/31/2026", "Monthly", "30.40", "30.4");
        row("10/1/2026,10/31/2026", "", "30.40", "30.4");
        row("10/10/2026,10/9/2027", "Annual", "364.80", "30.4");
        row("10/10/2026,10/9/2027", "", "364.80", "30.4");
        row("10/10/2026,10/9/2029", "", "1094.40", "30.4");
        row("10/10/2026,10/31/2026", "Annual", "364.80", "30.4");
        row("10/10/2026,10/31/2026", "Monthly", "30.40", "30.4"); // a part of a month: the price is that of the month
    }
    void theCostOfAYearIsBroughtToAMonth()
    {
        QFETCH(QString, cycle);
        QFETCH(QString, frequency);
        QFETCH(QString, price);
        QFETCH(QString, cost);
        NceRow row;
        row.type = "new";
        row.cycle = cycle.toStdString();
        row.frequency = frequency.toStdString();
        row.price = price.toStdString();
        const auto got = m_files.import(Side::Vendor, "nce.csv", nce + text(row));
        VERIFY_READ(got);
        QVERIFY2(textOf(got).contains(QStringLiteral("purchased 25 @ %1 EUR").arg(cost)), qPrintable(textOf(got)));
    }

    void cloudCockpitWritesTheSameTerm()
    {
        const auto got = m_files.import(Side::Vendor, "cockpit.csv",
            "CustomerId,ResellerMpnId,ProductId,AvailabilityId,PublisherName,ChargeType,Quantity,SubscriptionId,ChargeStartDate,"
            "ChargeEndDate,TermAndBillingCycle,EffectiveUnitPrice,Currency\n"
            "c1,1,P,A,Microsoft,cycleCharge,25,s1,10/1/2026,10/31/2026,One-Year commitment for monthly/yearly billing,30.4,EUR\n");
        VERIFY_READ(got);
        VERIFY_HAS(got, "purchased 25 @ 30.4 EUR");
    }

    void aCreditOfMoneyTakesNoSeatAway()
    {
        NceRow credit;
        credit.type = "customerCredit";
        credit.quantity = "1";
        credit.amount = "-50";
        NceRow charge;
        charge.amount = "760";
        const auto got = m_files.import(Side::Vendor, "nce.csv", nce + text(charge) + text(credit));
        VERIFY_READ(got);
        VERIFY_HAS(got, "purchased 25 @");
        QVERIFY(got.isTold("1 rows left out: credits of money"));
    }

    // An unknown unit may be one of seats: what the account has of that meter is unknown, of others it is not.
    void anUnknownUnitIsNoZero()
    {
        const auto unit = [](const char *subscription, const char *unit, const char *meter = "") {
            NceRow row;
            row.subscription = subscription;
            row.unit = unit;
            row.meter = meter;
            return text(row);
        };
        const auto got = m_files.import(Side::Vendor, "nce.csv",
            nce + unit("s1", "1 License/Month") + unit("s2", "Per User") + unit("s3", "Seats", "Seat of E3") + unit("s4", "1 GB/Month")
                + unit("s5", "10K") + unit("s6", "Hours", "D2 v3") + unit("s7", "Blorps"));
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{3});
        for (const auto *part : {"| Ps1=", "| Ps2=", "| Ps3="})
            VERIFY_HAS(got, part);
        QVERIFY(got.isTold("3 rows left out: charges by usage"));
        QVERIFY(got.isTold("this unit is not known as one of seats"));
        std::vector<std::string> unread;
        for (const auto &what : got.sink.notRead) {
            if (!what.meter.isEmpty())
                unread.push_back(what.account.text + " " + what.meter.text);
        }
        QCOMPARE(unread, std::vector<std::string>{"c1 Ps7"});
    }

    // Refunds alone say how many were taken away, not how many are left. After a cancellation none are.
    void refundsWithoutTheirChargeLeaveTheQuantityOpen()
    {
        NceRow row;
        row.type = "removeQuantity";
        row.quantity = "-2";
        row.amount = "-28.38";
        auto got = m_files.import(Side::Vendor, "nce.csv", nce + text(row));
        VERIFY_READ(got);
        QVERIFY2(got.sink.records.empty(), qPrintable(textOf(got)));
        QVERIFY(got.isTold("how many are left is not known"));
        QVERIFY(std::ranges::any_of(got.sink.notRead, [](const Unread &what) { return what.meter == MeterId("Ps1"); }));
        row.type = "cancel";
        got = m_files.import(Side::Vendor, "nce.csv", nce + text(row));
        VERIFY_READ(got);
        VERIFY_HAS(got, "purchased 0 @");
        // The pair that Microsoft writes: the old quantity back, the new full one charged.
        row.type = "removeQuantity";
        NceRow full = row;
        full.quantity = "23";
        full.amount = "400";
        got = m_files.import(Side::Vendor, "nce.csv", nce + text(row) + text(full));
        VERIFY_READ(got);
        VERIFY_HAS(got, "purchased 23 @");
    }

    // Some files state the whole cycle in every row, some the day itself: a month's usage is the sum of its days in both.
    void dailyUsageIsTheSumOfItsDays()
    {
        const std::string header
            = "CustomerId,ProductId,SkuId,SubscriptionId,ChargeStartDate,ChargeEndDate,UsageDate,MeterId,MeterCategory,"
              "MeterName,Unit,Quantity,ChargeType,ResourceURI\n";
        std::string days = header;
        std::string cycles = header;
        for (int day = 1; day <= 10; ++day) {
            const auto date = "10/" + std::to_string(day) + "/2026";
            days += "c1,P,1,s1," + date + "," + date + "," + date + ",m1,Machines,D2,Hours,24,Usage,/vm\n";
            cycles += "c1,P,1,s1,10/1/2026,10/31/2026," + date + ",m1,Machines,D2,Hours,24,Usage,/vm\n";
        }
        for (const auto &text : {days, cycles}) {
            const auto got = m_files.import(Side::Vendor, "daily.csv", text);
            VERIFY_READ(got);
            QCOMPARE(got.sink.records.size(), size_t{1});
            VERIFY_HAS(got, "used 240 @");
            QVERIFY(!got.isTold("earlier billing cycles"));
        }
    }

    // One contract of ALSO holds many subscriptions; a term paid at once and one paid by the month are two.
    void oneContractOfAlsoHoldsManySubscriptions()
    {
        const std::string header
            = "Reseller,Company,Product name,VendorReference,Attributes,Account,Priceable item,Charge,Interval,Contract Id\n";
        const auto row = [](const char *type, const char *quantity, const char *customer, const char *amount, const char *interval) {
            return std::string("L,Clara,Standard,v1,Billing Type=") + type + " - P1Y Quantity=" + quantity + "," + quantity + " ("
                + customer + "),x," + amount + "," + interval + ",123456\n";
        };
        const auto *monthly = "Monthly (with 1-year commitment)";
        const auto *prepaid = "Prepaid (with 1-year commitment)";
        const auto got = m_files.import(Side::Vendor, "also.csv",
            header + row(monthly, "9", "1324324", "94.50", "01.10.2026 - 31.10.2026")
                + row(prepaid, "3", "1324324", "378.00", "15.10.2026 - 15.10.2027")
                + row(prepaid, "4", "1324324", "504.00", "20.10.2026 - 20.10.2027")
                + row(prepaid, "-1", "1324324", "-126.00", "20.10.2026 - 20.10.2027")
                + row(monthly, "2", "1324999", "21.00", "01.10.2026 - 31.10.2026")
                + row(monthly, "9", "1324324", "10.00", "25.09.2026 - 30.09.2026"));
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{4});
        for (const auto *part : {"purchased 9 @", "purchased 3 @", "purchased 2 @"})
            VERIFY_HAS(got, part);
        QCOMPARE(textOf(got).count(QLatin1String("purchased 3 @")), 2); // the second: 4 less the one given back
    }

    void sheetsOfDifferentMonthsAreNotOneTable()
    {
        auto request = m_files.request(Side::Vendor, {FileFixture::fixture("month-sheets.xlsx")}); // Acme: 4 in September, 5 in October
        auto got = m_files.import(request);
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{2});
        VERIFY_HAS(got, "count Acme=Acme - | EDR=EDR | - | used 5 @");
        QVERIFY(got.isTold("its other sheets were not"));
        request.period = *Period::fromMonth(2026, 8);
        got = m_files.import(request);
        QVERIFY(got.error.has_value());
        QVERIFY2(
            got.error->message.find("has sheets of 2026-09, 2026-10 and none of 2026-08") != std::string::npos, got.error->message.c_str());
        request.force = true;
        got = m_files.import(request);
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{4});
    }

    void monthsInNames_data()
    {
        QTest::addColumn<QString>("month");
        const auto row = [](const char *name, const char *month) { QTest::newRow(name) << QString::fromLatin1(month); };
        row("2026-09.csv", "2026-09");
        row("Report_202609.csv", "2026-09");
        row("contoso_users_2026-09-30.csv", "2026-09");
        row("MB_NETWORKS_GmbH_10-2026.xlsx", "2026-10");
        row("October 2026", "2026-10");
        row("Usage Oct 2026", "2026-10");
        row("Abstimmung Oktober 2026.csv", "2026-10");
        row("M\xC3\xA4rz 2026", "2026-03");
        row("CustomerSummary(May 2026).xls", "2026-05");
        row("users_10_05_2026 9_12_33 AM.csv", ""); // day or month
        row("Recon_G002297372.csv", "");
        row("EFile_12345.csv", "");
        row("Server 2026.csv", "");
    }
    void monthsInNames()
    {
        QFETCH(QString, month);
        auto request
            = m_files.request(Side::Vendor, {m_files.write(QTest::currentDataTag(), "Client Name,Product Name,Quantity\nAcme,EDR,5\n")});
        request.period = *Period::fromMonth(2027, 12); // after all of them
        const auto got = m_files.import(request);
        VERIFY_READ(got);
        QCOMPARE(got.isTold("\" is of "), !month.isEmpty());
        QVERIFY(month.isEmpty() || got.isTold("\" is of " + month.toStdString()));
    }

    // A list without a date in it: its name is all that says how old it is. One saved after the month's end is as it should be.
    void aNameOfAnEarlierMonthIsTold()
    {
        const std::string list = "Client Name,Product Name,Quantity\nAcme,EDR,5\n";
        QVERIFY(m_files.import(Side::Vendor, "edr_2026-09-30.csv", list).isTold("is of 2026-09"));
        QVERIFY(!m_files.import(Side::Vendor, "edr_2026-11-02.csv", list).isTold("is of 2026"));
        QVERIFY(!m_files.import(Side::Vendor, "edr.csv", list).isTold("is of 2026"));
    }

    // The vendor's program writes all dates of a file alike, also in columns that nothing is read from.
    void otherColumnsProveTheOrderOfDates()
    {
        const std::string header
            = "CustomerId;CustomerState;ServiceType;OsType;DeviceId;ComputerName;CreationDate;DeviceDeletionDate;Seen\n";
        const std::string device = "900;InProduction;AllInclusive;Workstation;1;PC1;11-2-2026 00:00:00;;";
        auto got = m_files.import(Side::Vendor, "cove.csv", header + device + "31-10-2026 00:00:00\n");
        VERIFY_READ(got);
        VERIFY_HAS(got, "2026-02-11..-");
        got = m_files.import(Side::Vendor, "cove.csv", header + device + "10-31-2026 00:00:00\n");
        VERIFY_READ(got);
        VERIFY_HAS(got, "2026-11-02..-");
        QVERIFY(!got.isTold("nothing says whether"));
        got = m_files.import(Side::Vendor, "cove.csv", header + device + "31-10-2026 or so\n"); // no date
        VERIFY_READ(got);
        QVERIFY(got.isTold("nothing says whether"));
    }

    void numbersTakenInAnEarlierMonthAreTold()
    {
        const std::string header
            = "CustomerId;CustomerState;ServiceType;OsType;DeviceId;ComputerName;CreationDate;DeviceDeletionDate;UsedStorageMvDate\n";
        const std::string device = "900;InProduction;AllInclusive;Workstation;1;PC1;2026-02-11;;";
        QVERIFY(
            m_files.import(Side::Vendor, "cove.csv", header + device + "2026-09-30\n").isTold("nothing in it was seen after 2026-09-30"));
        QVERIFY(!m_files.import(Side::Vendor, "cove.csv", header + device + "2026-10-02\n").isTold("nothing in it was seen"));
    }

    // A German spreadsheet turns 3/1/2027 into 03.01.2027 and leaves 10/15/2026, which is no date to it.
    void aHalfConvertedFileIsRefused()
    {
        const auto got = m_files.import(Side::Vendor, "half.csv",
            "CustomerId;ProductId;SubscriptionId;ChargeStartDate;ChargeEndDate;TermAndBillingCycle;BillableQuantity;SubscriptionEndDate\n"
            "c1;P;s1;10/15/2026;11/14/2026;One-Year commitment for monthly billing;25;03.01.2027\n");
        QVERIFY(got.error.has_value());
        QVERIFY2(got.error->message.starts_with("half.csv: some dates have the day first"), got.error->message.c_str());
    }

    void aDateThatNobodySetIsNone()
    {
        const auto got = m_files.import(Side::Vendor, "assets.csv",
            "account_id,meter_id,asset_id,ended_at\nA,m,1,0001-01-01T00:00:00\nA,m,2,1/1/0001\nA,m,3,0001-02-01\n");
        VERIFY_HAS(got, "1=- | - - | -..- seen -");
        VERIFY_HAS(got, "2=- | - - | -..- seen -");
        QCOMPARE(got.sink.rejected.size(), size_t{1});
    }

    // Both are counted, as the rules say; that it looks like a mistake is told. Without a subscription nothing says that they are one.
    void aSubscriptionThatStandsTwiceIsTold()
    {
        const std::string header = "account_id,meter_id,subscription_id,measure,quantity,note\n";
        auto got = m_files.import(Side::Vendor, "counts.csv", header + "a,edr,s1,purchased,5,x\na,edr,s1,purchased,5,x\n");
        VERIFY_READ(got);
        QCOMPARE(got.sink.records.size(), size_t{2});
        QVERIFY(got.isTold("this row stands here a second time"));
        for (const auto *other : {"a,edr,s1,purchased,5,y\n", "a,edr,s2,purchased,5,x\n", "b,edr,s1,purchased,5,x\n"})
            QVERIFY(!m_files.import(Side::Vendor, "counts.csv", header + "a,edr,s1,purchased,5,x\n" + other).isTold("a second time"));
        QVERIFY(
            !m_files.import(Side::Vendor, "counts.csv", header + "a,edr,,purchased,5,x\na,edr,,purchased,5,x\n").isTold("a second time"));
    }

    void whatIsNoTableIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        QTest::newRow("a page") << QByteArray("<html><body><table><tr><td>Customer</td></tr></table></body></html>")
                                << "is a web page or XML";
        QTest::newRow("an older page") << QByteArray("\xEF\xBB\xBF  <!DOCTYPE html>\n<html></html>") << "is a web page or XML";
        QTest::newRow("a list of objects") << QByteArray("[ {\"id\": 1}, {\"id\": 2} ]") << "is JSON, no table";
        QTest::newRow("an object") << QByteArray("{\n  \"organizations\": []\n}\n") << "is JSON, no table";
        QTest::newRow("a title in brackets") << QByteArray("[Report]\nClient Name,Product Name,Quantity\nAcme,EDR,5\n") << "";
    }
    void whatIsNoTableIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, what);
        const auto got = m_files.import(Side::Vendor, "report.xls", bytes.toStdString());
        QCOMPARE(got.error.has_value(), !what.isEmpty());
        if (got.error)
            QVERIFY2(QString::fromStdString(got.error->message).contains(what), got.error->message.c_str());
    }

private:
    FileFixture m_files;
};

} // namespace file_doubts_test

BR_TEST(file_doubts, FileDoubts)
#include "file_doubts.moc"
