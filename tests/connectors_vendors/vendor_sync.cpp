// A full sync of each stand-in vendor, over several pages, a limit and a token that ends: the records must be those that were
// worked out by hand from the world (demo/world) and stand in expected/.
#include "tests/connectors_vendors/expectation.h"
#include "tests/connectors_vendors/vendorsync.h"

#include <QTest>

#include <algorithm>

using namespace br;
using namespace br::test;

class TestVendorSync final : public QObject {
    Q_OBJECT

private slots:
    void everything_data();
    void everything();
    void aWrongKeyIsTold_data() { everything_data(); }
    void aWrongKeyIsTold();
};

void TestVendorSync::everything_data()
{
    QTest::addColumn<QString>("vendor");
    for (const auto &id : demo::vendorIds())
        QTest::newRow(id.c_str()) << QString::fromStdString(id);
}

void TestVendorSync::everything()
{
    QFETCH(QString, vendor);
    demo::Manners manners;
    manners.pageCap = 5;
    manners.busyAt = 3;
    manners.tokenLasts = 4;
    const auto standIn = demo::makeVendor(vendor.toStdString(), demo::makeWorld(worldDay()), manners);
    QVERIFY(standIn);
    demo::FakeServer server;
    standIn->mount(server);
    QVERIFY(server.listen().ok());

    const auto synced = syncVendor(*standIn, server.address());
    QVERIFY2(!synced.error, synced.said().c_str());
    const auto expected = expectedOf(vendor.toStdString());
    QVERIFY2(!expected.empty(), "expected/ has no such file");
    QVERIFY2(areEqual(synced.sink.sorted(), expected), synced.said().c_str());
    const auto mostPages = std::ranges::max(synced.sink.streams, {}, &BatchFile::pages).pages;
    QVERIFY2(mostPages > 1, "no list had a second page");
    for (const auto &[name, secret] : standIn->secrets())
        QVERIFY(synced.sink.raws.find(secret) == std::string::npos && synced.said().find(secret) == std::string::npos);
    QVERIFY2(synced.sink.raws.find("REGISTRATION") == std::string::npos, "a secret of the vendor's was kept as evidence");
}

void TestVendorSync::aWrongKeyIsTold()
{
    QFETCH(QString, vendor);
    // The stand-in knows other keys than the source has.
    class Forgetful final : public demo::Vendor {
    public:
        explicit Forgetful(std::unique_ptr<demo::Vendor> vendor)
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
    Forgetful standIn(demo::makeVendor(vendor.toStdString(), demo::makeWorld(worldDay()), {}));
    demo::FakeServer server;
    standIn.mount(server);
    QVERIFY(server.listen().ok());
    const auto synced = syncVendor(standIn, server.address());
    QVERIFY(synced.error.has_value());
    QVERIFY2(synced.error->code == Errc::Denied, synced.said().c_str());
    for (const auto &[name, secret] : standIn.secrets())
        QVERIFY2(synced.said().find(secret) == std::string::npos, "the error shows a secret");
}

QTEST_GUILESS_MAIN(TestVendorSync)
#include "vendor_sync.moc"
