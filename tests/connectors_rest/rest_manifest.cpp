// Manifests: what is compiled of them, and what a person is told of a wrong one: file, line, key, what would be right.
#include "connectors/rest/library/manifestlibrary.h"
#include "core/base/text.h"
#include "tests/connectors_rest/restfixture.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace br;
using namespace br::rest;
using br::test::edited;
using br::test::quoted;
using br::test::smallManifest;

namespace rest_manifest_test {

namespace {

std::string told(const ReadManifest &read)
{
    std::string all;
    for (const auto &problem : read.problems)
        all += (problem.isError ? "" : "(warning) ") + problemText(problem) + "\n";
    return all;
}

} // namespace

class RestManifestTest : public QObject {
    Q_OBJECT

private slots:
    void aManifestIsCompiled()
    {
        const auto read = readManifest(smallManifest(), "mine.json");
        QVERIFY2(read.manifest && read.problems.empty(), told(read).c_str());
        const auto &made = *read.manifest;
        QCOMPARE(made.info.settings[0].choices[1].first, std::string("us"));
        QCOMPARE(made.info.file, std::string("mine.json"));
        QCOMPARE(made.auth->scheme, AuthScheme::Headers);
        QCOMPARE(made.discovery[0].require[0].written, std::string("url"));
        QCOMPARE(made.pace.budget, 20000);
        QCOMPARE(made.limits.attempts, 6);
        const auto &customers = *made.stream("customers");
        QVERIFY(customers.isParent);
        QCOMPARE(customers.paging.first, int64_t(1));
        QCOMPARE(customers.paging.size, int64_t(100));
        QCOMPARE(customers.paging.ends.size(), size_t(1));
        QCOMPARE(customers.paging.ends[0], PagingSpec::End::Total);
        const auto &seats = *made.stream("seats");
        QCOMPARE(seats.label, std::string("seats"));
        QCOMPARE(seats.forEach, std::string("customers"));
        QVERIFY(seats.request.repeatable);
        QCOMPARE(seats.emits[0].record, RecordKind::Count);
        QCOMPARE(seats.emits[0].fields.size(), size_t(5));
        QCOMPARE(made.stream("nothing"), nullptr);
    }

    void tokenSchemesHaveDefaults()
    {
        const auto text = edited(smallManifest(), quoted("{'scheme': 'headers', 'headers': {'X-Api-Key': '{$secrets.api_key}'}}"),
            quoted("{'scheme': 'oauth2_client_credentials', 'token_url': 'https://api.example.com/token', 'client_id': 'x', "
                   "'client_secret': '{$secrets.api_key}'}"));
        const auto read = readManifest(text, "mine.json");
        QVERIFY2(read.manifest && read.problems.empty(), told(read).c_str());
        const auto &auth = *read.manifest->auth;
        QCOMPARE(auth.token.written, std::string("access_token"));
        QCOMPARE(auth.expiresIn->written, std::string("expires_in"));
        QCOMPARE(auth.use[0].first, std::string("Authorization"));
        QCOMPARE(auth.use[0].second.written, std::string("Bearer {$token}"));
        QVERIFY(!auth.sendJson && !auth.clientInBasic);
    }

    // Each is refused; and the same file by python3-jsonschema where the grammar says it (see manifest_schema).
    void wrongManifestsAreRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const char *from, const char *to, int line, const char *key, const char *what) {
            QTest::newRow(name) << QString::fromStdString(quoted(from)) << QString::fromStdString(quoted(to)) << line
                                << QString::fromUtf8(key) << QString::fromUtf8(what);
        };
        row("unknown key", "'records': 'data', 'identity'", "'record': 'data', 'identity'", 11, "/streams/0/record",
            "Did you mean \"records\"?");
        row("missing key", "'records': 'data', 'identity'", "'identity'", 11, "/streams/0", "\"records\" is missing here");
        row("wrong type", "'streams': [\n", "'streams': {}, 'x': [\n", 10, "/streams", "a list […] is right");
        row("enum", "'record': 'count'", "'record': 'counts'", 16, "/streams/1/emit/0/record", "Did you mean \"count\"?");
        row("scheme", "'scheme': 'page'", "'scheme': 'pages'", 12, "/streams/0/paging/scheme", "Did you mean \"page\"?");
        row("key of another scheme", "'parameter': 'page'", "'parameter': 'page', 'next': 'x'", 12, "/streams/0/paging/next",
            "is no key here");
        row("grammar's version", "'manifest': 1", "'manifest': 2", 2, "/manifest", "the grammar's version: 1");
        row("id", "'id': 'mine'", "'id': 'My Vendor'", 3, "/id", "an id is made of a-z, 0-9 and -");
        row("required field", "'quantity': 'seats',", "", 16, "/streams/1/emit/0/fields", "\"quantity\" is missing here");
        row("field of another record", "'account_name': 'name'}", "'asset_id': 'x'}", 14, "/streams/0/emit/0/fields/asset_id",
            "is no key here");
        row("two forms", "{'value': 'used'}", "{'value': 'used', 'path': 'x'}", 16, "/streams/1/emit/0/fields/measure",
            "exactly one of path, value");
        row("path and url", "{'path': '/zone'}", "{'path': '/zone', 'url': 'https://api.example.com/z'}", 9, "/discovery/0/request",
            "either path");
        row("body of a GET", "{'path': '/zone'}", "{'path': '/zone', 'body': {}}", 9, "/discovery/0/request", "\"method\" is missing here");
        row("other method", "{'path': '/zone'}", "{'path': '/zone', 'method': 'DELETE'}", 9, "/discovery/0/request/method",
            "is none of GET, POST");
        row("choice without choices", "'choices': ['eu', 'us'], ", "", 4, "/settings/0", "\"choices\" is missing here");
        row("default is no choice", "'default': 'eu'", "'default': 'uk'", 4, "/settings/0/default", "is none of the choices");
        row("undefined setting", "{$settings.region}.example", "{$settings.regoin}.example", 6, "/hosts/0", "Did you mean \"region\"?");
        row("undefined secret", "{$secrets.api_key}", "{$secrets.apikey}", 8, "/auth/headers/X-Api-Key", "Did you mean \"api_key\"?");
        row("secret in a path", "'path': '/customers'", "'path': '/customers/{$secrets.api_key}'", 11, "/streams/0/request/path",
            "must not stand in an address");
        row("secret in a field", "'meter_id': 'sku'", "'meter_id': '$secrets.api_key'", 16, "/streams/1/emit/0/fields/meter_id",
            "only in auth, headers");
        row("plain http", "'base': 'https://", "'base': 'http://", 7, "/base", "begins with https://");
        row("host not allowed", "'base': 'https://api.example.com", "'base': 'https://api.example.org", 7, "/base", "is not in \"hosts\"");
        row("later stream", "'for_each': 'customers'", "'for_each': 'customer'", 15, "/streams/1/for_each", "Did you mean \"customers\"?");
        row("parent without for_each", "'for_each': 'customers', ", "", 15, "/streams/1/request/path", "there is no parent here");
        row("grandparent", "'account_id': '$parent.id'", "'account_id': '$parent.$parent.id'", 16, "/streams/1/emit/0/fields/account_id",
            "only 1 generations");
        row("undefined table", "'lookup': 'customers'", "'lookup': 'costumers'", 17, "/streams/1/emit/0/fields/account_name/lookup",
            "Did you mean \"customers\"?");
        row("field not kept", "'path': 'name'}}", "'path': 'title'}}", 17, "/streams/1/emit/0/fields/account_name/path",
            "keeps name, not \"title\"");
        row("undefined scope", "'meter_id': 'sku'", "'meter_id': '$zon.url'", 16, "/streams/1/emit/0/fields/meter_id",
            "Did you mean \"zone\"?");
        row("outer without each", "'meter_id': 'sku'", "'meter_id': '$outer.sku'", 16, "/streams/1/emit/0/fields/meter_id",
            "only in an emit with \"each\"");
        row("token outside auth", "'meter_id': 'sku'", "'meter_id': '$token'", 16, "/streams/1/emit/0/fields/meter_id", "only in auth");
        row("wrong path", "'meter_id': 'sku'", "'meter_id': 'sku..x'", 16, "/streams/1/emit/0/fields/meter_id", "cannot be read");
        row("wrong template", "/customers/{$parent.id}/", "/customers/{$parent.id/", 15, "/streams/1/request/path",
            "a brace is not closed");
        row("wrong filter", "{$parent.id}", "{$parent.id|uppper}", 15, "/streams/1/request/path", "Did you mean \"upper\"?");
        row("wrong expression", "'meter_id': 'sku'", "'meter_id': {'path': 'sku', 'match': '(a'}", 16,
            "/streams/1/emit/0/fields/meter_id/match", "regular expression is wrong at character");
        row("wrong measure", "{'value': 'used'}", "{'value': 'licensed'}", 16, "/streams/1/emit/0/fields/measure",
            "purchased, assigned or used");
        row("wrong as", "'quantity': 'seats'", "'quantity': {'path': 'seats', 'as': 'gb'}", 16, "/streams/1/emit/0/fields/quantity/as",
            "bytes_to_gb");
        row("total without complete", "'size': 100}, 'complete': {'total': 'total'}", "'size': 100, 'ends': 'total'}", 12,
            "/streams/0/paging", "would have no end");
        row("no_next of pages", "'size': 100}", "'size': 100, 'ends': 'no_next'}", 12, "/streams/0/paging", "would have no end");
        row("short page without size", "'size_parameter': 'size', 'size': 100}", "'ends': 'short_page'}", 12, "/streams/0/paging",
            "needs \"size\"");
        row("more without a path", "'size': 100}", "'size': 100, 'ends': 'more'}", 12, "/streams/0/paging", "needs \"more\"");
        row("two streams of one id", "'id': 'seats'", "'id': 'customers'", 15, "/streams/1/id", "another stream has the id");
        row("path without a slash", "'path': '/customers'", "'path': 'customers'", 11, "/streams/0/request/path", "begins with /");
        row("sum of assets", "'record': 'count',", "'record': 'account', 'sum': true,", 16, "/streams/1/emit/0/record",
            "only counts are summed up");
        row("template for a path", "'meter_id': 'sku'", "'meter_id': '{name}'", 16, "/streams/1/emit/0/fields/meter_id",
            "a path has no braces");
        row("filter in a path", "'meter_id': 'sku'", "'meter_id': 'name|upper'", 16, "/streams/1/emit/0/fields/meter_id",
            "filters stand in templates");
        row("slash in a path", "'meter_id': 'sku'", "'meter_id': '/name'", 16, "/streams/1/emit/0/fields/meter_id",
            "written in quotes: '/name'");
        row("function in a path", "'meter_id': 'sku'", "'meter_id': 'length(k)'", 16, "/streams/1/emit/0/fields/meter_id",
            "is written {\"length\"");
        row("space behind a path", "'meter_id': 'sku'", "'meter_id': 'name '", 16, "/streams/1/emit/0/fields/meter_id", "behind \"name\"");
        row("at in a path", "'meter_id': 'sku'", "'meter_id': 'Currency@odata.x'", 16, "/streams/1/emit/0/fields/meter_id",
            "written in quotes: 'Currency@odata'");
        row("template in brackets", "'meter_id': 'sku'", "'meter_id': 'tags[name={$settings.region}].value'", 16,
            "/streams/1/emit/0/fields/meter_id", "a template does not stand in brackets");
        row("header of a record", "'meter_id': 'sku'", "'meter_id': 'header:X-Total'", 16, "/streams/1/emit/0/fields/meter_id",
            "headers are read only by");
        row("header without a name", "'meter_id': 'sku'", "'meter_id': 'header:'", 16, "/streams/1/emit/0/fields/meter_id",
            "stands the name of a header");
        row("search in records", "'records': 'data', 'identity'", "'records': 'data[*].users', 'identity'", 11, "/streams/0/records",
            "the inner one in the");
        row("search in an identity", "'identity': 'id'", "'identity': 'ids[*].id'", 11, "/streams/0/identity", "[*] is the first element");
        row("search in a key", "'key': 'id', 'fields'", "'key': 'ids[*].id', 'fields'", 13, "/streams/0/keep/key", "name the element");
        row("search in each", "'record': 'count',", "'record': 'count', 'each': 'contracts[*].products',", 16, "/streams/1/emit/0/each",
            "name the lists one by one");
        row("outer of too few lists", "'record': 'count', 'fields': {",
            "'record': 'count', 'each': ['a', 'b'], 'fields': {'term': '$outer.$outer.$outer.x', ", 16, "/streams/1/emit/0/fields/term",
            "names only 2 lists");
        row("optional without each", "'record': 'count',", "'record': 'count', 'optional': true,", 16, "/streams/1/emit/0/optional",
            "stands beside");
        row("product of a vendor", "'record': 'account', 'fields': {'account_id': 'id', 'account_name'",
            "'record': 'product', 'fields': {'product_id': 'id', 'product_name'", 14, "/streams/0/emit/0/record", "are what a PSA bills");
        row("count of a PSA", "'side': 'vendor'", "'side': 'psa'", 16, "/streams/1/emit/0/record", "are what a vendor counts");
        row("only of a record", "'path': '/customers'}, 'records'",
            "'path': '/customers'}, 'only': {'path': 'active', 'is': true}, 'records'", 11, "/streams/0/only/path",
            "there is no record here");
        row("every host", "'api.example.com']", "'api.example.com', '*']", 6, "/hosts/2", "would be everywhere");
        row("every host of a country", "'api.example.com']", "'api.example.com', '*.com']", 6, "/hosts/2", "would be everywhere");
        row("no date", "'quantity': 'seats'", "'quantity': 'seats', 'commitment_end': {'path': 'e', 'as': 'date:foo'}", 16,
            "/streams/1/emit/0/fields/commitment_end/as", "is no letter of a date");
        row("no day", "'quantity': 'seats'", "'quantity': 'seats', 'commitment_end': {'path': 'e', 'as': 'date:HH:mm'}", 16,
            "/streams/1/emit/0/fields/commitment_end/as", "with d, M and y");
        row("no bound", "'record': 'count',", "'record': 'count', 'when': {'path': 'a', 'more_than': 'many'},", 16,
            "/streams/1/emit/0/when/more_than", "is not a number");
        row("key of other parts", "'key': '$parent.id', 'path'", "'key': ['$parent.id', 'sku'], 'path'", 17,
            "/streams/1/emit/0/fields/account_name/key", "has 1 parts, not 2");
        row("undefined refresh secret", "{'scheme': 'headers', 'headers': {'X-Api-Key': '{$secrets.api_key}'}}",
            "{'scheme': 'oauth2_refresh_token', 'token_url': 'https://api.example.com/t', 'refresh_secret': 'apikey'}", 8,
            "/auth/refresh_secret", "Did you mean \"api_key\"?");
        row("a scope's name", "'id': 'zone'", "'id': 'token'", 9, "/discovery/0/id", "is the name of a scope");
    }

    void wrongManifestsAreRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, what);
        const auto read = readManifest(edited(smallManifest(), from.toStdString(), to.toStdString()), "mine.json");
        QVERIFY(read.hasErrors());
        const auto isMeant = [&](const ManifestProblem &problem) {
            return problem.isError && problem.key == key.toStdString() && problem.what.find(what.toStdString()) != std::string::npos;
        };
        const auto found = std::ranges::find_if(read.problems, isMeant);
        QVERIFY2(found != read.problems.end(), told(read).c_str());
        QCOMPARE(found->line, line);
        QCOMPARE(found->file, std::string("mine.json"));
    }

    void whatIsAskedForAndNotUsedIsAWarning()
    {
        const auto read = readManifest(edited(smallManifest(), "{$settings.region}.example.com", "eu.example.com"), "mine.json");
        QVERIFY(read.manifest);
        QCOMPARE(read.problems.size(), size_t(1));
        QVERIFY(!read.problems[0].isError);
        QCOMPARE(read.problems[0].key, std::string("/settings/0"));
        QCOMPARE(read.problems[0].line, 4);
    }

    void bracesThatDoNotMatchAreAWarning()
    {
        const auto with = [](const char *query) {
            return readManifest(edited(smallManifest(), quoted("'path': '/customers/{$parent.id}/seats'"),
                                    quoted("'method': 'POST', 'path': '/seats', 'body': {'query': '") + query + quoted("'}")),
                "mine.json");
        };
        const auto odd = with("{{ a {{ b }} }}");
        QVERIFY2(odd.manifest && told(odd).find("the braces do not match") != std::string::npos, told(odd).c_str());
        const auto even = with("{{ a {{ b({$parent.id}) } }");
        QVERIFY2(even.manifest && even.problems.empty(), told(even).c_str());
    }

    void pagesWithoutIdentityAreAWarning()
    {
        const auto read = readManifest(edited(smallManifest(), quoted(", 'identity': 'id'"), ""), "mine.json");
        QVERIFY(read.manifest);
        QVERIFY2(
            told(read).find("(warning) mine.json, line 11, /streams/0: without \"identity\"") != std::string::npos, told(read).c_str());
    }

    void theTestOfAConnectionIsARequestOrAChoice()
    {
        const auto with
            = [](const char *test) { return readManifest(edited(smallManifest(), quoted("'hosts': ["), quoted(test)), "mine.json"); };
        const auto one = with("'test': {'path': '/zone'}, 'hosts': [");
        QVERIFY2(one.manifest && one.problems.empty(), told(one).c_str());
        QCOMPARE(one.manifest->tests.size(), size_t(1));
        const auto two = with("'test': [{'only': {'path': '$settings.region', 'is': 'us'}, 'request': {'path': '/us'}}, "
                              "{'request': {'path': '/all'}}], 'hosts': [");
        QVERIFY2(two.manifest && two.problems.empty(), told(two).c_str());
        QCOMPARE(two.manifest->tests.size(), size_t(2));
        QCOMPARE(two.manifest->tests[0].only.size(), size_t(1));
        QCOMPARE(two.manifest->tests[1].request.path->written, std::string("/all"));
        const auto wrong = with("'test': [{'only': {'path': '$settings.region', 'is': 'us'}, 'reqest': {'path': '/us'}}], 'hosts': [");
        QVERIFY(wrong.hasErrors());
        QVERIFY2(told(wrong).find("Did you mean \"request\"") != std::string::npos, told(wrong).c_str());
    }

    void allProblemsAreTold()
    {
        auto text = edited(smallManifest(), quoted("'meter_id': 'sku'"), quoted("'meter_id': '$zoen.x'"));
        text = edited(text, "{$secrets.api_key}", "{$secrets.key}");
        QCOMPARE(readManifest(text, "mine.json").problems.size(), size_t(3)); // and the secret is used nowhere
    }

    void theExampleOfTheReadmeIsAManifest()
    {
        QFile file(QStringLiteral(BR_VENDORS "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        const auto from = text.indexOf("```json") + 7;
        const auto read = readManifest(text.mid(from, text.indexOf("```", from) - from).toStdString(), "README.md");
        QVERIFY2(read.manifest && read.problems.empty(), told(read).c_str());
        QCOMPARE(read.manifest->streams.size(), size_t(3));
    }

    // For the test of the grammar by an independent implementation: the broken ones, written out.
    void writeBrokenOnes()
    {
        const QTemporaryDir otherwise;
        const auto folder = qEnvironmentVariable("BR_BROKEN_MANIFESTS", otherwise.path());
        QVERIFY(QDir().mkpath(folder));
        const std::vector<std::pair<const char *, const char *>> changes
            = {{"'records': 'data', 'identity'", "'record': 'data', 'identity'"}, {"'record': 'count'", "'record': 'counts'"},
                {"'scheme': 'page'", "'scheme': 'pages'"}, {"'parameter': 'page'", "'parameter': 'page', 'next': 'x'"},
                {"'manifest': 1", "'manifest': 2"}, {"'id': 'mine'", "'id': 'My Vendor'"}, {"'quantity': 'seats',", ""},
                {"'account_name': 'name'}", "'asset_id': 'x'}"}, {"{'value': 'used'}", "{'value': 'used', 'path': 'x'}"},
                {"{'path': '/zone'}", "{'path': '/zone', 'url': 'https://api.example.com/z'}"},
                {"{'path': '/zone'}", "{'path': '/zone', 'body': {}}"}, {"{'path': '/zone'}", "{'path': '/zone', 'method': 'DELETE'}"},
                {"'choices': ['eu', 'us'], ", ""}, {"'quantity': 'seats'", "'quantity': {'path': 'seats', 'as': 'gb'}"},
                {"'record': 'count',", "'record': 'account', 'sum': true,"}, {"'hosts': [", "'test': [{'path': '/zone'}], 'hosts': ["},
                {"'hosts': [", "'test': [], 'hosts': ["}, {"'version': '7'", "'version': 7"}, {"'hosts': [", "'host': ["}};
        int number = 0;
        for (const auto &[from, to] : changes) {
            const auto text = edited(smallManifest(), quoted(from), quoted(to));
            QVERIFY2(readManifest(text, "x").hasErrors(), to);
            QFile file(folder + QStringLiteral("/broken-%1.json").arg(++number));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.data(), static_cast<qint64>(text.size()));
        }
        QFile file(folder + QStringLiteral("/good.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallManifest().data(), static_cast<qint64>(smallManifest().size()));
    }
};

} // namespace rest_manifest_test

BR_TEST(rest_manifest, RestManifestTest)
#include "rest_manifest.moc"
