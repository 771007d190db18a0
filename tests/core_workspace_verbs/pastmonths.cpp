// What earlier months found of the same thing: since when it goes on, what it came to, and what was decided about it.
#include "core/workspace/pastmonths.h"
#include "core/workspace/deciding.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

using namespace br;

namespace pastmonths_test {

namespace {

Period month(const char *text) { return mustBe(Period::parse(text)); }

PastMonths pastOf(Msp &msp, const std::string &key)
{
    const auto row = msp.row(key);
    return mustBe(pastMonths(msp.workspace(), row.discrepancy, mustBe(Period::parse(std::string_view(key).substr(0, 7)))));
}

// Of Acme's endpoint protection, whichever kind it is.
std::string keyIn(Msp &msp, const char *period)
{
    for (const auto &row : mustBe(discrepancyRows(msp.workspace(), month(period)))) {
        if (row.discrepancy.subject.client == ClientId("C1") && row.discrepancy.subject.service == ServiceId("edr"))
            return row.key;
    }
    return {};
}

} // namespace

class PastMonthsTest final : public QObject {
    Q_OBJECT

private slots:
    // 40 billed, 47, 45 and 44 counted, at 4.00.
    void monthsInARowAreAddedUp()
    {
        Msp msp;
        msp.importPeriod("2026-11", 45);
        msp.importPeriod("2026-12", 44);
        for (const auto *period : {"2026-10", "2026-11", "2026-12"})
            msp.compare(period);
        const auto first = pastOf(msp, acmeUnder);
        QVERIFY(first.months.empty());
        QCOMPARE(first.inARow, 1);
        QCOMPARE(first.impact.value().toString(), std::string("28"));
        const auto third = pastOf(msp, keyIn(msp, "2026-12"));
        QCOMPARE(third.inARow, 3);
        QCOMPARE(third.since, month("2026-10"));
        QCOMPARE(third.impact.value().toString(), std::string("64")); // 28 + 20 + 16
        QCOMPARE(third.months.size(), size_t{2});
        QCOMPARE(third.months[0].period, month("2026-11"));
        QCOMPARE(third.months[0].found.difference.value().toString(), std::string("5"));
        QVERIFY(third.months[0].decisions.empty());
    }

    // The list says "open" where an acceptance has run out: what was said then is still to be read.
    void whatWasAcceptedBeforeIsTold()
    {
        Msp msp;
        msp.importPeriod("2026-11", 47);
        msp.compare();
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Accept, {}, {}, Day::fromDate(2026, 10, 31), "agreed by phone", "Jana"}));
        msp.compare("2026-11");
        const auto key = keyIn(msp, "2026-11");
        QCOMPARE(msp.row(key).state, State::Open);
        const auto past = pastOf(msp, key);
        QCOMPARE(past.months.size(), size_t{1});
        QCOMPARE(past.months[0].decisions.size(), size_t{1});
        QCOMPARE(past.months[0].decisions[0].reason, std::string("agreed by phone"));
        QCOMPARE(past.months[0].decisions[0].by, std::string("Jana"));
    }

    // Nobody decided anything in November, since October's word was in force; in December the gap was another one.
    void whatWasCarriedIntoAMonthIsTold()
    {
        Msp msp;
        msp.importPeriod("2026-11", 47);
        msp.importPeriod("2026-12", 49);
        msp.importPeriod("2027-01", 47);
        msp.compare();
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Accept, {}, {}, Day::fromDate(2026, 12, 31), "agreed by phone", "Jana"}));
        for (const auto *period : {"2026-11", "2026-12", "2027-01"})
            msp.compare(period);
        const auto past = pastOf(msp, keyIn(msp, "2027-01"));
        QCOMPARE(past.months.size(), size_t{3});
        const auto &december = past.months[0];
        QVERIFY(december.decisions.empty());
        QVERIFY(december.carried);
        QCOMPARE(december.carriedState, State::Outdated);
        const auto &november = past.months[1];
        QVERIFY(november.decisions.empty());
        QVERIFY(november.carried);
        QCOMPARE(november.carried->reason, std::string("agreed by phone"));
        QCOMPARE(november.carried->key, std::string(acmeUnder));
        QCOMPARE(november.carriedState, State::Accepted);
        QCOMPARE(past.months[2].decisions.size(), size_t{1}); // October's own word is not carried into itself
        QVERIFY(!past.months[2].carried);
        // What the list said in those months is the same.
        QCOMPARE(msp.row(keyIn(msp, "2026-11")).state, State::Accepted);
        QCOMPARE(msp.row(keyIn(msp, "2026-12")).state, State::Outdated);
    }

    // A later word is the last one, whatever was accepted before; and an acceptance ends with its day.
    void whatWasTakenBackOrHasRunOutIsNotCarried()
    {
        Msp msp;
        for (const auto *period : {"2026-11", "2026-12", "2027-01"})
            msp.importPeriod(period, 47);
        msp.compare();
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Accept, {}, {}, Day::fromDate(2026, 11, 30), "agreed by phone", "Jana"}));
        for (const auto *period : {"2026-11", "2026-12", "2027-01"})
            msp.compare(period);
        auto past = pastOf(msp, keyIn(msp, "2027-01"));
        QVERIFY(!past.months[0].carried); // December: over since November
        QVERIFY(past.months[1].carried);
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Reopen, {}, {}, {}, "was a mistake", "Jana"}));
        past = pastOf(msp, keyIn(msp, "2027-01"));
        QVERIFY(!past.months[1].carried);
        QCOMPARE(past.months[2].decisions.size(), size_t{2});
    }

    // Another kind of difference at the same position goes on; the other side does not.
    void theSideCountsNotTheKind()
    {
        Msp msp(38); // overbilled by 2
        msp.importPeriod("2026-11", 47);
        msp.importPeriod("2026-12", 47, 0); // its line bills 0
        for (const auto *period : {"2026-10", "2026-11", "2026-12"})
            msp.compare(period);
        const auto past = pastOf(msp, keyIn(msp, "2026-12"));
        QCOMPARE(past.inARow, 2);
        QCOMPARE(past.since, month("2026-11"));
        QCOMPARE(past.months.size(), size_t{2}); // that it was overbilled in October is told all the same
        QCOMPARE(past.months[1].found.kind, Kind::Overbilled);
    }

    void aMonthWithoutItEndsTheRow()
    {
        Msp msp;
        msp.importPeriod("2026-11", 40); // as billed
        msp.importPeriod("2026-12", 47);
        for (const auto *period : {"2026-10", "2026-11", "2026-12"})
            msp.compare(period);
        const auto past = pastOf(msp, keyIn(msp, "2026-12"));
        QCOMPARE(past.inARow, 1);
        QCOMPARE(past.months.size(), size_t{1});
        QCOMPARE(past.months[0].period, month("2026-10"));
    }

    void unknownMoneyIsNotAddedUp()
    {
        Msp msp;
        msp.importPeriod("2026-11", 47);
        msp.compare();
        msp.compare("2026-11");
        const auto key = std::string("2026-11/no_usage/C1/backup"); // a line is billed and nothing counted
        const auto known = pastOf(msp, key);
        QCOMPARE(known.inARow, 2);
        QVERIFY(known.impact);
        auto row = msp.row(key).discrepancy;
        row.impact.reset();
        QVERIFY(!mustBe(pastMonths(msp.workspace(), row, month("2026-11"))).impact);
        row = msp.row(key).discrepancy;
        row.currency = mustBe(Currency::parse("USD"));
        QVERIFY(!mustBe(pastMonths(msp.workspace(), row, month("2026-11"))).impact);
    }
};

} // namespace pastmonths_test

BR_TEST(pastmonths, PastMonthsTest)
#include "pastmonths.moc"
