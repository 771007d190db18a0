#include "tests/connectors_rest_http/httpworld.h"
#include "tests/run/registered.h"

#include <QLoggingCategory>
#include <QNetworkProxy>

#include <mutex>

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace http_privacy_test {

namespace {

std::mutex mutex;
std::string everythingLogged;

void remember(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const std::lock_guard lock(mutex);
    everythingLogged += std::string(context.category ? context.category : "") + ": " + message.toStdString() + "\n";
}

} // namespace

// What logs, proxies and errors get to see.
class HttpPrivacy final : public QObject {
    Q_OBJECT

private slots:
    // With every logging category of Qt switched on.
    void nothingSecretIsLogged()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const QtMessageHandler before = qInstallMessageHandler(remember);
        {
            HttpWorld world;
            world.api.on("", "/devices", [](const FakeRequest &request) {
                auto answer = demo::json(demo::quoted(canary), request.method == "GET" ? 200 : 403);
                answer.headers.emplace_back("Set-Cookie", canary);
                return answer;
            });
            world.api.on(
                "GET", "/moved", [](const FakeRequest &) { return demo::redirect("https://elsewhere.example.net/?key=" + canary); });
            world.rules.attempts = 2;
            world.listen();
            const auto read = world.get("/devices?api_key=" + canary);
            const auto denied = world.post("/devices?api_key=" + canary, "client_secret=" + canary, false);
            const auto moved = world.get("/moved?api_key=" + canary);
            world.rules.ca.clear();
            const auto distrusted = world.get("/devices?api_key=" + canary);
            qInstallMessageHandler(before);
            QLoggingCategory::setFilterRules(QString());
            QVERIFY2(read.ok() && denied.ok(), why(read).c_str());
            QVERIFY(!moved.ok() && !distrusted.ok());
            QVERIFY2(why(moved).find(canary) == std::string::npos, why(moved).c_str());
            QVERIFY2(why(distrusted).find(canary) == std::string::npos, why(distrusted).c_str());
        }
        const std::lock_guard lock(mutex);
        QVERIFY(everythingLogged.find("GET api.example.com/devices 200") != std::string::npos); // it was listened to
        const auto at = everythingLogged.find(canary);
        if (at != std::string::npos)
            QFAIL(everythingLogged.substr(at < 200 ? 0 : at - 200, 400).c_str());
    }

    // The program's proxy is asked for the way, learns the host and nothing else; this computer's own servers are not its business.
    void theProxyOfTheProgramIsUsed()
    {
        demo::FakeServer proxy;
        proxy.otherwise([](const FakeRequest &) { return demo::json("{}", 403); });
        QVERIFY(proxy.listen().ok());
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port()));
        HttpWorld world;
        world.api.otherwise([](const FakeRequest &) { return demo::json("[]"); });
        world.rules.attempts = 1;
        const auto outside = world.get("/devices?api_key=" + canary);
        world.listen();
        const auto standIn = world.get("/devices");
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::DefaultProxy));
        QVERIFY(!outside.ok());
        QCOMPARE(outside.error().code, Errc::Unreachable);
        QVERIFY2(outside.error().message.find("proxy") != std::string::npos, why(outside).c_str());
        QVERIFY2(standIn.ok(), why(standIn).c_str());
        const auto journal = proxy.journal();
        QCOMPARE(journal.size(), size_t(1));
        QCOMPARE(journal.front().method, std::string("CONNECT"));
        QCOMPARE(journal.front().path, std::string("api.example.com:443"));
        QVERIFY(!sawCanary(proxy));
    }
};

} // namespace http_privacy_test

BR_TEST(http_privacy, HttpPrivacy)
#include "http_privacy.moc"
