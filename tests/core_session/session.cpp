// Session: order, receivers that go, cancelling, opening and failing to open; a real workspace on a real worker thread.
#include "core/session/session.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

using namespace br;

namespace session_test {

namespace {

Environment environment()
{
    static const SystemClock clock;
    return Environment{&clock, nullptr, "tester"};
}

NewWorkspace newWorkspace() { return NewWorkspace{"Test", Currency::parse("EUR").value()}; }

} // namespace

class SessionTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void create(Session &session, const QString &file)
    {
        QSignalSpy opened(&session, &Session::opened);
        QSignalSpy failed(&session, &Session::openFailed);
        session.create(file, newWorkspace());
        QVERIFY(opened.wait(10000));
        QCOMPARE(failed.count(), 0);
    }

private slots:
    void answersOnTheInterfaceThreadAndWorksElsewhere()
    {
        Session session(environment());
        create(session, path("a.brw"));
        QVERIFY(session.isOpen());
        QCOMPARE(session.current().name, QStringLiteral("Test"));
        QCOMPARE(session.current().currency, QStringLiteral("EUR"));
        QThread *worked = nullptr;
        QThread *answered = nullptr;
        session.ask(
            this,
            [&worked](Workspace &) {
                worked = QThread::currentThread();
                return Status();
            },
            [&answered](const Status &) { answered = QThread::currentThread(); });
        QTRY_VERIFY(answered);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
    }

    void aThousandAsksAreAnsweredInOrder()
    {
        Session session(environment());
        create(session, path("thousand.brw"));
        std::vector<int> answers;
        for (int i = 0; i < 1000; ++i) {
            session.ask(
                this, [i](Workspace &) { return Result<int>(i); }, [&answers](const Result<int> &r) { answers.push_back(*r); });
        }
        QTRY_COMPARE(answers.size(), size_t{1000});
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(answers[static_cast<size_t>(i)], i);
    }

    void aReceiverThatWentIsNotCalledAndTheJobStillEnds()
    {
        Session session(environment());
        create(session, path("gone.brw"));
        QSignalSpy finished(&session, &Session::jobFinished);
        std::atomic<bool> ran = false;
        bool called = false;
        auto *receiver = new QObject;
        session.ask(
            receiver,
            [](Workspace &) {
                QThread::msleep(50);
                return Status();
            },
            [&called](const Status &) { called = true; });
        const int job = session.askLong(
            receiver, QStringLiteral("work"),
            [&ran](Workspace &, Progress &) {
                ran = true;
                return Status();
            },
            [&called](const Status &) { called = true; });
        QVERIFY(session.isBusy());
        delete receiver;
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.first().first().toInt(), job);
        QVERIFY(ran);
        QVERIFY(!called);
        QVERIFY(!session.isBusy());
    }

    void aLongJobReportsAndIsCancelled()
    {
        Session session(environment());
        create(session, path("long.brw"));
        QSignalSpy progressed(&session, &Session::jobProgressed);
        std::optional<Errc> code;
        const int job = session.askLong(
            this, QStringLiteral("count"),
            [](Workspace &, Progress &progress) -> Status {
                for (int i = 0; i < 2000; ++i) {
                    if (progress.cancelled())
                        return Error{Errc::Cancelled, "stopped", {}};
                    progress.report({"Counting", i, 2000});
                    QThread::msleep(5);
                }
                return {};
            },
            [&code](const Status &status) { code = status ? Errc::Internal : status.error().code; });
        QVERIFY(progressed.wait(5000));
        QCOMPARE(progressed.first().at(0).toInt(), job);
        QCOMPARE(progressed.first().at(1).toString(), QStringLiteral("Counting"));
        QCOMPARE(progressed.first().at(3).toLongLong(), 2000);
        session.cancel(job);
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, Errc::Cancelled);
    }

    void withoutAWorkspaceAnAskSaysSo()
    {
        Session session(environment());
        std::optional<Errc> code;
        session.ask(
            this, [](Workspace &workspace) { return sources(workspace); },
            [&code](const Result<std::vector<Source>> &r) { code = r ? Errc::Internal : r.error().code; });
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, Errc::Conflict);
        bool made = false;
        session.runLong(
            this, QStringLiteral("alone"), [](const Environment &, Progress &) { return Status(); },
            [&made](const Status &status) { made = status.ok(); });
        QTRY_VERIFY(made);
    }

    void openingWhatIsNoWorkspaceFailsAndKeepsTheOpenOne()
    {
        Session session(environment());
        create(session, path("kept.brw"));
        QFile text(path("text.brw"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("this is not a workspace, it is a letter to the landlord about the boiler in the cellar");
        text.close();
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(text.fileName(), OpenMode::ReadWrite);
        QVERIFY(failed.wait(10000));
        QCOMPARE(failed.first().at(1).value<br::Error>().code, Errc::ForeignFile);
        QVERIFY(session.isOpen());
        bool ok = false;
        session.ask(
            this, [](Workspace &workspace) { return sources(workspace); }, [&ok](const Result<std::vector<Source>> &r) { ok = r.ok(); });
        QTRY_VERIFY(ok);
    }

    void aSecondHolderIsToldAndMayReadOnly()
    {
        Session first(environment());
        create(first, path("held.brw"));
        Session second(environment());
        QSignalSpy failed(&second, &Session::openFailed);
        second.open(path("held.brw"), OpenMode::ReadWrite);
        QVERIFY(failed.wait(10000));
        QCOMPARE(failed.first().at(1).value<br::Error>().code, Errc::Locked);
        QVERIFY(!second.isOpen());
        QSignalSpy opened(&second, &Session::opened);
        second.open(path("held.brw"), OpenMode::ReadOnly);
        QVERIFY(opened.wait(10000));
        QVERIFY(second.isReadOnly());
    }

    void closeKeepsItsPlaceInTheOrder()
    {
        Session session(environment());
        create(session, path("order.brw"));
        QSignalSpy closed(&session, &Session::closed);
        std::vector<bool> outcomes;
        const auto note = [&outcomes](const Status &status) { outcomes.push_back(status.ok()); };
        session.ask(
            this, [](Workspace &) { return Status(); }, note);
        session.close();
        session.ask(
            this, [](Workspace &) { return Status(); }, note);
        session.open(path("order.brw"), OpenMode::ReadWrite);
        session.ask(
            this, [](Workspace &) { return Status(); }, note);
        QTRY_COMPARE(outcomes.size(), size_t{3});
        QCOMPARE(outcomes, (std::vector<bool>{true, false, true}));
        QCOMPARE(closed.count(), 1);
        QVERIFY(session.isOpen());
    }

    void theDestructorLetsShortWorkFinishAndCancelsLongWork()
    {
        std::atomic<int> done = 0;
        std::atomic<bool> cancelled = false;
        {
            Session session(environment());
            create(session, path("end.brw"));
            session.askLong(
                this, QStringLiteral("endless"),
                [&cancelled](Workspace &, Progress &progress) -> Status {
                    for (int i = 0; i < 10000 && !progress.cancelled(); ++i)
                        QThread::msleep(1);
                    cancelled = progress.cancelled();
                    return {};
                },
                [](const Status &) { QFAIL("the session is gone"); });
            for (int i = 0; i < 10; ++i) {
                session.ask(
                    this,
                    [&done](Workspace &) {
                        ++done;
                        return Status();
                    },
                    [](const Status &) { QFAIL("the session is gone"); });
            }
        }
        QVERIFY(cancelled);
        QCOMPARE(done.load(), 10);
        QCoreApplication::processEvents();
    }
};

} // namespace session_test

BR_TEST(session, SessionTest)
#include "session.moc"
