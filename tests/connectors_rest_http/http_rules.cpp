#include "connectors/rest/http/address.h"
#include "connectors/rest/http/httpdate.h"
#include "connectors/rest/http/retryafter.h"
#include "connectors/rest/http/unpacker.h"
#include "tests/connectors_rest_http/httpworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using std::chrono::milliseconds;

namespace http_rules_test {

// The parts without a socket.
class HttpRulesTest final : public QObject {
    Q_OBJECT

private slots:
    void dates()
    {
        // RFC 9110 gives this moment in all three ways.
        QCOMPARE(rest::httpDate("Sun, 06 Nov 1994 08:49:37 GMT"), std::optional<int64_t>(784111777));
        QCOMPARE(rest::httpDate("Sunday, 06-Nov-94 08:49:37 GMT"), std::optional<int64_t>(784111777));
        QCOMPARE(rest::httpDate("Sun Nov  6 08:49:37 1994"), std::optional<int64_t>(784111777));
        QCOMPARE(rest::httpDate(" Thu, 29 Feb 2024 00:00:00 GMT "), std::optional<int64_t>(1709164800));
        for (const char *bad : {"", "0", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
                 "2026-11-01T00:00:00Z", "Sun, 06 Nov 1994 08:49:37 CET"})
            QVERIFY2(!rest::httpDate(bad), bad);
        QCOMPARE(rest::utcText(784111777), std::string("1994-11-06T08:49:37Z"));
    }

    void waits()
    {
        const std::string_view date = "Sun, 06 Nov 1994 08:49:37 GMT";
        QCOMPARE(rest::retryAfter("57", date, 0), std::optional(milliseconds(57000)));
        QCOMPARE(rest::retryAfter(" 0 ", date, 0), std::optional(milliseconds(0)));
        QCOMPARE(rest::retryAfter("1.2", date, 0), std::optional(milliseconds(2000)));
        QCOMPARE(rest::retryAfter("1000000000", date, 0), std::optional(milliseconds(int64_t(3653) * 86400 * 1000))); // ten years at most
        QCOMPARE(rest::retryAfter("99999999999999999999999999", date, 0), std::optional(milliseconds(int64_t(3653) * 86400 * 1000)));
        QCOMPARE(rest::retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", date, 0), std::optional(milliseconds(60000)));
        QCOMPARE(
            rest::retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", "", 784111777), std::optional(milliseconds(60000))); // no Date: our clock
        QCOMPARE(rest::retryAfter("Sun, 06 Nov 1994 08:40:37 GMT", date, 0), std::optional(milliseconds(0)));
        for (const char *bad : {"", "-1", "soon", "1e9", "0x10", "1.x", "."})
            QVERIFY2(!rest::retryAfter(bad, date, 0), bad);
    }

    // Never beyond the ceiling, which doubles; and not always the same.
    void jitter()
    {
        rest::BackOff backOff(milliseconds(1000), milliseconds(5000), 42);
        std::vector<milliseconds> longest(5, milliseconds(0));
        for (int i = 0; i < 500; ++i)
            for (int attempt = 1; attempt <= 5; ++attempt) {
                const auto wait = backOff.next(attempt);
                QVERIFY(wait.count() >= 0);
                longest[size_t(attempt - 1)] = std::max(longest[size_t(attempt - 1)], wait);
            }
        const std::vector<milliseconds> ceilings
            = {milliseconds(1000), milliseconds(2000), milliseconds(4000), milliseconds(5000), milliseconds(5000)};
        for (size_t i = 0; i < ceilings.size(); ++i) {
            QVERIFY(longest[i] <= ceilings[i]);
            QVERIFY(longest[i] >= ceilings[i] * 9 / 10); // 500 draws: the chance to stay below is 1e-23
        }
    }

    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *host, const char *rule, bool fits) {
            QTest::addRow("%s for %s", host, rule) << QByteArray(host) << QByteArray(rule) << fits;
        };
        row("api.example.com", "api.example.com", true);
        row("api.example.com", "API.Example.COM", true);
        row("api.example.com", "api.example.com:443", true);
        row("eu.api.example.com", "*.example.com", true);
        row("api.example.com:8443", "api.example.com:8443", true);
        row("api.example.com:8443", "api.example.com", false);
        row("api.example.com", "api.example.com:8443", false);
        row("example.com", "*.example.com", false);
        row("evilexample.com", "*.example.com", false);
        row("api.example.com.evil.net", "*.example.com", false);
        row("anything.com", "*", false);
        row("anything.com", "*.", false);
        row("anything.com", "", false);
    }
    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, rule);
        QFETCH(bool, fits);
        QCOMPARE(rest::hostFits(host.toStdString(), rule.toStdString()), fits);
    }

    void addresses()
    {
        const auto address = rest::parseAddress("https://API.Example.com:443/v1/devices?api_key=secret#part");
        QVERIFY(address.ok());
        QCOMPARE(address->host, std::string("api.example.com"));
        QCOMPARE(address->shown, std::string("api.example.com/v1/devices"));
        const auto umlaut = rest::parseAddress("https://xn--mller-kva.example/");
        QVERIFY(umlaut.ok());
        QCOMPARE(umlaut->host, std::string("xn--mller-kva.example"));
        for (const char *bad : {"", "api.example.com/x", "https://", "https:///x", "https://api.example.com:99999/"}) {
            const auto answer = rest::parseAddress(bad);
            QVERIFY2(!answer.ok(), bad);
        }
        const auto secret = rest::parseAddress("http://api.example.com/?key=secret");
        QVERIFY(!secret.ok());
        QVERIFY(secret.error().message.find("secret") == std::string::npos);
    }

    // Byte by byte and in two members; and what is cut is known to be.
    void unpacking()
    {
        const std::string text = "[" + std::string(100000, 'x') + "]";
        const std::string packed = demo::gzipped(text) + demo::gzipped("more");
        rest::Unpacker bytewise("GZIP", 1 << 20);
        for (const char c : packed)
            QCOMPARE(bytewise.feed(std::string_view(&c, 1)), rest::Unpacker::State::Good);
        QVERIFY(bytewise.whole());
        QCOMPARE(bytewise.take(), text + "more");

        const std::string one = demo::gzipped(text);
        for (const size_t size : {size_t(1), size_t(11), one.size() / 2, one.size() - 1}) {
            rest::Unpacker cut("gzip", 1 << 20);
            QCOMPARE(cut.feed(std::string_view(one).substr(0, size)), rest::Unpacker::State::Good);
            QVERIFY(!cut.whole());
        }
        std::string flipped = one;
        flipped[one.size() - 6] = char(flipped[one.size() - 6] ^ 1); // in the checksum
        rest::Unpacker wrong("gzip", 1 << 20);
        QCOMPARE(wrong.feed(flipped), rest::Unpacker::State::Broken);
        rest::Unpacker small("gzip", 1000);
        QCOMPARE(small.feed(one), rest::Unpacker::State::TooLarge);
        QCOMPARE(small.take().size() <= 1000, true);
        QCOMPARE(rest::Unpacker("deflate", 10).state(), rest::Unpacker::State::UnknownEncoding);
    }

    void aHeaderCannotSmuggleAnother()
    {
        HttpWorld world;
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        rest::HttpRequest request = world.request("/");
        request.headers = {{"X-Api-Key", canary + "\r\nX-Other: 1"}};
        const auto answer = client.send(request);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Errc::InvalidInput);
        QVERIFY(why(answer).find(canary) == std::string::npos);
        QCOMPARE(world.api.connections(), int64_t(0));
    }

    void nothingButReading()
    {
        HttpWorld world;
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        for (const char *method : {"PUT", "PATCH", "DELETE", "get", ""}) {
            rest::HttpRequest request = world.request("/");
            request.method = method;
            QVERIFY2(!client.send(request).ok(), method);
        }
        QVERIFY(!client.finish(999).ok());
        QCOMPARE(world.api.connections(), int64_t(0));
    }
};

} // namespace http_rules_test

BR_TEST(http_rules, HttpRulesTest)
#include "http_rules.moc"
