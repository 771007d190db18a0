// One rule after the other is changed in an open workspace, which compares again only what the rule can touch. What is then
// stored is, byte for byte, what a fresh start stores that compares everything: rows with their ids, positions, traces, events.
#include "core/store/database.h"
#include "core/workspace/deciding.h"
#include "core/workspace/factscache.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

#include <QFile>

#include <random>

using namespace br;
using namespace Qt::StringLiterals;

namespace renewing_test {

namespace {

constexpr int clientCount = 12;

class Random final {
public:
    explicit Random(uint32_t seed)
        : m_random(seed)
    {
    }
    int below(int limit) { return static_cast<int>(m_random() % static_cast<uint32_t>(limit)); }
    bool oneIn(int count) { return below(count) == 0; }

private:
    std::mt19937 m_random;
};

std::string numbered(const char *what, int number) { return what + std::to_string(number); }

int64_t feedLines(RecordSink &sink, Random &random)
{
    int64_t rows = 0;
    for (int client = 0; client < clientCount; ++client) {
        for (int product = 0; product < 4; ++product) {
            if (random.oneIn(4))
                continue;
            auto line = aLine(numbered("C", client).c_str(), numbered("A", client).c_str(), numbered("L", client * 4 + product).c_str(),
                numbered("P", product).c_str(), 1 + random.below(6), ++rows + 1);
            if (client % 5 == 4) {
                line.client.parent = ClientId("C0");
                line.client.rollUp = true;
            }
            mustBe(sink.line(line));
        }
    }
    return rows;
}

int64_t feedAssets(RecordSink &sink, Random &random)
{
    int64_t rows = 0;
    for (int account = 0; account < clientCount; ++account) {
        for (int meter = 0; meter < 5; ++meter) {
            for (int i = random.below(6); i > 0; --i) {
                const auto name = numbered("pc-", random.below(400));
                const auto id = numbered("id-", static_cast<int>(rows));
                auto asset = anAsset(numbered("T", account).c_str(), numbered("M", meter).c_str(), id, name, rows + 2);
                const auto accountId = numbered("T", account);
                const auto meterId = numbered("M", meter);
                asset.accountId = accountId;
                asset.accountName = accountId;
                asset.meterId = meterId;
                asset.meterName = meterId;
                if (random.oneIn(5))
                    asset.status = "Retired";
                mustBe(sink.asset(asset));
                ++rows;
            }
        }
    }
    return rows;
}

Service aService(int number)
{
    Service service;
    service.id = ServiceId(numbered("s", number));
    service.group = number < 2 ? "g" : "";
    service.defaultPrice = Decimal::fromInt(3);
    service.billed = {{ProductId(numbered("P", number)), Decimal::fromInt(1)}};
    service.counted = {{SourceName("edr"), MeterId(numbered("M", number)), Measure::Assets, Decimal::fromInt(1), {}, {"active"}, {}}};
    return service;
}

std::string dumped(const std::string &file)
{
    const auto database = mustBe(Database::open(file, Access::ReadOnly));
    std::string out;
    for (const char *sql :
        {"SELECT period, as_of, at, batches, rules_sha, '' FROM run",
            "SELECT period, client, positions, packed, '', '' FROM position ORDER BY 1, 2",
            "SELECT period, client, packed, '', '', '' FROM position_trace ORDER BY 1, 2",
            "SELECT id, key, kind || client || '/' || service || '/' || other_service || source || account || meter || product || "
            "asset_key, "
            "coalesce(billed, '-') || ' ' || coalesce(counted, '-') || ' ' || coalesce(difference, '-') || ' ' || coalesce(quantity, '-'), "
            "coalesce(price, '-') || coalesce(impact, '-') || currency || estimate, coalesce(since, '-') || coalesce(until, '-') "
            "FROM discrepancy ORDER BY id",
            "SELECT sequence, what, subject, detail, hash, '' FROM event ORDER BY sequence"}) {
        auto rows = mustBe(database->prepareText(sql));
        while (mustBe(rows.step())) {
            for (int column = 0; column < 6; ++column)
                (out += rows.blob(column)) += '|';
            out += '\n';
        }
    }
    return out;
}

} // namespace

class RenewingTest final : public QObject {
    Q_OBJECT

private:
    static void fill(TestWorld &world, Random &random)
    {
        feed(world, "2026-10", random);
        for (int i = 0; i < 4; ++i)
            mustBe(saveService(*world.workspace, aService(i)));
        std::vector<AccountLink> made;
        for (int i = 0; i < clientCount - 1; ++i)
            made.push_back(
                {SourceName("edr"), AccountId(numbered("T", i)), ClientId(numbered("C", i)), AccountLink::State::Linked, "same name"});
        mustBe(setLinks(*world.workspace, made));
    }

    // A month before with approved adjustments, of which the lines of October show some.
    static void approveSomeOfSeptember(TestWorld &world, Random &random)
    {
        NoProgress progress;
        const auto month = mustBe(Period::parse("2026-09"));
        feed(world, "2026-09", random);
        mustBe(reconcile(*world.workspace, month, {}, progress));
        for (const auto &row : mustBe(discrepancyRows(*world.workspace, month))) {
            const auto kind = row.discrepancy.kind;
            if (kind == Kind::Underbilled || kind == Kind::Overbilled || kind == Kind::MismatchedService)
                mustBe(decide(*world.workspace, {row.key, Act::Approve, {}, {}, {}, "as counted", ""}));
        }
    }

    static void feed(TestWorld &world, const char *period, Random &random)
    {
        mustBe(world.import("psa", period, [&](RecordSink &sink) { return feedLines(sink, random); }));
        mustBe(world.import("edr", period, [&](RecordSink &sink) { return feedAssets(sink, random); }));
    }

    static void change(Workspace &workspace, Random &random)
    {
        const AccountId account(numbered("T", random.below(clientCount)));
        switch (random.below(6)) {
        case 0:
        case 1:
            mustBe(setLinks(workspace,
                {{SourceName("edr"), account, ClientId(numbered("C", random.below(clientCount))), AccountLink::State::Linked, "moved"}}));
            break;
        case 2:
            mustBe(setLinks(workspace, {{SourceName("edr"), account, ClientId(), AccountLink::State::Ignored, "ours"}}));
            break;
        case 3:
            for (const auto &link : mustBe(links(workspace))) {
                if (link.account == account)
                    mustBe(removeLinks(workspace, {{link.source, account}}));
            }
            break;
        case 4:
            mustBe(ignoreMeter(workspace, {SourceName("edr"), MeterId("M4"), "not sold"}));
            break;
        default:
            auto service = mustBe(services(workspace))[static_cast<size_t>(random.below(4))];
            service.included = Decimal::fromInt(random.below(3));
            service.minimum = Decimal::fromInt(random.below(2));
            mustBe(saveService(workspace, service));
        }
    }

private slots:
    void storesWhatAFreshStartStores()
    {
        int renewed = 0;
        int notApplied = 0;
        NoProgress progress;
        const auto month = mustBe(Period::parse("2026-10"));
        for (uint32_t seed = 1; seed <= 5; ++seed) {
            Random random(seed);
            TestWorld world;
            fill(world, random);
            if (seed % 2 == 0)
                approveSomeOfSeptember(world, random);
            mustBe(reconcile(*world.workspace, month, {}, progress));
            for (int turn = 0; turn < 12; ++turn) {
                change(*world.workspace, random);
                const auto copy = world.path("copy.brw");
                QFile::remove(QString::fromStdString(copy));
                mustBe(world.workspace->database().integer("PRAGMA wal_checkpoint(TRUNCATE)"));
                QVERIFY(QFile::copy(QString::fromStdString(world.path()), QString::fromStdString(copy)));
                RunSummary fresh;
                {
                    auto environment = world.environment();
                    environment.isShortLived = turn % 2 == 0; // stores each client's positions as they are found
                    const auto opened = mustBe(Workspace::open(copy, OpenMode::ReadWrite, environment));
                    fresh = mustBe(reconcile(*opened, month, {}, progress));
                }
                const auto *kept = world.workspace->factsCache().compared->comparison.get();
                const auto again = mustBe(reconcile(*world.workspace, month, {}, progress));
                renewed += world.workspace->factsCache().compared->comparison.get() == kept ? 1 : 0;
                notApplied += again.rowsByKind[static_cast<size_t>(Kind::NotApplied)];
                const auto where = u"seed %1, turn %2"_s.arg(seed).arg(turn);
                QVERIFY2(dumped(world.path()) == dumped(copy), qPrintable(where));
                QVERIFY2(again.positions == fresh.positions && again.matches == fresh.matches && again.rowsByKind == fresh.rowsByKind
                        && again.warnings == fresh.warnings,
                    qPrintable(where));
            }
        }
        QVERIFY(renewed > 40);
        QVERIFY(notApplied > 40);
    }

    void aShortLivedRunThatIsCancelledStoresNothing()
    {
        TestWorld world;
        Random random(3);
        fill(world, random);
        const auto month = mustBe(Period::parse("2026-10"));
        NoProgress progress;
        mustBe(reconcile(*world.workspace, month, {}, progress));
        const auto before = dumped(world.path());
        mustBe(setLinks(*world.workspace, {{SourceName("edr"), AccountId("T1"), ClientId("C2"), AccountLink::State::Linked, "moved"}}));
        const auto linked = dumped(world.path());
        QVERIFY(linked != before);
        world.isShortLived = true;
        world.reopen();
        // Cancelled once everything is compared, when the positions are in the transaction already.
        class CancelledLate final : public Progress {
        public:
            void report(const ProgressStep &step) override
            {
                m_isComparing = m_isComparing || step.what == words("Reconcile", "Comparing");
            }
            bool cancelled() const override { return m_isComparing; }

        private:
            bool m_isComparing = false;
        };
        CancelledLate cancelled;
        QCOMPARE(reconcile(*world.workspace, month, {}, cancelled).error().code, Errc::Cancelled);
        QVERIFY(dumped(world.path()) == linked);
        mustBe(reconcile(*world.workspace, month, {}, progress));
        QVERIFY(dumped(world.path()) != linked);
    }

    // A run that fails to be stored must not be taken for what the file says.
    void aRunThatWasNotStoredIsForgotten()
    {
        class Cancelling final : public Progress {
        public:
            void report(const ProgressStep &) override { }
            bool cancelled() const override { return true; }
        };
        TestWorld world;
        Random random(7);
        fill(world, random);
        NoProgress progress;
        const auto month = mustBe(Period::parse("2026-10"));
        mustBe(reconcile(*world.workspace, month, {}, progress));
        mustBe(setLinks(*world.workspace, {{SourceName("edr"), AccountId("T1"), ClientId("C2"), AccountLink::State::Linked, "moved"}}));
        Cancelling cancelling;
        QCOMPARE(reconcile(*world.workspace, month, {}, cancelling).error().code, Errc::Cancelled);
        QVERIFY(!world.workspace->factsCache().compared);
        const auto summary = mustBe(reconcile(*world.workspace, month, {}, progress));
        world.reopen();
        const auto fresh = mustBe(reconcile(*world.workspace, month, {}, progress));
        QCOMPARE(summary.rowsByKind, fresh.rowsByKind);
        QCOMPARE(positions(*world.workspace, month).value().size(), static_cast<size_t>(fresh.positions));
    }
};

} // namespace renewing_test

BR_TEST(renewing, RenewingTest)
#include "renewing.moc"
