// The search language: what matches, what is told with its position, and that text comes back exactly as it was written.
#include "core/query/query.h"
#include "tests/run/registered.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace br;

namespace query_test {

namespace {

DiscrepancyRow rowOf(Kind kind, const char *client, const char *service)
{
    DiscrepancyRow row;
    row.discrepancy.kind = kind;
    row.discrepancy.subject.client = ClientId("C-1");
    row.discrepancy.subject.service = ServiceId("edr");
    row.clientName = client;
    row.serviceName = service;
    row.sources = {"huntress"};
    row.key = "2026-10/underbilled/C-1/edr";
    row.discrepancy.billed = Units::fromInt(40);
    row.discrepancy.counted = Units::fromInt(47);
    row.discrepancy.difference = Units::fromInt(7);
    row.discrepancy.impact = Decimal::fromRaw(315'000);
    row.discrepancy.currency = Currency::parse("EUR").value();
    return row;
}

bool matches(const char *text, const DiscrepancyRow &row)
{
    const auto query = Query::parse(std::string_view(text));
    if (!query)
        qFatal("%s: %s", text, query.error().message.c_str());
    return query->matches(row);
}

} // namespace

class QueryTestCase final : public QObject {
    Q_OBJECT

private slots:
    void findsWhatIsMeant_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        const auto add = [](const char *text, bool expected) { QTest::newRow(text) << QByteArray(text) << expected; };
        add("", true);
        add("acme", true);
        add("ACME widgets", true);
        add("contoso", false);
        add("-contoso", true);
        add("acme|contoso", true);
        add("client:acme", true);
        add("company:acme", true);
        add("client:C-1", true);
        add("client:=acme", false);
        add("client:=\"Acme Widgets\"", true);
        add("client:ac*gets", true);
        add("client:ac*x", false);
        add("client:\"ac*\"", false);
        add("service:\"endpoint prot\"", true);
        add("vendor:huntress", true);
        add("source:datto|huntress", true);
        add("kind:under", true);
        add("kind:over", false);
        add("kind:over|under", true);
        add("-kind:under", false);
        add("kind:not-billed", false);
        add("status:open", true);
        add("state:todo", true);
        add("state:decided", false);
        add("delta:7", true);
        add("delta:>6.9999", true);
        add("delta:>7", false);
        add("delta:>=7", true);
        add("delta:<7", false);
        add("delta<=7", true);
        add("delta:=7", true);
        add("delta:5..7", true);
        add("delta:8..", false);
        add("delta:..7", true);
        add("delta:>50|<10", true);
        add("impact:31.5", true);
        add("money:>31.5", false);
        add("billed:40 counted:47", true);
        add("quantity:none", true);
        add("quantity:>0", false);
        add("-quantity:none", false);
        add("notes:0", true);
        add("note:temp", false);
        add("-note:temp", true);
        add("note:none", true);
        add("currency:eur", true);
        add("key:underbilled/C-1", true);
        add("since:none", true);
        add("delta:>5 kind:under client:acme", true);
        add("delta:>5 kind:under client:contoso", false);
    }
    void findsWhatIsMeant()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, expected);
        QCOMPARE(matches(text.constData(), rowOf(Kind::Underbilled, "Acme Widgets", "Endpoint protection")), expected);
    }

    void daysAreWholeMonthsAndYears()
    {
        auto row = rowOf(Kind::StaleQuantity, "Acme", "Backup");
        row.discrepancy.since = Period::parse("2026-05").value();
        row.until = Day::parse("2026-12-15").value();
        for (const auto *text : {"since:2026-05", "since:2026", "since:>=2026-05", "since:<2026-06", "since:2026-01..2026-05",
                 "until:2026-12", "until:>2026-11", "until:2026-12-15", "until:<=2026-12", "until:2026-12-01..2026-12-15"})
            QVERIFY2(matches(text, row), text);
        for (const auto *text : {"since:>2026-05", "since:<2026-05", "since:2025", "until:>2026-12", "until:<2026-12", "until:none"})
            QVERIFY2(!matches(text, row), text);
    }

    void letterCaseBeyondAscii()
    {
        const auto row = rowOf(Kind::Underbilled, "MÜLLER & Söhne", "EDR");
        QVERIFY(matches("müller", row));
        QVERIFY(matches("client:SÖHNE", row));
        QVERIFY(matches("client:=\"müller & söhne\"", row));
        QVERIFY(!matches("muller", row));
    }

    void unknownIsNotZero()
    {
        auto row = rowOf(Kind::Unverified, "Acme", "EDR");
        row.discrepancy.counted.reset();
        QVERIFY(!matches("counted:0", row));
        QVERIFY(!matches("counted:<1", row));
        QVERIFY(matches("counted:none", row));
        QVERIFY(matches("-counted:0", row));
    }

    void tellsWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("field") << QByteArray("acme clinet:x") << 5 << QByteArray("\"client\"");
        QTest::newRow("negated field") << QByteArray("-foo:x") << 1 << QByteArray("foo");
        QTest::newRow("kind") << QByteArray("kind:undrbilled") << 5 << QByteArray("\"underbilled\"");
        QTest::newRow("state") << QByteArray("status:closed") << 7 << QByteArray("closed");
        QTest::newRow("number") << QByteArray("delta:>many") << 6 << QByteArray("many");
        QTest::newRow("comma") << QByteArray("impact:>1,5") << 7 << QByteArray("1,5");
        QTest::newRow("range") << QByteArray("delta:1..x") << 6 << QByteArray("1..x");
        QTest::newRow("empty range") << QByteArray("delta:..") << 6 << QByteArray("..");
        QTest::newRow("day") << QByteArray("until:2026-13") << 6 << QByteArray("2026-13");
        QTest::newRow("no value") << QByteArray("client:") << 7 << QByteArray("client");
        QTest::newRow("quote") << QByteArray("acme \"con toso") << 5 << QByteArray("quote");
        QTest::newRow("bar") << QByteArray("client:a|") << 9 << QByteArray("client");
    }
    void tellsWhereAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, position);
        QFETCH(QByteArray, says);
        std::vector<QueryProblem> problems;
        const auto query = Query::parse(text.toStdString(), &problems);
        QCOMPARE(query.text(), text.toStdString());
        QVERIFY(!problems.empty());
        QCOMPARE(static_cast<int>(problems.front().position), position);
        QVERIFY2(problems.front().message.find(says.toStdString()) != std::string::npos, problems.front().message.c_str());
        const auto refused = Query::parse(std::string_view(text.constData()));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("character " + std::to_string(position + 1) + ":") != std::string::npos);
    }

    void countsCharactersNotBytes()
    {
        const auto refused = Query::parse(std::string_view("müller foo:x"));
        QVERIFY(refused.error().message.find("character 8:") != std::string::npos);
    }

    // Any text at all, sensible or not, comes back as it went in.
    void textComesBackExactly()
    {
        const std::vector<std::string> pieces = {" ", "  ", "\t", "client", ":", "kind", "delta", ">", ">=", "<", "=", "..", "-", "|", "\"",
            "\"\"", "a", "5", "-5", "2026-10", "none", "*", "under", "ü", "\"x y\"", "\n"};
        QRandomGenerator random(20261122);
        for (int i = 0; i < 100'000; ++i) {
            std::string text;
            for (auto n = random.bounded(12); n > 0; --n)
                text += pieces[static_cast<size_t>(random.bounded(static_cast<int>(pieces.size())))];
            const auto query = Query::parse(text, nullptr);
            if (query.text() != text)
                QFAIL(("<" + text + "> became <" + query.text() + ">").c_str());
            const auto again = Query::parse(query.text(), nullptr);
            if (again.terms() != query.terms())
                QFAIL(("<" + text + "> is read differently the second time").c_str());
        }
    }

    void chipsComeAndGo()
    {
        const auto query = Query::parse(std::string_view("kind:under  client:acme")).value();
        QCOMPARE(query.without(0).text(), std::string("client:acme"));
        QCOMPARE(query.without(1).text(), std::string("kind:under"));
        QCOMPARE(query.with(fieldTerm("client", "acme")).text(), query.text());
        QCOMPARE(query.with(fieldTerm("service", "Smith & \"Sons\"", true)).text(),
            std::string("kind:under  client:acme -service:\"Smith & \"\"Sons\"\"\""));
        auto row = rowOf(Kind::Underbilled, "a|b \"x\"", "none");
        for (const auto &term : {fieldTerm("client", "a|b \"x\""), fieldTerm("service", "none"), fieldTerm("vendor", "huntress")})
            QVERIFY(Query().with(term).matches(row));
    }

    void offersFieldsAndValues()
    {
        const auto fields = queryFields();
        for (const auto *field : {"client", "service", "vendor", "kind", "status", "delta", "impact", "note", "since", "until", "currency"})
            QVERIFY2(std::find(fields.begin(), fields.end(), field) != fields.end(), field);
        const std::vector<DiscrepancyRow> rows = {rowOf(Kind::Underbilled, "Acme", "EDR"), rowOf(Kind::Underbilled, "Contoso", "EDR"),
            rowOf(Kind::Underbilled, "Contoso", "Mail")};
        QCOMPARE(queryValues("client", "", rows), (std::vector<std::string>{"Contoso", "Acme"}));
        QCOMPARE(queryValues("client", "ACM", rows), std::vector<std::string>{"Acme"});
        QCOMPARE(queryValues("kind", "unmapped", rows), (std::vector<std::string>{"unmapped_client", "unmapped_service"}));
        QVERIFY(queryValues("nothing", "", rows).empty());
    }

    void aHundredThousandRowsWhileTyping()
    {
        std::vector<DiscrepancyRow> rows;
        for (int i = 0; i < 100'000; ++i)
            rows.push_back(rowOf(
                static_cast<Kind>(i % kindCount), i % 3 == 0 ? "Acme Widgets International" : "Contoso Holding", "Endpoint protection"));
        const auto query = Query::parse(std::string_view("widgets kind:under|over delta:>5 -note:temp")).value();
        QElapsedTimer timer;
        timer.start();
        const auto found = std::count_if(rows.begin(), rows.end(), [&query](const DiscrepancyRow &row) { return query.matches(row); });
        const auto spent = timer.elapsed();
        int64_t plain = 0;
        for (int i = 0; i < 100'000; ++i)
            plain += i % 3 == 0 && (i % kindCount == 0 || i % kindCount == 2);
        QCOMPARE(static_cast<int64_t>(found), plain);
        qInfo("100,000 rows asked: %lld ms", static_cast<long long>(spent));
    }
};

} // namespace query_test

BR_TEST(query, QueryTestCase)
#include "query.moc"
