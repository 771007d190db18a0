// An approved adjustment that the next month's lines do not show: what can be done about it, and when a run is out of date.
#include "core/workspace/notapplied.h"

#include "core/workspace/deciding.h"
#include "core/workspace/exporting.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

#include <algorithm>

using namespace br;

namespace notapplied_test {

namespace {

const char *const notApplied = "2026-11/not_applied/C1/edr";
const char *const novemberUnder = "2026-11/underbilled/C1/edr";

Day day(const char *text) { return mustBe(Day::parse(text)); }
Period month(const char *text) { return mustBe(Period::parse(text)); }

// October: 40 billed, 47 counted, approved to bill 47. November's lines still say 40.
struct TwoMonths {
    TwoMonths()
    {
        msp.compare();
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Approve, {}, {}, {}, {}, "Jana"}));
        msp.importPeriod("2026-11", 47);
        msp.compare("2026-11");
    }
    Msp msp;
};

} // namespace

class NotAppliedTest final : public QObject {
    Q_OBJECT

private slots:
    void findsItAndNamesBothNumbers()
    {
        TwoMonths months;
        const auto row = months.msp.row(notApplied);
        QCOMPARE(row.discrepancy.billed.value().toString(), std::string("40"));
        QCOMPARE(row.discrepancy.quantity.value().toString(), std::string("47"));
        QCOMPARE(row.discrepancy.difference.value().toString(), std::string("7"));
        QVERIFY(!row.discrepancy.impact); // the month's money stands in the underbilled row
        QCOMPARE(row.discrepancy.since.value().toString(), std::string("2026-10"));
        QCOMPARE(months.msp.row(novemberUnder).discrepancy.impact.value().toString(), std::string("28"));
        const auto clients = mustBe(clientRows(months.msp.workspace(), month("2026-11")));
        const auto acme = std::ranges::find(clients, ClientId("C1"), &ClientRow::client);
        QVERIFY(acme != clients.end());
        QCOMPARE(acme->openRows, 3); // underbilled, no_usage of the backup, not_applied
        QCOMPARE(acme->under.front().toString(), std::string("28.00"));
    }

    void aRunIsOutOfDateWhenAnEarlierApprovalChanges()
    {
        TwoMonths months;
        auto &workspace = months.msp.workspace();
        QVERIFY(mustBe(runState(workspace, month("2026-11")))->upToDate);
        mustBe(decide(workspace, {acmeUnder, Act::Reopen, {}, {}, {}, "asking first", "Jana"}));
        QVERIFY(!mustBe(runState(workspace, month("2026-11")))->upToDate);
        months.msp.compare("2026-11");
        QVERIFY(mustBe(runState(workspace, month("2026-11")))->upToDate);
        QVERIFY(!mustBe(discrepancyRow(workspace, notApplied)));
        QVERIFY(mustBe(runState(workspace, month("2026-10")))->upToDate); // its own decisions are no input of a month
    }

    // A run after a changed rule compares only what the rule touches: the row and its steps are neither lost nor doubled.
    void staysWhatItIsWhenARuleChanges()
    {
        TwoMonths months;
        auto &workspace = months.msp.workspace();
        const auto stepsOf = [&](TraceCode code) {
            const auto detail = mustBe(positionDetail(workspace, month("2026-11"), ClientId("C1"), ServiceId("edr")));
            return std::ranges::count(detail.position.trace, code, &TraceStep::code);
        };
        QCOMPARE(stepsOf(TraceCode::Approved), 1);
        mustBe(setExceptions(workspace, {{ClientId("C1"), ServiceId("backup"), Decimal::fromInt(2), "lab", "Jana", {}}}));
        months.msp.compare("2026-11");
        QCOMPARE(months.msp.row(notApplied).discrepancy.counted.value().toString(), std::string("47"));
        QCOMPARE(stepsOf(TraceCode::Approved), 1);
        mustBe(setExceptions(workspace, {{ClientId("C1"), ServiceId("edr"), Decimal::fromInt(3), "on notice", "Jana", {}}}));
        months.msp.compare("2026-11");
        QCOMPARE(months.msp.row(notApplied).discrepancy.counted.value().toString(), std::string("44"));
        QCOMPARE(months.msp.row(notApplied).discrepancy.difference.value().toString(), std::string("7"));
        QCOMPARE(stepsOf(TraceCode::Approved), 1);
        QCOMPARE(stepsOf(TraceCode::HandedOver), 1);
        mustBe(decide(workspace, {acmeUnder, Act::Reopen, {}, {}, {}, "asking first", "Jana"}));
        months.msp.compare("2026-11");
        QVERIFY(!mustBe(discrepancyRow(workspace, notApplied)));
        QCOMPARE(stepsOf(TraceCode::Approved), 0);
    }

    void approvingItHandsTheSameTargetOverAgain()
    {
        TwoMonths months;
        auto &workspace = months.msp.workspace();
        const auto decision = mustBe(decide(workspace, {notApplied, Act::Approve, {}, {}, {}, {}, "Jana"}));
        QCOMPARE(decision.targetQuantity.value().toString(), std::string("47"));
        const auto rows = mustBe(adjustments(workspace, month("2026-11")));
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows[0].line.text, std::string("L1"));
        QCOMPARE(rows[0].lineQuantity.toString(), std::string("40"));
        QCOMPARE(rows[0].targetLineQuantity.toString(), std::string("47"));
        QCOMPARE(rows[0].effective.toString(), std::string("2026-12-01"));
    }

    void oneLineIsNotChangedTwice()
    {
        TwoMonths months;
        auto &workspace = months.msp.workspace();
        mustBe(decide(workspace, {notApplied, Act::Approve, {}, {}, {}, {}, "Jana"}));
        mustBe(decide(workspace, {novemberUnder, Act::Approve, Decimal::fromInt(46), {}, {}, {}, "Jana"}));
        const auto rows = mustBe(adjustments(workspace, month("2026-11")));
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows[0].key, std::string(novemberUnder));
        QCOMPARE(rows[0].targetLineQuantity.toString(), std::string("46"));
        const auto expected = mustBe(earlierApprovals(workspace, month("2026-12"), day("2026-12-31")));
        QCOMPARE(expected.size(), size_t{1});
        QCOMPARE(expected[0].target.toString(), std::string("46"));
    }

    void knowsTheSheetItWentOutWith()
    {
        TwoMonths months;
        auto &workspace = months.msp.workspace();
        const auto before = mustBe(earlierApprovals(workspace, month("2026-11"), day("2026-11-30")));
        QCOMPARE(before.size(), size_t{1});
        QCOMPARE(before[0].sheet, std::string());
        const auto file = months.msp.world.path("october.csv");
        mustBe(exportAdjustments(workspace, month("2026-10"), Sheet::Neutral, SheetFormat::Csv, file));
        const auto after = mustBe(earlierApprovals(workspace, month("2026-11"), day("2026-11-30")));
        QCOMPARE(after[0].sheet, std::string("october.csv")); // its name: the folder is in the list of exports
        QCOMPARE(after[0].sheetAt, months.msp.world.clock.nowUtc());
        QVERIFY(mustBe(runState(workspace, month("2026-11")))->upToDate); // the export changes no number
        QVERIFY(mustBe(earlierApprovals(workspace, month("2026-10"), day("2026-10-31"))).empty());
        QVERIFY(mustBe(earlierApprovals(workspace, month("2026-11"), day("2026-10-31"))).empty()); // begins 2026-11-01
    }
};

} // namespace notapplied_test

BR_TEST(notapplied, NotAppliedTest)
#include "notapplied.moc"
