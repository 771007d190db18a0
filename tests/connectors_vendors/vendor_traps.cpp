// What made other products count too little: a list that ends early, a cursor that stands still, an error inside an answer that
// is 200, a word that nobody knows. None of it may pass for a complete month.
#include "demo/vendors/jsontext.h"
#include "tests/connectors_vendors/vendorsync.h"
#include "tests/run/registered.h"

#include <algorithm>
#include <functional>

using namespace br;
using namespace br::test;

namespace vendor_traps_test {

namespace {

using Spoil = std::function<void(demo::FakeServer &)>;

// The stand-in, but for the routes that `spoil` puts in front of its own.
Synced spoiled(const std::string &vendor, const Spoil &spoil, const std::map<std::string, std::string> &settings = {})
{
    demo::Manners manners;
    manners.pageCap = 5;
    const auto standIn = demo::makeVendor(vendor, demo::makeWorld(worldDay()), manners);
    demo::FakeServer server;
    spoil(server);
    standIn->mount(server);
    if (!server.listen().ok())
        qFatal("no port is free");
    return syncVendor(*standIn, server.address(), settings);
}

demo::Route always(const std::string &body)
{
    return [body](const demo::FakeRequest &) { return demo::json(body); };
}

bool has(const std::vector<std::string> &records, const std::string &text)
{
    return std::ranges::any_of(records, [&](const std::string &record) { return record.find(text) != std::string::npos; });
}

} // namespace

class TestVendorTraps final : public QObject {
    Q_OBJECT

private slots:
    void connectWiseWithoutLinks();
    void pax8WithFewerThanItStates();
    void huntressInACircle();
    void sentinelOneStopsBeforeItsTotal();
    void nCentralSays200AndMeansNo();
    void gravityZoneSays200AndMeansNo();
    void anUnknownTermIsKeptAndTold();
    void anUnknownBillingCycleIsNotGuessed();
    void aNextAddressElsewhereIsNotAsked();
    void oneTenantOfMicrosoft();
    void sophosHasNoBillYet();
    void aCustomerWithoutConsentGetsNoToken();
};

void TestVendorTraps::connectWiseWithoutLinks()
{
    // A proxy that drops the Link header: only the count shows that companies are missing.
    const auto synced = spoiled("connectwise", [](demo::FakeServer &server) {
        server.on("GET", "/v2026_1/apis/3.0/company/companies",
            always(R"([{"id":101,"identifier":"AFL","name":"Alder & Finch Legal","deletedFlag":false}])"));
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Incomplete, synced.said().c_str());
}

void TestVendorTraps::pax8WithFewerThanItStates()
{
    const auto synced = spoiled("pax8", [](demo::FakeServer &server) {
        server.on("GET", "/v1/companies", [](const demo::FakeRequest &request) {
            const bool isFirst = request.number("page", 0) == 0;
            return demo::json(std::string(R"({"content":)") + (isFirst ? R"([{"id":"a","name":"A","status":"Active"}])" : "[]")
                + R"(,"page":{"size":200,"totalElements":3,"totalPages":2,"number":0}})");
        });
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Incomplete, synced.said().c_str());
}

void TestVendorTraps::huntressInACircle()
{
    const auto synced = spoiled("huntress", [](demo::FakeServer &server) {
        server.on("GET", "/v1/organizations",
            always(R"({"organizations":[{"id":1,"name":"A","agents_count":1}],"pagination":{"next_page_token":"string"}})"));
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Incomplete, synced.said().c_str());
}

void TestVendorTraps::sentinelOneStopsBeforeItsTotal()
{
    const auto synced = spoiled("sentinelone", [](demo::FakeServer &server) {
        server.on("GET", "/web/api/v2.1/agents",
            always(
                R"({"data":[{"id":"1","siteId":"225494730938493806","computerName":"A","machineType":"server"}],"pagination":{"totalItems":580,"nextCursor":null}})"));
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Incomplete, synced.said().c_str());
    QVERIFY2(synced.error->message.find("580") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::nCentralSays200AndMeansNo()
{
    const auto synced = spoiled("n-central",
        [](demo::FakeServer &server) { server.on("GET", "/api/devices", always(R"({"error message":"The core engine is busy"})")); });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->message.find("The core engine is busy") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::gravityZoneSays200AndMeansNo()
{
    const auto synced = spoiled("bitdefender-gravityzone", [](demo::FakeServer &server) {
        server.on("POST", "/api/v1.0/jsonrpc/licensing",
            always(
                R"({"id":"usage","jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params","data":{"details":"The company is suspended"}}})"));
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->message.find("The company is suspended") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::anUnknownTermIsKeptAndTold()
{
    const auto synced = spoiled("pax8", [](demo::FakeServer &server) {
        server.on("GET", "/v1/subscriptions",
            always(
                R"({"content":[{"id":"s1","companyId":"00000001-0000-4000-8000-000000000001","productId":"p1","productName":"Thing","quantity":12345678901.5,
                "status":"Active","billingTerm":"5-Year","partnerCost":600,"currencyCode":"USD"}],"page":{"size":200,"totalElements":1,"totalPages":1,"number":0}})"));
    });
    QVERIFY2(!synced.error, synced.said().c_str());
    // Its cost cannot be brought to a month: not stated, not guessed.
    QVERIFY2(has(synced.sink.records, "|s1|purchased|12345678901.5||USD|5-Year|"), synced.sink.records.back().c_str());
    QVERIFY2(synced.said().find("5-Year") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::anUnknownBillingCycleIsNotGuessed()
{
    const auto synced = spoiled("connectwise", [](demo::FakeServer &server) {
        server.on("GET", "/v2026_1/apis/3.0/finance/agreements/count", always(R"({"count":2})"));
        server.on("GET", "/v2026_1/apis/3.0/finance/agreements",
            always(
                R"([{"id":701,"name":"Managed services","company":{"id":101,"name":"Alder & Finch Legal"},"billingCycle":{"name":"Monthly"},"agreementStatus":"Active"},
                {"id":802,"name":"Hosting","company":{"id":107,"name":"Granite Ridge Construction"},"billingCycle":{"name":"Every 2 Weeks"},"agreementStatus":"Active"}])"));
    });
    QVERIFY2(!synced.error || synced.error->code == Errc::Refused, synced.said().c_str());
    QVERIFY(!has(synced.sink.records, "line|9802"));
    QVERIFY2(synced.said().find("Every 2 Weeks") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::aNextAddressElsewhereIsNotAsked()
{
    const auto synced = spoiled("microsoft-graph", [](demo::FakeServer &server) {
        server.on("GET", "/v1.0/contracts",
            always(R"({"value":[],"@odata.nextLink":"https://graph.microsoft.com.example.org/v1.0/contracts?$skiptoken=1"})"));
    });
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->message.find("graph.microsoft.com.example.org") != std::string::npos, synced.said().c_str());
}

void TestVendorTraps::oneTenantOfMicrosoft()
{
    const auto synced = spoiled("microsoft-graph",
        [](demo::FakeServer &server) {
            server.on("GET", "/v1.0/contracts", [](const demo::FakeRequest &) { return demo::json("{}", 403); }); // must not be asked
            server.on("GET", "/v1.0/subscribedSkus",
                always(R"({"value":[{"id":"x","skuId":"f245ecc8-75af-4f8e-b61f-27d8114de5f3","skuPartNumber":"O365_BUSINESS_PREMIUM",
                "capabilityStatus":"Enabled","consumedUnits":14,"prepaidUnits":{"enabled":15,"suspended":0,"warning":0,"lockedOut":0},"appliesTo":"User"}]})"));
        },
        {{"tenants", "own"}});
    QVERIFY2(!synced.error, synced.said().c_str());
    const std::vector<std::string> expected = {"account|99999999-0000-4000-8000-000000000000|Lantern Ridge IT|lanternridge.example",
        "count|99999999-0000-4000-8000-000000000000|Lantern Ridge "
        "IT|O365_BUSINESS_PREMIUM|O365_BUSINESS_PREMIUM||assigned|14||EUR|||enabled"};
    QCOMPARE(synced.sink.sorted(), expected);
}

void TestVendorTraps::sophosHasNoBillYet()
{
    const auto synced = spoiled("sophos-central", [](demo::FakeServer &server) {
        server.on("GET", "/partner/v1/billing/usage/{year}/{month}",
            [](const demo::FakeRequest &) { return demo::json(R"({"error":"NotFound"})", 404); });
    });
    QVERIFY2(!synced.error, synced.said().c_str());
    QVERIFY2(synced.said().find("no billing data for this month yet") != std::string::npos, synced.said().c_str());
    QVERIFY(!has(synced.sink.records, "CIXA-MSP"));
    QVERIFY(std::ranges::any_of(synced.sink.notRead, [](const Unread &what) { return what.account.isEmpty(); })); // everybody's
}

void TestVendorTraps::aCustomerWithoutConsentGetsNoToken()
{
    const auto synced = spoiled("microsoft-graph", [](demo::FakeServer &server) {
        server.on("POST", "/11111111-0000-4000-8000-000000000003/oauth2/v2.0/token", [](const demo::FakeRequest &) {
            return demo::json(
                R"({"error":"unauthorized_client","error_description":"AADSTS700016: Application was not found in the directory.","error_codes":[700016]})",
                400);
        });
    });
    QVERIFY2(!synced.error, synced.said().c_str());
    QVERIFY2(synced.said().find("Calder Freight") != std::string::npos, synced.said().c_str());
    QVERIFY(!has(synced.sink.records, "calderfreight.example|member"));
    QVERIFY(has(synced.sink.records, "@alderfinch.example|member"));
    // Unknown, not zero: the account is there, and each of its lists is told as not read.
    QVERIFY(std::ranges::any_of(synced.sink.notRead, [](const Unread &what) {
        return what.account.text == "11111111-0000-4000-8000-000000000003" && what.meter.isEmpty() && !what.reason.empty();
    }));
    QVERIFY(std::ranges::none_of(synced.sink.notRead,
        [](const Unread &what) { return what.account.isEmpty() || what.account.text == "11111111-0000-4000-8000-000000000001"; }));
}

} // namespace vendor_traps_test

BR_TEST(vendor_traps, TestVendorTraps)
#include "vendor_traps.moc"
