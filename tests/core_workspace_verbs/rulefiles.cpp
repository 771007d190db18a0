// Links, services and exceptions as files: strict in, the same out, nothing stored where a row is wrong.
#include "core/store/linkstore.h"
#include "core/workspace/deciding.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

using namespace br;

namespace rulefiles_test {

class RuleFilesTest final : public QObject {
    Q_OBJECT

private slots:
    void linksComeBackByteForByte()
    {
        Msp msp;
        msp.write("in.csv",
            "\xEF\xBB\xBF"
            "State;SOURCE;Account ID;client_id;Reason\r\n"
            "linked;edr;z-9;C1;\"name; 93 % alike\"\r\n"
            "ignored;edr;=cmd();;\"''=quoted\"\r\n"
            "ignored;edr;-1;;\"two\nlines \"\"x\"\"\"\r\n");
        const auto report = importLinks(msp.workspace(), msp.world.path("in.csv")).value();
        QVERIFY2(report.rejected.empty(), report.rejected.empty() ? "" : report.rejected.front().reason.c_str());
        QCOMPARE(report.rowsIn, int64_t{3});
        QCOMPARE(report.kept, int64_t{3});
        const auto stored = links(msp.workspace()).value();
        QCOMPARE(stored.size(), size_t{5}); // two of the world's own are kept
        mustBe(exportLinks(msp.workspace(), msp.world.path("out.csv")));
        const auto out = msp.read("out.csv");
        QVERIFY(out.contains("edr,'=cmd(),,ignored,''=quoted\r\n"));
        QVERIFY(out.contains("edr,'-1,,ignored,\"two\nlines \"\"x\"\"\"\r\n"));
        mustBe(removeLinks(msp.workspace(), {{SourceName("edr"), AccountId("-1")}, {SourceName("edr"), AccountId("=cmd()")}}));
        QVERIFY(importLinks(msp.workspace(), msp.world.path("out.csv"))->rejected.empty());
        QCOMPARE(links(msp.workspace()).value(), stored);
        mustBe(exportLinks(msp.workspace(), msp.world.path("again.csv")));
        QCOMPARE(msp.read("again.csv"), out);
    }

    void wrongLinksAreAllToldAndNothingIsStored()
    {
        Msp msp;
        msp.write("in.csv",
            "source,account_id,client_id,state,reason\n"
            "edr,new,C1,linked,\n"
            "edrr,a,C1,linked,\n"
            "psa,a,C1,linked,\n"
            "edr,,C1,linked,\n"
            "edr,b,,linked,\n"
            "edr,c,C1,maybe,\n"
            "edr,new,C2,linked,\n"
            "edr,lab,,ignored, \n");
        const auto report = importLinks(msp.workspace(), msp.world.path("in.csv")).value();
        QCOMPARE(report.rejected.size(), size_t{7});
        QCOMPARE(report.kept, int64_t{0});
        std::vector<int64_t> rows;
        for (const auto &row : report.rejected) {
            rows.push_back(row.row);
            QCOMPARE(row.file, std::string("in.csv"));
            QVERIFY(!row.reason.empty());
        }
        QCOMPARE(rows, (std::vector<int64_t>{3, 4, 5, 6, 7, 8, 9}));
        QVERIFY(report.rejected[0].reason.find("Did you mean \"edr\"?") != std::string::npos);
        QVERIFY(report.rejected[5].reason.find("row 2") != std::string::npos);
        QCOMPARE(report.rejected[6].column, std::string("reason"));
        QCOMPARE(links(msp.workspace())->size(), size_t{2});
        msp.write("bad.csv", "source,account,client_id\nedr,a,C1\n");
        const auto missing = importLinks(msp.workspace(), msp.world.path("bad.csv"));
        QVERIFY(missing.error().message.find("\"account_id\"") != std::string::npos);
        QCOMPARE(importLinks(msp.workspace(), msp.world.path("none.csv")).error().code, Errc::NotFound);
    }

    void whatWasLinkedIsTakenBackAsAnActOfItsOwn()
    {
        Msp msp;
        const auto first = links(msp.workspace()).value();
        auto moved = Msp::link("acme-tenant", "C2");
        moved.reason = "a mistake";
        const auto fresh = Msp::link("new-tenant", "C1");
        mustBe(setLinks(msp.workspace(), {moved, fresh}));
        const std::vector<LinkChange> changes{
            {moved.source, moved.account, Msp::link("acme-tenant", "C1"), moved}, {fresh.source, fresh.account, std::nullopt, fresh}};
        mustBe(undoLinks(msp.workspace(), changes));
        QCOMPARE(links(msp.workspace()).value(), first);
        const auto log = events(msp.workspace(), 0, 3).value();
        QCOMPARE(log[0].what, std::string("link.undo"));
        QCOMPARE(log[1].what, std::string("link.undo"));
        QCOMPARE(log[2].what, std::string("link.set")); // what was done stays in the log
        // What somebody changed since stays, and nothing else of the act is taken back.
        mustBe(setLinks(msp.workspace(), {fresh, Msp::link("acme-tenant", "C2")}));
        const auto now = links(msp.workspace()).value();
        const auto refused = undoLinks(msp.workspace(), {{fresh.source, fresh.account, std::nullopt, fresh}, changes.front()});
        QVERIFY(!refused && refused.error().code == Errc::Conflict);
        QVERIFY(refused.error().message.find("acme-tenant") != std::string::npos);
        QCOMPARE(links(msp.workspace()).value(), now);
    }

    void servicesComeBackByteForByte()
    {
        Msp msp;
        msp.write("in.json", R"([{"id": "edr", "name": "Endpoint protection", "group": "security", "default_price": 0.1, "currency": "EUR",
          "billed": [{"product": "EDR", "each": "1"}, {"product": "SECURE-SEAT", "each": 2.5}],
          "counted": [{"source": "edr", "meter": "agent", "measure": "assets", "each": "1", "class": ["workstation", "server"],
                       "status": ["active"], "name": "pc-*"}],
          "combine": "sum", "distinct_by": "name", "included": "0", "minimum": "0", "pack": "1", "grace_days": 0, "stale_after_days": 30,
          "tolerance": {"quantity": "0", "percent": "0", "money": null, "cost": "0.01"}},
         {"id": "x", "billed": [], "counted": [{"source": "edr", "meter": "m", "measure": "used"}]}])");
        const auto report = importServices(msp.workspace(), msp.world.path("in.json")).value();
        QVERIFY2(report.rejected.empty(), report.rejected.empty() ? "" : (report.rejected[0].column + report.rejected[0].reason).c_str());
        const auto all = services(msp.workspace()).value();
        QCOMPARE(all.size(), size_t{2});
        QCOMPARE(all[0].defaultPrice, std::optional(Decimal::fromRaw(1'000)));
        QCOMPARE(all[0].billed[1].each, Decimal::fromRaw(25'000));
        QCOMPARE(all[0].counted[0].classes, (std::vector<std::string>{"workstation", "server"}));
        QCOMPARE(all[0].staleAfterDays, std::optional(30));
        QCOMPARE(all[1].staleAfterDays, std::optional<int>());
        QCOMPARE(all[1].pack, Decimal::fromInt(1));
        mustBe(exportServices(msp.workspace(), msp.world.path("out.json")));
        QVERIFY(importServices(msp.workspace(), msp.world.path("out.json"))->rejected.empty());
        QCOMPARE(services(msp.workspace()).value(), all);
        mustBe(exportServices(msp.workspace(), msp.world.path("again.json")));
        QCOMPARE(msp.read("again.json"), msp.read("out.json"));
    }

    void wrongServicesAreToldByMember_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char *name, const char *json, const char *column, const char *says) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(column) << QByteArray(says);
        };
        add("unknown member", R"([{"id":"a","billed":[],"counted":[],"minimun":"1"}])", "a.minimun", "Did you mean \"minimum\"?");
        add("no billed", R"([{"id":"a","counted":[]}])", "a.billed", "required");
        add("no id", R"([{"billed":[],"counted":[]}])", "service 1.id", "required");
        add("measure", R"([{"id":"a","billed":[],"counted":[{"source":"s","meter":"m","measure":"count"}]}])", "a.counted[1].measure",
            "purchased");
        add("too fine", R"([{"id":"a","billed":[{"product":"p","each":0.00001}],"counted":[]}])", "a.billed[1].each", "");
        add("exponent", R"([{"id":"a","billed":[{"product":"p","each":1e3}],"counted":[]}])", "a.billed[1].each", "");
        add("currency", R"([{"id":"a","billed":[],"counted":[],"currency":"EURO"}])", "a.currency", "EURO");
        add("tolerance", R"([{"id":"a","billed":[],"counted":[],"tolerance":{"quantiy":"1"}}])", "a.tolerance.quantiy", "\"quantity\"");
        add("list", R"([{"id":"a","billed":"EDR","counted":[]}])", "a.billed", "list");
        add("days", R"([{"id":"a","billed":[],"counted":[],"grace_days":1.5}])", "a.grace_days", "days");
        add("twice", R"([{"id":"a","billed":[],"counted":[]},{"id":"a","billed":[],"counted":[]}])", "a.id", "Service 2, \"a\"");
        add("zero each", R"([{"id":"a","billed":[{"product":"p"},{"product":"q","each":"0"}],"counted":[]}])", "a.billed[2].each",
            "must be above 0");
        add("blank id", R"([{"id":" ","billed":[],"counted":[]}])", "service 1.id", "has no id");
    }

    void wrongServicesAreToldByLine()
    {
        Msp msp;
        msp.write("in.json",
            "[\n {\"id\": \"a\", \"billed\": [], \"counted\": []},\n {\"id\": \"b\", \"billed\": [],\n  \"counted\": [], \"pack\": "
            "\"-2\"}\n]");
        const auto report = importServices(msp.workspace(), msp.world.path("in.json")).value();
        QCOMPARE(report.rejected.size(), size_t{1});
        QCOMPARE(report.rejected[0].row, int64_t{3}); // where the service begins
        QCOMPARE(report.rejected[0].column, std::string("b.pack"));
        QCOMPARE(report.rejected[0].value, std::string("-2"));
        QVERIFY(report.rejected[0].reason.starts_with("Service 2, \"b\": "));
    }
    void wrongServicesAreToldByMember()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, says);
        Msp msp;
        msp.write("in.json", json);
        const auto report = importServices(msp.workspace(), msp.world.path("in.json")).value();
        QVERIFY(!report.rejected.empty());
        const auto &first = report.rejected.front();
        QCOMPARE(first.file, std::string("in.json"));
        QCOMPARE(first.column, column.toStdString());
        QVERIFY2(first.reason.find(says.toStdString()) != std::string::npos && !first.reason.empty(), first.reason.c_str());
        QCOMPARE(services(msp.workspace())->size(), size_t{2});
    }

    void brokenJsonNamesTheLine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("cut") << QByteArray("[\n{\"id\": \"a\"") << QByteArray("line 2, column 11");
        QTest::newRow("comma") << QByteArray("[\n\n{\"id\": \"a\",}]") << QByteArray("line 3, column 12");
        QTest::newRow("twice") << QByteArray("[{\"id\": \"a\", \"id\": \"b\"}]") << QByteArray("stands twice");
        QTest::newRow("object") << QByteArray("{}") << QByteArray("list of services");
        QTest::newRow("behind") << QByteArray("[] x") << QByteArray("behind the end");
        QTest::newRow("empty") << QByteArray("") << QByteArray("ends too early");
        QTest::newRow("not text") << QByteArray("[\"\xFF\"]") << QByteArray("UTF-8");
        QTest::newRow("deep") << QByteArray(1000, '[') << QByteArray("levels");
        QTest::newRow("zero") << QByteArray("[{\"pack\": 01}]") << QByteArray("line 1");
    }
    void brokenJsonNamesTheLine()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, says);
        Msp msp;
        msp.write("in.json", json);
        const auto refused = importServices(msp.workspace(), msp.world.path("in.json"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::InvalidInput);
        QVERIFY2(refused.error().message.find(says.toStdString()) != std::string::npos, refused.error().message.c_str());
        QVERIFY(refused.error().message.find("in.json") != std::string::npos);
    }

    void exceptionsComeBackAndCount()
    {
        Msp msp;
        msp.write("in.csv",
            "client_id;service_id;quantity;reason;author;until\nC1;edr;2,5;not for resale;Ada;\nC1;edr;1;on notice;Ada;2026-10-31\n");
        const auto report = importExceptions(msp.workspace(), msp.world.path("in.csv")).value();
        QVERIFY2(report.rejected.empty(), report.rejected.empty() ? "" : report.rejected[0].reason.c_str());
        const auto all = exceptions(msp.workspace()).value();
        QCOMPARE(all.size(), size_t{2});
        mustBe(exportExceptions(msp.workspace(), msp.world.path("out.csv")));
        QCOMPARE(msp.read("out.csv"),
            QByteArray("client_id,service_id,quantity,reason,author,until\r\nC1,edr,2.5,not for resale,Ada,\r\nC1,edr,1,on "
                       "notice,Ada,2026-10-31\r\n"));
        QVERIFY(importExceptions(msp.workspace(), msp.world.path("out.csv"))->rejected.empty());
        QCOMPARE(exceptions(msp.workspace()).value(), all);
        msp.compare(); // 47 - 2.5 - 1 = 43.5, sold in packs of one: 44
        QCOMPARE(msp.row(acmeUnder).discrepancy.counted, std::optional(Units::fromInt(44)));

        msp.write("bad.csv",
            "client_id,service_id,quantity,reason,author,until\n,edr,1,r,a,\nC1,edr,none,r,a,\nC1,edr,-1,r,a,\nC1,edr,1,r,a,31.10.2026\n");
        const auto bad = importExceptions(msp.workspace(), msp.world.path("bad.csv")).value();
        QCOMPARE(bad.rejected.size(), size_t{4});
        QCOMPARE(bad.rejected[3].column, std::string("until"));
        QCOMPARE(bad.rejected[3].value, std::string("31.10.2026"));
        QCOMPARE(exceptions(msp.workspace()).value(), all);
    }

    void aToleranceChangesClientsWithoutChangingAQuantity()
    {
        Msp msp;
        msp.compare();
        auto all = mustBe(services(msp.workspace()));
        auto edr = *std::ranges::find(all, ServiceId("edr"), &Service::id);
        edr.tolerance.quantity = Decimal::fromInt(7); // Acme's 47 of 40 and Contoso's 5 of 0 are matches then
        const auto effect = mustBe(previewService(msp.workspace(), mustBe(Period::parse("2026-10")), edr));
        QCOMPARE(effect.rowsBefore, 2);
        QCOMPARE(effect.rowsAfter, 0);
        QCOMPARE(effect.clientsChanged, 2);
    }

    void previewSaysWhatWouldChange()
    {
        Msp msp;
        msp.compare();
        auto edr = services(msp.workspace()).value()[1];
        QCOMPARE(edr.id.text, std::string("edr"));
        edr.included = Decimal::fromInt(5);
        const auto effect = previewService(msp.workspace(), mustBe(Period::parse("2026-10")), edr).value();
        QCOMPARE(effect.clientsChanged, 2);
        QCOMPARE(effect.rowsBefore, 2);
        QCOMPARE(effect.rowsAfter, 1);                                           // Contoso's five are included
        QCOMPARE(effect.impactBefore.front().amount, Decimal::fromRaw(505'000)); // 7 x 4.00 + 5 x 4.50
        QCOMPARE(effect.impactAfter.front().amount, Decimal::fromInt(8));        // 2 x 4.00
        QCOMPARE(services(msp.workspace()).value()[1].included, Decimal());
    }

    // Two of 60 billion are more than a number here holds: that is no number, least of all a negative one.
    void sumsBeyondTheRangeAreUnknown()
    {
        TestWorld world;
        const auto huge = Decimal::fromInt(60'000'000'000);
        mustBe(world.import("edr", "2026-10", [&](RecordSink &sink) {
            for (const char *account : {"T1", "T2", "T3"}) {
                CountRecord record;
                record.count.account = AccountId(account);
                record.count.meter = MeterId("gb");
                record.count.measure = Measure::Used;
                record.count.quantity = huge;
                mustBe(sink.count(record));
            }
            return 3;
        }));
        mustBe(world.import("psa", "2026-10", [&](RecordSink &sink) {
            auto one = aLine("C1", "A1", "L1", "GB", 1, 2);
            auto other = aLine("C1", "A1", "L2", "GB", 1, 3);
            one.line.quantity = other.line.quantity = huge;
            mustBe(sink.line(one));
            mustBe(sink.line(other));
            mustBe(sink.line(aLine("C1", "A1", "L3", "EDR", 5, 4)));
            return 3;
        }));
        const auto period = mustBe(Period::parse("2026-10"));
        const auto meter = mustBe(meterRows(*world.workspace, period)).at(0);
        QVERIFY(!meter.used);
        QVERIFY(!meter.purchased);
        QCOMPARE(meter.accounts, 3);
        const auto products = mustBe(productRows(*world.workspace, period));
        const auto of
            = [&](const char *id) { return std::ranges::find(products, ProductId(id), [](const auto &r) { return r.product.id; }); };
        QVERIFY(!of("GB")->billedQuantity);
        QCOMPARE(of("GB")->lines, 2);
        QCOMPARE(of("EDR")->billedQuantity, std::optional(Units::fromInt(5)));
    }

    void mappingRows()
    {
        Msp msp;
        mustBe(removeLinks(msp.workspace(), {{SourceName("edr"), AccountId("contoso-tenant")}}));
        msp.compare();
        const auto period = mustBe(Period::parse("2026-10"));
        const auto accounts = accountRows(msp.workspace(), period).value();
        QCOMPARE(accounts.size(), size_t{2});
        QCOMPARE(accounts[0].account.id.text, std::string("contoso-tenant"));
        QCOMPARE(accounts[0].assets, int64_t{5});
        QCOMPARE(accounts[0].estimatedWorth, std::optional(Money{Decimal::fromRaw(225'000), Currency::parse("EUR").value()}));
        QCOMPARE(accounts[1].clientName, std::string("Client C1"));
        const auto meters = meterRows(msp.workspace(), period).value();
        QCOMPARE(meters.size(), size_t{2});
        const auto agent = std::find_if(meters.begin(), meters.end(), [](const MeterRow &row) { return row.meter.id.text == "agent"; });
        QCOMPARE(agent->assets, int64_t{52});
        QCOMPARE(agent->accounts, 2);
        QCOMPARE(agent->services, std::vector<ServiceId>{ServiceId("edr")});
        const auto products = productRows(msp.workspace(), period).value();
        QCOMPARE(products.size(), size_t{2});
        mustBe(ignoreMeter(msp.workspace(), {SourceName("edr"), MeterId("backup"), "free"}));
        QCOMPARE(ignoredMeters(msp.workspace())->size(), size_t{1});
        mustBe(considerMeter(msp.workspace(), SourceName("edr"), MeterId("backup")));
        QCOMPARE(considerMeter(msp.workspace(), SourceName("edr"), MeterId("backup")).error().code, Errc::NotFound);
        QCOMPARE(setLinks(msp.workspace(), {{SourceName("edr"), AccountId("x"), {}, AccountLink::State::Linked, {}}}).error().code,
            Errc::InvalidInput);
        // All or none: an account ignored without a reason takes the good one with it.
        const auto before = links(msp.workspace())->size();
        QCOMPARE(setLinks(msp.workspace(),
                     {{SourceName("edr"), AccountId("x"), {}, AccountLink::State::Ignored, "ours"},
                         {SourceName("edr"), AccountId("y"), {}, AccountLink::State::Ignored, " "}})
                     .error()
                     .code,
            Errc::InvalidInput);
        QCOMPARE(links(msp.workspace())->size(), before);
        mustBe(setLinks(msp.workspace(), {{SourceName("edr"), AccountId("x"), {}, AccountLink::State::Ignored, "ours"}}));
        QCOMPARE(links(msp.workspace())->size(), before + 1);
    }
};

} // namespace rulefiles_test

BR_TEST(rulefiles, RuleFilesTest)
#include "rulefiles.moc"
