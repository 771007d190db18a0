#include "tests/connectors_rest_http/httpworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace http_redirects_test {

// T13: the canary token never leaves the allowed host.
class HttpRedirects final : public QObject {
    Q_OBJECT

private slots:
    void sameHostIsFollowedWithItsHeaders()
    {
        HttpWorld world;
        world.api.on("GET", "/old", [](const FakeRequest &) { return demo::redirect("/new?page=2"); });
        world.api.on("GET", "/new", [](const FakeRequest &request) {
            return demo::json(demo::quoted(request.parameter("page", "") + request.header("x-api-key")));
        });
        world.listen();
        const auto answer = world.get("/old");
        QVERIFY2(answer.ok(), why(answer).c_str());
        QCOMPARE(answer->body, "\"2" + canary + "\"");
        QCOMPARE(answer->url, std::string("https://api.example.com/new?page=2"));
        QCOMPARE(world.sent, int64_t(2));
    }

    void aForeignHostIsRefusedBeforeAByte()
    {
        HttpWorld world;
        demo::FakeServer evil(HttpWorld::certificate({"evil.example.net"}));
        QVERIFY(evil.listen().ok());
        world.rules.connectTo["evil.example.net"] = evil.address();
        world.api.on("GET", "/data", [](const FakeRequest &) { return demo::redirect("https://evil.example.net/data?stolen=1"); });
        world.listen();
        const auto answer = world.get("/data");
        QVERIFY2(!answer.ok(), why(answer).c_str());
        QCOMPARE(answer.error().code, Errc::Refused);
        QVERIFY(answer.error().message.find("evil.example.net") != std::string::npos);
        QVERIFY(answer.error().message.find("stolen") == std::string::npos);
        QCOMPARE(evil.connections(), int64_t(0));
    }

    // The same on an allowed second host: it is asked, but without anything that could be a secret.
    void anAllowedOtherHostGetsNoSecrets()
    {
        HttpWorld world;
        demo::FakeServer store(HttpWorld::certificate({"files.example.com"}));
        store.on("GET", "/file", [](const FakeRequest &) { return demo::json("[1]"); });
        QVERIFY(store.listen().ok());
        world.rules.hosts = {"*.example.com"};
        world.rules.connectTo["files.example.com"] = store.address();
        world.api.on("GET", "/data", [](const FakeRequest &) { return demo::redirect("https://files.example.com/file"); });
        world.listen();
        const auto answer = world.get("/data");
        QVERIFY2(answer.ok(), why(answer).c_str());
        QCOMPARE(answer->body, std::string("[1]"));
        QVERIFY(sawCanary(world.api));
        QCOMPARE(store.count("/file"), size_t(1));
        QVERIFY(!sawCanary(store));
    }

    void downToHttpIsRefused()
    {
        HttpWorld world;
        demo::FakeServer plain;
        QVERIFY(plain.listen().ok());
        world.api.on("GET", "/data", [&](const FakeRequest &) { return demo::redirect("http://api.example.com/data"); });
        world.api.on("GET", "/port", [&](const FakeRequest &) { return demo::redirect(plain.address() + "/data"); });
        world.listen();
        for (const char *path : {"/data", "/port"}) {
            const auto answer = world.get(path);
            QVERIFY2(!answer.ok(), why(answer).c_str());
            QCOMPARE(answer.error().code, Errc::Refused);
        }
        QCOMPARE(plain.connections(), int64_t(0));
        QCOMPARE(world.api.journal().size(), size_t(2));
    }

    void aLoopEnds()
    {
        HttpWorld world;
        world.api.on("GET", "/a", [](const FakeRequest &) { return demo::redirect("/b"); });
        world.api.on("GET", "/b", [](const FakeRequest &) { return demo::redirect("/a"); });
        world.listen();
        const auto answer = world.get("/a");
        QVERIFY2(!answer.ok(), why(answer).c_str());
        QCOMPARE(answer.error().code, Errc::Refused);
        QCOMPARE(world.api.journal().size(), size_t(2));
    }

    void fiftyOneHopsEnd()
    {
        HttpWorld world;
        world.api.on("GET", "/hop/{n}", [](const FakeRequest &request) {
            const int hop = std::stoi(request.captured[0]);
            return hop == 51 ? demo::json("{}") : demo::redirect("/hop/" + std::to_string(hop + 1));
        });
        world.listen();
        const auto far = world.get("/hop/0");
        QVERIFY2(!far.ok(), why(far).c_str());
        QCOMPARE(far.error().code, Errc::Refused);
        QCOMPARE(world.api.journal().size(), size_t(11)); // the first and ten hops
        QVERIFY(world.get("/hop/41").ok());               // ten hops are fine
    }

    void aPostKeepsItsBodyOnTheSameHostOnly()
    {
        HttpWorld world;
        demo::FakeServer other(HttpWorld::certificate({"login.example.com"}));
        QVERIFY(other.listen().ok());
        world.rules.hosts = {"api.example.com", "login.example.com"};
        world.rules.connectTo["login.example.com"] = other.address();
        world.api.on("POST", "/here", [](const FakeRequest &) { return demo::redirect("/echo", 307); });
        world.api.on("POST", "/there", [](const FakeRequest &) { return demo::redirect("https://login.example.com/echo", 307); });
        world.api.on("POST", "/lost", [](const FakeRequest &) { return demo::redirect("/echo", 302); });
        world.api.on("", "/echo", [](const FakeRequest &request) { return demo::json(request.method + " " + request.body); });
        world.listen();
        const auto here = world.post("/here", "client_secret=" + canary, false);
        QVERIFY2(here.ok(), why(here).c_str());
        QCOMPARE(here->body, "POST client_secret=" + canary);
        const auto there = world.post("/there", "client_secret=" + canary, false);
        QVERIFY2(!there.ok(), why(there).c_str());
        QCOMPARE(there.error().code, Errc::Refused);
        QCOMPARE(other.connections(), int64_t(0));
        const auto lost = world.post("/lost", "{}", true); // it would become a GET: another question
        QVERIFY2(!lost.ok(), why(lost).c_str());
        QCOMPARE(lost.error().code, Errc::Refused);
        QCOMPARE(world.api.count("/echo"), size_t(1));
    }

    void nothingIsSentToAHostThatIsNotAllowed()
    {
        HttpWorld world;
        world.listen();
        rest::HttpClient client(world.rules, world.progress);
        for (const char *url : {"https://api.example.com.evil.net/", "https://api.example.com:8443/", "http://api.example.com/",
                 "https://u:p@api.example.com/", "ftp://api.example.com/", "https://example.com/", "https://sub.api.example.com/"}) {
            rest::HttpRequest request = world.request("/");
            request.url = url;
            const auto answer = client.send(request);
            QVERIFY2(!answer.ok(), url);
            QCOMPARE(answer.error().code, Errc::Refused);
        }
        QCOMPARE(world.api.connections(), int64_t(0));
        QCOMPARE(client.requests(), int64_t(0));
    }
};

} // namespace http_redirects_test

BR_TEST(http_redirects, HttpRedirects)
#include "http_redirects.moc"
