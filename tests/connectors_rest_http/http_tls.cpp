#include "tests/connectors_rest_http/httpworld.h"
#include "tests/connectors_rest_http/oldtls.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace http_tls_test {

// T14: a connection that is not to be trusted carries no byte of a request.
class HttpTls final : public QObject {
    Q_OBJECT

    static constexpr int64_t day = 86400;

    // Asks a server with that certificate, which stands in for api.example.com.
    static Result<rest::HttpResponse> ask(const demo::Certificate &certificate, const std::string &ca, demo::FakeServer *&server)
    {
        server = new demo::FakeServer(certificate);
        server->otherwise([](const FakeRequest &) { return demo::json("[]"); });
        HttpWorld world;
        if (!server->listen().ok())
            return Error{Errc::Internal, "no port"};
        world.rules.ca = ca;
        world.rules.connectTo["api.example.com"] = server->address();
        auto answer = world.get("/devices?api_key=" + canary);
        if (!answer.ok() && world.sent != 1)
            return Error{Errc::Internal, "a certificate does not get better by trying again"};
        return answer;
    }

    static void refused(const demo::Certificate &certificate, const std::string &ca, const std::vector<std::string> &expected)
    {
        demo::FakeServer *server = nullptr;
        const auto answer = ask(certificate, ca, server);
        const std::unique_ptr<demo::FakeServer> owned(server);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        for (const std::string &text : expected)
            QVERIFY2(answer.error().message.find(text) != std::string::npos, (text + " | " + why(answer)).c_str());
        QVERIFY(answer.error().message.find(canary) == std::string::npos);
        QCOMPARE(server->connections(), int64_t(1)); // it was there to be spoken to
        QCOMPARE(server->bytesReceived(), int64_t(0));
        QVERIFY(server->journal().empty());
    }

private slots:
    void aGoodCertificateIsTakenByItsPinnedAuthority()
    {
        demo::FakeServer *server = nullptr;
        const auto answer = ask(HttpWorld::certificate({"api.example.com"}), HttpWorld::authority().pem(), server);
        const std::unique_ptr<demo::FakeServer> owned(server);
        QVERIFY2(answer.ok(), why(answer).c_str());
        QVERIFY(sawCanary(*server)); // so that the absence of it elsewhere says something
    }

    void aWildcardIsTaken()
    {
        demo::FakeServer *server = nullptr;
        const auto answer = ask(HttpWorld::certificate({"*.example.com"}), HttpWorld::authority().pem(), server);
        const std::unique_ptr<demo::FakeServer> owned(server);
        QVERIFY2(answer.ok(), why(answer).c_str());
    }

    void wrongHost()
    {
        refused(HttpWorld::certificate({"www.example.net", "127.0.0.1"}), HttpWorld::authority().pem(),
            {"belongs to another name", "www.example.net", "Nothing was sent"});
    }

    void expired()
    {
        const auto certificate = HttpWorld::authority().certificate({{"api.example.com"}, -90 * day, -60 * day});
        QVERIFY(certificate.ok());
        refused(*certificate, HttpWorld::authority().pem(), {"expired on", "clock"});
    }

    void notYetValid()
    {
        const auto certificate = HttpWorld::authority().certificate({{"api.example.com"}, 60 * day, 90 * day});
        QVERIFY(certificate.ok());
        refused(*certificate, HttpWorld::authority().pem(), {"is valid from", "clock"});
    }

    void selfSigned()
    {
        const auto certificate = demo::selfSigned({{"api.example.com"}});
        QVERIFY(certificate.ok());
        refused(*certificate, {}, {"signed by nobody but itself"});
        refused(*certificate, HttpWorld::authority().pem(), {"is not the one pinned"});
        // Pinned, it is trusted: a self-hosted server.
        demo::FakeServer *server = nullptr;
        const auto answer = ask(*certificate, certificate->pem, server);
        const std::unique_ptr<demo::FakeServer> owned(server);
        QVERIFY2(answer.ok(), why(answer).c_str());
    }

    void unknownAuthority()
    {
        refused(HttpWorld::certificate({"api.example.com"}), {}, {"authority that this computer does not know", "Test authority"});
    }

    void wrongPinnedAuthority()
    {
        const auto other = demo::CertificateAuthority::make("Another authority");
        QVERIFY(other.ok());
        refused(HttpWorld::certificate({"api.example.com"}), other->pem(), {"not signed by the authority pinned", "Test authority"});
    }

    void aPinThatIsNoCertificate()
    {
        HttpWorld world;
        world.listen();
        world.rules.ca = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n";
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::InvalidInput);
        QCOMPARE(world.api.connections(), int64_t(0));
    }

    void oldVersions_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.0") << 0x0301;
        QTest::newRow("TLS 1.1") << 0x0302;
    }
    void oldVersions()
    {
        QFETCH(int, version);
        const demo::Certificate certificate = HttpWorld::certificate({"api.example.com"});
        OldTlsServer server(certificate, version);
        QVERIFY(server.port() != 0);
        QVERIFY(server.answersItsOwnKind()); // the server does work, for who speaks its version
        const int64_t before = server.bytesReceived();
        QVERIFY(before > 0);
        HttpWorld world;
        world.rules.connectTo["api.example.com"] = "https://127.0.0.1:" + std::to_string(server.port());
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        QVERIFY2(answer.error().message.find("TLS") != std::string::npos, why(answer).c_str());
        QCOMPARE(server.bytesReceived(), before);
    }

    void aServerWithoutTls()
    {
        demo::FakeServer plain;
        QVERIFY(plain.listen().ok());
        HttpWorld world;
        world.rules.attempts = 1;
        world.rules.timeout = std::chrono::milliseconds(2000); // it waits for the end of a line that never comes
        world.rules.connectTo["api.example.com"] = "https://127.0.0.1:" + std::to_string(plain.port());
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        QVERIFY(plain.journal().empty());
    }

    void nobodyListens()
    {
        HttpWorld world;
        {
            demo::FakeServer gone;
            QVERIFY(gone.listen().ok());
            world.rules.connectTo["api.example.com"] = "https://127.0.0.1:" + std::to_string(gone.port());
        }
        world.rules.attempts = 2;
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        QVERIFY2(answer.error().message.find("takes no connections") != std::string::npos, why(answer).c_str());
        QCOMPARE(world.sent, int64_t(2));
    }
};

} // namespace http_tls_test

BR_TEST(http_tls, HttpTls)
#include "http_tls.moc"
