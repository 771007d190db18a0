#include "tests/connectors_rest_run/restworld.h"

#include "core/base/text.h"
#include "tests/run/registered.h"

#include <thread>

using namespace br;
using namespace br::test;
using demo::FakeAnswer;
using demo::FakeRequest;

namespace run_outcomes_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class RunOutcomes final : public QObject {
    Q_OBJECT

private slots:
    void listsOfParentsComeInTheirOrder();
    void theSameAnswersGiveTheSameDigest();
    void discoveryLeadsToTheHost();
    void aNextLinkToAnotherHostIsNotFollowed_data();
    void aNextLinkToAnotherHostIsNotFollowed();
    void brokenAnswersEndTheRun_data();
    void brokenAnswersEndTheRun();
    void whatAPersonIsTold();
    void aSettingThatDoesNotFitIsSaidBeforeAnythingIsSent_data();
    void aSettingThatDoesNotFitIsSaidBeforeAnythingIsSent();
    void aStandInElsewhereIsRefused();
    void testOfAConnection();
    void cancellingEndsTheRunSoon();
    void aStreamOfOtherSettingsIsNotRead();
};

namespace {

const std::string keyAuth = R"({"scheme": "headers", "headers": {"X-Key": "{$secrets.key}"}})";
const std::string keySecret = R"("secrets": [{"id": "key", "label": "Key"}], )";
const std::string nested = R"({"id": "sites", "label": "Sites", "request": {"path": "/sites"}, "records": "data", "identity": "id",
      "emit": [{"record": "account", "fields": {"account_id": "id"}}]},
    {"id": "devices", "label": "Devices", "for_each": "sites", "only": {"path": "state", "is_not": "closed"},
     "request": {"path": "/sites/{$parent.id}/devices"}, "records": "data", "identity": "id",
     "paging": {"scheme": "page", "parameter": "page"}, "complete": {"total": "total"},
     "unavailable": [{"status": [403], "then": "warn", "why": "this site is a trial"}, {"status": [404], "then": "nothing"}],
     "emit": [{"record": "asset", "fields": {"account_id": "$parent.id", "meter_id": {"value": "device"}, "asset_id": "id"}}]})";

const char *failed(const Result<FetchSummary> &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

bool holds(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

void RunOutcomes::listsOfParentsComeInTheirOrder()
{
    RestWorld world;
    world.manifest({}, nested, R"("pace": {"concurrency": 4}, )");
    world.server.on("GET", "/v1/sites", [](const FakeRequest &) {
        return demo::json(
            R"({"data": [{"id": "a"}, {"id": "b"}, {"id": "c", "state": "Closed"}, {"id": "d"}, {"id": "e"}, {"id": "f"}, {"id": "g"}]})");
    });
    world.server.on("GET", "/v1/sites/{id}/devices", [](const FakeRequest &request) {
        const auto site = request.captured.at(0);
        if (site == "d")
            return demo::json("{}", 403);
        if (site == "e")
            return demo::json("{}", 404);
        auto answer = demo::json("{\"total\": 2, \"data\": [" + item(request.parameter("page", "?")) + "]}");
        answer.delay = std::chrono::milliseconds(site == "a" ? 120 : 1); // the first one comes last
        return answer;
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records,
        (std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g", "a/1", "a/2", "b/1", "b/2", "f/1", "f/2", "g/1", "g/2"}));
    QCOMPARE(world.sink.files.size(), size_t(2));
    const auto &devices = world.sink.files.back();
    QCOMPARE(devices.rowsIn, int64_t(8));
    QCOMPARE(devices.pages, int64_t(8));
    QCOMPARE(devices.sha256.size(), size_t(64));
    QVERIFY(std::ranges::find(done->warnings, "Devices of d: this site is a trial") != done->warnings.end());
    QCOMPARE(done->requests, int64_t(11)); // 1 + 4 x 2 + 403 + 404
    const auto journal = world.server.journal();
    std::vector<std::string> firstFour;
    for (size_t i = 1; i < 5; ++i)
        firstFour.push_back(journal.at(i).path);
    QVERIFY2(std::ranges::find(firstFour, "/v1/sites/b/devices") != firstFour.end(), "the first pages are under way together");
}

// The digest of a batch does not depend on which answer came first.
void RunOutcomes::theSameAnswersGiveTheSameDigest()
{
    std::vector<std::string> digests;
    for (const int slow : {0, 1}) {
        RestWorld world;
        world.manifest({}, nested, R"("pace": {"concurrency": 3}, )");
        world.server.on("GET", "/v1/sites", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "a"}, {"id": "b"}]})"); });
        world.server.on("GET", "/v1/sites/{id}/devices", [slow](const FakeRequest &request) {
            auto answer = demo::json("{\"total\": 1, \"data\": [" + item(request.captured.at(0)) + "]}");
            answer.delay = std::chrono::milliseconds(request.captured.at(0) == (slow == 0 ? "a" : "b") ? 60 : 0);
            return answer;
        });
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        digests.push_back(world.sink.files.back().sha256);
    }
    QCOMPARE(digests.front(), digests.back());
}

void RunOutcomes::discoveryLeadsToTheHost()
{
    RestWorld world;
    world.values = {{"user", "me"}};
    world.secrets.held = {{"key", "key-key-key"}};
    world.manifest(R"({"scheme": "headers", "headers": {"X-Key": "{$secrets.key}", "X-Tenant": "{$zone.id}"}})",
        R"({"id": "items", "request": {"url": "{$zone.url}V1/items"}, "records": "data", "emit": [{"record": "account", "fields": {"account_id": "id"}}]})",
        keySecret + R"("settings": [{"id": "user", "label": "User"}],
          "discovery": [{"id": "zone", "request": {"path": "/zone", "query": {"user": "{$settings.user}"}}, "auth": false, "require": ["url"], "missing": "Nobody knows this user"}], )");
    world.server.on("GET", "/v1/zone", [](const FakeRequest &request) {
        const bool isKnown = request.parameter("user", "") == "me" && request.header("x-key").empty();
        return demo::json(isKnown ? R"({"url": "https://login.fake.test/api/", "id": 7})" : R"({"url": null})");
    });
    world.server.on("GET", "/api/V1/items", [](const FakeRequest &request) {
        const bool isRight
            = request.header("host") == "login.fake.test" && request.header("x-tenant") == "7" && request.header("x-key") == "key-key-key";
        return demo::json(R"({"data": [{"id": "1"}]})", isRight ? 200 : 401);
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(1));
    world.values["user"] = "nobody";
    const auto unknown = world.fetch();
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().message, std::string("Nobody knows this user"));
}

// T13 through a next link: refused before a byte is sent.
void RunOutcomes::aNextLinkToAnotherHostIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QByteArray>("paging");
    for (const char *next :
        {"https://evil.test/v1/items?page=2", "http://api.fake.test/v1/items?page=2", "https://api.fake.test:9/v1/items",
            "https://api.fake.test@evil.test/", "//evil.test/v1/items", "https://127.0.0.1/v1/items"}) {
        QTest::addRow("body %s", next) << QByteArray(next) << QByteArray(R"({"scheme": "next_url", "next": "next"})");
        QTest::addRow("header %s", next) << QByteArray(next) << QByteArray(R"({"scheme": "link_header"})");
    }
}

void RunOutcomes::aNextLinkToAnotherHostIsNotFollowed()
{
    QFETCH(QByteArray, next);
    QFETCH(QByteArray, paging);
    RestWorld world;
    world.secrets.held = {{"key", "canary-key-8d1f"}};
    world.manifest(keyAuth, itemsStream("\"paging\": " + paging.toStdString() + ", "), keySecret);
    world.server.on("GET", "/v1/items", [&](const FakeRequest &) {
        auto answer = demo::json(R"({"data": [{"id": "1"}], "next": ")" + next.toStdString() + "\"}");
        answer.headers.emplace_back("Link", "<" + next.toStdString() + ">; rel=\"next\"");
        return answer;
    });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QVERIFY2(done.error().code == Errc::Refused || done.error().code == Errc::InvalidInput, failed(done));
    QVERIFY2(holds(done.error().message, "Items, page 2"), failed(done));
    QVERIFY2(!holds(done.error().message, "canary"), failed(done));
    QCOMPARE(world.evil.connections(), int64_t(0));
    QCOMPARE(world.server.journal().size(), size_t(1));
    QVERIFY(world.sink.files.empty());
}

// T17 at the level of a run: the sentence names the list, nothing is finished.
void RunOutcomes::brokenAnswersEndTheRun_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("login page") << 0 << QByteArray("web page");
    QTest::newRow("cut JSON") << 1 << QByteArray("not JSON");
    QTest::newRow("cut body") << 2 << QByteArray("Items, page 1");
    QTest::newRow("duplicate members") << 3 << QByteArray("id");
    QTest::newRow("no list") << 4 << QByteArray("It said: the tenant is asleep");
    QTest::newRow("list is an object's text") << 5 << QByteArray("data");
    QTest::newRow("nothing") << 6 << QByteArray("data");
    QTest::newRow("error inside 200") << 7 << QByteArray("quota of the tenant");
    QTest::newRow("500") << 8 << QByteArray("failed on its side (500");
    QTest::newRow("400") << 9 << QByteArray("filter is wrong");
    QTest::newRow("403") << 10 << QByteArray("Reader of everything");
    QTest::newRow("404") << 11 << QByteArray("api.fake.test/v1/items does not exist");
    QTest::newRow("hangs up") << 12 << QByteArray("Items, page 1");
    QTest::newRow("gzip of a cut text") << 13 << QByteArray("Items, page 1");
    QTest::newRow("plain words") << 14 << QByteArray("It said: the tenant sleeps");
}

void RunOutcomes::brokenAnswersEndTheRun()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, said);
    RestWorld world;
    world.manifest({}, itemsStream(), R"("errors": [{"when": {"path": "success", "is": "false"}, "message": "why.text"}], )");
    world.server.on("GET", "/v1/items", [kind](const FakeRequest &) {
        FakeAnswer answer = demo::json(R"({"data": [{"id": "1"}]})");
        switch (kind) {
        case 0:
            answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
            answer.body = "<!doctype html><html><body>Sign in</body></html>";
            break;
        case 1:
            answer.body = R"({"data": [{"id": "1"}, {"id": )";
            break;
        case 2:
            answer.cutAfter = 10;
            break;
        case 3:
            answer.body = R"({"data": [{"id": "1", "id": "2"}]})";
            break;
        case 4:
            answer.body = R"({"message": "the tenant is asleep"})";
            break;
        case 5:
            answer.body = R"({"data": "none"})";
            break;
        case 6:
            answer.body = "";
            break;
        case 7:
            answer.body = R"({"success": false, "why": {"text": "quota of the tenant is used up"}, "data": []})";
            break;
        case 8:
            return demo::json("oops", 500);
        case 9:
            return demo::json(R"({"errors": [{"code": 1, "message": "the filter is wrong"}]})", 400);
        case 10:
            return demo::json(R"({"error": {"message": "no"}})", 403);
        case 11:
            return demo::json("", 404);
        case 14:
            answer = demo::json("the tenant\nsleeps", 409);
            answer.headers = {{"Content-Type", "text/plain"}};
            break;
        case 12:
            answer.shape = FakeAnswer::Shape::Raw;
            answer.body = "HTTP/1.1 200 OK\r\nContent-Le";
            break;
        default:
            answer.gzip = true;
            answer.cutAfter = 20;
            break;
        }
        return answer;
    });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QVERIFY2(holds(done.error().message, said.toStdString()), failed(done));
    QVERIFY2(holds(done.error().message, "Items"), failed(done));
    QVERIFY(world.sink.files.empty());
}

void RunOutcomes::whatAPersonIsTold()
{
    RestWorld world;
    world.period = "2020-01"; // long over
    world.manifest({}, itemsStream(), R"("notes": ["Trials are not in it."], )");
    world.clock.milliseconds += 20 * 60000;
    world.server.on("GET", "/v1/items", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}]})"); });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    const auto all = joined(done->warnings, "\n");
    QVERIFY2(holds(all, "Trials are not in it."), all.c_str());
    QVERIFY2(holds(all, "only tells what is true today") && holds(all, "2020-01"), all.c_str());
    QVERIFY2(holds(all, "minutes ahead of the vendor's server"), all.c_str());
    QCOMPARE(done->requests, int64_t(1));
    QVERIFY(!done->serverDate.empty());
    QVERIFY(!world.progress.steps.empty());
    QCOMPARE(world.progress.steps.front().stream, std::string("Items"));
    QCOMPARE(world.progress.steps.front().page, int64_t(1));
}

void RunOutcomes::aSettingThatDoesNotFitIsSaidBeforeAnythingIsSent_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("missing") << QByteArray("region") << QByteArray("");
    QTest::newRow("no choice") << QByteArray("region") << QByteArray("mars");
    QTest::newRow("host with a path") << QByteArray("host") << QByteArray("psa.example.com/api");
    QTest::newRow("host with a user") << QByteArray("host") << QByteArray("me@psa.example.com");
    QTest::newRow("pattern") << QByteArray("code") << QByteArray("abc1");
}

void RunOutcomes::aSettingThatDoesNotFitIsSaidBeforeAnythingIsSent()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, value);
    RestWorld world;
    world.values = {{"region", "eu"}, {"host", "psa.example.com"}, {"code", "abc"}};
    world.values[id.toStdString()] = value.toStdString();
    world.manifest({}, itemsStream(), R"("settings": [{"id": "region", "label": "The region", "kind": "choice", "choices": ["eu", "us"]},
        {"id": "host", "label": "The host", "kind": "host"}, {"id": "code", "label": "The code", "pattern": "[a-z]+", "example": "acme"}], )");
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::InvalidInput);
    QVERIFY2(holds(done.error().message, "\"The " + id.toStdString() + "\""), failed(done));
    QCOMPARE(world.server.connections(), int64_t(0));
}

void RunOutcomes::aStandInElsewhereIsRefused()
{
    const rest::ManifestLibrary library(std::string("/nonexistent"));
    for (const char *target : {"https://evil.example.com", "https://10.0.0.1:443", "ftp://127.0.0.1", "127.0.0.1"}) {
        RestWorld world;
        world.manifest({}, itemsStream());
        FetchRequest request;
        request.settings = "{\"manifest\": \"" + world.manifestFile() + R"(", "connect_to": {"api.fake.test": ")" + target + "\"}}";
        QVERIFY2(!rest::connectionOf(request, library).ok(), target);
    }
}

void RunOutcomes::testOfAConnection()
{
    RestWorld world;
    world.secrets.held = {{"key", "key-key-key"}};
    world.manifest(keyAuth, itemsStream(), keySecret + R"("test": {"path": "/items", "query": {"limit": "1"}}, )");
    world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
        return demo::json(R"({"data": [{"id": "1"}, {"id": "2"}], "message": "the key key-key-key is unknown"})",
            request.header("x-key") == "key-key-key" ? 200 : 401);
    });
    const auto report = world.test();
    QVERIFY2(report.ok(), report ? "" : report.error().message.c_str());
    QCOMPARE(report->facts, (std::vector<std::string>{"Signed in at api.fake.test", "The first page of Items holds 2"}));
    QVERIFY(world.sink.records.empty());
    world.secrets.held["key"] = "wrong-key";
    const auto refused = world.test();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Errc::Denied);
}

void RunOutcomes::cancellingEndsTheRunSoon()
{
    RestWorld world;
    world.manifest({}, itemsStream());
    world.server.on("GET", "/v1/items", [](const FakeRequest &) {
        FakeAnswer answer;
        answer.shape = FakeAnswer::Shape::Hang;
        return answer;
    });
    std::thread person([&world] {
        while (world.server.journal().empty())
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        world.progress.isCancelled = true;
    });
    const auto done = world.fetch();
    person.join();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Cancelled);
}

void RunOutcomes::aStreamOfOtherSettingsIsNotRead()
{
    RestWorld world;
    world.values = {{"kind", "reseller"}};
    world.manifest({},
        R"({"id": "own", "only": {"path": "$settings.kind", "is": "single"}, "request": {"path": "/own"}, "records": "data"},
           {"id": "items", "only": {"path": "$settings.kind", "is": "reseller"}, "request": {"path": "/items"}, "records": "data",
            "emit": [{"record": "account", "fields": {"account_id": "id"}}]})",
        R"("settings": [{"id": "kind", "label": "Kind"}], )");
    world.server.on("GET", "/v1/items", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}]})"); });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(1));
    QCOMPARE(world.sink.files.size(), size_t(1));
}

} // namespace run_outcomes_test

BR_TEST(run_outcomes, RunOutcomes)
#include "run_outcomes.moc"
