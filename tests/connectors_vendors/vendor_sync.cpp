// A full sync of each stand-in vendor, over several pages, a limit and a token that ends: the records must be those that were
// worked out by hand from the world (demo/world) and stand in expected/. All of them run side by side, as the program does it.
#include "tests/connectors_vendors/expectation.h"
#include "tests/connectors_vendors/vendorsync.h"
#include "tests/run/registered.h"

#include <QRegularExpression>

#include <algorithm>
#include <future>

using namespace br;
using namespace br::test;

namespace vendor_sync_test {

namespace {

struct Running {
    std::unique_ptr<demo::Vendor> standIn;
    std::unique_ptr<demo::FakeServer> server;
    std::shared_future<Synced> result; // last: waited for before the server goes
};

// The source has other keys than the stand-in knows.
class WrongKeys final : public demo::Vendor {
public:
    explicit WrongKeys(std::unique_ptr<demo::Vendor> vendor)
        : m_vendor(std::move(vendor))
    {
    }
    std::string id() const override { return m_vendor->id(); }
    std::vector<std::string> hosts() const override { return m_vendor->hosts(); }
    std::map<std::string, std::string> settings() const override { return m_vendor->settings(); }
    std::map<std::string, std::string> secrets() const override
    {
        auto wrong = m_vendor->secrets();
        for (auto &[name, secret] : wrong)
            secret = "WRONG" + secret;
        return wrong;
    }
    void mount(demo::FakeServer &server) override { m_vendor->mount(server); }

private:
    std::unique_ptr<demo::Vendor> m_vendor;
};

Running started(std::unique_ptr<demo::Vendor> standIn)
{
    Running running;
    running.standIn = std::move(standIn);
    running.server = std::make_unique<demo::FakeServer>();
    running.standIn->mount(*running.server);
    if (!running.server->listen().ok())
        qFatal("no port is free");
    running.result = std::async(
        std::launch::async, [vendor = running.standIn.get(), address = running.server->address()] { return syncVendor(*vendor, address); });
    return running;
}

} // namespace

class TestVendorSync final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everything_data();
    void everything();
    void whatIsLeftOutIsTold_data();
    void whatIsLeftOutIsTold();
    void aWrongKeyIsTold_data() { everything_data(); }
    void aWrongKeyIsTold();
    void theConnectionIsTested_data() { everything_data(); }
    void theConnectionIsTested();
    void theConnectionOfADistributorIsTested();

private:
    std::map<std::string, Running> m_right;
    std::map<std::string, Running> m_wrong;
};

void TestVendorSync::initTestCase()
{
    const auto world = demo::makeWorld(worldDay());
    demo::Manners manners;
    manners.pageCap = 5;
    manners.busyAt = 3;
    manners.tokenLasts = 4;
    for (const auto &id : demo::vendorIds()) {
        m_right.emplace(id, started(demo::makeVendor(id, world, manners)));
        m_wrong.emplace(id, started(std::make_unique<WrongKeys>(demo::makeVendor(id, world, {}))));
    }
}

void TestVendorSync::everything_data()
{
    QTest::addColumn<QString>("vendor");
    for (const auto &id : demo::vendorIds())
        QTest::newRow(id.c_str()) << QString::fromStdString(id);
}

void TestVendorSync::everything()
{
    QFETCH(QString, vendor);
    const auto &running = m_right.at(vendor.toStdString());
    const auto &synced = running.result.get();
    QVERIFY2(!synced.error, synced.said().c_str());
    const auto expected = expectedOf(vendor.toStdString());
    QVERIFY2(!expected.empty(), "expected/ has no such file");
    QVERIFY2(areEqual(synced.sink.sorted(), expected), synced.said().c_str());
    const auto mostPages = std::ranges::max(synced.sink.streams, {}, &BatchFile::pages).pages;
    QVERIFY2(mostPages > 1, "no list had a second page");
    for (const auto &[name, secret] : running.standIn->secrets())
        QVERIFY(synced.sink.raws.find(secret) == std::string::npos && synced.said().find(secret) == std::string::npos);
    QVERIFY2(synced.sink.raws.find("REGISTRATION") == std::string::npos, "a secret of the vendor's was kept as evidence");
}

void TestVendorSync::whatIsLeftOutIsTold_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *vendor, int number, const char *why) {
        QTest::newRow((std::string(vendor) + ": " + why).c_str()) << QString::fromUtf8(vendor) << number << QString::fromUtf8(why);
    };
    row("connectwise", 1, "the agreement is billed one time");
    row("autotask", 1, "its contract is inactive");
    row("autotask", 1, "its contract has ended or cannot be seen");
    row("halopsa", 1, "one-time charge");
    row("halopsa", 1, "the line is inactive");
    row("halopsa", 3, "the recurring invoice is disabled");
    row("pax8", 1, "cancelled");
    row("pax8", 1, "trial");
    row("pax8", 1, "billed one time");
    row("sentinelone", 2, "on a trial site");
    row("ninjaone", 1, "waiting for approval");
    row("datto-rmm", 1, "deleted");
    row("microsoft-graph", 1, "trial");
    row("microsoft-graph", 1, "suspended or deleted");
    row("duo", 1, "waiting to be deleted");
    row("acronis", 3, "trial customer");
}

void TestVendorSync::whatIsLeftOutIsTold()
{
    QFETCH(QString, vendor);
    QFETCH(int, number);
    QFETCH(QString, why);
    const auto &warnings = m_right.at(vendor.toStdString()).result.get().summary.warnings;
    const QRegularExpression sentence(QStringLiteral("\\b%1\\b.*: %2$").arg(number).arg(QRegularExpression::escape(why)));
    QVERIFY2(
        std::ranges::any_of(warnings, [&](const std::string &said) { return sentence.match(QString::fromStdString(said)).hasMatch(); }),
        m_right.at(vendor.toStdString()).result.get().said().c_str());
}

void TestVendorSync::aWrongKeyIsTold()
{
    QFETCH(QString, vendor);
    const auto &running = m_wrong.at(vendor.toStdString());
    const auto &synced = running.result.get();
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Denied, synced.said().c_str());
    for (const auto &[name, secret] : running.standIn->secrets())
        QVERIFY2(synced.said().find(secret) == std::string::npos, "the error shows a secret");
}

void TestVendorSync::theConnectionIsTested()
{
    QFETCH(QString, vendor);
    const auto standIn = demo::makeVendor(vendor.toStdString(), demo::makeWorld(worldDay()), {});
    demo::FakeServer server;
    standIn->mount(server);
    QVERIFY(server.listen().ok());
    const auto report = testVendor(*standIn, server.address());
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
    QVERIFY(!report->facts.empty());
    // The keys of the wrong one.
    const WrongKeys wrong(demo::makeVendor(vendor.toStdString(), demo::makeWorld(worldDay()), {}));
    QVERIFY(!testVendor(wrong, server.address()).ok());
}

// A distributor's key may not ask for customers: the test asks what the sync will ask.
void TestVendorSync::theConnectionOfADistributorIsTested()
{
    const auto sherweb = demo::makeVendor("sherweb", demo::makeWorld(worldDay()), {});
    demo::FakeServer server;
    sherweb->mount(server);
    QVERIFY(server.listen().ok());
    for (const std::string api : {"distributor", "service-provider"}) {
        const auto report = testVendor(*sherweb, server.address(), {{"api", api}});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
    }
    QCOMPARE(server.count("/distributor/v1/billing/payable-charges"), size_t(1));
    QCOMPARE(server.count("/service-provider/v1/customers"), size_t(1));
    const WrongKeys wrong(demo::makeVendor("sherweb", demo::makeWorld(worldDay()), {}));
    QCOMPARE(testVendor(wrong, server.address(), {{"api", "distributor"}}).error().code, Errc::Denied);
}

} // namespace vendor_sync_test

BR_TEST(vendor_sync, TestVendorSync)
#include "vendor_sync.moc"
