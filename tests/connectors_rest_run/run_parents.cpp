// Lists of parents: the same list is read once, an id does not lead out of its place, what was rejected is unknown and not zero.
#include "tests/connectors_rest_run/restworld.h"

#include "core/base/text.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace run_parents_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class RunParents final : public QObject {
    Q_OBJECT

private slots:
    void aListOfTwoParentsIsReadOnce();
    void parentsThatChooseOtherRecordsAreReadEach();
    void anIdThatIsAStepIsRefused_data();
    void anIdThatIsAStepIsRefused();
    void whatWasRejectedIsNotRead();
    void aSumBelowZeroIsNotRead();
    void howAStreamWasRead();
};

namespace {

// Two domains of one customer, and another customer.
const std::string domains
    = R"({"data": [{"domain": "a.example", "id": "c1"}, {"domain": "b.example", "id": "c1"}, {"domain": "c.example", "id": "c2"}]})";

std::string seats(const std::string &record)
{
    return R"({"id": "domains", "request": {"path": "/domains"}, "records": "data", "identity": "domain",
      "emit": [{"record": "account", "fields": {"account_id": "id", "account_domain": "domain"}}]},
    {"id": "seats", "label": "Seats", "for_each": "domains", "request": {"path": "/customers/{$parent.id}/seats"}, "records": "data",
     "identity": "id", "emit": [)"
        + record + "]}";
}

const std::string counted = R"({"record": "count", )";

void serve(RestWorld &world, const std::string &list = R"([{"id": "s", "n": 12, "domain": "b.example"}])")
{
    world.server.on("GET", "/v1/domains", [](const FakeRequest &) { return demo::json(domains); });
    world.server.on("GET", "/v1/customers/{id}/seats", [list](const FakeRequest &) { return demo::json("{\"data\": " + list + "}"); });
}

const char *failed(const Result<FetchSummary> &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

bool holds(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

std::string fieldsOf(const std::string &account)
{
    return R"("fields": {"account_id": ")" + account
        + R"(", "account_domain": "$parent.domain", "meter_id": {"path": "meter", "absent_as": "seat", "map": {"seat": "seat"}, "otherwise": "reject"},
           "measure": {"value": "used"}, "quantity": "n"}})";
}

} // namespace

void RunParents::aListOfTwoParentsIsReadOnce()
{
    RestWorld world;
    world.manifest({}, seats(counted + fieldsOf("$parent.id")), R"("pace": {"concurrency": 3}, )");
    serve(world);
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, (std::vector<std::string>{"c1", "c1", "c2", "c1=12", "c2=12"}));
    QCOMPARE(world.server.count("/v1/customers/c1/seats"), size_t(1));
    QVERIFY2(holds(joined(done->warnings, "\n"), "Seats: 1 lists would have been asked for a second time"),
        joined(done->warnings, "\n").c_str());
}

// The same list, but each parent takes its own records of it.
void RunParents::parentsThatChooseOtherRecordsAreReadEach()
{
    RestWorld world;
    world.manifest({}, seats(counted + R"("when": {"path": "domain", "is": "{$parent.domain}"}, )" + fieldsOf("$parent.id")));
    serve(world);
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, (std::vector<std::string>{"c1", "c1", "c2", "c1=12"}));
}

void RunParents::anIdThatIsAStepIsRefused_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {".", ".."})
        QTest::newRow(id) << QByteArray(id);
}

void RunParents::anIdThatIsAStepIsRefused()
{
    QFETCH(QByteArray, id);
    RestWorld world;
    world.manifest({}, seats(counted + fieldsOf("$parent.id")));
    world.server.on("GET", "/v1/domains",
        [&](const FakeRequest &) { return demo::json(R"({"data": [{"domain": "a", "id": ")" + id.toStdString() + "\"}]}"); });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QVERIFY2(holds(done.error().message, "between slashes"), failed(done));
    QCOMPARE(world.server.journal().size(), size_t(1));
    QVERIFY(world.sink.files.size() == 1); // of the domains alone
}

void RunParents::whatWasRejectedIsNotRead()
{
    RestWorld world;
    world.manifest({}, seats(counted + fieldsOf("$parent.id")));
    serve(world, R"([{"id": "1", "n": -3}, {"id": "2", "n": 5, "meter": "new"}, {"id": "3", "n": 7}])");
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.files.back().rowsRejected, int64_t(4));
    QCOMPARE(world.sink.files.back().rowsKept, int64_t(2));
    QCOMPARE(world.sink.notRead.size(), size_t(4));
    // The meter that is known, and every meter of the account where it is not.
    QCOMPARE(world.sink.notRead[0].account.text, std::string("c1"));
    QCOMPARE(world.sink.notRead[0].meter.text, std::string("seat"));
    QVERIFY2(holds(world.sink.notRead[0].reason, "less than nothing"), world.sink.notRead[0].reason.c_str());
    QCOMPARE(world.sink.notRead[1].account.text, std::string("c1"));
    QVERIFY(world.sink.notRead[1].meter.isEmpty());
    QVERIFY2(holds(world.sink.notRead[1].reason, "does not know this value"), world.sink.notRead[1].reason.c_str());
}

void RunParents::aSumBelowZeroIsNotRead()
{
    RestWorld world;
    world.manifest({}, seats(counted + "\"sum\": true, " + fieldsOf("$parent.id")));
    serve(world, R"([{"id": "1", "n": -3}, {"id": "2", "n": 2}])");
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, (std::vector<std::string>{"c1", "c1", "c2"}));
    QCOMPARE(world.sink.notRead.size(), size_t(2));
    QCOMPARE(world.sink.notRead[0].meter.text, std::string("seat"));
}

void RunParents::howAStreamWasRead()
{
    RestWorld world;
    world.manifest({},
        itemsStream(R"("paging": {"scheme": "cursor", "parameter": "c", "next": "meta.nxt"}, "complete": {"total": "total"}, )")
            + R"(, {"id": "more", "request": {"path": "/more"}, "records": "data",
                 "emit": [{"record": "account", "fields": {"account_id": "id", "account_name": "nmae", "account_domain": "site"}}]})");
    world.server.on("GET", "/v1/items", [](const FakeRequest &) { return demo::json(R"({"total": 1, "data": [{"id": "1"}]})"); });
    world.server.on(
        "GET", "/v1/more", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}, {"id": "2", "site": "x.example"}]})"); });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(done->streams.size(), size_t(2));
    const auto &items = done->streams[0];
    QCOMPARE(items.name, std::string("Items"));
    QCOMPARE(items.pages, int64_t(1));
    QCOMPARE(items.records, int64_t(1));
    QCOMPARE(items.declared, std::optional<int64_t>(1));
    QCOMPARE(items.ended, (std::vector<std::string>{"no next page is named"}));
    QCOMPARE(items.absent, (std::vector<std::string>{"paging.next (meta.nxt)"}));
    const auto &more = done->streams[1];
    QCOMPARE(more.records, int64_t(2));
    QVERIFY(!more.declared.has_value());
    QCOMPARE(more.ended, (std::vector<std::string>{"one answer holds everything"}));
    QCOMPARE(more.absent, (std::vector<std::string>{"account_name (nmae)"}));
}

} // namespace run_parents_test

BR_TEST(run_parents, RunParents)
#include "run_parents.moc"
