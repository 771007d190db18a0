#include "connectors/rest/http/queue.h"
#include "tests/connectors_rest_http/httpworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;
using std::chrono::milliseconds;

namespace http_limits_test {

// T16: storms of 429 and 503, pauses, pace, budget, cancelling; repeats only of what may be repeated.
class HttpLimits final : public QObject {
    Q_OBJECT

private slots:
    void aStormIsGivenUpAfterItsAttempts_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("status");
        QTest::newRow("absent") << QByteArray() << 429;
        QTest::newRow("negative") << QByteArray("-5") << 429;
        QTest::newRow("nonsense") << QByteArray("soon") << 429;
        QTest::newRow("past") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << 429;
        QTest::newRow("zero") << QByteArray("0") << 503;
    }
    void aStormIsGivenUpAfterItsAttempts()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, status);
        HttpWorld world;
        world.api.otherwise([&](const FakeRequest &) { return demo::tooMany(retryAfter.toStdString(), status); });
        world.listen();
        const auto answer = world.get("/devices");
        QVERIFY2(answer.ok(), why(answer).c_str()); // the last answer, for the caller to judge
        QCOMPARE(answer->status, status);
        QCOMPARE(world.api.journal().size(), size_t(6));
        QCOMPARE(world.sent, int64_t(6));
    }

    void mixedAnswersEndWithTheGoodOne()
    {
        HttpWorld world;
        int asked = 0;
        world.api.otherwise([&](const FakeRequest &) {
            ++asked;
            return asked == 1 ? demo::tooMany()
                : asked == 2  ? demo::tooMany({}, 503)
                : asked == 3  ? demo::json("{}", 502)
                              : demo::json("[1]");
        });
        world.listen();
        const auto answer = world.get("/devices");
        QVERIFY2(answer.ok(), why(answer).c_str());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, std::string("[1]"));
        QCOMPARE(world.sent, int64_t(4));
    }

    // Seconds and a date: the next request comes no sooner, and the wait is told.
    void thePauseAskedForIsKept_data()
    {
        QTest::addColumn<bool>("date");
        QTest::newRow("seconds") << false;
        QTest::newRow("date, by the server's own clock") << true;
    }
    void thePauseAskedForIsKept()
    {
        QFETCH(bool, date);
        HttpWorld world;
        int asked = 0;
        world.api.otherwise([&](const FakeRequest &) {
            if (++asked > 1)
                return demo::json("[]");
            // The server's clock is decades behind: only the difference counts.
            auto answer = demo::tooMany(date ? "Sun, 06 Nov 1994 08:49:38 GMT" : "1");
            answer.headers.emplace_back("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
            return answer;
        });
        world.listen();
        const auto answer = world.get("/devices");
        QVERIFY2(answer.ok(), why(answer).c_str());
        QCOMPARE(answer->status, 200);
        const auto journal = world.api.journal();
        QCOMPARE(journal.size(), size_t(2));
        // Against a sleep that is too short; 990 because times are cut to whole milliseconds.
        QVERIFY(journal[1].at - journal[0].at >= milliseconds(990));
        QVERIFY(!world.progress.steps.empty());
        QCOMPARE(world.progress.steps.front().waitSeconds, 1);
        QCOMPARE(world.progress.steps.back().waitSeconds, 0);
    }

    void aPauseOfYearsEndsTheRunAndIsTold_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::newRow("a billion") << QByteArray("1000000000");
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999999");
        QTest::newRow("ten minutes, five are waited") << QByteArray("600");
    }
    void aPauseOfYearsEndsTheRunAndIsTold()
    {
        QFETCH(QByteArray, retryAfter);
        HttpWorld world;
        world.api.otherwise([&](const FakeRequest &) { return demo::tooMany(retryAfter.toStdString()); });
        world.listen();
        const auto answer = world.get("/devices?api_key=" + canary);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Refused);
        QVERIFY2(answer.error().message.find("pause until 20") != std::string::npos, why(answer).c_str());
        QVERIFY(why(answer).find(canary) == std::string::npos);
        QCOMPARE(world.sent, int64_t(1));
    }

    void cancelEndsALongPause()
    {
        HttpWorld world;
        world.api.otherwise([](const FakeRequest &) { return demo::tooMany("200"); });
        world.listen();
        world.progress.until = [&] { return !world.progress.steps.empty(); }; // as soon as the countdown is seen
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Cancelled);
        QCOMPARE(world.progress.steps.front().waitSeconds, 200);
        QCOMPARE(world.api.journal().size(), size_t(1));
    }

    // A server that never answers, and one that never even shakes hands: asked at most 21 times whether to go on.
    void cancelEndsAHungConnection_data()
    {
        QTest::addColumn<bool>("handshake");
        QTest::newRow("no answer") << true;
        QTest::newRow("no handshake") << false;
    }
    void cancelEndsAHungConnection()
    {
        QFETCH(bool, handshake);
        HttpWorld world;
        demo::FakeAnswer hang;
        hang.shape = demo::FakeAnswer::Shape::Hang;
        world.api.otherwise([&](const FakeRequest &) { return hang; });
        if (!handshake)
            world.api.neverShakeHands();
        world.listen();
        int polls = 0;
        world.progress.until = [&] { return ++polls > 20; };
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Cancelled);
        QCOMPARE(polls, 21);
    }

    void theVendorsOwnWayOfSayingLater()
    {
        HttpWorld world;
        int asked = 0;
        world.api.otherwise(
            [&](const FakeRequest &) { return ++asked == 1 ? demo::json(R"({"stat":"FAIL","again_in":1})") : demo::json("[]"); });
        world.rules.throttled = [](const rest::HttpResponse &answer) {
            return answer.body.find("again_in") != std::string::npos ? std::optional(rest::Throttle{milliseconds(30)}) : std::nullopt;
        };
        world.listen();
        const auto answer = world.get("/devices");
        QVERIFY2(answer.ok(), why(answer).c_str());
        QCOMPARE(answer->body, std::string("[]"));
        const auto journal = world.api.journal();
        QCOMPARE(journal.size(), size_t(2));
        QVERIFY(journal[1].at - journal[0].at >= milliseconds(25));
    }

    void theBudgetOfARunIsKept()
    {
        HttpWorld world;
        world.rules.budget = 7;
        world.api.otherwise([](const FakeRequest &) { return demo::tooMany(); });
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        QVERIFY(client.send(world.request("/a")).ok()); // six attempts
        const auto second = client.send(world.request("/b"));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, Errc::Refused);
        QCOMPARE(world.api.journal().size(), size_t(7));
        QCOMPARE(client.requests(), int64_t(7));
    }

    // Measured from before the first was sent: handshakes of several connections may let the requests arrive closer together.
    void thePaceIsKept()
    {
        HttpWorld world;
        world.rules.requestsPerMinute = 1200; // one in 50 ms
        world.rules.concurrency = 4;
        world.api.otherwise([](const FakeRequest &) { return demo::json("[]"); });
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        const auto began = std::chrono::steady_clock::now();
        std::vector<rest::HttpClient::Ticket> tickets;
        for (int i = 0; i < 5; ++i)
            tickets.push_back(client.start(world.request("/page")));
        for (const auto ticket : tickets)
            QVERIFY(client.finish(ticket).ok());
        QVERIFY(std::chrono::steady_clock::now() - began >= milliseconds(200));
        QCOMPARE(world.api.journal().size(), size_t(5));
        QVERIFY(world.progress.steps.empty()); // pace alone is not told
    }

    // To the millisecond, without a network.
    void thePaceOfTheQueue()
    {
        rest::HttpRules rules;
        rules.requestsPerMinute = 1200;
        rules.concurrency = 6;
        rest::Queue queue(rules);
        for (int i = 0; i < 5; ++i)
            queue.add({});
        auto now = rest::Queue::Time() + std::chrono::hours(1);
        for (int i = 0; i < 5; ++i) {
            const auto ticket = queue.due(now);
            QVERIFY(ticket);
            queue.started(*queue.find(*ticket), now);
            QVERIFY(!queue.due(now + milliseconds(49)));
            if (i < 4)
                QVERIFY(queue.next() == now + milliseconds(50));
            now += milliseconds(50);
        }
        QVERIFY(!queue.due(now)); // all are under way
    }

    void asManyAtOnceAsAllowed_data()
    {
        QTest::addColumn<int>("allowed");
        QTest::newRow("1") << 1;
        QTest::newRow("3") << 3;
    }
    void asManyAtOnceAsAllowed()
    {
        QFETCH(int, allowed);
        HttpWorld world;
        world.rules.concurrency = allowed;
        world.api.on("GET", "/page/{n}", [](const FakeRequest &request) {
            auto answer = demo::json(request.captured[0]);
            answer.delay = milliseconds(60);
            return answer;
        });
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        std::vector<rest::HttpClient::Ticket> tickets;
        for (int i = 0; i < 6; ++i)
            tickets.push_back(client.start(world.request("/page/" + std::to_string(i))));
        for (int i = 5; i >= 0; --i) { // in any order
            const auto answer = client.finish(tickets[size_t(i)]);
            QVERIFY2(answer.ok(), why(answer).c_str());
            QCOMPARE(answer->body, std::to_string(i));
        }
        // Every answer takes 60 ms: never more than `allowed` began within the 55 ms before one of them.
        const auto journal = world.api.journal();
        for (size_t i = size_t(allowed); i < journal.size(); ++i)
            QVERIFY(journal[i].at - journal[i - size_t(allowed)].at >= milliseconds(55));
        QVERIFY(world.api.connections() < 6); // connections are kept for the next request
    }

    void onlyWhatMayBeRepeatedIs()
    {
        HttpWorld world;
        world.api.otherwise([](const FakeRequest &) { return demo::json("{}", 503); });
        world.listen();
        QVERIFY(world.post("/query", "{}", false).ok());
        QCOMPARE(world.api.journal().size(), size_t(1));
        QVERIFY(world.post("/query", "{}", true).ok());
        QCOMPARE(world.api.journal().size(), size_t(7));
    }

    // Qt sends a request again by itself when the connection closes; a POST that must go once goes once.
    void aHungUpPostIsNotSentTwice()
    {
        HttpWorld world;
        demo::FakeAnswer nothing;
        nothing.shape = demo::FakeAnswer::Shape::Raw;
        world.api.otherwise([&](const FakeRequest &) { return nothing; });
        world.listen();
        const auto answer = world.post("/token", "grant_type=refresh_token", false);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        QCOMPARE(world.api.journal().size(), size_t(1));
    }

    void aHungUpGetIsCountedAsOftenAsItWasSent()
    {
        HttpWorld world;
        demo::FakeAnswer nothing;
        nothing.shape = demo::FakeAnswer::Shape::Raw;
        world.api.otherwise([&](const FakeRequest &) { return nothing; });
        world.rules.attempts = 2;
        world.listen();
        const auto answer = world.get("/devices");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::Unreachable);
        QCOMPARE(world.sent, int64_t(world.api.journal().size()));
    }

    void anErrorThatStaysIsGivenBack()
    {
        HttpWorld world;
        world.api.on("GET", "/401", [](const FakeRequest &) {
            auto answer = demo::json(R"({"error":"bad key"})", 401);
            answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"api\"");
            return answer;
        });
        world.api.on("", "/400", [](const FakeRequest &) { return demo::json(R"({"error":"bad request"})", 400); });
        world.api.on("GET", "/500", [](const FakeRequest &) { return demo::json(R"({"error":"broken"})", 500); });
        world.listen();
        const auto denied = world.get("/401");
        QVERIFY2(denied.ok(), why(denied).c_str());
        QCOMPARE(denied->status, 401);
        QCOMPARE(denied->body, std::string(R"({"error":"bad key"})"));
        QCOMPARE(world.sent, int64_t(1));
        const auto wrong = world.post("/400", "{}", false);
        QVERIFY2(wrong.ok(), why(wrong).c_str());
        QCOMPARE(wrong->status, 400);
        QCOMPARE(wrong->body, std::string(R"({"error":"bad request"})"));
        const auto broken = world.get("/500");
        QVERIFY2(broken.ok(), why(broken).c_str());
        QCOMPARE(broken->status, 500);
        QCOMPARE(broken->header("content-type"), std::string_view("application/json; charset=utf-8"));
        QCOMPARE(world.sent, int64_t(3));
    }

    void cookiesAreNotKept()
    {
        HttpWorld world;
        world.api.otherwise([](const FakeRequest &) {
            auto answer = demo::json("[]");
            answer.headers.emplace_back("Set-Cookie", "session=1; Path=/");
            return answer;
        });
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        QVERIFY(client.send(world.request("/a")).ok());
        QVERIFY(client.send(world.request("/b")).ok());
        for (const FakeRequest &request : world.api.journal())
            QCOMPARE(request.header("cookie"), std::string());
        QVERIFY(!client.serverDate().empty());
    }
};

} // namespace http_limits_test

BR_TEST(http_limits, HttpLimits)
#include "http_limits.moc"
