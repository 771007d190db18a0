// Reconciling through the file: facts loaded, positions and discrepancies stored, history, and what is written again.
#include "core/workspace/reconciling.h"
#include "core/store/discrepancystore.h"
#include "core/store/positionstore.h"
#include "core/workspace/factsloading.h"
#include "core/workspace/linking.h"
#include "core/workspace/rulemaking.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

using namespace br;

namespace reconciling_test {

class ReconcilingTest final : public QObject {
    Q_OBJECT

private:
    static Period month(const char *text) { return mustBe(Period::parse(text)); }
    static void lines(TestWorld &world, const char *period, int quantity)
    {
        mustBe(world.import("psa", period, [=](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", quantity, 2)));
            return 1;
        }));
    }
    static void assets(TestWorld &world, const char *period, int count)
    {
        mustBe(world.import("edr", period, [=](RecordSink &sink) {
            for (int i = 0; i < count; ++i)
                mustBe(sink.asset(anAsset("T1", "agent", std::to_string(i), "pc-" + std::to_string(i), i + 2)));
            return count;
        }));
    }
    static Service edr()
    {
        Service service;
        service.id = ServiceId("edr");
        service.name = "Endpoint protection";
        service.billed = {{ProductId("EDR"), Decimal::fromInt(1)}};
        service.counted = {{SourceName("edr"), MeterId("agent"), Measure::Assets, Decimal::fromInt(1), {}, {}, {}}};
        return service;
    }
    static void rules(TestWorld &world)
    {
        mustBe(saveService(*world.workspace, edr()));
        mustBe(setLinks(*world.workspace, {{SourceName("edr"), AccountId("T1"), ClientId("C1"), AccountLink::State::Linked, "same name"}}));
    }
    static RunSummary run(TestWorld &world, const char *period)
    {
        NoProgress progress;
        return mustBe(br::reconcile(*world.workspace, month(period), {}, progress));
    }

private slots:
    void differencesAreStored()
    {
        TestWorld world;
        lines(world, "2026-10", 40);
        assets(world, "2026-10", 47);
        rules(world);
        QVERIFY(!runState(*world.workspace, month("2026-10")).value());
        const auto summary = run(world, "2026-10");
        QCOMPARE(summary.positions, 1);
        QCOMPARE(summary.discrepancies, 1);
        QCOMPARE(summary.rowsByKind[static_cast<size_t>(Kind::Underbilled)], 1);
        QCOMPARE(summary.asOf.toString(), std::string("2026-10-31"));
        const auto stored = positions(*world.workspace, month("2026-10")).value();
        QCOMPARE(stored.size(), size_t{1});
        QCOMPARE(stored[0].billed.toString(), std::string("40"));
        QCOMPARE(stored[0].counted->toString(), std::string("47"));
        QCOMPARE(stored[0].impact->toString(), std::string("28")); // 7 x 4
        QVERIFY(!stored[0].trace.empty());
        const auto rows = DiscrepancyStore(world.workspace->database()).ofPeriod(month("2026-10")).value();
        QCOMPARE(rows.at(0).key, std::string("2026-10/underbilled/C1/edr"));
        QCOMPARE(rows.at(0).discrepancy.impact->toString(), std::string("28"));
        QVERIFY(runState(*world.workspace, month("2026-10")).value()->upToDate);
        world.reopen();
        QCOMPARE(positions(*world.workspace, month("2026-10")).value(), stored);
        const auto detail = positionDetail(*world.workspace, month("2026-10"), ClientId("C1"), ServiceId("edr")).value();
        QCOMPARE(detail.assets.size(), size_t{47});
        QCOMPARE(detail.assets[0].verdict, Verdict::Counted);
        QCOMPARE(detail.lines.size(), size_t{1});
        QVERIFY(detail.lines[0].active);
        QCOMPARE(detail.earlier.size(), size_t{6});
        QVERIFY(!positionDetail(*world.workspace, month("2026-10"), ClientId("C2"), ServiceId("edr")));
    }

    void changesMakeARunOutdated()
    {
        TestWorld world;
        lines(world, "2026-10", 40);
        assets(world, "2026-10", 47);
        rules(world);
        run(world, "2026-10");
        auto service = edr();
        service.included = Decimal::fromInt(7);
        mustBe(saveService(*world.workspace, service));
        QVERIFY(!runState(*world.workspace, month("2026-10")).value()->upToDate);
        QCOMPARE(run(world, "2026-10").discrepancies, 0);
        QVERIFY(DiscrepancyStore(world.workspace->database()).ofPeriod(month("2026-10")).value().empty());
        QVERIFY(runState(*world.workspace, month("2026-10")).value()->upToDate);
        lines(world, "2026-10", 30);
        QVERIFY(!runState(*world.workspace, month("2026-10")).value()->upToDate);
        QCOMPARE(run(world, "2026-10").discrepancies, 1);
        QCOMPARE(positions(*world.workspace, month("2026-10")).value().at(0).billed.toString(), std::string("30"));
        mustBe(removeLinks(*world.workspace, {{SourceName("edr"), AccountId("T1")}}));
        run(world, "2026-10");
        QVERIFY(!positions(*world.workspace, month("2026-10")).value().at(0).counted);
    }

    // What the month before brought says whether a source has shrunk, and whether a number has not followed.
    void anEarlierMonthsChangeMakesARunOutdated()
    {
        TestWorld world;
        const auto october = month("2026-10");
        const auto november = month("2026-11");
        const auto isUpToDate = [&](Period period) { return mustBe(runState(*world.workspace, period))->upToDate; };
        rules(world);
        lines(world, "2026-10", 40);
        assets(world, "2026-10", 40);
        lines(world, "2026-11", 40);
        assets(world, "2026-11", 44);
        run(world, "2026-10");
        QCOMPARE(run(world, "2026-11").rowsByKind[static_cast<size_t>(Kind::SourceStale)], 0);
        QVERIFY(isUpToDate(november));
        assets(world, "2026-10", 100);
        QVERIFY(!isUpToDate(november));
        QCOMPARE(run(world, "2026-11").rowsByKind[static_cast<size_t>(Kind::SourceStale)], 1);
        QVERIFY(isUpToDate(november));
        // October's own run takes the place of what was computed for it, so that its day and rules count from now on.
        run(world, "2026-10");
        QVERIFY(!isUpToDate(november));
        run(world, "2026-11");
        QVERIFY(isUpToDate(november));
        run(world, "2026-10"); // again, and nothing had changed
        QVERIFY(isUpToDate(november));
        NoProgress progress;
        mustBe(br::reconcile(*world.workspace, october, Day::parse("2026-10-01").value(), progress));
        QVERIFY(!isUpToDate(november));
        run(world, "2026-11");
        mustBe(addSource(*world.workspace, {SourceName("av"), Side::Vendor, "fake", "{}"}));
        QVERIFY(!isUpToDate(november)); // it has brought nothing yet, which is a row
        QCOMPARE(run(world, "2026-11").rowsByKind[static_cast<size_t>(Kind::SourceStale)], 2);
        QVERIFY(isUpToDate(november));
        world.reopen();
        QVERIFY(isUpToDate(november));
        assets(world, "2026-12", 44);
        QVERIFY(isUpToDate(november)); // what comes later is no input
    }

    // The number stood right in August, then the count rose and the PSA did not follow.
    void historyIsComputedWhereItWasNeverRun()
    {
        TestWorld world;
        rules(world);
        lines(world, "2026-08", 40);
        assets(world, "2026-08", 40);
        lines(world, "2026-09", 40);
        assets(world, "2026-09", 44);
        lines(world, "2026-10", 40);
        assets(world, "2026-10", 47);
        run(world, "2026-10");
        const auto october = positions(*world.workspace, month("2026-10")).value().at(0);
        QVERIFY(october.staleSince == month("2026-09"));
        QVERIFY(!runState(*world.workspace, month("2026-09")).value()); // nothing was stored for it
        run(world, "2026-08");
        run(world, "2026-09");
        run(world, "2026-10");
        QVERIFY(positions(*world.workspace, month("2026-10")).value().at(0).staleSince == month("2026-09"));
        // A newer batch of September outweighs what its run said.
        assets(world, "2026-09", 40);
        run(world, "2026-10");
        QVERIFY(positions(*world.workspace, month("2026-10")).value().at(0).staleSince == month("2026-10"));
    }

    // The first source's lines name the product; only the second, a price list, says what it costs.
    void aListPriceOfASecondPsaSourceCounts()
    {
        TestWorld world;
        rules(world);
        mustBe(addSource(*world.workspace, {SourceName("shop"), Side::Psa, "fake", "{}"}));
        mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            auto line = aLine("C1", "A1", "L1", "EDR", 40, 2);
            line.line.unitPrice.reset();
            mustBe(sink.line(line));
            return 1;
        }));
        mustBe(world.import("shop", "2026-10", [](RecordSink &sink) {
            mustBe(sink.product({{ProductId("EDR"), "Endpoint", Decimal::fromInt(7), {}, mustBe(Currency::parse("EUR"))}, {}, 2}));
            return 1;
        }));
        assets(world, "2026-10", 47);
        run(world, "2026-10");
        QCOMPARE(positions(*world.workspace, month("2026-10")).value().at(0).impact.value().toString(), std::string("49"));
    }

    void aLinkedClientWithoutLinesIsStillKnown()
    {
        TestWorld world;
        rules(world);
        lines(world, "2026-09", 3);
        mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            mustBe(sink.line(aLine("C9", "A9", "L9", "EDR", 1, 2)));
            return 1;
        }));
        assets(world, "2026-10", 5);
        const auto loaded = mustBe(loadRules(*world.workspace));
        NoProgress progress;
        const auto facts = mustBe(loadFacts(*world.workspace, month("2026-10"), month("2026-10").lastDay(), loaded, progress));
        QCOMPARE(facts->facts.clients.size(), size_t{2});
        QCOMPARE(facts->facts.clients[1].name, std::string("Client C1"));
        QCOMPARE(run(world, "2026-10").rowsByKind[static_cast<size_t>(Kind::NotBilled)], 1);
        // Facts are kept, and follow the links.
        mustBe(removeLinks(*world.workspace, {{SourceName("edr"), AccountId("T1")}}));
        const auto after = mustBe(
            loadFacts(*world.workspace, month("2026-10"), month("2026-10").lastDay(), mustBe(loadRules(*world.workspace)), progress));
        QCOMPARE(after->facts.clients.size(), size_t{1});
        QCOMPARE(facts->facts.clients.size(), size_t{2});
    }

    // The same seat twice, in tallied and in whole meters, within one entry and across sources.
    void duplicateSeatsAreFoundWithoutReadingAssets()
    {
        TestWorld world;
        mustBe(addSource(*world.workspace, {SourceName("av"), Side::Vendor, "fake", "{}"}));
        lines(world, "2026-10", 3);
        const auto feed = [](const char *first, const char *second) {
            return [=](RecordSink &sink) {
                mustBe(sink.asset(anAsset("T1", "agent", "1", first, 2)));
                mustBe(sink.asset(anAsset("T1", "agent", "2", second, 3)));
                return 2;
            };
        };
        mustBe(world.import("edr", "2026-10", feed("PC-1", "pc-1 ")));
        mustBe(world.import("av", "2026-10", feed("pc-7", "pc-8")));
        rules(world);
        QCOMPARE(run(world, "2026-10").rowsByKind[static_cast<size_t>(Kind::DuplicateSeat)], 1);
        auto service = edr();
        service.counted.push_back({SourceName("av"), MeterId("agent"), Measure::Assets, Decimal::fromInt(1), {}, {}, {}});
        mustBe(saveService(*world.workspace, service));
        mustBe(setLinks(*world.workspace, {{SourceName("av"), AccountId("T1"), ClientId("C1"), AccountLink::State::Linked, ""}}));
        QCOMPARE(run(world, "2026-10").rowsByKind[static_cast<size_t>(Kind::DuplicateSeat)], 1);
        mustBe(world.import("av", "2026-10", feed("pc-1", "PC-9")));
        const auto rows = run(world, "2026-10");
        QCOMPARE(rows.rowsByKind[static_cast<size_t>(Kind::DuplicateSeat)], 1);
        const auto found = DiscrepancyStore(world.workspace->database()).find(month("2026-10"), "2026-10/duplicate_seat/edr/pc-1").value();
        QVERIFY(found);
        QCOMPARE(found->discrepancy.quantity->toString(), std::string("3"));
        service.counted[0].namePattern = "pc-*"; // whole now; the answer stays
        mustBe(saveService(*world.workspace, service));
        QCOMPARE(run(world, "2026-10").rowsByKind[static_cast<size_t>(Kind::DuplicateSeat)], 1);
        QCOMPARE(DiscrepancyStore(world.workspace->database())
                     .find(month("2026-10"), "2026-10/duplicate_seat/edr/pc-1")
                     .value()
                     ->discrepancy.quantity->toString(),
            std::string("3"));
    }

    void aDayOutsideOfThePeriodIsTold()
    {
        TestWorld world;
        NoProgress progress;
        const auto summary = mustBe(br::reconcile(*world.workspace, month("2026-10"), Day::parse("2026-11-02").value(), progress));
        QCOMPARE(summary.asOf, Day::parse("2026-11-02").value());
        QVERIFY(std::ranges::any_of(summary.warnings, [](const auto &text) { return text.find("2026-11-02") != std::string::npos; }));
        QVERIFY(mustBe(br::reconcile(*world.workspace, month("2026-10"), Day::parse("2026-10-30").value(), progress)).warnings.size()
            < summary.warnings.size());
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(br::reconcile(*world.workspace, month("2026-10"), {}, progress).error().code, Errc::ReadOnly);
    }
};

} // namespace reconciling_test

BR_TEST(reconciling, ReconcilingTest)
#include "reconciling.moc"
