// A full sync through the vendor's own API document: Prism refuses a request that the document does not know (422) and an answer of
// the stand-in that breaks it (500), so that neither can drift. The records must be those of vendor_sync all the same.
#include "demo/server/answers.h"
#include "tests/connectors_vendors/expectation.h"
#include "tests/connectors_vendors/prism.h"
#include "tests/connectors_vendors/vendorsync.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;

namespace vendor_contract_test {

namespace {

struct Contract {
    const char *vendor;
    const char *expected; // file in expected/
    PrismSpec spec;
    std::map<std::string, std::string> settings;
    std::vector<std::string> direct; // hosts that the document is not about
};

const std::vector<Contract> &contracts()
{
    static const std::vector<Contract> all = {
        {"connectwise", "connectwise", {"connectwise-psa-billing.subset.json", "/v2026_1/apis/3.0", {"GET /login/companyinfo/{company}"}},
            {}, {}},
        {"huntress", "huntress", {"huntress-billing.subset.json", "", {}}, {}, {}},
        {"pax8", "pax8", {"pax8-partner.json", "/v1", {"POST /v1/token"}}, {}, {}},
        {"sentinelone", "sentinelone", {"sentinelone-billing.subset.json", "", {}}, {}, {}},
        {"ninjaone", "ninjaone", {"ninjaone-billing.subset.json", "", {"POST /ws/oauth/token"}}, {}, {}},
        {"autotask", "autotask",
            {"autotask-billing-subset.derived.json", "/ATServicesRest", {"GET /ATServicesRest/V1.0/Contracts/entityInformation/fields"}},
            {}, {"webservices2.autotask.net"}},
        {"halopsa", "halopsa", {"halopsa-billing-subset.derived.json", "", {"POST /auth/token"}}, {}, {}},
        {"datto-rmm", "datto-rmm", {"datto-rmm-billing.subset.json", "/api", {"POST /auth/oauth/token"}}, {}, {}},
        {"microsoft-graph", "microsoft-graph", {"microsoft-graph-billing-subset.derived.json", "/v1.0", {}}, {},
            {"login.microsoftonline.com"}},
        {"sophos-central", "sophos-central", {"sophos-billing-subset.derived.json", "", {}}, {}, {}},
        {"sherweb", "sherweb-distributor", {"sherweb-distributor.json", "/distributor/v1", {"POST /auth/oidc/connect/token"}},
            {{"api", "distributor"}}, {}},
    };
    return all;
}

} // namespace

class TestVendorContract final : public QObject {
    Q_OBJECT

private slots:
    void obeyed_data();
    void obeyed();
    void aBrokenAnswerIsCaught();
};

void TestVendorContract::obeyed_data()
{
    QTest::addColumn<int>("at");
    for (size_t at = 0; at < contracts().size(); ++at)
        QTest::newRow(contracts()[at].vendor) << int(at);
}

void TestVendorContract::obeyed()
{
    QFETCH(int, at);
    const auto &contract = contracts()[size_t(at)];
    if (const auto missing = Prism::missing(contract.spec); !missing.empty()) {
        qWarning("NOT TESTED against the vendor's document: %s", missing.c_str());
        QSKIP(missing.c_str());
    }
    demo::Manners manners;
    manners.pageCap = 5;
    const auto standIn = demo::makeVendor(contract.vendor, demo::makeWorld(worldDay()), manners);
    QVERIFY(standIn);
    demo::FakeServer server;
    standIn->mount(server);
    QVERIFY(server.listen().ok());
    Prism prism;
    const auto started = prism.start(contract.spec, server.address());
    QVERIFY2(started.ok(), prism.log().c_str());
    std::map<std::string, std::string> places;
    for (const auto &host : contract.direct)
        places[host] = server.address();

    const auto synced = syncVendor(*standIn, prism.address(), contract.settings, places);
    QVERIFY2(!synced.error, (synced.said() + "\n" + prism.log()).c_str());
    QVERIFY2(areEqual(synced.sink.sorted(), expectedOf(contract.expected)), synced.said().c_str());
}

// The referee is worth something only if it blows the whistle.
void TestVendorContract::aBrokenAnswerIsCaught()
{
    const PrismSpec spec = {"huntress-billing.subset.json", "", {}};
    if (const auto missing = Prism::missing(spec); !missing.empty()) {
        qWarning("NOT TESTED against the vendor's document: %s", missing.c_str());
        QSKIP(missing.c_str());
    }
    demo::FakeServer server;
    const auto standIn = demo::makeVendor("huntress", demo::makeWorld(worldDay()), {});
    server.on("GET", "/v1/organizations", [](const demo::FakeRequest &) {
        return demo::json(
            R"({"organizations":[{"id":1,"name":"Alder","agents_count":"three","microsoft_365_tenant_id":"","microsoft_365_users_count":1,"notify_emails":[]}],"pagination":{}})");
    });
    standIn->mount(server);
    QVERIFY(server.listen().ok());
    Prism prism;
    const auto started = prism.start(spec, server.address());
    QVERIFY2(started.ok(), prism.log().c_str());
    const auto synced = syncVendor(*standIn, prism.address());
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.said().find("request/response is not valid") != std::string::npos, (synced.said() + prism.log()).c_str());
}

} // namespace vendor_contract_test

BR_TEST(vendor_contract, TestVendorContract)
#include "vendor_contract.moc"
