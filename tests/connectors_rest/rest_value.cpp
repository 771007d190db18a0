// Paths, templates, fields and conditions, by values worked out by hand.
#include "connectors/rest/value/dates.h"
#include "connectors/rest/value/exact.h"
#include "connectors/rest/value/kepttables.h"
#include "connectors/rest/value/reading.h"
#include "connectors/rest/value/rendering.h"
#include "tests/connectors_rest/restfixture.h"
#include "tests/run/registered.h"

#include <QtTest>

using namespace br;
using namespace br::rest;
using br::test::conditionOf;
using br::test::fieldOf;
using br::test::quoted;

namespace rest_value_test {

namespace {

const std::string absent = "(absent)";

// One of everything that a scope may hold.
struct World {
    JsonTree record = test::tree(
        "{'id': 182483948009279264, 'name': ' Acme ', 'none': null, 'empty': '', 'seats': 12, 'used': '7.5', "
        "'company': {'id': 5, 'identifier': 'ACME'}, 'error message': 'no', '@odata.nextLink': 'x', "
        "'tags': [{'name': 'Plan', 'value': 'Gold'}, {'name': 'Customer', 'value': 'Contoso'}, {'name': 'a]b', 'value': 'odd'}], "
        "'Settings': [{'AU': '123'}, {'AN': 'PC-01'}, {'OT': 2}], 'phones': ['1', '2'], 'on': true, "
        "'bytes': 1610612736, 'cents': 1999, 'state': 'ACTIVE', 'big': 1e400, 'exp': 1.25E2}");
    JsonTree page = test::tree("{'meta': {'next': 'abc', 'total': 3}, 'data': []}");
    std::shared_ptr<ParentRecord> grand = std::make_shared<ParentRecord>();
    std::shared_ptr<ParentRecord> parent = std::make_shared<ParentRecord>();
    SettingValues settings{{"region", "eu"}, {"empty", ""}};
    SecretValues secrets;
    Answers answers;
    Scope scope;

    World()
    {
        grand->tree = test::tree("{'id': 'g1'}");
        parent->tree = test::tree("{'id': 'p/1', 'name': 'Parent', 'host': 'https://u@api.acme.com:8443/x?y'}");
        parent->key = "member";
        parent->parent = grand;
        secrets.emplace("key", Secret("s3cret"));
        answers.emplace("zone", test::tree("{'url': 'https://ws5.example.com/Rest/'}"));
        scope.record = record.root();
        scope.page = page.root();
        scope.parent = parent.get();
        scope.settings = &settings;
        scope.secrets = &secrets;
        scope.answers = &answers;
        scope.period = *Period::fromMonth(2026, 7);
        scope.today = *Day::fromDate(2026, 8, 3);
        scope.token = "t0ken";
        scope.key = "endpointMonthlyUsage";
    }

    std::string at(const std::string &path) const
    {
        const auto parsed = Path::parse(path);
        return parsed ? textAt(*parsed, scope).value_or(absent) : parsed.error().message;
    }

    std::string field(const std::string &singleQuoted) const
    {
        Scratch scratch;
        const auto spec = fieldOf(singleQuoted); // constants are views into it
        const auto value = read(spec, scope, scratch);
        return value ? std::string(*value) : absent;
    }

    bool is(const std::string &condition) const
    {
        Scratch scratch;
        return holds(conditionOf(condition), scope, scratch);
    }

    std::string filled(const std::string &text, Encoding encoding = Encoding::None) const
    {
        const auto made = Template::parse(text);
        if (!made)
            return made.error().message;
        const auto rendered = render(*made, scope, encoding);
        return rendered ? *rendered : rendered.error().message;
    }
};

} // namespace

class RestValueTest : public QObject {
    Q_OBJECT

private slots:
    void pathsLeadToValues_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row
            = [](const char *path, const char *value) { QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(value); };
        row("id", "182483948009279264");
        row("$record.id", "182483948009279264");
        row("name", " Acme ");
        row("company.identifier", "ACME");
        row("company.nothing.more", "(absent)");
        row("none", "(absent)");
        row("empty", "");
        row("'error message'", "no");
        row("'@odata.nextLink'", "x");
        row("tags[name=Customer].value", "Contoso");
        row("tags[name='a]b'].value", "odd");
        row("tags[name=Nobody].value", "(absent)");
        row("phones[1]", "2");
        row("phones[2]", "(absent)");
        row("Settings[*].AN", "PC-01");
        row("Settings[*].OT", "2");
        row("Settings[*].XX", "(absent)");
        row("company", "{\"id\":5,\"identifier\":\"ACME\"}");
        row("$page.meta.next", "abc");
        row("$parent.id", "p/1");
        row("$parent.$parent.id", "g1");
        row("$parent.$parent.$parent.id", "(absent)");
        row("$parent.$key", "member");
        row("$settings.region", "eu");
        row("$settings.empty", "(absent)");
        row("$secrets.key", "s3cret");
        row("$zone.url", "https://ws5.example.com/Rest/");
        row("$token", "t0ken");
        row("$refresh", "(absent)");
        row("$key", "endpointMonthlyUsage");
        row("$today", "2026-08-03");
        row("$period.first", "2026-07-01");
        row("$period.last", "2026-07-31");
        row("$period.next_first", "2026-08-01");
        row("$period.previous_first", "2026-06-01");
        row("$period.year", "2026");
        row("$period.month", "07");
    }

    void pathsLeadToValues()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QCOMPARE(QString::fromStdString(World().at(path.toStdString())), value);
    }

    void theEmptyPathIsTheWhole()
    {
        World world;
        const auto scalar = test::tree("17");
        world.scope.record = scalar.root();
        QCOMPARE(world.at(""), std::string("17"));
        const auto list = test::tree("[{'a': 1}]");
        world.scope.record = list.root();
        QCOMPARE(world.at("[0].a"), std::string("1"));
    }

    void wrongPathsSayWhy()
    {
        for (const auto *path :
            {"a..b", "a.", ".a", "a[", "a[x]", "a]b", "a'b'", "'a", "$", "$settings", "$settings.a.b", "$today.x", "a[0]b"}) {
            const auto parsed = Path::parse(path);
            QVERIFY2(!parsed, path);
            QVERIFY(parsed.error().message.find(path) != std::string::npos);
        }
    }

    void templatesAreFilled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("made");
        const auto row
            = [](const char *text, const char *made) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(made); };
        row("plain", "plain");
        row("/sites/{$parent.id}/x", "/sites/p/1/x");
        row("{{\"a\": 1}", "{\"a\": 1}");
        row("{$period.first|date:MM/yyyy}", "07/2026");
        row("{$period.last|date:yyyy-MM-dd'T'HH:mm:ss'Z'}", "2026-07-31T00:00:00Z");
        row("{$period.first|date:epoch_seconds}", "1782864000");
        row("{$period.first|date:epoch_milliseconds}", "1782864000000");
        row("{state|lower}", "active");
        row("{$settings.region|upper}", "EU");
        row("{state|title}", "Active");
        row("{'error message'|title}-{nothing|default:x y}", "No-x y");
        row("{nothing|default:}", "");
        row("{nothing|default:abc|upper}", "ABC");
        row("{$parent.host|host}", "api.acme.com:8443");
        row("{$zone.url|trim:/}", "https://ws5.example.com/Rest");
        row("{$secrets.key|base64}", "czNjcmV0");
        row("{$parent.id|url}", "p%2F1");
        row("{tags[name='a]b'].value}", "odd");
    }

    void templatesAreFilled()
    {
        QFETCH(QString, text);
        QFETCH(QString, made);
        QCOMPARE(QString::fromStdString(World().filled(text.toStdString())), made);
    }

    void valuesInPathsAreEncodedOnce()
    {
        const World world;
        QCOMPARE(world.filled("/a b/{$parent.id}/{$parent.id|url}", Encoding::Percent), std::string("/a b/p%2F1/p%2F1"));
    }

    void absentValuesAreNamed()
    {
        const World world;
        const auto message = world.filled("/x/{company.nothing}");
        QVERIFY2(message.find("\"company.nothing\"") != std::string::npos && message.find("\"/x/{company.nothing}\"") != std::string::npos,
            message.c_str());
        QVERIFY(world.filled("{a|lowr}").find("Did you mean \"lower\"?") != std::string::npos);
        QVERIFY(world.filled("{a").find("not closed") != std::string::npos);
        QVERIFY(world.filled("{}").find("missing") != std::string::npos);
        QVERIFY(world.filled("{a|date}").find("needs something") != std::string::npos);
    }

    void emptyOptionalValuesAreLeftOut()
    {
        const World world;
        const NamedTemplates pairs = {{"a", *Template::parse("{nothing|default:}")}, {"b", *Template::parse("{seats}")},
            {"c", *Template::parse("x{nothing|default:}")}};
        const auto made = render(pairs, world.scope);
        QVERIFY(made);
        QCOMPARE(made->size(), size_t(2));
        QCOMPARE((*made)[0].second, std::string("12"));
        QCOMPARE((*made)[1].second, std::string("x"));
    }

    void bodiesKeepTypes()
    {
        const auto text = quoted("{'manifest': 1, 'id': 'b', 'name': 'B', 'version': '1', 'side': 'vendor', 'hosts': ['h.example.com'], "
                                 "'base': 'https://h.example.com', 'settings': [{'id': 'size', 'label': 'Size', 'kind': 'number'}, {'id': "
                                 "'all', 'label': 'All', 'kind': 'boolean'}, {'id': 'region', 'label': 'R'}], 'streams': [{'id': 's', "
                                 "'records': '', 'request': {'method': 'POST', 'path': '/q', "
                                 "'body': {'n': '{seats}', 't': '{used}', 'both': '{seats}/{used}', 'all': '{company}', 'on': '{on}', "
                                 "'size': '{$settings.size}', 'every': '{$settings.all}', 'region': '{$settings.region}', "
                                 "'fix': [1, 2.50, true, null, 'x'], 'params': {'page': 1}}}}]}");
        const auto read = readManifest(text, "b.json");
        QVERIFY(read.manifest);
        World world;
        world.settings = {{"size", "250"}, {"all", "true"}, {"region", "12"}};
        const auto &body = *read.manifest->streams[0].request.body;
        QCOMPARE(*render(body, world.scope),
            quoted("{'n':12,'t':'7.5','both':'12/"
                   "7.5','all':{'id':5,'identifier':'ACME'},'on':true,'size':250,'every':true,'region':'12','fix':[1,2.50,true,null,'x'],'"
                   "params':{'page':1}}"));
        const auto paged = render(body, world.scope, {{"params.page", "3"}, {"params.size", "100"}, {"visa", "\"v\""}, {"n", "0"}});
        QVERIFY2(paged->find(quoted("'params':{'page':3,'size':100}")) != std::string::npos, paged->c_str());
        QVERIFY(paged->starts_with(quoted("{'n':0,")) && paged->ends_with(quoted(",'visa':'v'}")));
    }

    void scalarsForBodiesStayNumbers()
    {
        QCOMPARE(jsonScalar("12"), std::string("12"));
        QCOMPARE(jsonScalar("-3"), std::string("-3"));
        QCOMPARE(jsonScalar("007"), std::string("\"007\""));
        QCOMPARE(jsonScalar("12345678901234567890"), std::string("\"12345678901234567890\""));
        QCOMPARE(jsonScalar("a\"b"), std::string("\"a\\\"b\""));
        QCOMPARE(jsonScalar("-"), std::string("\"-\""));
        QCOMPARE(jsonScalar(""), std::string("\"\""));
    }

    void fieldsAreMade_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row
            = [](const char *field, const char *value) { QTest::newRow(field) << QString::fromUtf8(field) << QString::fromUtf8(value); };
        row("'id'", "182483948009279264");
        row("{'value': 'device'}", "device");
        row("{'value': 2.50}", "2.50");
        row("{'text': '{company.id}/{state|lower}'}", "5/active");
        row("{'text': '{company.id}/{nothing}'}", "(absent)");
        row("{'first': ['none', 'empty', {'value': 'x'}]}", "x");
        row("{'first': ['none', 'empty']}", "(absent)");
        row("{'add': ['seats', 'used']}", "19.5");
        row("{'subtract': ['seats', 'used', {'value': '0.5'}]}", "4");
        row("{'multiply': ['seats', {'value': '0.1'}]}", "1.2");
        row("{'divide': ['seats', {'value': 8}]}", "1.5");
        row("{'divide': [{'value': 1}, {'value': 3}]}", "0.333333333333");
        row("{'divide': [{'value': 2}, {'value': 3}]}", "0.666666666667");
        row("{'divide': [{'value': -2}, {'value': 3}]}", "-0.666666666667");
        row("{'add': ['seats', 'none']}", "(absent)");
        row("{'add': ['seats', 'none'], 'absent_as': '0'}", "12");
        row("{'add': ['exp', {'value': '0.75'}]}", "125.75");
        row("{'length': 'tags'}", "3");
        row("{'length': 'none'}", "(absent)");
        row("{'when': {'path': 'on', 'is': true}, 'then': {'value': 'a'}, 'else': {'value': 'b'}}", "a");
        row("{'when': {'path': 'seats', 'more_than': 12}, 'then': {'value': 'a'}, 'else': {'value': 'b'}}", "b");
        row("{'when': {'path': 'seats', 'more_than': 12}, 'then': {'value': 'a'}}", "(absent)");
        row("{'path': 'state', 'map': {'active': 'on', 'gone': 'off'}}", "on");
        row("{'path': 'state', 'map': {'gone': 'off'}}", "ACTIVE");
        row("{'path': 'state', 'map': {'gone': 'off'}, 'otherwise': 'absent'}", "(absent)");
        row("{'path': 'state', 'map': {'gone': 'off'}, 'otherwise': {'value': '?'}}", "?");
        row("{'path': 'state', 'case': 'lower'}", "active");
        row("{'path': 'name', 'match': '^ *(\\\\w+)'}", "Acme");
        row("{'path': 'name', 'match': 'xyz'}", "(absent)");
        row("{'path': 'bytes', 'as': 'bytes_to_gb'}", "1.5");
        row("{'path': 'cents', 'as': 'cents'}", "19.99");
        row("{'lookup': 'customers', 'key': 'company.id', 'path': 'name'}", "Kept");
        row("{'lookup': 'customers', 'key': 'company.id', 'path': 'owner.mail'}", "(absent)");
        row("{'lookup': 'customers', 'key': 'id', 'path': 'name'}", "(absent)");
    }

    void fieldsAreMade()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        World world;
        KeptTables tables;
        const auto kept = test::tree("{'id': 5, 'name': 'Kept'}");
        Scope scope;
        scope.record = kept.root();
        tables.keep(*test::manifestOf("[]")->streams[0].keep, scope);
        world.scope.tables = &tables;
        QCOMPARE(QString::fromStdString(world.field(field.toStdString())), value);
    }

    void unknownValuesAreNoted()
    {
        const World world;
        Scratch scratch;
        read(fieldOf("{'path': 'state', 'map': {'gone': 'off'}}"), world.scope, scratch);
        QCOMPARE(scratch.notes().size(), size_t(1));
        QCOMPARE(scratch.notes()[0].value, std::string("ACTIVE"));
        QVERIFY(!scratch.notes()[0].rejects);
        scratch.clear();
        read(fieldOf("{'path': 'state', 'map': {'gone': 'off'}, 'otherwise': 'reject'}"), world.scope, scratch);
        QVERIFY(scratch.notes()[0].rejects);
        scratch.clear();
        read(fieldOf("{'path': 'state', 'map': {'gone': 'off'}, 'otherwise': 'keep'}"), world.scope, scratch);
        QVERIFY(scratch.notes().empty());
    }

    void conditionsHold_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *condition, bool holds) { QTest::newRow(condition) << QString::fromUtf8(condition) << holds; };
        row("{'path': 'state', 'is': 'active'}", true);
        row("{'path': 'name', 'is': 'ACME'}", true);
        row("{'path': 'name', 'is_not': 'acme'}", false);
        row("{'path': 'none', 'is': 'x'}", false);
        row("{'path': 'none', 'is_not': 'x'}", true);
        row("{'path': 'none', 'not_in': ['x']}", true);
        row("{'path': 'empty', 'is': ''}", true);
        row("{'path': 'none', 'is': ''}", false);
        row("{'path': 'on', 'is': true}", true);
        row("{'path': 'on', 'is': 'false'}", false);
        row("{'path': 'seats', 'is': 12.0}", true);
        row("{'path': 'used', 'is': '7.50'}", false);
        row("{'path': 'seats', 'in': [1, 12]}", true);
        row("{'path': 'state', 'not_in': ['gone', 'active']}", false);
        row("{'path': 'none', 'present': false}", true);
        row("{'path': 'empty', 'present': true}", true);
        row("{'path': 'state', 'matches': '^act'}", true);
        row("{'path': 'none', 'matches': '.*'}", false);
        row("{'path': 'seats', 'more_than': 11.9999}", true);
        row("{'path': 'seats', 'more_than': 12}", false);
        row("{'path': 'used', 'less_than': '7.51'}", true);
        row("{'path': 'name', 'less_than': 1}", false);
        row("{'path': 'big', 'more_than': 1}", false);
        row("{'value': '2026-07-31T23:59:59+0200', 'on_or_before': '{$period.last}'}", true);
        row("{'value': '2026-08-01', 'on_or_before': '{$period.last}'}", false);
        row("{'value': '2026-07-01', 'on_or_after': '{$period.first}'}", true);
        row("{'path': 'none', 'on_or_after': '{$period.first}'}", false);
        row("{'path': 'company.identifier', 'is': '{name}'}", true);
        row("{'all': [{'path': 'on', 'is': true}, {'path': 'seats', 'is': 12}]}", true);
        row("{'all': [{'path': 'on', 'is': true}, {'path': 'seats', 'is': 13}]}", false);
        row("{'any': [{'path': 'on', 'is': false}, {'path': 'seats', 'is': 12}]}", true);
        row("{'not': {'path': 'on', 'is': true}}", false);
        row("{'not': [{'path': 'on', 'is': true}, {'path': 'seats', 'is': 13}]}", true);
        row("{'length': 'tags', 'is': 3}", true);
    }

    void conditionsHold()
    {
        QFETCH(QString, condition);
        QFETCH(bool, holds);
        QCOMPARE(World().is(condition.toStdString()), holds);
    }

    void daysAreReadInEveryShape_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("day");
        const auto row
            = [](const char *text, const char *day) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(day); };
        row("2026-07-31", "2026-07-31");
        row("2026-07-31T23:59:59Z", "2026-07-31");
        row("2026-07-31T23:59:59.123+02:00", "2026-07-31");
        row("2026-07-31T23:59:59-0600", "2026-07-31");
        row("2026-07-31T23:59:59", "2026-07-31");
        row("2026-01-10 01:07:08 UTC", "2026-01-10");
        row("2015-11-25T06: 41: 12Z", "2015-11-25");
        row("1782864000", "2026-07-01");
        row("1782864000.123", "2026-07-01");
        row("1782950399", "2026-07-01");
        row("1782864000000", "2026-07-01");
        row("1.782864E9", "2026-07-01");
        row("9999-12-31T00:00:00Z", "9999-12-31");
        row("0001-01-01T00:00:00", "never");
        row("0", "never");
        row("", "never");
        row("2021-04-31", "unreadable");
        row("soon", "unreadable");
        row("12345", "unreadable");
        row("1e400", "unreadable");
    }

    void daysAreReadInEveryShape()
    {
        QFETCH(QString, text);
        QFETCH(QString, day);
        const auto reading = readDay(text.toStdString());
        const auto read = reading.day ? reading.day->toString() : reading.isRead ? "never" : "unreadable";
        QCOMPARE(QString::fromStdString(read), day);
    }

    void statedShapesOfDays()
    {
        QCOMPARE(dayOfEpoch("1782864000.9", 1).day->toString(), std::string("2026-07-01"));
        QCOMPARE(dayOfEpoch("1782863999", 1).day->toString(), std::string("2026-06-30"));
        QCOMPARE(dayOfEpoch("1782864000000", 1000).day->toString(), std::string("2026-07-01"));
        QVERIFY(dayOfEpoch("0", 1).isRead && !dayOfEpoch("0", 1).day);
        QVERIFY(!dayOfEpoch("99999999999999999", 1).isRead);
        QVERIFY(!dayOfEpoch("x", 1).isRead);
        QCOMPARE(dayOfPattern("31/07/2026", "dd/MM/yyyy").day->toString(), std::string("2026-07-31"));
        QCOMPARE(dayOfPattern("7/31/2026 11:59:59 PM", "M/d/yyyy").day->toString(), std::string("2026-07-31"));
        QCOMPARE(dayOfPattern("31.07.26", "dd.MM.yy").day->toString(), std::string("2026-07-31"));
        QVERIFY(!dayOfPattern("2026-07-31", "dd/MM/yyyy").isRead);
    }

    void numbersAreExact()
    {
        QCOMPARE(Exact::parse("0.1")->plus(*Exact::parse("0.2"))->toString(), std::string("0.3"));
        QCOMPARE(Exact::parse("1.5E3")->toString(), std::string("1500"));
        QCOMPARE(Exact::parse("-25e-4")->toString(), std::string("-0.0025"));
        QCOMPARE(Exact::parse("9007199254740993")->times(*Exact::parse("3"))->toString(), std::string("27021597764222979"));
        QCOMPARE(Exact::parse("0e999").has_value(), false);
        for (const auto *text : {"", "-", ".", "1e", "1x", "e5", "1.2.3", "NaN", "1e400"})
            QVERIFY2(!Exact::parse(text), text);
        QVERIFY(!Exact::parse("1")->over(*Exact::parse("0.0")));
        QCOMPARE(readNumber("1.25E2")->value.toString(), std::string("125"));
        QCOMPARE(readNumber("1e-5")->value.toString(), std::string("0"));
        QVERIFY(readNumber("1e-5")->rounded);
        QCOMPARE(readNumber("12.00005")->value.toString(), std::string("12.0001"));
        QVERIFY(readNumber("1e400").error().message.find("too large") != std::string::npos);
        QVERIFY(readNumber("1.797e308").error().message.find("too large") != std::string::npos);
        QVERIFY(readNumber("three").error().message.find("not a number") != std::string::npos);
    }
};

} // namespace rest_value_test

BR_TEST(rest_value, RestValueTest)
#include "rest_value.moc"
