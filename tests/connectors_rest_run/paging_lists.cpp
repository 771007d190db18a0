#include "tests/connectors_rest_run/pagedfake.h"
#include "tests/connectors_rest_run/restworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace paging_lists_test {

namespace {

const std::vector<std::string> schemes{"page", "pages", "offset", "cursor", "next_url", "link_header", "after", "body_page", "post_next"};

const char *failed(const Result<FetchSummary> &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

} // namespace

class PagingLists final : public QObject {
    Q_OBJECT

private slots:
    void everySchemeReadsEverything_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("count");
        for (const auto &scheme : schemes) {
            for (const int count : {0, 1, 5, 10, 23})
                QTest::addRow("%s %d", scheme.c_str(), count) << QString::fromStdString(scheme) << count;
        }
    }

    void everySchemeReadsEverything()
    {
        QFETCH(QString, scheme);
        QFETCH(int, count);
        RestWorld world;
        PagedFake fake{scheme.toStdString(), Fault::None, idsUpTo(count)};
        fake.serve(world.server);
        world.manifest({}, fake.stream());
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(count));
        // No page is asked for in vain; only `after` ends by an empty one.
        const int empty = fake.scheme == "after" && count > 0 ? 1 : 0;
        QCOMPARE(fake.requests, std::max(1, (count + 4) / 5) + empty);
        QCOMPARE(world.sink.files.size(), size_t(1));
        QCOMPARE(world.sink.files.front().rowsKept, int64_t(count));
        QCOMPARE(world.sink.files.front().pages, int64_t(fake.requests));
        if (scheme != QStringLiteral("pages"))
            QCOMPARE(world.sink.files.front().declaredTotal, std::optional<int64_t>(count));
    }

    // T18: the result is the truth or the run is refused; it is never silently short.
    void faults_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("mustRefuse");
        const std::vector<std::pair<const char *, Fault>> faults{{"duplicate page", Fault::DuplicatePage},
            {"missing page", Fault::MissingPage}, {"loop", Fault::Loop}, {"total grows", Fault::TotalGrows},
            {"total shrinks", Fault::TotalShrinks}, {"item moved", Fault::ItemMoved}, {"item removed", Fault::ItemRemoved},
            {"empty last page", Fault::EmptyLastPage}};
        for (const auto &scheme : schemes) {
            for (const auto &[name, fault] : faults) {
                // A number of pages alone cannot tell that a record went missing while they were read: known, and in the docs.
                if (scheme == "pages" && fault == Fault::ItemRemoved)
                    continue;
                // Whoever goes on behind the last id cannot miss what moved; 19 records need as many pages as 20.
                const bool isHarmless = fault == Fault::EmptyLastPage || (scheme == "after" && fault == Fault::ItemMoved)
                    || (scheme == "pages" && fault == Fault::TotalShrinks);
                QTest::addRow("%s: %s", scheme.c_str(), name) << QString::fromStdString(scheme) << int(fault) << !isHarmless;
            }
        }
    }

    void faults()
    {
        QFETCH(QString, scheme);
        QFETCH(int, fault);
        QFETCH(bool, mustRefuse);
        RestWorld world;
        PagedFake fake{scheme.toStdString(), Fault(fault), idsUpTo(20)};
        fake.serve(world.server);
        world.manifest({}, fake.stream());
        const auto done = world.fetch();
        QVERIFY2(fake.requests < 30, "it went round in circles");
        if (!done) {
            QCOMPARE(done.error().code, Errc::Incomplete);
            QVERIFY2(done.error().message.find("list") != std::string::npos, failed(done));
            QVERIFY2(done.error().message.find("records read of") != std::string::npos, failed(done));
            QVERIFY(world.sink.files.empty());
        } else {
            auto truth = fake.items;
            auto read = world.sink.records;
            std::ranges::sort(truth);
            std::ranges::sort(read);
            QCOMPARE(read, truth);
        }
        QCOMPARE(!done.ok(), mustRefuse);
    }

    void aListWithoutTotalEndsByItsRule_data()
    {
        QTest::addColumn<QByteArray>("paging");
        QTest::addColumn<int>("requests");
        QTest::newRow("short page") << QByteArray(
            R"({"scheme": "page", "parameter": "page", "size_parameter": "size", "size": 5, "ends": "short_page"})")
                                    << 3;
        // A server that gives five of the fifty it is asked for, always: only an empty page is the end.
        QTest::newRow("short page of a smaller server")
            << QByteArray(R"({"scheme": "page", "parameter": "page", "size_parameter": "size", "size": 50, "ends": "short_page"})") << 4;
        QTest::newRow("empty page") << QByteArray(R"({"scheme": "page", "parameter": "page"})") << 4;
        QTest::newRow("offset") << QByteArray(R"({"scheme": "offset", "parameter": "skip"})") << 4;
        QTest::newRow("more") << QByteArray(R"({"scheme": "page", "parameter": "page", "ends": "more", "more": "more"})") << 3;
    }

    void aListWithoutTotalEndsByItsRule()
    {
        QFETCH(QByteArray, paging);
        QFETCH(int, requests);
        RestWorld world;
        int asked = 0;
        world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
            ++asked;
            const auto at = request.parameter("skip") ? size_t(request.number("skip", 0)) : size_t(request.number("page", 1) - 1) * 5;
            std::vector<std::string> page;
            for (auto i = at; i < std::min<size_t>(at + 5, 12); ++i)
                page.push_back(item(std::to_string(i + 1)));
            return demo::json("{\"data\": " + demo::jsonList(page) + ", \"more\": " + (at + 5 < 12 ? "true" : "false") + "}");
        });
        world.manifest({}, itemsStream("\"paging\": " + paging.toStdString() + ", "));
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(12));
        QCOMPARE(asked, requests);
        QVERIFY(!world.sink.files.front().declaredTotal.has_value()); // nobody said so
    }

    // One short page and nothing behind it, or a total that says so: the second question only where nothing else proves the end.
    void aFirstPageThatIsShort_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("requests");
        const QByteArray paging = R"("paging": {"scheme": "page", "parameter": "page", "size": 5, "ends": "short_page"}, )";
        QTest::newRow("alone") << paging << 2;
        QTest::newRow("with a total") << paging + R"("complete": {"total": "total"}, )" << 1;
        QTest::newRow("with a total in a header") << paging + R"("complete": {"total": "header:x-total-COUNT"}, )" << 1;
    }

    void aFirstPageThatIsShort()
    {
        QFETCH(QByteArray, more);
        QFETCH(int, requests);
        RestWorld world;
        int asked = 0;
        world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
            ++asked;
            const bool isFirst = request.number("page", 1) == 1;
            auto answer = demo::json(isFirst ? R"({"total": 2, "data": [{"id": "1"}, {"id": "2"}]})" : R"({"total": 2, "data": []})");
            answer.headers.emplace_back("X-Total-Count", "2");
            return answer;
        });
        world.manifest({}, itemsStream(more.toStdString()));
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(2));
        QCOMPARE(asked, requests);
    }

    void aCursorInAHeader()
    {
        RestWorld world;
        world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
            const auto at = request.number("cursor", 1);
            auto answer = demo::json("{\"data\": [" + item(std::to_string(at)) + "]}");
            if (at < 3)
                answer.headers.emplace_back("X-Next", std::to_string(at + 1));
            return answer;
        });
        world.manifest({}, itemsStream(R"("paging": {"scheme": "cursor", "parameter": "cursor", "next": "header:X-Next"}, )"));
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(3));
    }

    void aRecordWithoutItsIdentityEndsTheRun()
    {
        RestWorld world;
        world.server.on("GET", "/v1/items", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}, {"uuid": "2"}]})"); });
        world.manifest({}, itemsStream());
        const auto done = world.fetch();
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.find("Items, page 1, record 2: it has no \"id\"") != std::string::npos, failed(done));
    }

    // HaloPSA: pages are capped below what was asked for; the total decides.
    void pagesSmallerThanAskedAreNoEnd()
    {
        RestWorld world;
        PagedFake fake{"page", Fault::None, idsUpTo(8)};
        fake.size = 3; // the manifest asks for 5
        fake.serve(world.server);
        world.manifest({}, fake.stream());
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(8));
    }

    // NinjaOne: the cursor's name stays, its offset goes on.
    void aCursorOfTwoParts()
    {
        RestWorld world;
        world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
            const auto offset = request.number("offset", 0);
            const auto cursor = offset < 2 ? R"({"name": "C", "offset": )" + std::to_string(offset + 1) + "}" : std::string("null");
            return demo::json(R"({"cursor": )" + cursor + ", \"data\": [" + item(std::to_string(offset + 1)) + "]}");
        });
        world.manifest({},
            itemsStream(
                R"("paging": {"scheme": "cursor", "parameter": "cursor", "next": "cursor.name", "with": {"offset": "cursor.offset"}}, )"));
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(3));
    }

    // Microsoft Partner Center: the continuation travels in a header that the answer names.
    void aContinuationInAHeader()
    {
        RestWorld world;
        world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
            const auto token = request.header("ms-continuation");
            const auto number = token.empty() ? 1 : std::stoi(token);
            const auto link = number < 3
                ? R"(, "links": {"next": {"uri": "items?seek=next", "headers": [{"key": "MS-Continuation", "value": ")"
                    + std::to_string(number + 1) + R"("}]}})"
                : std::string();
            return demo::json("{\"data\": [" + item(std::to_string(number)) + "]" + link + "}");
        });
        world.manifest(
            {}, itemsStream(R"("paging": {"scheme": "next_url", "next": "links.next.uri", "next_headers": "links.next.headers"}, )"));
        const auto done = world.fetch();
        QVERIFY2(done.ok(), failed(done));
        QCOMPARE(world.sink.records, idsUpTo(3));
    }

    void aTotalThatIsNotThereProvesNothing()
    {
        RestWorld world;
        world.server.on("GET", "/v1/items", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}]})"); });
        world.manifest({}, itemsStream(R"("complete": {"total": "meta.total"}, )"));
        const auto done = world.fetch();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, Errc::Incomplete);
        QVERIFY2(done.error().message.find("meta.total") != std::string::npos, failed(done));
    }

    void aTotalOfNonsenseProvesNothing_data()
    {
        QTest::addColumn<QByteArray>("total");
        for (const char *text : {"-1", "\"many\"", "1.5", "1e3", "99999999999999999999", "[]"})
            QTest::newRow(text) << QByteArray(text);
    }

    void aTotalOfNonsenseProvesNothing()
    {
        QFETCH(QByteArray, total);
        RestWorld world;
        world.server.on("GET", "/v1/items",
            [&](const FakeRequest &) { return demo::json("{\"total\": " + total.toStdString() + R"(, "data": [{"id": "1"}]})"); });
        world.manifest({}, itemsStream(R"("complete": {"total": "total"}, )"));
        const auto done = world.fetch();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, Errc::Incomplete);
    }
};

} // namespace paging_lists_test

BR_TEST(paging_lists, PagingLists)
#include "paging_lists.moc"
