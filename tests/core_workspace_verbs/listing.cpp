// Listing a period of 100,000 discrepancies with names, states and notes: in the time that a page may take.
#include "core/workspace/listing.h"
#include "core/workspace/billedworth.h"

#include "core/store/discrepancystore.h"
#include "core/store/positionstore.h"
#include "core/words/words.h"
#include "core/workspace/acting.h"
#include "core/workspace/deciding.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

#include <QElapsedTimer>

#include <ctime>

using namespace br;

namespace listing_test {

class ListingTest final : public QObject {
    Q_OBJECT

private slots:
    void aRowThatCountsOnAShrunkSourceSaysSo()
    {
        Msp msp; // October: 47 + 5 agents and a count
        msp.importPeriod("2026-09", 200);
        msp.compare();
        const auto row = msp.row(acmeUnder);
        QCOMPARE(row.doubts, (std::vector<SourceDoubt>{{SourceName("edr"), Side::Vendor, 53, 206}}));
        QVERIFY(explanation(row).ends_with("edr brought 53 rows, 206 last month: what is counted may be too low."));
        QVERIFY(finding(row) != explanation(row));
        const auto all = mustBe(discrepancyRows(msp.workspace(), mustBe(Period::parse("2026-10"))));
        for (const auto &any : all)
            QCOMPARE(any.doubts.empty(), any.discrepancy.kind == Kind::SourceStale);
        // Who says that so few rows are right has taken the doubt away.
        QVERIFY(decide(msp.workspace(), {"2026-10/source_stale/edr", Act::Dismiss, {}, {}, {}, "a client left", {}}));
        QVERIFY(msp.row(acmeUnder).doubts.empty());
        // So has a whole import since, also before the next comparison.
        QVERIFY(decide(msp.workspace(), {"2026-10/source_stale/edr", Act::Reopen, {}, {}, {}, "not sure", {}}));
        QVERIFY(!msp.row(acmeUnder).doubts.empty());
        msp.importPeriod("2026-10", 190);
        QVERIFY(msp.row(acmeUnder).doubts.empty());
    }

    // Each line once, at its own price; a line without a currency has the workspace's. No service lists OTHER: it is not checked.
    void whatIsBilledIsTheLinesOwnMoney()
    {
        Msp msp;
        const auto october = mustBe(Period::parse("2026-10"));
        mustBe(msp.world.import("psa", "2026-10", [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            auto other = aLine("C1", "A1", "L2", "OTHER", 3, 3);
            other.line.currency = {};
            mustBe(sink.line(other));
            auto free = aLine("C1", "A1", "L3", "EDR", 5, 4);
            free.line.billable = false;
            mustBe(sink.line(free));
            return int64_t{3};
        }));
        msp.compare();
        const auto worth = mustBe(billedWorth(msp.workspace(), october, mustBe(positions(msp.workspace(), october))));
        QCOMPARE(worth.size(), size_t{1});
        QCOMPARE(worth[0].currency, mustBe(Currency::parse("EUR")));
        QCOMPARE(worth[0].billed, Decimal::fromInt(172)); // 40 x 4.00 and 3 x 4.00
        QCOMPARE(worth[0].checked, Decimal::fromInt(160));
    }

    void aHundredThousandRows()
    {
        Msp msp;
        const auto october = mustBe(Period::parse("2026-10"));
        std::vector<std::string> keys;
        {
            auto acting = mustBe(Acting::begin(msp.workspace()));
            StoredRun run{october, october.lastDay(), "2026-11-01T00:00:00.000Z", "1,2", "x", 0};
            mustBe(PositionStore(acting.database()).putRun(run));
            DiscrepancyStore store(acting.database());
            for (int i = 0; i < 100'000; ++i) {
                Discrepancy d;
                d.subject.client = ClientId("C" + std::to_string(i));
                d.subject.service = ServiceId(i % 2 == 0 ? "edr" : "backup");
                d.billed = Units::fromInt(1);
                d.counted = Units::fromInt(2 + i);
                d.difference = *d.counted - *d.billed;
                d.impact = Decimal::fromInt(i);
                d.currency = mustBe(Currency::parse("EUR"));
                keys.push_back(discrepancyKey(october, d));
                mustBe(store.add(october, keys.back(), d));
            }
            mustBe(acting.commit());
        }
        std::vector<DecideRequest> requests;
        for (size_t i = 0; i < 5'000; ++i)
            requests.push_back({keys[i], Act::Dismiss, {}, {}, {}, "bulk", {}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(mustBe(decideAll(msp.workspace(), requests)).size(), size_t{5'000});
        qInfo("5,000 rows decided at once: %lld ms", static_cast<long long>(timer.elapsed()));
        long long best = 1'000'000;
        const auto milliseconds = [] { return static_cast<long long>(std::clock()) * 1'000 / CLOCKS_PER_SEC; }; // of this process only
        for (int i = 0; i < 3; ++i) {
            const auto before = milliseconds();
            const auto rows = mustBe(discrepancyRows(msp.workspace(), october));
            best = std::min(best, milliseconds() - before);
            if (i == 0) {
                const auto from = milliseconds();
                QCOMPARE(mustBe(DiscrepancyStore(msp.workspace().database()).ofPeriod(october)).size(), size_t{100'000});
                qInfo("of which reading: %lld ms", milliseconds() - from);
            }
            QCOMPARE(rows.size(), size_t{100'000});
            QCOMPARE(rows.front().discrepancy.impact, std::optional(Decimal::fromInt(99'999)));
            QCOMPARE(rows.front().serviceName, std::string("Backup"));
            QCOMPARE(rows.back().state, State::Dismissed);
        }
        qInfo("100,000 rows listed: %lld ms of processor time", best);
    }
};

} // namespace listing_test

BR_TEST(listing, ListingTest)
#include "listing.moc"
