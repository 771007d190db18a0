// Sync: sources side by side on threads of their own, the workspace free meanwhile; failing, cancelled, held and asking ones.
#include "core/session/sync.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/sourcing.h"
#include "tests/fakes/fakeconnector.h"
#include "tests/fakes/fakesecrets.h"
#include "tests/run/registered.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <set>
#include <stdexcept>

using namespace br;

namespace sync_test {

namespace {

const Period october = Period::parse("2026-10").value();

Result<FetchSummary> bring(const FetchRequest &request, RecordSink &sink, int assets)
{
    BatchFile stream{"Devices", {}, 0, "fake", assets, assets, 0, 1, {}};
    if (auto done = sink.beginFile(stream); !done)
        return done.error();
    for (int i = 0; i < assets; ++i) {
        const auto id = request.source.text + std::to_string(i);
        AssetRecord record;
        record.accountId = "T1";
        record.meterId = "agent";
        record.id = id;
        record.row = i + 1;
        if (auto done = sink.asset(record); !done)
            return done.error();
    }
    if (auto done = sink.finishFile(stream); !done)
        return done.error();
    return FetchSummary{};
}

// A workspace with sources a, b and c of the scripted connector, and everything that its Sync told.
class Room final {
public:
    explicit Room(const char *settings = "{}")
        : registry({QStringLiteral(BR_FAKES)})
        , session({&clock, &registry, "Ada", &keychain})
    {
        fake = static_cast<FakeConnectorPlugin *>(registry.plugin("fake").value());
        fake->offer({});
        QSignalSpy opened(&session, &Session::opened);
        session.create(folder.filePath(QStringLiteral("sync.brw")), {"Test", Currency::parse("EUR").value()});
        if (!opened.wait(10000))
            qFatal("no workspace");
        for (const char *name : {"a", "b", "c"})
            run([name, settings](Workspace &workspace) {
                return addSource(workspace, {SourceName(name), Side::Vendor, "fake", settings});
            });
        sync = std::make_unique<Sync>(session);
        QObject::connect(sync.get(), &Sync::finished, sync.get(),
            [this](const SourceName &source, const SyncReport &report) { ended[source.text] = report; });
        QObject::connect(sync.get(), &Sync::stepped, sync.get(),
            [this](const SourceName &source, const Sync::Step &step) { steps[source.text].push_back(step); });
        QObject::connect(sync.get(), &Sync::allFinished, sync.get(), [this] { ++allFinished; });
    }
    template <class Verb>
    void run(Verb verb)
    {
        bool isDone = false;
        Status outcome;
        session.ask(&receiver, verb, [&](const Status &status) {
            outcome = status;
            isDone = true;
        });
        if (!QTest::qWaitFor([&] { return isDone; }, 10000) || !outcome)
            qFatal("%s", outcome ? "no answer" : outcome.error().message.c_str());
    }
    SourceRow row(const char *name)
    {
        std::optional<SourceRow> found;
        bool isDone = false;
        session.ask(
            &receiver, [](Workspace &workspace) { return sourceRows(workspace, october); },
            [&](const Result<std::vector<SourceRow>> &rows) {
                for (const auto &one : *rows) {
                    if (one.source.name.text == name)
                        found = one;
                }
                isDone = true;
            });
        if (!QTest::qWaitFor([&] { return isDone; }, 10000) || !found)
            qFatal("no row of %s", name);
        return *found;
    }
    bool waitFor(const std::function<bool()> &what) { return QTest::qWaitFor(what, 30000); }
    SyncOutcome outcome(const char *name) { return ended.at(name).attempt.outcome; }

    QTemporaryDir folder;
    SystemClock clock;
    FakeSecrets keychain;
    Registry registry;
    FakeConnectorPlugin *fake = nullptr;
    Session session;
    QObject receiver;
    std::unique_ptr<Sync> sync;
    std::map<std::string, SyncReport> ended;
    std::map<std::string, std::vector<Sync::Step>> steps;
    int allFinished = 0;
};

VendorInfo watch()
{
    VendorInfo vendor;
    vendor.id = "watch";
    vendor.name = "Watch";
    vendor.version = "1";
    vendor.secrets = {{"api_key", "API key", {}, true, false}, {"extra", "Extra", {}, false, false}};
    return vendor;
}

VendorInfo watchByBrowser()
{
    auto vendor = watch();
    vendor.signsInByBrowser = true;
    return vendor;
}

} // namespace

class SyncTest final : public QObject {
    Q_OBJECT

private slots:
    void allSourcesSideBySideAndTheWorkspaceIsFree()
    {
        Room room;
        std::atomic<int> inside = 0;
        std::atomic<bool> mayGoOn = false;
        std::atomic<bool> onInterfaceThread = false;
        auto *here = QThread::currentThread();
        room.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &progress) {
            onInterfaceThread = onInterfaceThread || QThread::currentThread() == here;
            ++inside;
            progress.report({"Devices: page 1", 3, 0, "Devices", 1, 7});
            while (!mayGoOn)
                QThread::yieldCurrentThread();
            return bring(request, sink, 3);
        });
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return inside == 3; })); // all at once
        QVERIFY(room.sync->isRunning(SourceName("b")));
        room.run([](Workspace &workspace) { return addSource(workspace, {SourceName("d"), Side::Psa, "fake", "{}"}); });
        QVERIFY(room.ended.empty());
        mayGoOn = true;
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        for (const char *name : {"a", "b", "c"}) {
            QCOMPARE(room.outcome(name), SyncOutcome::Done);
            QCOMPARE(room.row(name).batch->rowsKept, int64_t{3});
            QVERIFY(!room.steps[name].empty());
            QCOMPARE(room.steps[name][0].stream, QStringLiteral("Devices"));
            QCOMPARE(room.steps[name][0].page, qint64{1});
            QCOMPARE(room.steps[name][0].rows, qint64{3});
            QCOMPARE(room.steps[name][0].waitSeconds, 7);
        }
        QVERIFY(!onInterfaceThread);
        QVERIFY(!room.sync->isRunning());
    }

    void oneFailsOneThrowsTheThirdIsStored()
    {
        Room room;
        room.fake->play([](const FetchRequest &request, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            if (request.source.text == "a")
                return Error{Errc::Unreachable, "no answer"};
            if (request.source.text == "b")
                throw std::runtime_error("broken");
            return bring(request, sink, 5);
        });
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        QCOMPARE(room.outcome("a"), SyncOutcome::Failed);
        QCOMPARE(room.ended["a"].error->code, Errc::Unreachable);
        QCOMPARE(room.ended["b"].error->code, Errc::Internal);
        QCOMPARE(room.outcome("c"), SyncOutcome::Done);
        QCOMPARE(room.row("a").lastAttempt->reason, std::string("no answer"));
        QVERIFY(!room.row("a").batch);
        QCOMPARE(room.row("c").batch->rowsKept, int64_t{5});
    }

    void cancelOneAndAll()
    {
        Room room;
        std::atomic<int> inside = 0;
        room.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &progress) -> Result<FetchSummary> {
            ++inside;
            while (!progress.cancelled())
                QThread::yieldCurrentThread();
            return bring(request, sink, 2); // a connector that brought everything all the same
        });
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return inside == 3; }));
        room.sync->cancel(SourceName("b"));
        QVERIFY(room.waitFor([&] { return room.ended.contains("b"); }));
        QCOMPARE(room.outcome("b"), SyncOutcome::Cancelled);
        QCOMPARE(room.ended.size(), size_t{1});
        room.sync->cancelAll();
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        for (const char *name : {"a", "b", "c"}) {
            QVERIFY(!room.row(name).batch);
            QCOMPARE(room.row(name).lastAttempt->outcome, SyncOutcome::Cancelled);
        }
    }

    void goingAwayEndsTheFetches()
    {
        std::atomic<int> inside = 0;
        {
            Room room;
            room.fake->play([&](const FetchRequest &, RecordSink &, Progress &progress) -> Result<FetchSummary> {
                ++inside;
                while (!progress.cancelled())
                    QThread::yieldCurrentThread();
                --inside;
                return Error{Errc::Cancelled, "stopped"};
            });
            room.sync->startAll(october);
            QVERIFY(room.waitFor([&] { return inside == 3; }));
            room.sync.reset();
            QCOMPARE(inside.load(), 0);
        }
    }

    void theWorkspaceWasClosedMeanwhile()
    {
        Room room;
        std::atomic<bool> isInside = false;
        std::atomic<bool> mayGoOn = false;
        room.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &) {
            isInside = true;
            while (!mayGoOn)
                QThread::yieldCurrentThread();
            return bring(request, sink, 2);
        });
        room.sync->start(SourceName("a"), october);
        QVERIFY(room.waitFor([&] { return isInside.load(); }));
        QSignalSpy opened(&room.session, &Session::opened);
        room.session.create(room.folder.filePath(QStringLiteral("other.brw")), {"Other", Currency::parse("EUR").value()});
        QVERIFY(opened.wait(10000));
        mayGoOn = true;
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        QCOMPARE(room.ended["a"].error->code, Errc::Conflict);
    }

    void aShrunkenResultIsHeld()
    {
        Room room;
        int assets = 10;
        room.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &) { return bring(request, sink, assets); });
        room.sync->start(SourceName("a"), october.previous());
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        assets = 4;
        room.sync->start(SourceName("a"), october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 2; }));
        QCOMPARE(room.outcome("a"), SyncOutcome::Held);
        QVERIFY(!room.row("a").batch);
        QCOMPARE(room.row("a").held->rowsKept, int64_t{4});
    }

    void whatIsMissingIsAskedFor()
    {
        Room room(R"({"vendor":"watch"})");
        room.fake->offer({watch()});
        std::set<std::string> seen;
        std::mutex mutex;
        room.fake->play([&](const FetchRequest &request, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            const auto key = request.secrets->get("api_key");
            if (!key)
                return key.error();
            {
                const std::lock_guard guard(mutex);
                seen.insert(std::string(key->reveal()));
            }
            return bring(request, sink, 1);
        });
        int questions = 0;
        bool isInside = false;
        room.sync->setPrompt([&](const Sync::Question &question) -> std::optional<Sync::Answer> {
            if (isInside || question.fields.size() != 1 || question.fields[0].id != "api_key" || question.vendorName != "Watch")
                qFatal("wrong question");
            isInside = true;
            QTest::qWait(20); // a dialog runs an event loop: the next question must wait its turn
            isInside = false;
            ++questions;
            if (question.source.text == "c")
                return std::nullopt;
            Sync::Answer answer;
            answer.secrets.emplace("api_key", Secret("key of " + question.source.text));
            answer.keep = question.canKeep && question.source.text == "a";
            return answer;
        });
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        QCOMPARE(questions, 3);
        QCOMPARE(room.outcome("a"), SyncOutcome::Done);
        QCOMPARE(room.outcome("b"), SyncOutcome::Done);
        QCOMPARE(room.outcome("c"), SyncOutcome::Cancelled);
        QVERIFY(seen == (std::set<std::string>{"key of a", "key of b"}));
        QCOMPARE(room.keychain.entries.size(), size_t{1}); // only what was to be kept
        // The next time only b and c ask; without a keychain all do.
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 2; }));
        QCOMPARE(questions, 5);
        room.keychain.trouble = Error{Errc::Unreachable, "no keychain"};
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 3; }));
        QCOMPARE(questions, 8);
        // Locked is no reason to type a key again.
        room.keychain.trouble = Error{Errc::Locked, "locked: unlock it"};
        room.sync->start(SourceName("a"), october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 4; }));
        QCOMPARE(questions, 8);
        QCOMPARE(room.ended["a"].error->code, Errc::Locked);
        QCOMPARE(room.row("a").lastAttempt->reason, std::string("locked: unlock it"));
    }

    void cancellingWhileAQuestionStands()
    {
        Room room(R"({"vendor":"watch"})");
        room.fake->offer({watch()});
        room.fake->play([](const FetchRequest &request, RecordSink &sink, Progress &) { return bring(request, sink, 1); });
        room.sync->setPrompt([&](const Sync::Question &) -> std::optional<Sync::Answer> {
            room.sync->cancelAll();
            Sync::Answer answer;
            answer.secrets.emplace("api_key", Secret("late"));
            return answer;
        });
        room.sync->startAll(october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        for (const char *name : {"a", "b", "c"})
            QCOMPARE(room.outcome(name), SyncOutcome::Cancelled);
    }

    void withoutAPromptTheReasonIsTold()
    {
        Room room(R"({"vendor":"watch"})");
        room.fake->offer({watch()});
        room.sync->start(SourceName("a"), october);
        QVERIFY(room.waitFor([&] { return room.allFinished == 1; }));
        QCOMPARE(room.ended["a"].error->code, Errc::NotFound);
    }

    void aTestTellsAndStoresNothing()
    {
        Room room(R"({"vendor":"watch"})");
        room.fake->offer({watch()}, [](const FetchRequest &request, Progress &) -> Result<ConnectionReport> {
            const auto key = request.secrets->get("api_key");
            return key ? Result<ConnectionReport>(ConnectionReport{{"Signed in"}, {}}) : Result<ConnectionReport>(key.error());
        });
        room.run([&](Workspace &workspace) {
            const auto key = secretKeyFor(workspace, SourceName("a"), "api_key");
            return key ? room.keychain.write(*key, Secret("k")) : Status(key.error());
        });
        std::vector<std::string> told;
        QObject::connect(room.sync.get(), &Sync::tested, room.sync.get(), [&](const SourceName &, const Result<ConnectionReport> &result) {
            told.push_back(result ? result->facts.at(0) : result.error().message);
        });
        room.sync->test(SourceName("a"));
        QVERIFY(room.waitFor([&] { return told.size() == 1; }));
        QCOMPARE(told[0], std::string("Signed in"));
        room.sync->test(SourceName("nobody"));
        QVERIFY(room.waitFor([&] { return told.size() == 2; }));
        QVERIFY(told[1].find("nobody") != std::string::npos);
        QVERIFY(room.ended.empty());
        QVERIFY(!room.row("a").lastAttempt);
    }

    void theBrowserIsOpenedByTheInterfaceThread()
    {
        Room room(R"({"vendor":"watch"})");
        room.fake->offer({watchByBrowser()}, {}, [](const std::function<bool(const std::string &)> &open, Progress &) {
            const bool isFirst = open("https://vendor.example/first");
            return isFirst && !open("https://vendor.example/second") ? Status() : Status(Error{Errc::Internal, "wrong answers"});
        });
        std::vector<std::string> opened;
        auto *here = QThread::currentThread();
        room.sync->setBrowser([&](const std::string &url) {
            opened.push_back(QThread::currentThread() == here ? url : "another thread");
            return opened.size() == 1;
        });
        std::optional<Status> told;
        QObject::connect(
            room.sync.get(), &Sync::signedIn, room.sync.get(), [&](const SourceName &, const Status &result) { told = result; });
        room.sync->signIn(SourceName("a"));
        QVERIFY(room.waitFor([&] { return told.has_value(); }));
        QVERIFY2(told->ok(), told->ok() ? "" : told->error().message.c_str());
        QVERIFY(opened == (std::vector<std::string>{"https://vendor.example/first", "https://vendor.example/second"}));
    }

    void goingAwayWhileTheBrowserIsAskedFor()
    {
        std::atomic<bool> isAsking = false;
        std::atomic<bool> mayAsk = false;
        std::atomic<bool> isRefused = false;
        Room room(R"({"vendor":"watch"})");
        const auto release = qScopeGuard([&] { mayAsk = true; }); // also where this fails
        room.fake->offer({watchByBrowser()}, {}, [&](const std::function<bool(const std::string &)> &open, Progress &) {
            isAsking = true;
            while (!mayAsk)
                QThread::yieldCurrentThread();
            isRefused = !open("https://vendor.example/");
            return Status(Error{Errc::Cancelled, "stopped"});
        });
        bool isOpened = false;
        room.sync->setBrowser([&](const std::string &) { return isOpened = true; });
        room.sync->signIn(SourceName("a"));
        QVERIFY(room.waitFor([&] { return isAsking.load(); }));
        mayAsk = true;
        room.sync.reset(); // no event is handled any more: waiting for the browser would never end
        QVERIFY(isRefused);
        QVERIFY(!isOpened);
    }
};

} // namespace sync_test

BR_TEST(sync, SyncTest)
#include "sync.moc"
