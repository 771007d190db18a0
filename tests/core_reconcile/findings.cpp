// Findings: each kind of discrepancy as a case worked out by hand.
#include "core/reconcile/standing.h"
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace findings_test {

class Findings final : public QObject {
    Q_OBJECT

private slots:
    void theFourKinds();
    void staleQuantity();
    void substitutionPairsLargestFirst();
    void substitutionWorth();
    void substitutionTies();
    void matchesDoNotSubstitute();
    void unmappedClient();
    void unmappedService();
    void duplicateLine();
    void staleUsage();
    void costMismatch();
    void costMismatchByCycle();
    void commitment();
    void commitmentWithoutEndOrCost();
    void worthOutOfRangeIsUnknown();
    void sourceStale();
    void orderOfRows();
    void statesOfDecisions();
    void anyNumberOutdatesADecision();

private:
    // A service of one product and one meter with the id as name of all; billed at `price`, counted by `used`.
    static void pair(TestWorld &world, const std::string &id, const char *billed, const char *counted, const char *price);
};

void Findings::pair(TestWorld &world, const std::string &id, const char *billed, const char *counted, const char *price)
{
    world.service(id, id, "edr", id, Measure::Used).group = "g";
    if (*billed)
        world.line("c1", id, billed, price);
    if (*counted)
        world.count("edr", "t1", id, Measure::Used, counted);
    if (world.rules.links.empty())
        world.link("edr", "t1", "c1");
}

void Findings::theFourKinds()
{
    TestWorld world;
    pair(world, "under", "10", "12", "4.5");
    pair(world, "over", "10", "7", "4.5");
    pair(world, "unused", "2", "0", "4.5");
    pair(world, "unbilled", "", "3", "");
    for (auto &service : world.rules.services)
        service.group.clear();
    world.rules.services.back().defaultPrice = dec("9");
    QCOMPARE(world.rows(),
        u"not_billed/c1/unbilled billed 0 counted 3 difference 3 price 9 impact 27.00 EUR\n"
        "overbilled/c1/over billed 10 counted 7 difference -3 price 4.5 impact -13.50 EUR\n"
        "no_usage/c1/unused billed 2 counted 0 difference -2 price 4.5 impact -9.00 EUR\n"
        "underbilled/c1/under billed 10 counted 12 difference 2 price 4.5 impact 9.00 EUR"_s);
    world.sourceNamed("edr").hasCompleteBatch = false;
    QCOMPARE(world.rows(),
        u"source_stale/edr\n"
        "unverified/c1/over billed 10 price 4.5\n"
        "unverified/c1/under billed 10 price 4.5\n"
        "unverified/c1/unused billed 2 price 4.5"_s);
}

void Findings::staleQuantity()
{
    TestWorld world;
    pair(world, "s", "10", "12", "4.5");
    const QString asIs = u"underbilled/c1/s billed 10 counted 12 difference 2 price 4.5 impact 9.00 EUR"_s;
    const QString stale = u"stale_quantity/c1/s billed 10 counted 12 difference 2 price 4.5 impact 9.00 EUR since "_s;
    QCOMPARE(world.rows(), asIs);
    world.earlier("2026-09", "c1", "s", "10", "10");
    QCOMPARE(world.rows(), stale + u"2026-10"_s); // right last month, and the number did not follow
    world.history.front().counted = units("11");
    QCOMPARE(world.rows(), asIs); // wrong already, and not stale then
    world.history.front().staleSince = period("2026-07");
    QCOMPARE(world.rows(), stale + u"2026-07"_s);
    world.history.front().billed = units("9");
    QCOMPARE(world.rows(), asIs); // the number has moved
    world.earlier("2026-08", "c1", "s", "10", "10");
    QCOMPARE(world.rows(), asIs); // only the latest earlier one counts
    world.history.front().period = period("2026-07");
    QCOMPARE(world.rows(), stale + u"2026-10"_s); // months without a position do not matter
    world.earlier("2026-10", "c1", "s", "1", "1");
    world.earlier("2026-11", "c1", "s", "1", "1"); // not earlier
    QCOMPARE(world.rows(), stale + u"2026-10"_s);
    world.facts.counts.front().quantity = dec("10"); // a match is never stale
    QCOMPARE(world.rows(), u""_s);
    QVERIFY(!world.run().positions.front().staleSince);
}

void Findings::substitutionPairsLargestFirst()
{
    TestWorld world;
    pair(world, "a", "10", "3", "1"); // over 7
    pair(world, "b", "10", "6", "1"); // over 4
    pair(world, "x", "1", "6", "3");  // under 5
    pair(world, "y", "0", "3", "2");  // under 3
    world.earlier("2026-09", "c1", "b", "10", "10");
    // a-x 5 (a 2 left); b 4 - y 3 (b 1 left); then nothing is under. b keeps its kind, stale_quantity.
    QCOMPARE(world.rows(),
        u"mismatched_service/c1/a/x quantity 5 impact 10.00 EUR\n"
        "mismatched_service/c1/b/y quantity 3 impact 3.00 EUR\n"
        "overbilled/c1/a billed 10 counted 3 difference -2 price 1 impact -2.00 EUR\n"
        "stale_quantity/c1/b billed 10 counted 6 difference -1 price 1 impact -1.00 EUR since 2026-10"_s);
}

void Findings::substitutionWorth()
{
    TestWorld world;
    pair(world, "a", "10", "7", "20");
    pair(world, "x", "5", "8", "100");
    world.facts.lines.back().agreement = AgreementId("year");
    world.agreement("c1", "year").cycle = BillingCycle::Annual;
    QCOMPARE(world.rows(), u"mismatched_service/c1/a/x quantity 3 impact -35.00 EUR"_s); // 3 x (100/12 - 20)
    world.facts.lines.back().currency = currency("USD");
    QCOMPARE(world.rows(), u"mismatched_service/c1/a/x quantity 3"_s);
    world.facts.lines.back().currency = currency("EUR");
    world.facts.lines.back().unitPrice.reset();
    QCOMPARE(world.rows(), u"mismatched_service/c1/a/x quantity 3"_s);
    world.rules.services.back().group = "G"; // exact text
    QCOMPARE(world.run().discrepancies.size(), size_t{2});
    // What is left over uses the formula with the included quantity: 12 billed of which 10 included, 2 still over.
    TestWorld included;
    pair(included, "a", "12", "5", "10");
    included.facts.lines.back().included = dec("11");
    pair(included, "x", "0", "5", "10");
    QCOMPARE(included.rows(),
        u"overbilled/c1/a billed 12 counted 5 difference -2 price 10 impact -10.00 EUR\n"
        "mismatched_service/c1/a/x quantity 5 impact 0.00 EUR"_s);
}

void Findings::substitutionTies()
{
    TestWorld world;
    pair(world, "b", "5", "1", "1");
    pair(world, "a", "5", "1", "1");
    pair(world, "y", "1", "5", "1");
    QCOMPARE(world.rows(),
        u"overbilled/c1/b billed 5 counted 1 difference -4 price 1 impact -4.00 EUR\n"
        "mismatched_service/c1/a/y quantity 4 impact 0.00 EUR"_s);
}

void Findings::matchesDoNotSubstitute()
{
    TestWorld world;
    pair(world, "a", "10", "9", "1");
    world.rules.services.back().tolerance.quantity = dec("1");
    pair(world, "x", "5", "6", "1");
    QCOMPARE(world.rows(), u"underbilled/c1/x billed 5 counted 6 difference 1 price 1 impact 1.00 EUR"_s);
}

void Findings::unmappedClient()
{
    TestWorld world;
    world.count("edr", "lost", "agent", Measure::Used, "2.5");
    world.service("a", "", "edr", "agent", Measure::Used);
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost"_s); // no default price: worth not known
    world.rules.services.front().defaultPrice = dec("0.333");
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost estimate 0.83 EUR"_s); // 0.8325, raw: not a whole pack
    world.service("b", "", "edr", "agent", Measure::Used).defaultPrice = dec("0.001");
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost estimate 0.84 EUR"_s); // 0.8325 + 0.0025, rounded once
    world.rules.services.back().currency = currency("USD");
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost"_s); // never added across currencies
    QCOMPARE(world.positions(), u""_s);
    world.link("edr", "lost", "c1");
    QVERIFY(!world.rows().contains(u"unmapped"_s));
    world.rules.links.front().state = AccountLink::State::Ignored;
    QCOMPARE(world.rows(), u""_s);
}

void Findings::unmappedService()
{
    TestWorld world;
    world.link("edr", "t1", "c1");
    world.count("edr", "t1", "new", Measure::Used, "1");
    world.asset("m365", "lost", "strange", "x"); // of an account without a link too
    QCOMPARE(world.rows(), u"unmapped_client/m365/lost\nunmapped_service/edr/new\nunmapped_service/m365/strange"_s);
    world.rules.ignoredMeters.push_back({SourceName("m365"), MeterId("strange"), "internal"});
    world.rules.ignoredMeters.push_back({SourceName("m365"), MeterId("new"), "of another source"});
    QCOMPARE(world.rows(), u"unmapped_client/m365/lost\nunmapped_service/edr/new"_s);
}

void Findings::duplicateLine()
{
    TestWorld world;
    world.client("c1", "p", true);
    world.line("c1", "X", "5", "2", "A");
    world.line("c1", "X", "5", "2", "A"); // the same agreement
    QCOMPARE(world.rows(), u""_s);
    world.line("p", "X", "5", "2", "B"); // another client, though it rolls up
    world.line("c1", "X", "5", "3", "B");
    world.line("c1", "X", "4", "2", "B");
    QCOMPARE(world.rows(), u""_s);
    world.line("c1", "X", "5", "2", "B").billable = false;
    QCOMPARE(world.rows(), u"duplicate_line/c1/X quantity 5"_s);
    world.line("c1", "X", "4", "2", "C"); // a second pair of the same product: one row
    QCOMPARE(world.rows(), u"duplicate_line/c1/X quantity 5"_s);
    world.facts.lines[5].cancelled = day("2026-10-01");
    QCOMPARE(world.rows(), u"duplicate_line/c1/X quantity 4"_s);
}

void Findings::staleUsage()
{
    TestWorld world;
    world.service("s", "", "edr", "agent").staleAfterDays = 30;
    world.rules.services.front().minimum = dec("9");
    world.link("edr", "t1", "c1");
    world.asset("edr", "t1", "agent", "a").lastSeen = day("2026-10-01"); // 30 days before: not yet
    world.asset("edr", "t1", "agent", "b").lastSeen = day("2026-09-30");
    world.asset("edr", "t1", "agent", "c").lastSeen = day("2020-01-01");
    world.asset("edr", "t1", "agent", "d"); // not known
    auto &gone = world.asset("edr", "t1", "agent", "e");
    gone.lastSeen = day("2020-01-01");
    gone.ended = day("2020-01-01"); // not counted, so not stale
    QVERIFY(world.rows().endsWith(u"stale_usage/c1/s quantity 2"_s));
    QCOMPARE(world.run().positions.front().counted, units("9"));
    world.rules.services.front().staleAfterDays.reset();
    QVERIFY(!world.rows().contains(u"stale_usage"_s));
}

void Findings::costMismatch()
{
    TestWorld world;
    pair(world, "s", "10", "10", "5");
    world.facts.lines.front().unitCost = dec("3");
    world.facts.counts.front().unitCost = dec("3.01");
    QCOMPARE(world.rows(), u""_s); // within 0.01
    world.facts.counts.front().unitCost = dec("3.0101");
    QCOMPARE(world.rows(), u"cost_mismatch/c1/s price 5 other 3.0101 cost 3"_s);
    world.facts.counts.front().currency = currency("USD");
    QCOMPARE(world.rows(), u""_s);
    world.facts.counts.front().currency = currency("EUR");
    world.facts.lines.front().unitCost.reset();
    QCOMPARE(world.rows(), u""_s);
    world.facts.counts.front().unitCost = dec("5.0001"); // above the price
    QCOMPARE(world.rows(), u"cost_mismatch/c1/s price 5 other 5.0001"_s);
    world.count("edr", "t1", "s", Measure::Assigned, "1").unitCost = dec("99"); // of another measure
    world.count("edr", "t1", "s", Measure::Used, "0").unitCost = dec("6");      // the largest is told
    QCOMPARE(world.rows(), u"cost_mismatch/c1/s price 5 other 6"_s);
    world.rules.services.front().counted.front().each = dec("2");
    QVERIFY(!world.rows().contains(u"cost_mismatch"_s));
}

void Findings::costMismatchByCycle()
{
    TestWorld world;
    pair(world, "s", "10", "10", "100");
    world.agreement("c1", "A-c1").cycle = BillingCycle::Annual;
    world.facts.lines.front().unitCost = dec("36.12"); // 3.01 a month
    world.facts.counts.front().unitCost = dec("3");
    QCOMPARE(world.rows(), u""_s);
    world.facts.lines.front().unitCost = dec("36.1201"); // a little more than 0.01 apart, though it shows as 3.01
    QCOMPARE(world.rows(), u"cost_mismatch/c1/s price 100/12 other 3 cost 3.01"_s);
}

void Findings::commitment()
{
    TestWorld world;
    world.service("s", "", "m365", "spb", Measure::Assigned);
    const auto buy = [&](const char *quantity, const char *end, const char *cost) {
        auto &count = world.count("m365", "t1", "spb", Measure::Purchased, quantity);
        count.commitmentEnd = day(end);
        count.unitCost = dec(cost);
    };
    world.link("m365", "t1", "child");
    world.client("child", "p", true);
    buy("10", "2027-03-15", "20.5");
    buy("5", "2026-10-31", "1"); // ends on D: over
    buy("1", "2028-01-01", "99");
    world.count("m365", "t1", "spb", Measure::Assigned, "9.5");
    // 16 bought, 9.5 in use; from 1 November to 15 March five months have begun: 6.5 x 20.5 x 5.
    const auto commitmentRow = world.rows().split(u'\n').front();
    QCOMPARE(commitmentRow, u"commitment/m365/t1/spb at child quantity 6.5 other 20.5 impact 666.25 EUR until 2027-03-15"_s);
    // A row that was rejected may have been bought or assigned: the surplus is not known. Of another meter it says nothing here.
    const auto unread = [&](const char *account, const char *meter) {
        world.facts.unread = {{SourceName("m365"), AccountId(account), MeterId(meter), "a row was rejected"}};
        return world.rows().contains(u"commitment"_s);
    };
    QVERIFY(!unread("t1", "spb"));
    QVERIFY(!unread("t1", ""));
    QVERIFY(!unread("", ""));
    QVERIFY(unread("t1", "e3"));
    QVERIFY(unread("t2", "spb"));
    world.facts.unread.front() = {SourceName("m365"), {}, {}, "an invoice", true};
    QVERIFY(world.rows().contains(u"commitment"_s));
    world.facts.unread.clear();
    world.facts.counts.back().quantity = dec("16");
    QVERIFY(!world.rows().contains(u"commitment"_s));
    world.facts.counts.pop_back(); // assigned not stated: not zero
    QVERIFY(!world.rows().contains(u"commitment"_s));
}

void Findings::commitmentWithoutEndOrCost()
{
    TestWorld world;
    world.rules.ignoredMeters.push_back({SourceName("m365"), MeterId("spb"), "no service"});
    world.count("m365", "t1", "spb", Measure::Purchased, "3");
    world.count("m365", "t1", "spb", Measure::Assigned, "1");
    QCOMPARE(world.rows(), u"unmapped_client/m365/t1"_s);
    world.facts.counts.back().commitmentEnd = day("2026-11-30"); // stated with the assigned count only
    QCOMPARE(world.rows(), u"commitment/m365/t1/spb - quantity 2 until 2026-11-30\nunmapped_client/m365/t1"_s);
    world.facts.counts.front().commitmentEnd = day("2026-12-01");
    world.facts.counts.front().unitCost = dec("2");
    QCOMPARE(world.rows(), u"commitment/m365/t1/spb - quantity 2 other 2 impact 8.00 EUR until 2026-12-01\nunmapped_client/m365/t1"_s);
}

// 128 bits hold neither 5e10 units of each 5e7 at 9e8, nor 8e10 at 8e10 for eight thousand years: no money, and told.
void Findings::worthOutOfRangeIsUnknown()
{
    TestWorld world;
    world.count("edr", "lost", "agent", Measure::Used, "50000000000");
    auto &service = world.service("a", "", "edr", "agent", Measure::Used);
    service.counted.front().each = dec("50000000");
    service.defaultPrice = dec("900000000");
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost"_s);
    QVERIFY2(world.warnings().contains(u"account lost at edr are out of range"_s), qPrintable(world.warnings()));
    service.counted.front().each = dec("0.0001"); // 5e6 units at 9e6
    service.defaultPrice = dec("9000000");
    QCOMPARE(world.rows(), u"unmapped_client/edr/lost estimate 45000000000000.00 EUR"_s);
    QCOMPARE(world.warnings(), u""_s);

    TestWorld bought;
    bought.rules.ignoredMeters.push_back({SourceName("m365"), MeterId("spb"), "no service"});
    bought.count("m365", "t1", "spb", Measure::Assigned, "0");
    auto &count = bought.count("m365", "t1", "spb", Measure::Purchased, "80000000000");
    count.commitmentEnd = day("9999-12-31");
    count.unitCost = dec("80000000000");
    // The quantity is beyond half of the range of sums, where no number is trusted.
    QCOMPARE(bought.rows(), u"commitment/m365/t1/spb - other 80000000000 until 9999-12-31\nunmapped_client/m365/t1"_s);
    QVERIFY2(bought.warnings().contains(u"account t1 at m365 has bought of spb"_s), qPrintable(bought.warnings()));
    count.quantity = dec("40000000000");
    count.unitCost = dec("0.01");
    count.commitmentEnd = day("2026-11-30");
    QCOMPARE(bought.rows(),
        u"commitment/m365/t1/spb - quantity 40000000000 other 0.01 impact 400000000.00 EUR until 2026-11-30\nunmapped_client/m365/t1"_s);
}

void Findings::sourceStale()
{
    TestWorld world;
    auto &edr = world.sourceNamed("edr");
    edr.rows = 50;
    edr.rowsBefore = 100;
    QCOMPARE(world.rows(), u""_s); // half is enough
    edr.rows = 49;
    QCOMPARE(world.rows(), u"source_stale/edr"_s);
    world.sourceNamed("psa").hasCompleteBatch = false;
    QCOMPARE(world.rows(), u"source_stale/edr\nsource_stale/psa"_s);
}

void Findings::orderOfRows()
{
    TestWorld world;
    pair(world, "a", "1", "2", "5");
    pair(world, "b", "1", "0", "5");
    pair(world, "c", "1", "2", "");
    pair(world, "d", "1", "2", "0");
    for (auto &service : world.rules.services)
        service.group.clear();
    QStringList keys;
    for (const auto &line : world.rows().split(u'\n'))
        keys << line.section(u' ', 0, 0);
    QCOMPARE(keys.join(u' '), u"no_usage/c1/b underbilled/c1/a underbilled/c1/d underbilled/c1/c"_s); // 5, 5, 0, unknown
}

void Findings::statesOfDecisions()
{
    TestWorld world;
    pair(world, "s", "10", "12", "4.5");
    const auto row = world.run().discrepancies.front();
    const auto now = numbersOf(row);
    QCOMPARE(now.difference, units("2"));
    QCOMPARE(now.impact, dec("9"));
    QCOMPARE(stateOf({}, now), State::Open);
    Decision decision;
    decision.seen = now;
    std::vector<Decision> decisions;
    const auto after = [&](Act act) {
        decision.act = act;
        decisions.push_back(decision);
        return stateOf(decisions, now);
    };
    QCOMPARE(after(Act::Start), State::InReview);
    QCOMPARE(after(Act::Approve), State::Approved);
    QCOMPARE(after(Act::Reopen), State::Open);
    QCOMPARE(after(Act::Dismiss), State::Dismissed);
    QCOMPARE(after(Act::Accept), State::Accepted);
    auto moved = now;
    moved.counted = units("13");
    QCOMPARE(stateOf(decisions, moved), State::Outdated);
    decisions.back().seen = moved; // decided again with the new numbers
    QCOMPARE(stateOf(decisions, moved), State::Accepted);
    moved.impact.reset(); // unknown is not zero and not what it was
    QCOMPARE(stateOf(decisions, moved), State::Outdated);
    after(Act::Reopen);
    QCOMPARE(stateOf(decisions, moved), State::Open);
}

// Costs, the end of a commitment and the rows of a source are numbers of their rows too.
void Findings::anyNumberOutdatesADecision()
{
    Discrepancy row;
    row.kind = Kind::CostMismatch;
    row.otherAmount = dec("2.1");
    row.lineCost = dec("2");
    row.until = Day::fromDate(2027, 1, 31);
    row.rows = 40;
    Decision decision;
    decision.act = Act::Accept;
    decision.seen = numbersOf(row);
    QCOMPARE(stateOf({decision}, numbersOf(row)), State::Accepted);
    for (const auto change : {0, 1, 2, 3}) {
        auto moved = row;
        if (change == 0)
            moved.otherAmount = dec("50");
        else if (change == 1)
            moved.lineCost = dec("3");
        else if (change == 2)
            moved.until = Day::fromDate(2028, 1, 31);
        else
            moved.rows = 5;
        QCOMPARE(stateOf({decision}, numbersOf(moved)), State::Outdated);
    }
    decision.seen = {}; // of a program that did not remember them
    QCOMPARE(stateOf({decision}, numbersOf(row)), State::Accepted);
}

} // namespace findings_test

BR_TEST(findings, Findings)
#include "findings.moc"
