// Deciding: the states of a discrepancy, what each act needs, what makes a decision outdated, and what carries over.
#include "core/workspace/deciding.h"

#include "core/store/eventstore.h"
#include "core/workspace/decisioncheck.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

#include <QElapsedTimer>

using namespace br;

namespace deciding_test {

namespace {

DecideRequest request(const std::string &key, Act act, const char *reason = "") { return {key, act, {}, {}, {}, reason, {}}; }

Day day(const char *text) { return Day::parse(text).value(); }

} // namespace

class DecidingTest final : public QObject {
    Q_OBJECT

private slots:
    void theWorldIsAsWorkedOut()
    {
        Msp msp;
        msp.compare();
        const auto row = msp.row(acmeUnder);
        QCOMPARE(row.clientName, std::string("Client C1"));
        QCOMPARE(row.serviceName, std::string("Endpoint protection"));
        QCOMPARE(row.sources, std::vector<std::string>{"edr"});
        QCOMPARE(row.discrepancy.difference, std::optional(Units::fromInt(7)));
        QCOMPARE(row.discrepancy.impact, std::optional(Decimal::fromInt(28)));
        QCOMPARE(row.state, State::Open);
        QCOMPARE(msp.row(contosoMissing).discrepancy.impact, std::optional(Decimal::fromRaw(225'000)));
    }

    void approvesWhatIsCountedFromTheNextMonth()
    {
        Msp msp;
        msp.compare();
        const auto decision = decide(msp.workspace(), request(acmeUnder, Act::Approve));
        QVERIFY2(decision, decision ? "" : decision.error().message.c_str());
        QCOMPARE(decision->targetQuantity, std::optional(Decimal::fromInt(47)));
        QCOMPARE(decision->effective, MaybeDay(day("2026-11-01")));
        QCOMPARE(decision->by, std::string("Ada"));
        QCOMPARE(decision->seen.billed, std::optional(Units::fromInt(40)));
        QCOMPARE(decision->seen.impact, std::optional(Decimal::fromInt(28)));
        const auto row = msp.row(acmeUnder);
        QCOMPARE(row.state, State::Approved);
        QCOMPARE(row.targetQuantity, std::optional(Decimal::fromInt(47)));
        const auto log = events(msp.workspace(), 0, 1);
        QCOMPARE(log->front().what, std::string("decide.approve"));
        QCOMPARE(log->front().subject, std::string(acmeUnder));
        QVERIFY(verifyChain(msp.workspace().database())->isWhole);
    }

    void refusesWhatMakesNoSense()
    {
        Msp msp;
        msp.compare();
        const auto code = [&](const DecideRequest &r) {
            const auto decision = decide(msp.workspace(), r);
            return decision ? std::optional<Errc>() : std::optional(decision.error().code);
        };
        QCOMPARE(code(request(acmeUnder, Act::Accept, "  ")), std::optional(Errc::InvalidInput));
        QCOMPARE(code(request(acmeUnder, Act::Dismiss)), std::optional(Errc::InvalidInput));
        QCOMPARE(code(request(acmeUnder, Act::Reopen, "why")), std::optional(Errc::Conflict));
        auto approval = request(acmeUnder, Act::Approve);
        approval.quantity = Decimal::fromInt(-1);
        QCOMPARE(code(approval), std::optional(Errc::InvalidInput));
        approval.quantity = Decimal::fromInt(40); // is billed already
        QCOMPARE(code(approval), std::optional(Errc::InvalidInput));
        auto acceptance = request(acmeUnder, Act::Accept, "trial");
        acceptance.until = day("2026-09-30");
        QCOMPARE(code(acceptance), std::optional(Errc::InvalidInput));
        acceptance.until.reset();
        acceptance.quantity = Decimal::fromInt(3);
        QCOMPARE(code(acceptance), std::optional(Errc::InvalidInput));
        QCOMPARE(code(request("2026-10/underbilled/C9/edr", Act::Approve)), std::optional(Errc::NotFound));
        QCOMPARE(code(request("2026-07/underbilled/C1/edr", Act::Approve)), std::optional(Errc::NotFound));
        QCOMPARE(code(request("", Act::Approve)), std::optional(Errc::NotFound));
        QCOMPARE(code(request("nonsense", Act::Approve)), std::optional(Errc::NotFound));
        QVERIFY(decisions(msp.workspace(), acmeUnder)->empty());
        msp.world.reopen(OpenMode::ReadOnly);
        QCOMPARE(code(request(acmeUnder, Act::Approve)), std::optional(Errc::ReadOnly));
    }

    void onlyAdjustableKindsAreApproved()
    {
        Msp msp;
        mustBe(removeLinks(msp.workspace(), {{SourceName("edr"), AccountId("contoso-tenant")}}));
        msp.compare();
        const auto unmapped = "2026-10/unmapped_client/edr/contoso-tenant";
        QCOMPARE(decide(msp.workspace(), request(unmapped, Act::Approve)).error().code, Errc::InvalidInput);
        QVERIFY(decide(msp.workspace(), request(unmapped, Act::Dismiss, "test tenant")));
        QCOMPARE(msp.row(unmapped).state, State::Dismissed);
    }

    void decidedRowsAreDecidedAgainOnlyAfterReopening()
    {
        Msp msp;
        msp.compare();
        auto &workspace = msp.workspace();
        QVERIFY(decide(workspace, request(acmeUnder, Act::Start)));
        QCOMPARE(msp.row(acmeUnder).state, State::InReview);
        QVERIFY(decide(workspace, request(acmeUnder, Act::Approve)));
        QCOMPARE(decide(workspace, request(acmeUnder, Act::Accept, "no")).error().code, Errc::Conflict);
        QVERIFY(decide(workspace, request(acmeUnder, Act::Reopen, "client called")));
        QCOMPARE(msp.row(acmeUnder).state, State::Open);
        QVERIFY(decide(workspace, request(acmeUnder, Act::Accept, "trial seats")));
        QCOMPARE(msp.row(acmeUnder).state, State::Accepted);
        QCOMPARE(msp.row(acmeUnder).reason, std::string("trial seats"));
        QCOMPARE(decisions(workspace, acmeUnder)->size(), size_t{4});
        QCOMPARE(msp.compare().discrepancies, static_cast<int>(discrepancyRows(workspace, mustBe(Period::parse("2026-10")))->size()));
        QCOMPARE(msp.row(acmeUnder).state, State::Accepted); // running again changes nothing
    }

    void movedNumbersBringTheRowBack()
    {
        Msp msp;
        msp.compare();
        QVERIFY(decide(msp.workspace(), request(acmeUnder, Act::Approve)));
        msp.importPeriod("2026-10", 50);
        msp.compare();
        const auto row = msp.row(acmeUnder);
        QCOMPARE(row.state, State::Outdated);
        QCOMPARE(row.discrepancy.counted, std::optional(Units::fromInt(50)));
        QCOMPARE(row.seen->counted, std::optional(Units::fromInt(47)));
        QCOMPARE(decide(msp.workspace(), request(acmeUnder, Act::Approve))->targetQuantity, std::optional(Decimal::fromInt(50)));
        QCOMPARE(msp.row(acmeUnder).state, State::Approved);
    }

    void allOrNone()
    {
        Msp msp;
        msp.compare();
        const auto refused
            = decideAll(msp.workspace(), {request(acmeUnder, Act::Approve), request("2026-10/underbilled/C9/edr", Act::Approve)});
        QCOMPARE(refused.error().code, Errc::Refused);
        QVERIFY(refused.error().message.find("C9") != std::string::npos);
        QCOMPARE(msp.row(acmeUnder).state, State::Open);
        const auto twice = decideAll(msp.workspace(), {request(acmeUnder, Act::Approve), request(acmeUnder, Act::Approve)});
        QCOMPARE(twice.error().code, Errc::Refused);
        QCOMPARE(msp.row(acmeUnder).state, State::Open);
        QCOMPARE(decideAll(msp.workspace(), {request(acmeUnder, Act::Approve), request(contosoMissing, Act::Approve)})->size(), size_t{2});
        QCOMPARE(msp.row(contosoMissing).state, State::Approved);
    }

    void acceptedUntilCarriesOver()
    {
        Msp msp;
        msp.compare();
        auto acceptance = request(acmeUnder, Act::Accept, "project until new year");
        acceptance.until = day("2026-12-30");
        QVERIFY(decide(msp.workspace(), acceptance));
        for (const auto *period : {"2026-11", "2026-12"}) {
            msp.importPeriod(period, 47);
            msp.compare(period);
        }
        const auto november = msp.row("2026-11/underbilled/C1/edr");
        QCOMPARE(november.state, State::Accepted);
        QCOMPARE(november.reason, std::string("project until new year"));
        QCOMPARE(november.carriedFrom, std::optional(Period::parse("2026-10").value()));
        QCOMPARE(msp.row("2026-12/underbilled/C1/edr").state, State::Open); // its last day is 31 December
        // 41 billed and 48 counted is the same gap, 49 counted is not.
        msp.importPeriod("2026-11", 48, 41);
        msp.compare("2026-11");
        QCOMPARE(msp.row("2026-11/underbilled/C1/edr").state, State::Accepted);
        msp.importPeriod("2026-11", 49, 41);
        msp.compare("2026-11");
        QCOMPARE(msp.row("2026-11/underbilled/C1/edr").state, State::Outdated);
        // Reopened later, it carries no further.
        QVERIFY(decide(msp.workspace(), request("2026-11/underbilled/C1/edr", Act::Reopen, "grew")));
        QCOMPARE(msp.row("2026-11/underbilled/C1/edr").state, State::Open);
    }

    void acceptedOnceDoesNotCarryOver()
    {
        Msp msp;
        msp.compare();
        QVERIFY(decide(msp.workspace(), request(acmeUnder, Act::Accept, "this once")));
        msp.importPeriod("2026-11", 47);
        msp.compare("2026-11");
        QCOMPARE(msp.row("2026-11/underbilled/C1/edr").state, State::Open);
    }

    void notesAreKeptInOrder()
    {
        Msp msp;
        msp.compare();
        mustBe(addNote(msp.workspace(), {acmeUnder, {}, "Asked Bob", {}, {}}));
        mustBe(addNote(msp.workspace(), {acmeUnder, {}, "Bob says yes", {}, {}}));
        mustBe(addNote(msp.workspace(), {{}, ClientId("C1"), "Pays late", {}, {}}));
        const auto thread = notes(msp.workspace(), acmeUnder, {});
        QCOMPARE(thread->size(), size_t{2});
        QCOMPARE(thread->back().text, std::string("Bob says yes"));
        QCOMPARE(thread->back().by, std::string("Ada"));
        QCOMPARE(notes(msp.workspace(), {}, ClientId("C1"))->size(), size_t{1});
        QCOMPARE(msp.row(acmeUnder).notes, 2);
        QCOMPARE(addNote(msp.workspace(), {acmeUnder, {}, " ", {}, {}}).error().code, Errc::InvalidInput);
        QCOMPARE(addNote(msp.workspace(), {"2026-10/underbilled/C9/edr", {}, "x", {}, {}}).error().code, Errc::NotFound);
    }

    void theLogShowsEveryTampering()
    {
        Msp msp;
        msp.compare();
        QVERIFY(decide(msp.workspace(), request(acmeUnder, Act::Approve)));
        QVERIFY(decide(msp.workspace(), request(contosoMissing, Act::Approve)));
        auto &database = msp.workspace().database();
        const auto whole = verifyChain(database).value();
        QVERIFY(whole.isWhole);
        QVERIFY(whole.entries >= 6);
        mustBe(database.runText("DROP TRIGGER event_no_update"));
        mustBe(database.runText("DROP TRIGGER event_no_delete"));
        for (const auto *column : {"at", "by", "what", "subject", "detail", "previous_hash", "hash"}) {
            mustBe(database.runText("SAVEPOINT s"));
            mustBe(database.runText(std::string("UPDATE event SET ") + column + " = " + column + " || 'x' WHERE sequence = 3"));
            const auto verdict = verifyChain(database).value();
            QVERIFY2(!verdict.isWhole && verdict.firstBroken == 3, column);
            mustBe(database.runText("ROLLBACK TO s"));
        }
        mustBe(database.runText("DELETE FROM event WHERE sequence = 3"));
        QCOMPARE(verifyChain(database)->firstBroken, int64_t{4});
    }

    void aDecisionThatTheLogDoesNotKnowIsFound()
    {
        Msp msp;
        msp.compare();
        QVERIFY(decide(msp.workspace(), request(acmeUnder, Act::Approve)));
        QVERIFY(decide(msp.workspace(), request(contosoMissing, Act::Approve)));
        auto &database = msp.workspace().database();
        QVERIFY(decisionsAgree(database).value().good);
        for (const auto *trigger : {"decision_no_update", "decision_no_delete"})
            mustBe(database.runText(std::string("DROP TRIGGER ") + trigger));
        for (const auto *change :
            {"UPDATE decision SET target = target + 10000 WHERE id = 1", "UPDATE decision SET by = 'nobody' WHERE id = 1",
                "UPDATE decision SET act = 'accept' WHERE id = 2", "DELETE FROM decision WHERE id = 2",
                "UPDATE decision SET seen_quantity = 50000 WHERE id = 1", "UPDATE decision SET seen_rows = 7 WHERE id = 1",
                "INSERT INTO decision SELECT id + 9, period, key, act, 9990000, effective, until, reason, by, at, seen_billed, "
                "seen_counted, seen_difference, seen_quantity, seen_impact, seen_currency, seen_other_amount, seen_line_cost, "
                "seen_until, seen_rows FROM decision WHERE id = 1"}) {
            mustBe(database.runText("SAVEPOINT s"));
            mustBe(database.runText(change));
            const auto finding = decisionsAgree(database).value();
            QVERIFY2(!finding.good, change);
            QVERIFY(finding.message.find("2026-10/") != std::string::npos);
            mustBe(database.runText("ROLLBACK TO s"));
        }
        QVERIFY(decisionsAgree(database).value().good);
    }

    void clientsAndDetail()
    {
        Msp msp;
        msp.compare();
        const auto rows = clientRows(msp.workspace(), mustBe(Period::parse("2026-10"))).value();
        QCOMPARE(rows.size(), size_t{2});
        const auto acme = std::find_if(rows.begin(), rows.end(), [](const ClientRow &row) { return row.client.text == "C1"; });
        QCOMPARE(acme->positions, 2);
        QCOMPARE(acme->under, (std::vector<Money>{{Decimal::fromInt(28), Currency::parse("EUR").value()}}));
        const auto detail = clientDetail(msp.workspace(), mustBe(Period::parse("2026-10")), ClientId("C1")).value();
        QCOMPARE(detail.lines.size(), size_t{2});
        QCOMPARE(detail.accounts.size(), size_t{1});
        QCOMPARE(detail.accounts.front().assets, int64_t{47});
        QCOMPARE(detail.positions.size(), size_t{2});
    }
};

} // namespace deciding_test

BR_TEST(deciding, DecidingTest)
#include "deciding.moc"
