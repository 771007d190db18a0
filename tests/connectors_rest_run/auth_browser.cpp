#include "tests/connectors_rest_run/restworld.h"

#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/auth/loopback.h"
#include "connectors/rest/auth/signing.h"
#include "core/base/text.h"
#include "tests/run/registered.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <thread>

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace auth_browser_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class AuthBrowser final : public QObject {
    Q_OBJECT

private slots:
    void aPersonSignsInAndSyncsRotateTheToken();
    void withoutSigningInNothingIsSent();
    void thePersonSaysNo();
    void aTokenThatCannotBeRenewedIsRefused();
    void noBrowser();
    void waitingEndsByCancellingAndByTime();
    void silentVisitorsDoNotHinder();

private:
    static void prepare(RestWorld &world);
};

namespace {

bool holds(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

// What a browser does with an address on this machine; answers the page's text.
std::string visit(const std::string &address, const std::string &query)
{
    const QUrl url(QString::fromStdString(address));
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(5000))
        return "not connected";
    const auto text = "GET /?" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    socket.write(text.data(), qint64(text.size()));
    QByteArray page;
    while (socket.waitForReadyRead(5000))
        page += socket.readAll();
    return page.toStdString();
}

// A person who signs in at the vendor's page and is sent back.
struct Person {
    std::string asked; // the address that was opened
    std::string challenge;
    std::thread thread;
    std::vector<std::string> pages;

    ~Person()
    {
        if (thread.joinable())
            thread.join();
    }
    rest::OpenBrowser browser(std::function<std::vector<std::string>(const std::string &state)> visits)
    {
        return [this, visits](const std::string &url) {
            asked = url;
            const QUrlQuery query{QUrl(QString::fromStdString(url))};
            const auto value
                = [&query](const char *name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString(); };
            challenge = value("code_challenge");
            thread = std::thread([this, visits, state = value("state"), back = value("redirect_uri")] {
                for (const auto &answer : visits(rest::percentEncoded(state)))
                    pages.push_back(visit(back, answer));
            });
            return true;
        };
    }
};

const char *failed(const Status &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

} // namespace

void AuthBrowser::aPersonSignsInAndSyncsRotateTheToken()
{
    RestWorld world;
    prepare(world);
    Person person;
    std::vector<std::map<std::string, std::string>> grants;
    std::string current;
    world.server.on("POST", "/token", [&](const FakeRequest &request) {
        auto form = request.form();
        grants.push_back(form);
        const bool isCode = form["grant_type"] == "authorization_code" && form["code"] == "the code+1";
        const bool isRefresh = form["grant_type"] == "refresh_token" && form["refresh_token"] == current;
        if (!isCode && !isRefresh)
            return demo::json(R"({"error": "invalid_grant"})", 400);
        current = "refresh-" + std::to_string(grants.size());
        return demo::token("access-" + std::to_string(grants.size()), 3600, current);
    });
    const auto signedIn = world.signIn(person.browser([](const std::string &state) {
        // Others come by as well; none of them can end the sign-in.
        return std::vector<std::string>{
            "", "error=access_denied&state=wrong", "code=forged&state=" + state.substr(1), "code=the%20code%2B1&state=" + state};
    }));
    person.thread.join();
    QVERIFY2(signedIn.ok(), failed(signedIn));
    QCOMPARE(grants.size(), size_t(1));
    QVERIFY(
        holds(person.asked, "https://login.fake.test/authorize?response_type=code&client_id=app-1&redirect_uri=http%3A%2F%2F127.0.0.1%3A"));
    QVERIFY(holds(person.asked, "code_challenge_method=S256") && holds(person.asked, "scope=offline%20read")
        && holds(person.asked, "&audience=x&"));
    QCOMPARE(rest::base64Url(rest::sha256Bytes(grants.front()["code_verifier"])), person.challenge);
    QVERIFY(holds(person.asked, rest::percentEncoded(grants.front()["redirect_uri"])));
    QVERIFY(!holds(person.asked, grants.front()["code_verifier"]));
    QVERIFY(holds(person.pages.at(0), "404") && holds(person.pages.at(1), "404") && holds(person.pages.at(2), "404"));
    QVERIFY(holds(person.pages.at(3), "You are signed in"));
    QCOMPARE(world.secrets.held.at("refresh_token"), std::string("refresh-1"));

    for (int sync = 2; sync < 4; ++sync) {
        const auto done = world.fetch();
        QVERIFY2(done.ok(), done ? "" : done.error().message.c_str());
        QCOMPARE(world.secrets.held.at("refresh_token"), "refresh-" + std::to_string(sync));
    }
    // A keychain that does not take the new token: the sync is whole, and the person is told.
    world.secrets.refuses = true;
    const auto told = world.fetch();
    QVERIFY2(told.ok(), told ? "" : told.error().message.c_str());
    QVERIFY2(holds(joined(told->warnings, "\n"), "sign in again before the next sync"), joined(told->warnings, "\n").c_str());
    QVERIFY(!holds(joined(told->warnings, "\n"), "refresh-"));
    // And then the old one is void.
    const auto ended = world.fetch();
    QVERIFY(!ended.ok());
    QCOMPARE(ended.error().code, Errc::Denied);
    QVERIFY2(holds(ended.error().message, "sign in again in the browser"), ended.error().message.c_str());
}

void AuthBrowser::withoutSigningInNothingIsSent()
{
    RestWorld world;
    prepare(world);
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QVERIFY2(holds(done.error().message, "Sign in"), done.error().message.c_str());
    QCOMPARE(world.server.connections(), int64_t(0));
}

void AuthBrowser::thePersonSaysNo()
{
    RestWorld world;
    prepare(world);
    Person person;
    const auto done = world.signIn(person.browser([](const std::string &state) {
        return std::vector<std::string>{"error=access_denied&error_description=The%20user%20denied%20it&state=" + state};
    }));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QVERIFY2(holds(done.error().message, "The user denied it"), failed(done));
    QVERIFY(world.secrets.held.empty());
}

void AuthBrowser::aTokenThatCannotBeRenewedIsRefused()
{
    RestWorld world;
    prepare(world);
    Person person;
    world.server.on("POST", "/token", [](const FakeRequest &) { return demo::token("access"); });
    const auto done
        = world.signIn(person.browser([](const std::string &state) { return std::vector<std::string>{"code=c&state=" + state}; }));
    QVERIFY(!done.ok());
    QVERIFY2(holds(done.error().message, "offline access"), failed(done));
}

void AuthBrowser::noBrowser()
{
    RestWorld world;
    prepare(world);
    const auto done = world.signIn([](const std::string &) { return false; });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Unsupported);
}

void AuthBrowser::waitingEndsByCancellingAndByTime()
{
    rest::Loopback loopback;
    QVERIFY(loopback.listen().ok());
    Heard progress;
    const auto late = loopback.waitForCode("state", progress, std::chrono::milliseconds(80));
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, Errc::Unreachable);
    progress.isCancelled = true;
    const auto cancelled = loopback.waitForCode("state", progress);
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().code, Errc::Cancelled);
}

// Browsers open connections in advance and say nothing on them.
void AuthBrowser::silentVisitorsDoNotHinder()
{
    rest::Loopback loopback;
    QVERIFY(loopback.listen().ok());
    const QUrl url(QString::fromStdString(loopback.address()));
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 5; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(url.port()));
        QVERIFY(silent.back()->waitForConnected(5000));
    }
    std::string page;
    std::thread person([&] { page = visit(loopback.address(), "state=s&code=c"); });
    Heard progress;
    const auto code = loopback.waitForCode("s", progress);
    person.join();
    QVERIFY(code.ok());
    QCOMPARE(*code, std::string("c"));
}

void AuthBrowser::prepare(RestWorld &world)
{
    world.values = {{"client", "app-1"}};
    world.manifest(
        R"({"scheme": "oauth2_authorization_code", "authorize_url": "https://login.fake.test/authorize", "token_url": "https://login.fake.test/token",
        "client_id": "{$settings.client}", "scope": "offline read", "parameters": {"audience": "x"}})",
        itemsStream(), R"("settings": [{"id": "client", "label": "Application"}], )");
    world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
        return demo::json(R"({"data": [{"id": "1"}]})", request.header("authorization").starts_with("Bearer access-") ? 200 : 401);
    });
}

} // namespace auth_browser_test

BR_TEST(auth_browser, AuthBrowser)
#include "auth_browser.moc"
