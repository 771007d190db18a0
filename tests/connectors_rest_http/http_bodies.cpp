#include "tests/connectors_rest_http/httpworld.h"
#include "tests/run/registered.h"

#include <functional>

using namespace br;
using namespace br::test;
using demo::FakeAnswer;
using demo::FakeRequest;
using std::chrono::milliseconds;

namespace http_bodies_test {

// T17, as far as the transport can know: an answer is whole or it is an error.
class HttpBodies final : public QObject {
    Q_OBJECT

    static FakeAnswer list(FakeAnswer::Shape shape = FakeAnswer::Shape::Whole)
    {
        FakeAnswer answer = demo::json("[" + std::string(5000, '7') + "]");
        answer.shape = shape;
        return answer;
    }

    static Result<rest::HttpResponse> got(HttpWorld &world, const FakeAnswer &answer)
    {
        world.api.otherwise([answer](const FakeRequest &) { return answer; });
        world.listen();
        return world.get("/list?api_key=" + canary);
    }

private slots:
    void everyWholeShapeIsRead_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<bool>("gzip");
        for (const bool gzip : {false, true}) {
            QTest::addRow("Content-Length %d", gzip) << int(FakeAnswer::Shape::Whole) << gzip;
            QTest::addRow("chunked %d", gzip) << int(FakeAnswer::Shape::Chunked) << gzip;
            QTest::addRow("closed %d", gzip) << int(FakeAnswer::Shape::CloseDelimited) << gzip;
        }
    }
    void everyWholeShapeIsRead()
    {
        QFETCH(int, shape);
        QFETCH(bool, gzip);
        HttpWorld world;
        FakeAnswer answer = list(FakeAnswer::Shape(shape));
        answer.gzip = gzip;
        const auto response = got(world, answer);
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->body, answer.body);
        QCOMPARE(world.api.journal().front().header("accept-encoding"), std::string("gzip"));
        QCOMPARE(world.api.journal().front().header("host"), std::string("api.example.com"));
    }

    // Cut answers are tried again, and then are an error; the words hold neither query nor body.
    void aCutAnswerIsNeverTaken_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<bool>("gzip");
        QTest::newRow("Content-Length") << int(FakeAnswer::Shape::Whole) << false;
        QTest::newRow("chunked") << int(FakeAnswer::Shape::Chunked) << false;
        QTest::newRow("packed, Content-Length") << int(FakeAnswer::Shape::Whole) << true;
        QTest::newRow("packed, closed") << int(FakeAnswer::Shape::CloseDelimited) << true;
    }
    void aCutAnswerIsNeverTaken()
    {
        QFETCH(int, shape);
        QFETCH(bool, gzip);
        HttpWorld world;
        world.rules.attempts = 3;
        FakeAnswer answer = list(FakeAnswer::Shape(shape));
        answer.gzip = gzip;
        answer.cutAfter = 30;
        const auto response = got(world, answer);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::Unreachable);
        QVERIFY2(response.error().message.find("api.example.com/list") != std::string::npos, why(response).c_str());
        QVERIFY(why(response).find(canary) == std::string::npos);
        QVERIFY(why(response).find("777") == std::string::npos);
        QCOMPARE(world.api.journal().size(), size_t(3));
    }

    void aCutAnswerIsReadAgain()
    {
        HttpWorld world;
        int asked = 0;
        world.api.otherwise([&](const FakeRequest &) {
            FakeAnswer answer = list();
            if (++asked < 3)
                answer.cutAfter = 30;
            return answer;
        });
        world.listen();
        const auto response = world.get("/list");
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->body.size(), size_t(5002));
    }

    // 64 MB in 64 KB: read up to the limit and no further, and not asked for again.
    void aBombIsRefused()
    {
        HttpWorld world;
        world.rules.bodyLimit = 1 << 20;
        FakeAnswer bomb = demo::json(demo::gzipped(std::string(size_t(64) << 20, ' ')));
        bomb.headers.emplace_back("Content-Encoding", "gzip");
        QVERIFY(bomb.body.size() < size_t(1) << 20); // it passes every limit on what travels
        const auto response = got(world, bomb);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::Refused);
        QVERIFY2(response.error().message.find("larger than 1 MB") != std::string::npos, why(response).c_str());
        QCOMPARE(world.api.journal().size(), size_t(1));
    }

    void aBodyOverTheLimitIsRefused_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("fits");
        QTest::newRow("just fits") << (1 << 20) << true;
        QTest::newRow("a byte too much") << (1 << 20) + 1 << false;
        QTest::newRow("much too large") << (8 << 20) << false;
    }
    void aBodyOverTheLimitIsRefused()
    {
        QFETCH(int, size);
        QFETCH(bool, fits);
        HttpWorld world;
        world.rules.bodyLimit = 1 << 20;
        const auto response = got(world, demo::json(std::string(size_t(size), ' ')));
        QCOMPARE(response.ok(), fits);
        if (!fits)
            QCOMPARE(response.error().code, Errc::Refused);
    }

    // A byte now and then is never silent for long, and yet has to end.
    void aDripHasALimit()
    {
        HttpWorld world;
        world.rules.timeout = milliseconds(2000);
        world.rules.longest = milliseconds(300);
        world.rules.attempts = 1;
        FakeAnswer drip = list();
        drip.dripEvery = milliseconds(20);
        const auto response = got(world, drip);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::Unreachable);
        QVERIFY2(response.error().message.find("not complete") != std::string::npos, why(response).c_str());
    }

    void silenceHasALimit_data()
    {
        QTest::addColumn<bool>("handshake");
        QTest::newRow("no answer") << true;
        QTest::newRow("no handshake") << false;
    }
    void silenceHasALimit()
    {
        QFETCH(bool, handshake);
        HttpWorld world;
        world.rules.timeout = milliseconds(200);
        world.rules.attempts = 2;
        FakeAnswer hang;
        hang.shape = FakeAnswer::Shape::Hang;
        if (!handshake)
            world.api.neverShakeHands();
        const auto response = got(world, hang);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::Unreachable);
        QVERIFY2(response.error().message.find("has not answered") != std::string::npos, why(response).c_str());
        QCOMPARE(world.sent >= 2, true);
    }

    // But a slow answer that keeps coming is waited for.
    void slowIsNotSilent()
    {
        HttpWorld world;
        world.rules.timeout = milliseconds(1000);
        FakeAnswer slow = demo::json("0123456789");
        slow.dripEvery = milliseconds(150);
        const auto response = got(world, slow);
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->body, std::string("0123456789"));
    }

    void aWrongEncodingIsAnError_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("said to be gzip and is not") << QByteArray("gzip");
        QTest::newRow("one that was not asked for") << QByteArray("br");
    }
    void aWrongEncodingIsAnError()
    {
        QFETCH(QByteArray, encoding);
        HttpWorld world;
        FakeAnswer answer = list();
        answer.headers.emplace_back("Content-Encoding", encoding.toStdString());
        const auto response = got(world, answer);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::Unreachable);
        QVERIFY2(response.error().message.find("packed") != std::string::npos, why(response).c_str());
    }

    void whatIsNotHttpIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("\x01\x02 this is not HTTP\r\n\r\n");
        QTest::newRow("a cut head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("a status that is none") << QByteArray("HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\n[]");
        QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]");
    }
    void whatIsNotHttpIsAnError()
    {
        QFETCH(QByteArray, bytes);
        HttpWorld world;
        world.rules.attempts = 2;
        FakeAnswer raw;
        raw.shape = FakeAnswer::Shape::Raw;
        raw.body = bytes.toStdString();
        const auto response = got(world, raw);
        QVERIFY2(!response.ok(), why(response).c_str());
        QCOMPARE(response.error().code, Errc::Unreachable);
    }

    void anEmptyAnswerIsAnAnswer()
    {
        HttpWorld world;
        FakeAnswer none;
        none.status = 204;
        none.headers = {{"Content-Encoding", "gzip"}};
        const auto response = got(world, none);
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->status, 204);
        QCOMPARE(response->body, std::string());
    }

    void aLargePostArrivesWhole()
    {
        HttpWorld world;
        world.api.on("POST", "/query",
            [](const FakeRequest &request) { return demo::json(std::to_string(request.body.size()) + request.header("content-type")); });
        world.listen();
        const auto response = world.post("/query", std::string(3 << 20, 'x'), true);
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->body, std::string("3145728application/json"));
    }

    // A stand-in without TLS: what a contract proxy listens on.
    void aPlainStandInOnThisComputer()
    {
        HttpWorld world;
        demo::FakeServer plain;
        plain.on("GET", "/list", [](const FakeRequest &request) { return demo::json(request.header("host")); });
        QVERIFY(plain.listen().ok());
        world.rules.connectTo["api.example.com"] = plain.address();
        const auto response = world.get("/list?filter=%7B%22a%22%3A1%7D&b=x%2By");
        QVERIFY2(response.ok(), why(response).c_str());
        QCOMPARE(response->body, std::string("api.example.com"));
        QCOMPARE(plain.journal().front().query, std::string("filter=%7B%22a%22%3A1%7D&b=x%2By")); // as it was given
    }

    void aStandInElsewhereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"https://192.0.2.1:443", "http://example.org", "ftp://127.0.0.1:21", "127.0.0.1:4010", ""})
            QTest::newRow(target) << QByteArray(target);
    }
    void aStandInElsewhereIsRefused()
    {
        QFETCH(QByteArray, target);
        HttpWorld world;
        world.rules.connectTo["api.example.com"] = target.toStdString();
        const auto response = world.get("/list");
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, Errc::InvalidInput);
        QCOMPARE(world.sent, int64_t(0));
    }
};

} // namespace http_bodies_test

BR_TEST(http_bodies, HttpBodies)
#include "http_bodies.moc"
