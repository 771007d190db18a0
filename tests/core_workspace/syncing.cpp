// Syncing: a sync gives what an import of the same rows gives; a failed, cancelled or shrunken one never replaces what is in force.
#include "core/workspace/syncing.h"

#include "core/reconcile/tally.h"
#include "core/store/assetstore.h"
#include "core/store/database.h"
#include "core/store/eventstore.h"
#include "core/store/psastore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/checking.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/sourcing.h"
#include "tests/core_workspace/world.h"
#include "tests/fakes/fakesecrets.h"
#include "tests/run/registered.h"

#include <QDir>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace br;

namespace syncing_test {

namespace {

const SourceName edr("edr");
const SourceName psa("psa");

Period october() { return mustBe(Period::parse("2026-10")); }

// `agents` assets of T1, in two pages of one stream.
FakeConnectorPlugin::Script agents(int number, FetchSummary summary = {})
{
    return [number, summary](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
        BatchFile stream{"Devices", {}, 0, "fake/devices", 0, 0, 0, 2, number};
        mustBe(sink.beginFile(stream));
        for (int i = 0; i < number; ++i) {
            const auto id = "a" + std::to_string(i);
            if (auto put = sink.asset(anAsset("T1", "agent", id, "pc-" + id, i + 1)); !put)
                return put.error();
        }
        stream.rowsIn = stream.rowsKept = number;
        mustBe(sink.finishFile(stream));
        return summary;
    };
}

class Syncing final : public TestWorld {
public:
    Syncing() { fake->offer({}); } // the plugin outlives a test
    FetchedSync fetch(const char *period = "2026-10", const SourceName &source = edr)
    {
        SecretsOfSource none(&keychain, workspace->uuid(), source);
        NoProgress silent;
        return fetchSync(mustBe(prepareSync(*workspace, source, mustBe(Period::parse(period)))), none, silent);
    }
    SyncReport promote(FetchedSync fetched)
    {
        NoProgress silent;
        return mustBe(promoteSync(*workspace, std::move(fetched), silent));
    }
    SyncReport sync(FakeConnectorPlugin::Script script, const char *period = "2026-10")
    {
        fake->play(std::move(script));
        return promote(fetch(period));
    }
    int64_t inForce(const char *period = "2026-10")
    {
        for (const auto &row : mustBe(sourceRows(*workspace, mustBe(Period::parse(period))))) {
            if (row.source.name == edr)
                return row.batch ? row.batch->rowsKept : -1;
        }
        return -2;
    }
    SourceRow row(const char *period = "2026-10")
    {
        for (const auto &row : mustBe(sourceRows(*workspace, mustBe(Period::parse(period))))) {
            if (row.source.name == edr)
                return row;
        }
        return {};
    }
    int64_t number(const char *sql) { return mustBe(workspace->database().integer(sql)); }
    std::vector<std::string> staleSources(const char *period = "2026-10")
    {
        NoProgress silent;
        const auto run = mustBe(reconcile(*workspace, mustBe(Period::parse(period)), {}, silent));
        std::vector<std::string> names;
        if (run.rowsByKind[static_cast<size_t>(Kind::SourceStale)] > 0)
            names.push_back(std::to_string(run.rowsByKind[static_cast<size_t>(Kind::SourceStale)]));
        return names;
    }
    bool isWhole()
    {
        NoProgress silent;
        const auto findings = mustBe(check(*workspace, silent));
        return std::all_of(findings.begin(), findings.end(), [](const CheckFinding &finding) { return finding.good; });
    }
    QStringList spools() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).filter(QStringLiteral(".sync-")); }

    FakeSecrets keychain;
};

} // namespace

class SyncingTest final : public QObject {
    Q_OBJECT

private slots:
    void whatCouldNotBeReadIsKeptWithTheBatch()
    {
        Syncing world;
        const auto report = world.sync([](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            BatchFile stream{"Devices", {}, 0, "fake/devices", 1, 1, 0, 1, 1};
            mustBe(sink.beginFile(stream));
            mustBe(sink.asset(anAsset("T1", "agent", "a1", "pc-1", 1)));
            mustBe(sink.unread({{}, AccountId("T2"), {}, "the tenant refuses the key"}));
            mustBe(sink.unread({{}, {}, MeterId("mailbox"), "no permission"}));
            mustBe(sink.finishFile(stream));
            return FetchSummary{};
        });
        QVERIFY(!report.error);
        const auto unread = mustBe(VendorStore(world.workspace->database()).unread(report.import.batch.id, edr));
        QCOMPARE(unread,
            (std::vector<Unread>{
                {edr, {}, MeterId("mailbox"), "no permission"}, {edr, AccountId("T2"), {}, "the tenant refuses the key"}}));
    }

    void aSyncIsABatchWithItsProvenance()
    {
        Syncing world;
        const auto report = world.sync(agents(7, {{"A note"}, "2026-11-02T08:15:29Z", 4}));
        QVERIFY(!report.error);
        QCOMPARE(report.attempt.outcome, SyncOutcome::Done);
        QCOMPARE(report.import.notes, std::vector<std::string>{"A note"});
        const auto batch = mustBe(batches(*world.workspace, edr)).at(0);
        QVERIFY(batch.complete && batch.isSync);
        QCOMPARE(batch.holding, Holding::None);
        QCOMPARE(batch.rowsKept, int64_t{7});
        QCOMPARE(batch.requests, int64_t{4});
        QCOMPARE(batch.serverDate, std::string("2026-11-02T08:15:29Z"));
        QCOMPARE(batch.connectorVersion, std::string("7.1"));
        QCOMPARE(batch.files.at(0).name, std::string("Devices"));
        QCOMPARE(batch.files.at(0).pages, int64_t{2});
        QCOMPARE(batch.files.at(0).declaredTotal, std::optional<int64_t>(7));
        QCOMPARE(batch.files.at(0).sha256.size(), size_t{64});
        const auto attempt = mustBe(syncAttempts(*world.workspace, edr, 10)).at(0);
        QCOMPARE(attempt, report.attempt);
        QCOMPARE(attempt.batchId, batch.id);
        QCOMPARE(attempt.by, std::string("Ada"));
        QCOMPARE(attempt.startedAt, world.clock.now);
        QCOMPARE(mustBe(readEvents(world.workspace->database(), 0, 1)).at(0).what, std::string("sync"));
        QCOMPARE(mustBe(AssetStore(world.workspace->database()).verify(batch.id)), int64_t{7});
        QVERIFY(world.isWhole());
        QCOMPARE(world.spools(), QStringList());
    }

    void theSameRowsByFileAndBySyncAreTheSameEvidence()
    {
        Syncing world;
        mustBe(world.import("edr", "2026-09", [](RecordSink &sink) {
            for (int i = 0; i < 5; ++i) {
                const auto id = "a" + std::to_string(i);
                mustBe(sink.asset(anAsset("T1", "agent", id, "pc-" + id, i + 1)));
            }
            return int64_t{5};
        }));
        world.sync(agents(5));
        const auto stored = mustBe(batches(*world.workspace, edr));
        QCOMPARE(stored.size(), size_t{2});
        QVERIFY(stored[0].isSync && !stored[1].isSync);
        const auto same = [&](const std::string &table, const std::string &columns) {
            return world.number(
                ("SELECT count(*) FROM (SELECT " + columns + " FROM " + table + " WHERE batch_id = " + std::to_string(stored[0].id)
                    + " EXCEPT SELECT " + columns + " FROM " + table + " WHERE batch_id = " + std::to_string(stored[1].id) + ")")
                    .c_str());
        };
        QCOMPARE(same("batch_account", "account_id, name"), int64_t{0});
        QCOMPARE(same("asset_key", "meter_id, key_of, hashes, repeated"), int64_t{0});
        QCOMPARE(world.number("SELECT count(*) FROM asset_key WHERE batch_id = 2"), int64_t{2});
    }

    void whatFailsLeavesTheOldBatchAndAReason()
    {
        Syncing world;
        world.sync(agents(10));
        struct Case {
            Errc code;
            SyncOutcome outcome;
        };
        for (const auto &[code, outcome] : {Case{Errc::Incomplete, SyncOutcome::Incomplete}, Case{Errc::Denied, SyncOutcome::Failed},
                 Case{Errc::Unreachable, SyncOutcome::Failed}, Case{Errc::Cancelled, SyncOutcome::Cancelled},
                 Case{Errc::InvalidInput, SyncOutcome::Failed}}) {
            const auto report = world.sync([code = code](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
                mustBe(sink.beginFile({"Devices", {}, 0, {}, 0, 0, 0}));
                mustBe(sink.asset(anAsset("T1", "agent", "x", "x", 1)));
                return Error{code, "Page 3 of 9 did not come."};
            });
            QCOMPARE(report.error->code, code);
            QCOMPARE(report.attempt.outcome, outcome);
            QCOMPARE(report.attempt.batchId, int64_t{0});
            QCOMPARE(world.inForce(), int64_t{10});
            const auto row = world.row();
            QCOMPARE(row.lastAttempt->outcome, outcome);
            QCOMPARE(row.lastAttempt->reason, std::string("Page 3 of 9 did not come."));
            QCOMPARE(row.lastAttempt->rows, int64_t{1});
        }
        QCOMPARE(world.number("SELECT count(*) FROM batch"), int64_t{1});
        QCOMPARE(world.spools(), QStringList());
        QVERIFY(world.isWhole());
    }

    void aPluginThatThrowsEndsOnlyItsOwnSync()
    {
        Syncing world;
        const auto report = world.sync([](const FetchRequest &, RecordSink &, Progress &) -> Result<FetchSummary> {
            throw std::runtime_error("simdjson lost its way");
        });
        QCOMPARE(report.error->code, Errc::Internal);
        QCOMPARE(report.error->detail, std::string("simdjson lost its way"));
        QVERIFY(report.error->message.find("edr") != std::string::npos);
        QCOMPARE(world.inForce(), int64_t{-1});
    }

    void aWrongSideOrTooManyRejectedRowsAreRefusedAsForFiles()
    {
        Syncing world;
        auto report = world.sync([](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            mustBe(sink.beginFile({"Lines", {}, 0, {}, 0, 0, 0}));
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            mustBe(sink.finishFile({"Lines", {}, 0, {}, 1, 1, 0}));
            return FetchSummary{};
        });
        QCOMPARE(report.error->code, Errc::InvalidInput);
        report = world.sync([](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            mustBe(sink.beginFile({"Devices", {}, 0, {}, 0, 0, 0}));
            for (int i = 0; i < 8; ++i)
                mustBe(sink.asset(anAsset("T1", "agent", std::to_string(i), "pc", i)));
            mustBe(sink.reject({"Devices", 9, "id", "", "no id"}));
            mustBe(sink.finishFile({"Devices", {}, 0, {}, 9, 8, 1}));
            return FetchSummary{};
        });
        QCOMPARE(report.error->code, Errc::Refused); // 1 of 9 is more than 10 %
        QCOMPARE(report.import.rejected.size(), size_t{1});
        QCOMPARE(report.attempt.outcome, SyncOutcome::Failed);
        QCOMPARE(world.inForce(), int64_t{-1});
    }

    void halfAsManyIsHeldUntilAPersonConfirms()
    {
        Syncing world;
        world.sync(agents(10), "2026-09");
        const auto report = world.sync(agents(4));
        QVERIFY(!report.error);
        QCOMPARE(report.attempt.outcome, SyncOutcome::Held);
        QCOMPARE(report.import.batch.holding, Holding::Held);
        QVERIFY2(report.attempt.reason.starts_with("4 rows, less than half of the 10 rows of 2026-09"), report.attempt.reason.c_str());
        QCOMPARE(mustBe(syncAttempts(*world.workspace, edr, 1)).at(0).reason, report.attempt.reason);
        QCOMPARE(world.inForce(), int64_t{-1});
        QCOMPARE(world.row().held->rowsKept, int64_t{4});
        QVERIFY(!world.row().fresh);
        QCOMPARE(world.row().lastBatch->rowsKept, int64_t{10});        // the last one that counts
        QCOMPARE(world.staleSources(), std::vector<std::string>{"2"}); // edr, and the PSA that was never read
        QVERIFY(world.isWhole());

        QCOMPARE(confirmHeldBatch(*world.workspace, edr, october(), "  ").error().code, Errc::InvalidInput);
        QCOMPARE(confirmHeldBatch(*world.workspace, edr, october().previous(), "why").error().code, Errc::NotFound);
        QCOMPARE(confirmHeldBatch(*world.workspace, SourceName("nobody"), october(), "why").error().code, Errc::NotFound);
        const auto confirmed = mustBe(confirmHeldBatch(*world.workspace, edr, october(), "Acme left us"));
        QCOMPARE(confirmed.rowsKept, int64_t{4});
        QCOMPARE(world.inForce(), int64_t{4});
        QCOMPARE(world.row().batch->holding, Holding::Confirmed);
        QVERIFY(!world.row().held);
        QCOMPARE(world.staleSources(), std::vector<std::string>{"1"}); // only the PSA
        const auto event = mustBe(readEvents(world.workspace->database(), 0, 10));
        QVERIFY(std::any_of(event.begin(), event.end(), [](const Event &e) {
            return e.what == "batch.confirm" && e.subject == "edr" && e.detail.find("Acme left us") != std::string::npos;
        }));
        QCOMPARE(confirmHeldBatch(*world.workspace, edr, october(), "again").error().code, Errc::NotFound);
        QVERIFY(world.isWhole());
    }

    void exactlyHalfIsTakenAndOneLessIsNot()
    {
        Syncing world;
        world.sync(agents(10), "2026-09");
        QCOMPARE(world.sync(agents(5)).attempt.outcome, SyncOutcome::Done);
        QCOMPARE(world.sync(agents(4)).attempt.outcome, SyncOutcome::Held);
        QCOMPARE(world.inForce(), int64_t{5}); // the older complete batch of the month stays
    }

    void aNewSyncReplacesAHeldOne()
    {
        Syncing world;
        world.sync(agents(10), "2026-09");
        world.sync(agents(3));
        world.sync(agents(9));
        QCOMPARE(world.inForce(), int64_t{9});
        QVERIFY(!world.row().held);
        QCOMPARE(confirmHeldBatch(*world.workspace, edr, october(), "late").error().code, Errc::NotFound);
    }

    void nothingIsHeldAlsoInTheFirstMonth()
    {
        Syncing world;
        const auto report = world.sync(agents(0));
        QCOMPARE(report.attempt.outcome, SyncOutcome::Held);
        QCOMPARE(report.import.notes, std::vector<std::string>{report.attempt.reason});
        QVERIFY(!report.attempt.reason.empty());
        QCOMPARE(world.inForce(), int64_t{-1});
    }

    void withoutAMonthBeforeTheMonthItselfIsTheMeasure()
    {
        Syncing world;
        world.sync(agents(10));
        QCOMPARE(world.sync(agents(4)).attempt.outcome, SyncOutcome::Held);
        QCOMPARE(world.inForce(), int64_t{10});
    }

    void filesKeepTheirBehaviour()
    {
        Syncing world;
        const auto feed = [](int number) {
            return [number](RecordSink &sink) {
                for (int i = 0; i < number; ++i)
                    mustBe(sink.asset(anAsset("T1", "agent", std::to_string(i), "pc", i + 1)));
                return int64_t{number};
            };
        };
        mustBe(world.import("edr", "2026-09", feed(10)));
        const auto report = mustBe(world.import("edr", "2026-10", feed(4)));
        QCOMPARE(report.batch.holding, Holding::None);
        QCOMPARE(report.notes.size(), size_t{1});
        QCOMPARE(world.inForce(), int64_t{4});
        QCOMPARE(world.staleSources(), std::vector<std::string>{"2"}); // shrunken: told, not held
    }

    void planAndPromotionMustBeOfOneWorkspaceAndOneSource()
    {
        Syncing world;
        world.fake->play(agents(3));
        auto fetched = world.fetch();
        fetched.plan.workspaceUuid = "another";
        NoProgress silent;
        QCOMPARE(promoteSync(*world.workspace, std::move(fetched), silent).error().code, Errc::Conflict);
        auto removed = world.fetch();
        mustBe(removeSource(*world.workspace, edr));
        QCOMPARE(promoteSync(*world.workspace, std::move(removed), silent).error().code, Errc::NotFound);
        mustBe(addSource(*world.workspace, {edr, Side::Vendor, "fake", "{}"}));
        auto changed = world.fetch();
        mustBe(removeSource(*world.workspace, edr));
        mustBe(addSource(*world.workspace, {edr, Side::Vendor, "fake", R"({"region":"eu"})"}));
        const auto refused = mustBe(promoteSync(*world.workspace, std::move(changed), silent));
        QVERIFY(refused.error);
        QCOMPARE(refused.error->code, Errc::Conflict);
        const auto attempts = mustBe(syncAttempts(*world.workspace, edr, 10)); // of the source that is there now
        QCOMPARE(attempts.size(), size_t{1});
        QCOMPARE(attempts[0].outcome, SyncOutcome::Failed);
        QCOMPARE(attempts[0].reason, refused.error->message);
        QCOMPARE(world.number("SELECT count(*) FROM batch"), int64_t{0});
    }

    void theWorkspaceIsFreeWhileTheNetworkIsSlow()
    {
        Syncing world;
        std::atomic<bool> isFetching = false;
        std::atomic<bool> mayGoOn = false;
        world.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &progress) {
            isFetching = true;
            while (!mayGoOn)
                std::this_thread::yield();
            return agents(3)(request, sink, progress);
        });
        auto plan = mustBe(prepareSync(*world.workspace, edr, october()));
        SecretsOfSource none(nullptr, {}, edr);
        FetchedSync fetched;
        std::thread other([&] {
            NoProgress silent;
            fetched = fetchSync(std::move(plan), none, silent);
        });
        while (!isFetching)
            std::this_thread::yield();
        mustBe(addSource(*world.workspace, {SourceName("third"), Side::Vendor, "fake", "{}"})); // writes
        mayGoOn = true;
        other.join();
        QCOMPARE(world.promote(std::move(fetched)).attempt.rows, int64_t{3});
    }

    // The connector that reads the vendor's clock says so, in a test of the connection too.
    void aWrongClockIsToldOnce()
    {
        Syncing world;
        const auto report = world.sync(agents(3, {{"The clock is off"}, "2026-11-02T09:15:30Z", 1}));
        QCOMPARE(report.import.notes, std::vector<std::string>{"The clock is off"});
        QCOMPARE(report.import.batch.serverDate, std::string("2026-11-02T09:15:30Z"));
    }

    void aMonthThatHasNotBegunAndUnknownVendorsAreRefused()
    {
        Syncing world;
        QCOMPARE(prepareSync(*world.workspace, edr, mustBe(Period::parse("2026-12"))).error().code, Errc::InvalidInput);
        QCOMPARE(prepareSync(*world.workspace, SourceName("no"), october()).error().code, Errc::NotFound);
        VendorInfo vendor;
        vendor.id = "watch";
        vendor.name = "Watch";
        vendor.version = "3";
        vendor.secrets = {{"api_key", "API key", {}, true, false}};
        world.fake->offer({vendor});
        QCOMPARE(prepareSync(*world.workspace, edr, october()).error().code, Errc::NotFound);
        mustBe(addSource(*world.workspace, {SourceName("w"), Side::Vendor, "fake", R"({"vendor":"watch"})"}));
        const auto plan = mustBe(prepareSync(*world.workspace, SourceName("w"), october()));
        QCOMPARE(plan.connectorVersion, std::string("7.1, watch 3"));
        QCOMPARE(plan.vendorName, std::string("Watch"));
        QCOMPARE(plan.secrets.size(), size_t{1});
        QVERIFY(mustBe(syncableSources(*world.workspace)) == (std::vector{edr, psa, SourceName("w")}));
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(prepareSync(*world.workspace, SourceName("w"), october()).error().code, Errc::ReadOnly);
    }

    void secretsGoToTheConnectorAndNowhereElse()
    {
        Syncing world;
        const std::string canary = "canary-7f3a91";
        const std::string next = "canary-next-5521";
        const auto key = mustBe(secretKeyFor(*world.workspace, edr, "api_key"));
        QCOMPARE(key.workspace, world.workspace->uuid());
        mustBe(world.keychain.write(key, Secret(canary)));
        std::string seen;
        world.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &progress) {
            seen = std::string(mustBe(request.secrets->get("api_key")).reveal());
            mustBe(request.secrets->keep("refresh_token", Secret(next)));
            return agents(2)(request, sink, progress);
        });
        world.promote(world.fetch());
        QCOMPARE(seen, canary);
        const auto entries = mustBe(secretEntries(*world.workspace, edr));
        QCOMPARE(entries.size(), size_t{2});
        QCOMPARE(entries[0].key.field, std::string("api_key"));
        QCOMPARE(entries[1].key.field, std::string("refresh_token")); // the sync kept it: removing the source must find it
        QVERIFY(entries[0].isNoted && entries[1].isNoted);
        world.keychain.trouble = Error{Errc::Locked, "locked"};
        QCOMPARE(removeSecrets(&world.keychain, entries).size(), size_t{2});
        QCOMPARE(world.keychain.entries.size(), size_t{2});
        QCOMPARE(removeSecrets(nullptr, entries).size(), size_t{2});
        world.keychain.trouble.reset();
        QCOMPARE(removeSecrets(&world.keychain, entries).size(), size_t{0});
        QCOMPARE(world.keychain.entries.size(), size_t{0});
        world.workspace.reset();
        for (const auto &name : QDir(world.folder.path()).entryList(QDir::Files | QDir::Hidden)) {
            QFile file(world.folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary-"), qPrintable(name));
        }
    }

    void aReplacedTokenThatCannotBeKeptIsTold()
    {
        Syncing world;
        world.keychain.trouble = Error{Errc::Locked, "locked"};
        world.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &progress) {
            if (request.secrets->keep("refresh_token", Secret("new")))
                qFatal("kept in a locked keychain");
            if (mustBe(request.secrets->get("refresh_token")).reveal() != "new")
                qFatal("the rest of the sync needs the new one");
            return agents(2)(request, sink, progress);
        });
        const auto report = world.promote(world.fetch());
        QVERIFY(!report.error);
        QCOMPARE(report.import.notes.size(), size_t{1});
        QVERIFY(report.import.notes[0].find("refresh_token") != std::string::npos);
    }

    void theUuidStaysAndIsOfOneFile()
    {
        Syncing world;
        const auto first = world.workspace->uuid();
        QCOMPARE(first.size(), size_t{36});
        world.reopen();
        QCOMPARE(world.workspace->uuid(), first);
        Syncing other;
        QVERIFY(other.workspace->uuid() != first);
        mustBe(world.workspace->database().runText("DELETE FROM setting WHERE name = 'uuid'")); // an older file
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(world.workspace->uuid(), std::string());
        world.reopen();
        QCOMPARE(world.workspace->uuid().size(), size_t{36});
    }

    void whatKilledSyncsLeftGoesWhenTheFileIsOpened()
    {
        Syncing world;
        QFile left(world.folder.filePath(QStringLiteral("test.brw.sync-AbCdEf")));
        QVERIFY(left.open(QIODevice::WriteOnly));
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(world.spools().size(), 1);
        world.reopen();
        QCOMPARE(world.spools().size(), 0);
    }

#ifdef Q_OS_LINUX
    void aMillionRecordsInLittleMemory()
    {
#ifdef __SANITIZE_ADDRESS__
        const int number = 20'000; // the sanitizer's own memory is not ours to judge
#else
        const int number = 1'000'000;
#endif
        Syncing world;
        const auto peakMegabytes = [] {
            QFile file(QStringLiteral("/proc/self/status"));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no /proc");
            const auto text = file.readAll();
            const auto at = text.indexOf("VmHWM:");
            return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() / 1024;
        };
        const auto report = world.sync([number](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            mustBe(sink.beginFile({"Devices", {}, 0, {}, 0, 0, 0}));
            std::string account;
            std::string name;
            for (int i = 0; i < number; ++i) {
                account = "T" + std::to_string(i % 2000);
                name = "workstation-" + std::to_string(i);
                mustBe(sink.asset(anAsset(account.c_str(), "agent", name, name, i + 1)));
            }
            mustBe(sink.finishFile({"Devices", {}, 0, {}, number, number, 0}));
            return FetchSummary{};
        });
        QCOMPARE(report.import.batch.rowsKept, int64_t{number});
#ifndef __SANITIZE_ADDRESS__
        const auto peak = peakMegabytes();
        qInfo("%lld MB at most", static_cast<long long>(peak));
        QVERIFY2(peak < 300, "memory grows with the rows");
#else
        Q_UNUSED(peakMegabytes)
#endif
    }
#endif

    void attemptsAndConfirmationsNeverChange()
    {
        Syncing world;
        world.sync(agents(10), "2026-09");
        world.sync(agents(3));
        mustBe(confirmHeldBatch(*world.workspace, edr, october(), "right"));
        auto &database = world.workspace->database();
        for (const char *sql :
            {"UPDATE sync_attempt SET reason = 'x'", "DELETE FROM sync_attempt", "UPDATE batch_confirmation SET by = 'Eve'",
                "DELETE FROM batch_confirmation", "UPDATE batch SET held = 0", "INSERT INTO batch_confirmation VALUES (1, 'r', 'b', 'a')"})
            QVERIFY2(!database.runText(sql), sql);
    }
};

} // namespace syncing_test

BR_TEST(syncing, SyncingTest)
#include "syncing.moc"
