// What becomes of records: clients, lines, products, accounts, counts and assets, worked out by hand.
#include "connectors/rest/extract/extractor.h"
#include "tests/connectors_file/recordedsink.h"
#include "tests/connectors_rest/restfixture.h"
#include "tests/run/registered.h"

#include <QtTest>

using namespace br;
using namespace br::rest;
using br::test::edited;
using br::test::manifestOf;
using br::test::quoted;
using br::test::RecordedSink;

namespace rest_extract_test {

namespace {

// One stream's run over pages of single-quoted JSON, as the connector does it.
struct Run {
    std::shared_ptr<const Manifest> manifest;
    RunMemory memory;
    RecordedSink sink;
    std::unique_ptr<Extractor> extractor;
    std::shared_ptr<ParentRecord> parent = std::make_shared<ParentRecord>();

    explicit Run(const std::string &emits, const std::string &keys = {})
        : manifest(manifestOf(emits, keys))
    {
        parent->tree = test::tree("{'id': 'c1', 'name': 'Contoso'}");
        memory.currency = *Currency::parse("EUR");
        extractor = std::make_unique<Extractor>(*manifest, manifest->streams[1], memory, sink);
    }

    Status take(const std::string &page)
    {
        const auto tree = test::tree(page);
        Scope scope;
        scope.page = tree.root();
        scope.parent = parent.get();
        scope.period = *Period::fromMonth(2026, 7);
        const auto elements = elementsOf(manifest->streams[1], scope);
        if (!elements)
            return elements.error();
        for (const auto &[value, key, index] : *elements) {
            scope.record = value;
            scope.key = key;
            scope.index = index;
            if (auto taken = extractor->take(scope, 3); !taken)
                return taken;
        }
        return {};
    }
};

const std::string assetEmit
    = "[{'record': 'asset', 'fields': {'account_id': '$parent.id', 'account_name': '$parent.name', "
      "'meter_id': {'value': 'device'}, 'asset_id': 'id', 'asset_name': 'host', "
      "'asset_class': {'path': 'type', 'map': {'srv': 'server'}}, 'last_seen_at': 'seen'}, 'evidence': ['os.name', 'id', '$parent.name']}]";

std::string countEmit(const std::string &more = {}, const std::string &fields = {})
{
    return "[{'record': 'count', " + more
        + " 'fields': {'account_id': 'account', 'meter_id': 'sku', 'measure': {'value': 'purchased'}, 'quantity': 'seats' " + fields
        + "}}]";
}

} // namespace

class RestExtractTest : public QObject {
    Q_OBJECT

private slots:
    void assetsAreMade()
    {
        Run run(assetEmit);
        QVERIFY(run.take(
            "{'data': [{'id': 182483948009279264, 'host': ' srv-1 ', 'type': 'SRV', 'seen': 1782864000123, 'os': {'name': 'W\\u00fcx'}},"
            " {'id': 'b', 'type': 'toaster', 'seen': '0001-01-01T00:00:00'}]}"));
        QVERIFY(run.extractor->finish());
        QCOMPARE(run.sink.records.size(), size_t(2));
        QCOMPARE(
            run.sink.records[0], std::string("asset c1=Contoso | device=- | 182483948009279264=srv-1 | server - | -..- seen 2026-07-01"));
        QCOMPARE(run.sink.raws[0], quoted("{'os.name':'W\xC3\xBCx','id':182483948009279264,'$parent.name':'Contoso'}"));
        QCOMPARE(run.extractor->counts().seen, int64_t(2));
        QCOMPARE(run.extractor->counts().kept, int64_t(2));
        // A class that the manifest does not know is kept and told.
        QCOMPARE(run.sink.records[1], std::string("asset c1=Contoso | device=- | b=- | toaster - | -..- seen -"));
        QCOMPARE(run.sink.warned.size(), size_t(1));
        QCOMPARE(run.sink.warned[0].file, std::string("Things"));
        QCOMPARE(run.sink.warned[0].row, int64_t(2));
        QCOMPARE(run.sink.warned[0].value, std::string("toaster"));
    }

    void unknownValuesAreToldOnce()
    {
        Run run(assetEmit);
        QVERIFY(run.take("{'data': [{'id': 1, 'type': 'x'}, {'id': 2, 'type': 'x'}, {'id': 3, 'type': 'y'}]}"));
        QCOMPARE(run.sink.warned.size(), size_t(2));
    }

    void datesThatCannotBeReadAreAbsentAndTold()
    {
        Run run(assetEmit);
        QVERIFY(run.take("{'data': [{'id': 1, 'seen': 'next week'}]}"));
        QCOMPARE(run.sink.records.size(), size_t(1));
        QCOMPARE(run.sink.warned.size(), size_t(1));
        QVERIFY(run.sink.warned[0].column.find("last_seen_at") != std::string::npos);
    }

    void manyWarningsOfAKindAreToldByNumber()
    {
        Run run(assetEmit);
        std::string page = "{'data': [";
        for (int i = 0; i < 80; ++i)
            page += (i == 0 ? "" : ", ") + std::string("{'id': ") + std::to_string(i) + ", 'seen': 'day " + std::to_string(i) + "'}";
        QVERIFY(run.take(page + "]}"));
        QCOMPARE(run.sink.warned.size(), size_t(50));
        const auto remarks = run.extractor->remarks();
        QCOMPARE(remarks.size(), size_t(1));
        QVERIFY2(remarks[0].find("80 values in all") != std::string::npos, remarks[0].c_str());
    }

    void recordsWithoutAnIdAreRejected()
    {
        Run run(assetEmit);
        QVERIFY(run.take("{'data': [{'host': 'a'}, {'id': '', 'host': 'b'}, {'id': 'c'}]}"));
        QCOMPARE(run.sink.records.size(), size_t(1));
        QCOMPARE(run.sink.rejected.size(), size_t(2));
        QCOMPARE(run.sink.rejected[0].row, int64_t(1));
        QCOMPARE(run.sink.rejected[0].file, std::string("Things"));
        QCOMPARE(run.sink.rejected[0].column, std::string("asset_id (id)"));
        QCOMPARE(run.extractor->counts().kept, int64_t(1));
        QCOMPARE(run.extractor->counts().rejected, int64_t(2));
    }

    void countsAreMade()
    {
        Run run(countEmit(
            {}, ", 'subscription_id': 's', 'unit_cost': 'cost', 'cost_months': 'months', 'currency': 'cur', 'commitment_end': 'end'"));
        QVERIFY(run.take("{'data': [{'account': 'a', 'sku': 'M365', 'seats': 25.5, 's': 77, 'cost': '120.00', 'months': 12, 'cur': 'usd', "
                         "'end': '2027-01-31T00:00:00Z'},"
                         " {'account': 'b', 'sku': 'M365', 'seats': 0, 'cost': 1e1}]}"));
        QCOMPARE(run.sink.records.size(), size_t(2));
        QCOMPARE(run.sink.records[0], std::string("count a=- - | M365=- | 77 | purchased 25.5 @ 10 USD | - until 2027-01-31 -"));
        QCOMPARE(run.sink.records[1], std::string("count b=- - | M365=- | - | purchased 0 @ 10 EUR | - until - -"));
    }

    void quantitiesThatCannotBeReadEndTheRun_data()
    {
        QTest::addColumn<QString>("seats");
        QTest::addColumn<QString>("part");
        QTest::newRow("text") << QStringLiteral("'three'") << QStringLiteral("quantity (seats) holds \"three\": \"three\" is not a number");
        QTest::newRow("true") << QStringLiteral("true") << QStringLiteral("\"true\" is not a number");
        QTest::newRow("null") << QStringLiteral("null") << QStringLiteral("unknown is not zero");
        QTest::newRow("empty") << QStringLiteral("''") << QStringLiteral("unknown is not zero");
        QTest::newRow("huge") << QStringLiteral("1e400") << QStringLiteral("too large");
        QTest::newRow("double's largest") << QStringLiteral("-1.797e308") << QStringLiteral("too large");
        QTest::newRow("list") << QStringLiteral("[1]") << QStringLiteral("\"[1]\" is not a number");
        QTest::newRow("comma") << QStringLiteral("'1,5'") << QStringLiteral("is not a number");
    }

    void quantitiesThatCannotBeReadEndTheRun()
    {
        QFETCH(QString, seats);
        QFETCH(QString, part);
        Run run(countEmit(), "'identity': 'no',");
        const auto taken
            = run.take("{'data': [{'no': 1, 'account': 'a', 'sku': 'x', 'seats': 1}, {'no': 'r-2', 'account': 'a', 'sku': 'y', 'seats': "
                + seats.toStdString() + "}]}");
        QVERIFY(!taken);
        const auto &message = taken.error().message;
        QVERIFY2(message.starts_with("Meter maker, Things, page 3, record 2 (r-2): "), message.c_str());
        QVERIFY2(message.find(part.toStdString()) != std::string::npos, message.c_str());
    }

    void costsThatCannotBeReadEndTheRunToo()
    {
        Run run(countEmit({}, ", 'unit_cost': 'cost'"));
        QVERIFY(!run.take("{'data': [{'account': 'a', 'sku': 'x', 'seats': 1, 'cost': 'ask us'}]}"));
    }

    void countsAreSummedUp()
    {
        Run run("[{'record': 'count', 'sum': true, 'evidence': ['n'], 'fields': {'account_id': 'account', 'meter_id': 'sku', 'measure': "
                "{'value': 'purchased'},"
                " 'quantity': 'seats', 'unit_cost': 'cost', 'term': 'term'}}]");
        QVERIFY(run.take("{'data': [{'n': 1, 'account': 'a', 'sku': 'x', 'seats': 0.1, 'cost': 5, 'term': 'annual'}, {'n': 2, 'account': "
                         "'b', 'sku': 'x', 'seats': 7}]}"));
        QVERIFY(run.take("{'data': [{'n': 3, 'account': 'a', 'sku': 'x', 'seats': 0.2, 'cost': 5, 'term': 'monthly'}]}"));
        QVERIFY(run.sink.records.empty());
        QVERIFY(run.extractor->finish());
        QCOMPARE(run.sink.records.size(), size_t(2));
        QCOMPARE(run.sink.records[0], std::string("count a=- - | x=- | - | purchased 0.3 @ 5 EUR | - until - -"));
        QCOMPARE(run.sink.raws[0], quoted("{'sum_of':[{'n':1},{'n':3}]}"));
        QCOMPARE(run.sink.records[1], std::string("count b=- - | x=- | - | purchased 7 @ - EUR | - until - -"));
    }

    void eachWalksThroughListsAndMembers()
    {
        Run run("[{'record': 'count', 'each': 'usage', 'optional': true, 'when': {'path': '$key', 'matches': 'Usage$'}, 'skip': [{'when': "
                "{'path': '', 'is': "
                "0}, 'why': 'no use'}],"
                " 'fields': {'account_id': '$outer.id', 'meter_id': '$key', 'measure': {'value': 'used'}, 'quantity': ''}},"
                " {'record': 'asset', 'each': 'devices', 'optional': true, 'fields': {'account_id': '$outer.id', 'meter_id': {'value': "
                "'d'}, 'asset_id': "
                "'sn'}}]");
        QVERIFY(run.take("{'data': [{'id': 'a', 'usage': {'edrUsage': 5, 'mdrUsage': 0, 'note': 'x'}, 'devices': [{'sn': 's1'}, {'sn': "
                         "'s2'}]}, {'id': 'b'}]}"));
        QCOMPARE(run.sink.records.size(), size_t(3));
        QCOMPARE(run.sink.records[0], std::string("count a=- - | edrUsage=- | - | used 5 @ - EUR | - until - -"));
        QCOMPARE(run.sink.records[1], std::string("asset a=- | d=- | s1=- | - - | -..- seen -"));
        QCOMPARE(run.sink.records[2], std::string("asset a=- | d=- | s2=- | - - | -..- seen -"));
        QCOMPARE(run.extractor->counts().skipped.at("no use"), int64_t(1));
        QCOMPARE(run.extractor->counts().kept, int64_t(1));
        QCOMPARE(run.extractor->remarks()[0], std::string("Things: 1 records left out: no use"));
    }

    void eachWalksThroughListsInLists()
    {
        Run run("[{'record': 'count', 'each': ['contracts', 'products'], 'when': {'path': 'n', 'more_than': '{$outer.least}'},"
                " 'fields': {'account_id': '$outer.$outer.id', 'account_name': '$outer.no', 'meter_id': 'sku',"
                " 'subscription_id': {'text': '{$outer.no}/{$index}'}, 'measure': {'value': 'used'}, 'quantity': 'n'}}]");
        QVERIFY(run.take(
            "{'data': [{'id': 'a', 'contracts': [{'no': 'c1', 'least': 0, 'products': [{'sku': 'x', 'n': 1}, {'sku': 'y', 'n': 2}]},"
            " {'no': 'c2', 'least': 3, 'products': [{'sku': 'x', 'n': 3}, {'sku': 'y', 'n': 4}]}]}]}"));
        QCOMPARE(run.sink.records.size(), size_t(3));
        QCOMPARE(run.sink.records[0], std::string("count a=c1 - | x=- | c1/0 | used 1 @ - EUR | - until - -"));
        QCOMPARE(run.sink.records[1], std::string("count a=c1 - | y=- | c1/1 | used 2 @ - EUR | - until - -"));
        QCOMPARE(run.sink.records[2], std::string("count a=c2 - | y=- | c2/1 | used 4 @ - EUR | - until - -"));
    }

    void aListOfEachThatIsMissingEndsTheRun_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("said");
        QTest::newRow("renamed") << QStringLiteral("{'id': 'b', 'seats': []}") << QStringLiteral("there is no list \"users\"");
        QTest::newRow("null") << QStringLiteral("{'id': 'b', 'users': null}") << QStringLiteral("there is no list \"users\"");
        QTest::newRow("text") << QStringLiteral("{'id': 'b', 'users': 'none'}")
                              << QStringLiteral("\"users\", which \"each\" names, is not a list but \"none\"");
    }

    void aListOfEachThatIsMissingEndsTheRun()
    {
        QFETCH(QString, record);
        QFETCH(QString, said);
        const auto page = "{'data': [{'id': 'a', 'users': [{'u': 1}]}, " + record.toStdString() + "]}";
        const std::string fields = "'fields': {'account_id': '$outer.id', 'meter_id': {'value': 'd'}, 'asset_id': 'u'}}]";
        Run run("[{'record': 'asset', 'each': 'users', " + fields, "'identity': 'id',");
        const auto taken = run.take(page);
        QVERIFY(!taken);
        const auto &message = taken.error().message;
        QVERIFY2(message.starts_with("Meter maker, Things, page 3, record 2 (b): "), message.c_str());
        QVERIFY2(message.find(said.toStdString()) != std::string::npos, message.c_str());
        Run optional("[{'record': 'asset', 'each': 'users', 'optional': true, " + fields);
        QCOMPARE(optional.take(page).ok(), page.find("none") == std::string::npos);
        QCOMPARE(optional.sink.records.size(), size_t(1));
    }

    void whatIsNoTextIsNobodysName_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *field, const char *value, const char *said) {
            QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(value) << QString::fromUtf8(said);
        };
        row("object as an id", "'account_id': 'x'", "{'id': 7}", "account_id (x) holds \"{\"id\":7}\": it is an object");
        row("list as a name", "'account_id': 'id', 'account_name': 'x'", "['a']", "it is a list, not a text");
        row("object in a text", "'account_id': {'text': 'a-{x}'}", "{}", "it is an object");
        row("object in a choice", "'account_id': {'first': ['y', 'x']}", "{}", "it is an object");
        row("truth as an id", "'account_id': 'x'", "true", "it is true or false, not an id");
        row("truth as a name", "'account_id': 'id', 'account_name': 'x'", "false", "it is true or false");
        row("mapped truth", "'account_id': {'path': 'x', 'map': {'true': 'yes'}}", "true", "");
        row("matched list", "'account_id': {'path': 'x', 'match': '([a-z]+)'}", "['abc']", "");
        row("truth looked at", "'account_id': {'when': {'path': 'x', 'is': true}, 'then': 'id'}", "true", "");
        row("list looked at", "'account_id': {'when': {'path': 'x', 'present': true}, 'then': 'id'}", "[]", "");
        row("truth of a domain", "'account_id': 'id', 'account_domain': 'x'", "true", "");
    }

    void whatIsNoTextIsNobodysName()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, said);
        Run run("[{'record': 'account', 'fields': {" + field.toStdString() + "}}]");
        const auto taken = run.take("{'data': [{'id': 'i', 'x': " + value.toStdString() + "}]}");
        QCOMPARE(taken.ok(), said.isEmpty());
        if (!said.isEmpty())
            QVERIFY2(taken.error().message.find(said.toStdString()) != std::string::npos, taken.error().message.c_str());
    }

    void listsMayBeObjectsOrTheWholeAnswer()
    {
        const std::string emits = "[{'record': 'account', 'fields': {'account_id': {'first': ['$key', 'id']}, 'account_name': 'name'}}]";
        Run members(emits);
        QVERIFY(members.take("{'data': {'t1': {'name': 'One'}, 't2': {'name': 'Two'}}}"));
        QCOMPARE(members.sink.records.size(), size_t(2));
        QCOMPARE(members.sink.records[1], std::string("account t2=Two -"));

        auto stream = manifestOf(emits)->streams[1];
        stream.records = *Path::parse("");
        Scope scope;
        const auto list = test::tree("[{'id': 1}, {'id': 2}]");
        scope.page = list.root();
        QCOMPARE(elementsOf(stream, scope)->size(), size_t(2));
        const auto one = test::tree("{'id': 1, 'name': 'x'}");
        scope.page = one.root();
        QCOMPARE(elementsOf(stream, scope)->size(), size_t(1));
    }

    void aMissingListIsAnErrorUnlessItIsOptional()
    {
        const std::string emits = "[{'record': 'account', 'fields': {'account_id': 'id'}}]";
        for (const auto *page : {"{'items': []}", "{'data': null}", "{'data': 'none'}", "null", "[]"}) {
            Run run(emits);
            const auto taken = run.take(page);
            QVERIFY2(!taken, page);
            QVERIFY2(taken.error().message.find("\"data\"") != std::string::npos, taken.error().message.c_str());
        }
        Run run(emits, "'optional': true,");
        QVERIFY(run.take("{'items': []}"));
        QVERIFY(!run.take("{'data': 12}"));
    }

    void linesAndProductsAreMade()
    {
        Run run("[{'record': 'line', 'fields': {'client_id': 'company.id', 'client_name': 'company.name', 'agreement_name': 'agreement', "
                "'line_id': 'id',"
                " 'product_id': 'product', 'quantity': 'quantity', 'included_quantity': 'less', 'unit_price': 'price',"
                " 'billable': {'path': 'bill', 'map': {'Billable': 'true', 'DoNotBill': 'false'}}, 'billing_cycle': 'cycle', "
                "'effective_date': 'from'}},"
                " {'record': 'product', 'fields': {'product_id': 'product', 'product_name': 'productName', 'list_price': 'price'}}]");
        QVERIFY(run.take(
            "{'data': [{'id': 5, 'company': {'id': 7, 'name': 'Acme'}, 'agreement': 'Gold', 'product': 'M365-BP', 'productName': 'Business "
            "Premium',"
            " 'quantity': 25.0, 'less': 2, 'price': 22.00, 'bill': 'Billable', 'cycle': 'Monthly', 'from': '2026-01-01T00:00:00Z'}]}"));
        QCOMPARE(run.sink.records.size(), size_t(2));
        QCOMPARE(run.sink.records[0],
            std::string("line 5 | client 7=Acme of - | agreement 7/Gold=Gold -..- /1 | product M365-BP=- | 25 incl 2 @ 22 cost - EUR | "
                        "billable 2026-01-01..-"));
        QCOMPARE(run.sink.records[1], std::string("product M365-BP=Business Premium @ 22 cost - EUR"));
        // The same line once more, and one that cannot be understood.
        QVERIFY(run.take("{'data': [{'id': 5, 'company': {'id': 7}, 'product': 'p', 'quantity': 1}, {'id': 6, 'company': {'id': 7}, "
                         "'product': 'p', 'quantity': 1, 'bill': 'Perhaps'}]}"));
        QCOMPARE(run.sink.rejected.size(), size_t(2));
        QVERIFY(run.sink.rejected[0].reason.find("came already") != std::string::npos);
        QVERIFY(run.sink.rejected[1].reason.find("neither true nor false") != std::string::npos);
    }

    void clientsAndAccountsAreMade()
    {
        Run run("[{'record': 'client', 'skip': [{'when': {'path': 'deleted', 'is': true}, 'why': 'deleted'}],"
                " 'fields': {'client_id': 'id', 'client_name': 'name', 'parent_client_id': 'parent'}}]");
        QVERIFY(run.take("{'data': [{'id': 1, 'name': 'A', 'parent': null}, {'id': 2, 'deleted': true}, {'id': 3, 'parent': 1}]}"));
        QCOMPARE(run.sink.records.size(), size_t(2));
        QCOMPARE(run.sink.records[0], std::string("client 1=A of -"));
        QCOMPARE(run.sink.records[1], std::string("client 3=3 of 1"));
        QCOMPARE(run.extractor->counts().skipped.at("deleted"), int64_t(1));
        QCOMPARE(run.extractor->counts().kept, int64_t(2));
    }

    void tablesAreKeptForLaterStreams()
    {
        const auto manifest = manifestOf("[{'record': 'account', 'fields': {'account_id': 'customer',"
                                         " 'account_name': {'lookup': 'customers', 'key': 'customer', 'path': 'name'},"
                                         " 'account_domain': {'lookup': 'customers', 'key': 'customer', 'path': 'owner.mail'}}}]");
        RunMemory memory;
        RecordedSink sink;
        Extractor first(*manifest, manifest->streams[0], memory, sink);
        Extractor second(*manifest, manifest->streams[1], memory, sink);
        const auto customers = test::tree("[{'id': 12, 'name': 'Twelve', 'owner': {'mail': 'a@b.example'}}, {'id': 12, 'name': 'Again'}]");
        Scope scope;
        for (const auto customer : customers.root()) {
            scope.record = customer;
            QVERIFY(first.take(scope, 1));
        }
        const auto things = test::tree("[{'customer': '12'}, {'customer': 13}]");
        for (const auto thing : things.root()) {
            scope.record = thing;
            QVERIFY(second.take(scope, 1));
        }
        QCOMPARE(sink.records.size(), size_t(2));
        QCOMPARE(sink.records[0], std::string("account 12=Twelve a@b.example"));
        QCOMPARE(sink.records[1], std::string("account 13=- -"));
        QCOMPARE(first.counts().kept, int64_t(2));
    }

    void aKeyOfATableMayHaveParts()
    {
        auto text = edited(test::smallManifest(), quoted("'key': 'id', 'fields'"), quoted("'key': ['customer', 'sku'], 'fields'"));
        text = edited(text, quoted("'key': '$parent.id', 'path'"), quoted("'key': ['customer', {'value': 'x'}], 'path'"));
        const auto read = readManifest(text, "mine.json");
        QVERIFY(read.manifest);
        RunMemory memory;
        RecordedSink sink;
        Extractor first(*read.manifest, read.manifest->streams[0], memory, sink);
        Extractor second(*read.manifest, read.manifest->streams[1], memory, sink);
        const auto things
            = test::tree("[{'id': 1, 'customer': 'a', 'sku': 'x', 'name': 5}, {'id': 2, 'customer': 'a', 'sku': 'y', 'name': 6},"
                         " {'id': 3, 'customer': 'ax', 'name': 7}, {'id': 4, 'customer': 'b', 'sku': 'x', 'name': 8}]");
        Scope scope;
        for (const auto thing : things.root()) {
            scope.record = thing;
            QVERIFY(first.take(scope, 1));
        }
        sink.records.clear();
        const auto asked = test::tree("[{'customer': 'a', 'sku': 's', 'seats': 1}, {'customer': 'ax', 'sku': 's', 'seats': 2},"
                                      " {'customer': 'b', 'sku': 's', 'seats': 3}]");
        auto parent = ParentRecord();
        parent.tree = test::tree("{'id': 'p'}");
        scope.parent = &parent;
        for (const auto each : asked.root()) {
            scope.record = each;
            QVERIFY(second.take(scope, 1));
        }
        QCOMPARE(sink.records.size(), size_t(3));
        QVERIFY2(sink.records[0].starts_with("count p=5 "), sink.records[0].c_str());
        QVERIFY2(sink.records[1].starts_with("count p=- "), sink.records[1].c_str());
        QVERIFY2(sink.records[2].starts_with("count p=8 "), sink.records[2].c_str());
    }

    void identitiesTellRecordsApart()
    {
        const auto manifest = manifestOf("[]", "'identity': ['a', 'b.c'],");
        const auto identity = [&](const std::string &record) {
            const auto tree = test::tree(record);
            Scope scope;
            scope.record = tree.root();
            return identityOf(manifest->streams[1], scope);
        };
        QVERIFY(identity("{'a': 'x', 'b': {'c': 'yz'}}") != identity("{'a': 'xy', 'b': {'c': 'z'}}"));
        QCOMPARE(identity("{'a': 1, 'b': {'c': 2}, 'd': 3}"), identity("{'b': {'c': 2}, 'a': 1}"));
        QVERIFY(identity("{'a': 1}").empty());
    }

    void aSinkThatRefusesEndsTheRun()
    {
        class Refusing final : public RecordSink {
        public:
            Status beginFile(const BatchFile &) override { return {}; }
            Status line(const LineRecord &) override { return {}; }
            Status product(const ProductRecord &) override { return {}; }
            Status count(const CountRecord &) override { return {}; }
            Status asset(const AssetRecord &) override { return Error{Errc::Io, "the disk is full"}; }
            Status account(const Account &) override { return {}; }
            Status client(const Client &) override { return {}; }
            Status unread(const Unread &) override { return {}; }
            Status reject(const RejectedRow &) override { return {}; }
            Status warn(const RejectedRow &) override { return {}; }
            Status finishFile(const BatchFile &) override { return {}; }
        } sink;
        Run run(assetEmit);
        Extractor extractor(*run.manifest, run.manifest->streams[1], run.memory, sink);
        const auto tree = test::tree("{'id': 1}");
        Scope scope;
        scope.record = tree.root();
        scope.parent = run.parent.get();
        const auto taken = extractor.take(scope, 1);
        QVERIFY(!taken);
        QCOMPARE(taken.error().message, std::string("the disk is full"));
    }
};

} // namespace rest_extract_test

BR_TEST(rest_extract, RestExtractTest)
#include "rest_extract.moc"
