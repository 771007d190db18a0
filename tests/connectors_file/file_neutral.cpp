// The neutral layouts of the product, field by field.
#include "tests/connectors_file/filefixture.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;

namespace file_neutral_test {

namespace {

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

} // namespace

class NeutralLayouts final : public QObject {
    Q_OBJECT

private slots:
    void readsLines()
    {
        const auto got = m_files.import(Side::Psa, "lines.csv",
            "client_id,client_name,parent_client_id,roll_up,agreement_id,agreement_name,agreement_start,agreement_end,billing_cycle,line_"
            "id,product_id,"
            "product_name,quantity,included_quantity,unit_price,unit_cost,currency,billable,effective_date,cancelled_date\n"
            "C1,\"Café, Ltd\",,,A1,Managed,2025-01-01,,monthly,L1,EDR,Endpoint,12,2,4.50,2.10,EUR,true,2025-01-01,\n"
            "C2,Branch,C1,yes,A2,Annual,2025-01-01,2026-12-31,annual,L2,M365,Business Premium,7.5,,240,,USD,no,,2026-11-30\n");
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        COMPARE_TEXT(got.records(),
            "line L1 | client C1=Café, Ltd of - | agreement A1=Managed 2025-01-01..- /1 | product EDR=Endpoint | 12 incl 2 @ 4.5 cost 2.1 "
            "EUR | billable 2025-01-01..-\n"
            "line L2 | client C2=Branch rolled of C1 | agreement A2=Annual 2025-01-01..2026-12-31 /12 | product M365=Business Premium | "
            "7.5 incl 0 @ 240 cost - USD | free -..2026-11-30");
        QCOMPARE(got.sink.files.size(), size_t{1});
        const auto &file = got.sink.files[0];
        QCOMPARE(file.rowsIn, 2);
        QCOMPARE(file.rowsKept, 2);
        QCOMPARE(file.rowsRejected, 0);
        COMPARE_TEXT(file.layout, "psa-lines");
        QCOMPARE(file.sha256.size(), size_t{64});
    }

    void readsProducts()
    {
        const auto got
            = m_files.import(Side::Psa, "products.csv", "product_id,product_name,list_price,unit_cost,currency\nEDR,Endpoint,4.5,,GBP\n");
        COMPARE_TEXT(got.records(), "product EDR=Endpoint @ 4.5 cost - GBP");
    }

    void readsCounts()
    {
        const auto got = m_files.import(Side::Vendor, "counts.csv",
            "account_id,account_name,meter_id,meter_name,subscription_id,measure,quantity,unit_cost,currency,term,commitment_end,status\n"
            "T1,Contoso,BP,Business Premium,S1,purchased,25,18.7,EUR,annual,2027-03-31,active\nT1,Contoso,BP,Business "
            "Premium,S1,Assigned,21,,,,,\n");
        COMPARE_TEXT(got.records(),
            "count T1=Contoso - | BP=Business Premium | S1 | purchased 25 @ 18.7 EUR | annual until 2027-03-31 active\n"
            "count T1=Contoso - | BP=Business Premium | S1 | assigned 21 @ - EUR | - until - -");
    }

    void readsAssets()
    {
        const auto got = m_files.import(Side::Vendor, "assets.csv",
            "account_id,account_name,meter_id,meter_name,asset_id,asset_name,asset_class,status,assigned_at,ended_at,last_seen_at,Site "
            "Code\n"
            "T1,Contoso,agent,Agent,D1,PC-01,Workstation,active,2026-01-15,,2026-10-30,\nT1,Contoso,agent,Agent,D2,SRV,server,,,2026-10-02,"
            ",\"B \"\"7\"\"\"\n");
        COMPARE_TEXT(got.records(),
            "asset T1=Contoso | agent=Agent | D1=PC-01 | Workstation active | 2026-01-15..- seen 2026-10-30\n"
            "asset T1=Contoso | agent=Agent | D2=SRV | server - | -..2026-10-02 seen -");
        COMPARE_TEXT(got.sink.raws[0], "");
        COMPARE_TEXT(got.sink.raws[1], "{\"Site Code\":\"B \\\"7\\\"\"}");
    }

private:
    FileFixture m_files;
};

} // namespace file_neutral_test

BR_TEST(file_neutral, NeutralLayouts)
#include "file_neutral.moc"
