// Positions: billed and counted sides by the rules of billing, counting, combining and steps, worked out by hand.
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace positions_test {

class Positions final : public QObject {
    Q_OBJECT

private slots:
    void linesAreActiveByTheirDays();
    void linesBillWithEach();
    void linesThatAreNotBillableCover();
    void childrenRollUp();
    void circlesKeepTheirOwn();
    void existsByAnyCountOrAsset();
    void ignoredAccountsTakeNoPart();
    void unverified();
    void whatCouldNotBeReadIsUnknown();
    void whatAnInvoiceDoesNotStateIsUnknown();
    void measuresAreSummed();
    void assetsAreLive_data();
    void assetsAreLive();
    void filters();
    void combineSumAndMax();
    void combineDistinct();
    void stepsInOrder();
    void minimumNeedsALineOrACount();
    void packs_data();
    void packs();
    void exceptionsByDayAndClient();
    void outOfRange();
    void traceTellsEachStep();

private:
    static TestWorld plain(const char *billed, int counted);
};

// One client, one service: `billed` of product EDR at 4.50, `counted` agents.
TestWorld Positions::plain(const char *billed, int counted)
{
    TestWorld world;
    world.service("edr", "EDR", "edr", "agent");
    world.line("c1", "EDR", billed, "4.5");
    world.link("edr", "t1", "c1");
    world.assets("edr", "t1", "agent", counted);
    return world;
}

void Positions::linesAreActiveByTheirDays()
{
    struct Case {
        const char *start, *end, *effective, *cancelled;
        bool active;
    };
    const Case cases[] = {
        {"", "", "", "", true}, {"2026-10-31", "", "", "", true}, // starts on D
        {"2026-11-01", "", "", "", false},                        // starts after D
        {"", "2026-10-31", "", "", true},                         // ends on D
        {"", "2026-10-30", "", "", false},                        // ended before D
        {"", "", "2026-10-31", "", true},                         // effective on D
        {"", "", "2026-11-01", "", false},                        // effective later
        {"", "", "", "2026-11-01", true},                         // cancelled later
        {"", "", "", "2026-10-31", false},                        // cancelled on D is over
    };
    for (const auto &c : cases) {
        auto world = plain("2", 2);
        const auto maybe = [](const char *text) { return *text ? MaybeDay(day(text)) : std::nullopt; };
        auto &agreement = world.agreement("c1", "A-c1");
        agreement.start = maybe(c.start);
        agreement.end = maybe(c.end);
        world.facts.lines.front().effective = maybe(c.effective);
        world.facts.lines.front().cancelled = maybe(c.cancelled);
        const auto position = world.run().positions.front();
        QCOMPARE(position.hasActiveLine, c.active);
        QCOMPARE(position.billed, c.active ? units("2") : Units());
    }
}

void Positions::linesBillWithEach()
{
    auto world = plain("3", 13);
    world.rules.services.front().billed.push_back({ProductId("BUNDLE"), dec("2.5")});
    world.line("c1", "BUNDLE", "4"); // 10
    world.line("c1", "OTHER", "99"); // not listed
    QCOMPARE(world.positions(), u"c1/edr 13|13 4.5 0.00 match"_s);
    world.rules.services.front().billed.back().each = dec("0.0001");
    world.facts.lines[1].quantity = dec("0.0001"); // 8 places stay exact; whole packs round the count, not the billed side
    QCOMPARE(world.run().positions.front().billed, Units::fromRaw(300'000'001));
}

void Positions::linesThatAreNotBillableCover()
{
    auto world = plain("10", 10);
    world.facts.lines.front().billable = false;
    QCOMPARE(world.positions(), u"c1/edr 10|10 - - match"_s); // covered, and nothing to take a price from
}

void Positions::childrenRollUp()
{
    auto world = plain("10", 10);
    world.client("c1", "p", true);
    world.client("p", "g", true);
    world.client("g", "top");
    world.client("top");
    world.client("own", "g"); // does not roll up
    world.line("own", "EDR", "1", "4.5");
    world.link("edr", "t2", "own");
    world.line("g", "EDR", "5", "4.5");
    QCOMPARE(world.positions(), u"g/edr 15|10 4.5 -22.50 overbilled\nown/edr 1|0 4.5 -4.50 no-usage"_s);
    world.exception("c1", "edr", "1"); // of a child: does nothing, and is told
    QCOMPARE(world.run().positions.front().counted, units("10"));
    QVERIFY(world.warnings().contains(u"c1"_s) && world.warnings().contains(u"g"_s));
}

void Positions::circlesKeepTheirOwn()
{
    auto world = plain("10", 10);
    world.client("c1", "c2", true);
    world.client("c2", "c1", true);
    world.client("c3", "c1", true); // leads into the circle, is not on it
    world.line("c2", "EDR", "3", "4.5");
    world.line("c3", "EDR", "1", "4.5");
    QCOMPARE(world.positions(), u"c1/edr 11|10 4.5 -4.50 overbilled\nc2/edr 3|- 4.5 - unverified"_s);
    QCOMPARE(world.run().warnings.size(), size_t{2});
    world.facts.clients = {Client{ClientId("c1"), "one", ClientId("c1"), true}};
    QCOMPARE(world.run().warnings.size(), size_t{1});
}

void Positions::existsByAnyCountOrAsset()
{
    TestWorld world;
    world.service("edr", "EDR", "edr", "agent");
    world.link("edr", "t1", "c1");
    QCOMPARE(world.positions(), u""_s);
    world.count("edr", "t1", "agent", Measure::Used, "7"); // of another measure than the service counts
    QCOMPARE(world.positions(), u"c1/edr 0|0 - - match"_s);
    world.facts.counts.clear();
    world.asset("edr", "t1", "agent", "pc").ended = day("2025-01-01"); // long gone
    QCOMPARE(world.positions(), u"c1/edr 0|0 - - match"_s);
    world.facts.assets.front().meter = 99; // an index that points nowhere is no crash
    QCOMPARE(world.positions(), u""_s);
}

void Positions::ignoredAccountsTakeNoPart()
{
    auto world = plain("2", 2);
    world.link("edr", "mine", "");
    world.assets("edr", "mine", "agent", 50);
    world.count("edr", "mine", "strange", Measure::Used, "1");
    QCOMPARE(world.positions(), u"c1/edr 2|2 4.5 0.00 match"_s);
    QCOMPARE(world.rows(), u""_s);
}

void Positions::unverified()
{
    auto world = plain("10", 0);
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s); // linked, complete, nothing there: known zero
    world.sourceNamed("edr").hasCompleteBatch = false;
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s);
    QCOMPARE(world.trace(), u"line 10 -> 10\nsource-missing 0 -> 0"_s);
    world.sourceNamed("edr").hasCompleteBatch = true;
    world.rules.links.clear();
    QCOMPARE(world.trace(), u"line 10 -> 10\nno-account 0 -> 0"_s);
    world.link("m365", "t9", "c1"); // an account at a source that the service does not count
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s);
    world.rules.services.front().counted.push_back({SourceName("m365"), MeterId("x"), Measure::Used, dec("1"), {}, {}, {}});
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s); // any of the service's sources is enough
    world.rules.services.front().counted.push_back({SourceName("gone"), MeterId("x"), Measure::Used, dec("1"), {}, {}, {}});
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s); // a source that is not in the workspace
    world.facts.lines.front().quantity = Decimal();
    QCOMPARE(world.positions(), u"c1/edr 0|- 4.5 - unverified-unbilled"_s);
    QCOMPARE(world.rows(), u""_s);
    world.rules.services.front().counted.clear();
    QCOMPARE(world.positions(), u"c1/edr 0|- 4.5 - unverified-unbilled"_s); // counts nothing: never known
}

void Positions::whatCouldNotBeReadIsUnknown()
{
    auto world = plain("10", 0);
    const auto account = world.rules.links.front().account;
    world.facts.unread = {{SourceName("edr"), account, {}, "refused"}};
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s); // not zero
    world.facts.unread = {{SourceName("edr"), account, MeterId("another"), "refused"}};
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s); // of a meter that the service does not count
    world.facts.unread = {{SourceName("edr"), {}, world.rules.services.front().counted.front().meter, "no permission"}};
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s); // everybody's
    world.facts.unread = {{SourceName("edr"), AccountId("of another client"), {}, "refused"}};
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s);
    world.facts.unread = {{SourceName("m365"), account, {}, "refused"}};
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s); // of a source that the service does not count
}

// A source of charges: silent about a client is unknown, stated for a client is what there is.
void Positions::whatAnInvoiceDoesNotStateIsUnknown()
{
    auto world = plain("10", 0);
    world.rules.services.front().counted.front().measure = Measure::Purchased;
    world.facts.unread = {{SourceName("edr"), {}, {}, "paid once a year", true}};
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s);
    world.count("edr", "t1", "another", Measure::Purchased, "3");
    QCOMPARE(world.positions(), u"c1/edr 10|- 4.5 - unverified"_s); // of a meter that the service does not count
    world.count("edr", "t1", "agent", Measure::Purchased, "4");
    QCOMPARE(world.positions(), u"c1/edr 10|4 4.5 -27.00 overbilled"_s);
    world.facts.counts.back().quantity = Decimal();
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s); // a stated zero is known
    world.facts.unread.front().source = SourceName("m365");
    world.facts.counts.clear();
    QCOMPARE(world.positions(), u"c1/edr 10|0 4.5 -45.00 no-usage"_s);
}

void Positions::measuresAreSummed()
{
    TestWorld world;
    world.service("m365", "M365", "m365", "spb", Measure::Purchased);
    world.line("c1", "M365", "30", "20");
    world.link("m365", "a", "c1");
    world.link("m365", "b", "c1");
    world.count("m365", "a", "spb", Measure::Purchased, "20");
    world.count("m365", "a", "spb", Measure::Purchased, "5.5"); // second subscription
    world.count("m365", "b", "spb", Measure::Purchased, "8");
    world.count("m365", "b", "spb", Measure::Assigned, "1");
    world.count("m365", "b", "e5", Measure::Purchased, "100");
    world.rules.services.front().pack = Decimal();
    QCOMPARE(world.positions(), u"c1/m365 30|33.5 20 70.00 underbilled"_s);
    world.rules.services.front().pack = dec("1");
    QCOMPARE(world.positions(), u"c1/m365 30|34 20 80.00 underbilled"_s); // a pack of 1 rounds fractions up
    world.rules.services.front().counted.front().each = dec("0.5");
    QCOMPARE(world.positions(), u"c1/m365 30|17 20 -260.00 overbilled"_s); // 16.75 up
    world.count("m365", "b", "spb", Measure::Purchased, "-100");           // a credit never makes a count negative
    QCOMPARE(world.positions(), u"c1/m365 30|0 20 -600.00 no-usage"_s);
}

void Positions::assetsAreLive_data()
{
    QTest::addColumn<QString>("assigned");
    QTest::addColumn<QString>("ended");
    QTest::addColumn<int>("grace");
    QTest::addColumn<bool>("live");
    QTest::newRow("no days") << u""_s << u""_s << 0 << true;
    QTest::newRow("assigned on D") << u"2026-10-31"_s << u""_s << 0 << true;
    QTest::newRow("assigned after D") << u"2026-11-01"_s << u""_s << 30 << false;
    QTest::newRow("ended on D") << u""_s << u"2026-10-31"_s << 0 << true;
    QTest::newRow("ended before D") << u""_s << u"2026-10-30"_s << 0 << false;
    QTest::newRow("ended on the last day of grace") << u""_s << u"2026-10-24"_s << 7 << true;
    QTest::newRow("ended before grace") << u""_s << u"2026-10-23"_s << 7 << false;
}

void Positions::assetsAreLive()
{
    QFETCH(QString, assigned);
    QFETCH(QString, ended);
    QFETCH(int, grace);
    QFETCH(bool, live);
    auto world = plain("1", 1);
    world.rules.services.front().graceDays = grace;
    auto &asset = world.facts.assets.front();
    asset.assigned = assigned.isEmpty() ? std::nullopt : MaybeDay(day(assigned.toStdString()));
    asset.ended = ended.isEmpty() ? std::nullopt : MaybeDay(day(ended.toStdString()));
    QCOMPARE(world.run().positions.front().counted, live ? units("1") : Units());
}

void Positions::filters()
{
    auto world = plain("1", 0);
    auto &entry = world.rules.services.front().counted.front();
    entry.classes = {" Server", "WORKSTATION "};
    entry.statuses = {"Active"};
    entry.namePattern = "PC-?*";
    const auto add = [&](const char *assetClass, const char *status, const char *name) {
        auto &asset = world.asset("edr", "t1", "agent", name);
        asset.assetClass = assetClass;
        asset.status = status;
        return &asset;
    };
    add("server", "active", "PC-1");
    add("workstation", "active", "pc-22");
    add("printer", "active", "pc-3");                     // filtered
    add("server", "disabled", "pc-4");                    // filtered
    add("server", "active", "laptop-1");                  // filtered
    add("server", "active", "pc-");                       // filtered: '?' needs a character
    add("", "active", "pc-5");                            // unknown class
    add("server", "", "pc-6");                            // unknown status
    add("", "active", "pc-7")->ended = day("2026-01-01"); // not live is told before unknown
    QCOMPARE(world.positions(), u"c1/edr 1|2 4.5 4.50 underbilled"_s);
    QCOMPARE(
        world.trace(), u"line 1 -> 1\ncounted 2 -> 2\nnot-live 1 -> 2\nfiltered 4 -> 2\nunknown-class 1 -> 2\nunknown-status 1 -> 2"_s);
    world.rules.services.front().counted.front() = {SourceName("edr"), MeterId("agent"), Measure::Assets, dec("1"), {}, {}, "**"};
    QCOMPARE(world.run().positions.front().counted, units("8")); // nothing asked: all that live
}

void Positions::combineSumAndMax()
{
    auto world = plain("10", 4);
    auto &service = world.rules.services.front();
    service.counted.push_back({SourceName("m365"), MeterId("spb"), Measure::Assigned, dec("2"), {}, {}, {}});
    world.link("m365", "m1", "c1");
    world.count("m365", "m1", "spb", Measure::Assigned, "3");
    QCOMPARE(world.run().positions.front().counted, units("10")); // 4 + 3 x 2
    world.rules.services.front().combine = Combine::Max;
    QCOMPARE(world.run().positions.front().counted, units("6"));
}

void Positions::combineDistinct()
{
    TestWorld world;
    auto &service = world.service("seat", "SEAT", "edr", "agent");
    service.counted.push_back({SourceName("m365"), MeterId("spb"), Measure::Assets, dec("3"), {}, {}, {}});
    service.combine = Combine::Distinct;
    world.link("edr", "t1", "c1");
    world.link("m365", "m1", "c1");
    world.asset("edr", "t1", "agent", "PC-1");
    world.asset("edr", "t1", "agent", " pc-1 "); // the same key once
    world.asset("edr", "t1", "agent", "pc-2");
    world.asset("m365", "m1", "spb", "PC-2");                     // over entries once, times the larger each: 3
    world.asset("m365", "m1", "spb", "");                         // no key: by itself, 3
    world.asset("m365", "m1", "spb", "");                         // and this one too, 3
    QCOMPARE(world.run().positions.front().counted, units("10")); // 1 + 3 + 3 + 3
    world.rules.services.front().distinctBy = DistinctBy::Id;     // six different ids: 3 x 1 + 3 x 3
    QCOMPARE(world.run().positions.front().counted, units("12"));
    // One asset that passes two entries of one meter counts once, with the larger each, with a key or without.
    world.rules.services.front().counted.push_back({SourceName("edr"), MeterId("agent"), Measure::Assets, dec("2"), {}, {}, {}});
    QCOMPARE(world.run().positions.front().counted, units("15")); // 3 x 2 + 3 x 3
    for (auto &asset : world.facts.assets)
        asset.idKey.clear();
    QCOMPARE(world.run().positions.front().counted, units("15"));
}

void Positions::stepsInOrder()
{
    auto world = plain("10", 23);
    auto &service = world.rules.services.front();
    service.included = dec("5");
    service.minimum = dec("12");
    service.pack = dec("10");
    world.exception("c1", "edr", "2");
    world.exception("c1", "edr", "1", day("2026-12-31"));
    // 23 - 2 - 1 = 20; - 5 = 15; at least 12 stays; up to 20.
    QCOMPARE(world.run().positions.front().counted, units("20"));
    QCOMPARE(world.trace(),
        u"line 10 -> 10\ncounted 23 -> 23\nexception 2 -> 21\nexception 1 -> 20\nincluded 5 -> 15\nminimum 12 -> 15\npack 10 -> 20"_s);
    world.exception("c1", "edr", "100"); // never below zero: 0, 0, 12, 20
    QCOMPARE(world.run().positions.front().counted, units("20"));
    world.rules.services.front().minimum = Decimal();
    QCOMPARE(world.run().positions.front().counted, Units());
}

void Positions::minimumNeedsALineOrACount()
{
    auto world = plain("1", 0);
    world.rules.services.front().minimum = dec("5");
    QCOMPARE(world.run().positions.front().counted, units("5")); // an active line
    world.facts.lines.clear();
    world.asset("edr", "t1", "agent", "gone").ended = day("2020-01-01");
    QCOMPARE(world.run().positions.front().counted, Units()); // neither line nor count
    world.asset("edr", "t1", "agent", "here");
    QCOMPARE(world.run().positions.front().counted, units("5"));
    world.exception("c1", "edr", "1"); // the raw count decides, not what exceptions leave
    QCOMPARE(world.run().positions.front().counted, units("5"));
}

void Positions::packs_data()
{
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("counted");
    QTest::newRow("default") << u"7.0001"_s << u"1"_s << u"8"_s;
    QTest::newRow("none") << u"7.0001"_s << u"0"_s << u"7.0001"_s;
    QTest::newRow("tens") << u"11"_s << u"10"_s << u"20"_s;
    QTest::newRow("whole") << u"20"_s << u"10"_s << u"20"_s;
    QTest::newRow("fraction") << u"1"_s << u"0.3"_s << u"1.2"_s;
    QTest::newRow("zero") << u"0"_s << u"25"_s << u"0"_s;
}

void Positions::packs()
{
    QFETCH(QString, used);
    QFETCH(QString, pack);
    QFETCH(QString, counted);
    TestWorld world;
    world.service("s", "P", "edr", "gb", Measure::Used).pack = dec(pack.toStdString());
    world.link("edr", "t1", "c1");
    world.count("edr", "t1", "gb", Measure::Used, used.toStdString());
    QCOMPARE(world.run().positions.front().counted, units(counted.toStdString()));
}

void Positions::exceptionsByDayAndClient()
{
    auto world = plain("10", 10);
    world.exception("c1", "edr", "1", day("2026-10-30")); // over
    world.exception("c2", "edr", "1");
    world.exception("c1", "other", "1");
    QCOMPARE(world.run().positions.front().counted, units("10"));
    world.exception("c1", "edr", "0.5", day("2026-10-31")); // its last day
    world.rules.services.front().pack = Decimal();
    QCOMPARE(world.run().positions.front().counted, units("9.5"));
}

void Positions::outOfRange()
{
    auto world = plain("10", 10);
    for (int i = 0; i < 20; ++i)
        world.line("c1", "EDR", "89999999999.9999", "89999999999.9999");
    const auto answer = world.run();
    QCOMPARE(answer.positions.size(), size_t{1});
    QVERIFY(!answer.positions.front().impact);
    QVERIFY(answer.warnings.size() == 1 && answer.warnings.front().find("out of range") != std::string::npos);
    QVERIFY(!answer.discrepancies.front().impact);
}

void Positions::traceTellsEachStep()
{
    auto world = plain("10", 3);
    auto &service = world.rules.services.front();
    service.counted.push_back({SourceName("m365"), MeterId("spb"), Measure::Assigned, dec("2"), {}, {}, {}});
    world.link("m365", "m1", "c1");
    world.count("m365", "m1", "spb", Measure::Assigned, "0.25");
    QCOMPARE(world.trace(), u"line 10 -> 10\ncounted 3 -> 3\ncounted 0.5 -> 3.5\ncombined 3.5 -> 3.5\npack 1 -> 4"_s);
    const auto trace = world.run().positions.front().trace;
    QCOMPARE(trace[0].text, std::string("L1"));
    QCOMPARE(trace[0].text2, std::string("EDR"));
    QCOMPARE(trace[2].quantity, units("0.25"));
    QCOMPARE(trace[2].text, std::string("m365"));
    QCOMPARE(trace[2].text2, std::string("spb"));
    QCOMPARE(trace[3].text, std::string("sum"));
}

} // namespace positions_test

BR_TEST(positions, Positions)
#include "positions.moc"
