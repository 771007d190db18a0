// Refresh tokens that a person entered once, and tokens that come in a header of the sign-in's answer.
#include "tests/connectors_rest_run/restworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace auth_refresh_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class AuthRefresh final : public QObject {
    Q_OBJECT

private slots:
    void anEnteredTokenIsReplacedWhereTheVendorReplacesIt();
    void aTokenThatIsUsedUpIsAskedForByItsLabel();
    void aMissingTokenIsAskedForBeforeAnythingIsSent();
    void tokensInHeaders_data();
    void tokensInHeaders();
};

namespace {

const std::string refreshing = R"({"scheme": "oauth2_refresh_token", "token_url": "https://login.fake.test/token", "client_id": "app-1",
    "refresh_secret": "grant", "parameters": {"resource": "r"}})";
const std::string grantSecret = R"("secrets": [{"id": "grant", "label": "Refresh token"}], )";

const char *failed(const Result<FetchSummary> &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

void serveItems(RestWorld &world, const std::string &name, const std::string &value)
{
    world.server.on("GET", "/v1/items", [name, value](const FakeRequest &request) {
        return demo::json(R"({"data": [{"id": "1"}]})", request.header(name).starts_with(value) ? 200 : 401);
    });
}

} // namespace

void AuthRefresh::anEnteredTokenIsReplacedWhereTheVendorReplacesIt()
{
    RestWorld world;
    world.secrets.held = {{"grant", "entered-once"}};
    world.manifest(refreshing, itemsStream(), grantSecret);
    serveItems(world, "authorization", "Bearer access-");
    std::string current = "entered-once";
    int grants = 0;
    world.server.on("POST", "/token", [&](const FakeRequest &request) {
        auto form = request.form();
        const bool isRight = form["grant_type"] == "refresh_token" && form["refresh_token"] == current && form["client_id"] == "app-1"
            && form["resource"] == "r";
        if (!isRight)
            return demo::json(R"({"error": "invalid_grant"})", 400);
        current = "rotated-" + std::to_string(++grants);
        return demo::token("access-" + std::to_string(grants), 3600, current);
    });
    for (int sync = 1; sync <= 3; ++sync) {
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QVERIFY(done->warnings.empty() || done->warnings.front().find("could not be kept") == std::string::npos);
        QCOMPARE(world.secrets.held.at("grant"), "rotated-" + std::to_string(sync));
    }
    world.secrets.refuses = true;
    const auto unkept = world.fetch();
    QVERIFY2(unkept.ok(), failed(unkept));
    QVERIFY(unkept->warnings.front().find("could not be kept") != std::string::npos);
}

void AuthRefresh::aTokenThatIsUsedUpIsAskedForByItsLabel()
{
    RestWorld world;
    world.secrets.held = {{"grant", "used-up-token"}};
    world.manifest(refreshing, itemsStream(), grantSecret);
    world.server.on("POST", "/token", [](const FakeRequest &) { return demo::json(R"({"error": "invalid_grant"})", 400); });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QVERIFY2(done.error().message.find("\"Refresh token\" is no longer accepted") != std::string::npos, failed(done));
    QVERIFY2(done.error().message.find("used-up-token") == std::string::npos, failed(done));
}

void AuthRefresh::aMissingTokenIsAskedForBeforeAnythingIsSent()
{
    RestWorld world;
    world.manifest(refreshing, itemsStream(), grantSecret);
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.find("\"Refresh token\" is not known") != std::string::npos, failed(done));
    QCOMPARE(world.server.connections(), int64_t(0));
}

void AuthRefresh::tokensInHeaders_data()
{
    QTest::addColumn<QByteArray>("auth");
    QTest::addColumn<QByteArray>("body");
    const QByteArray login = R"({"method": "POST", "path": "/login", "body": {"k": "K"}})";
    const QByteArray session
        = R"({"scheme": "session_token", "login": )" + login + R"(, "token": "header:x-TOKEN", "send_in": "header:X-Session"})";
    const QByteArray token
        = R"({"scheme": "token_request", "request": )" + login + R"(, "token": "header:X-Token", "use": {"X-Session": "{$token}"}})";
    for (const char *body : {"{}", "", "OK"}) {
        QTest::addRow("session, %s", body) << session << QByteArray(body);
        QTest::addRow("request, %s", body) << token << QByteArray(body);
    }
}

void AuthRefresh::tokensInHeaders()
{
    QFETCH(QByteArray, auth);
    QFETCH(QByteArray, body);
    RestWorld world;
    world.manifest(auth.toStdString(), itemsStream());
    serveItems(world, "x-session", "T-1");
    world.server.on("POST", "/v1/login", [&](const FakeRequest &) {
        auto answer = demo::json(body.toStdString());
        answer.headers.emplace_back("X-Token", "T-1");
        return answer;
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(1));
}

} // namespace auth_refresh_test

BR_TEST(auth_refresh, AuthRefresh)
#include "auth_refresh.moc"
