// Session: the workspace's verbs, asynchronous. One worker thread owns the workspace; pages ask and get told.
//
// ask(receiver, verb, handler): `verb` runs on the worker thread with the open Workspace, `handler` runs on the receiver's
// thread with its value, and not at all once the receiver is gone. Verbs run one after the other, in the order asked.
// askLong adds a Progress that reports through jobProgressed and can be cancelled. The window never waits for a verb.
// runLong is the same without an open workspace (making the sample). A job is finished also where its receiver has gone.
// Open, close and create keep their place in that order; a failed open leaves the workspace that was open as it was.
// Errors travel as Result values. Thread rule: the Session and all receivers live on the interface thread.
#pragma once

#include "core/base/progress.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <type_traits>

class QThread;

namespace br {

class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(Environment environment, QObject *parent = nullptr);
    ~Session() override; // cancels long jobs, lets what was asked before run (a decision is not lost), closes, joins

    enum class Change { Sources = 1, Links = 2, Rules = 4, Results = 8, Decisions = 16, Everything = 31 };
    Q_DECLARE_FLAGS(Changes, Change)

    struct Opened {
        QString path;
        QString name;
        QString currency;
        bool readOnly = false;
    };

    void create(const QString &path, const NewWorkspace &what); // answers with opened() or openFailed()
    void open(const QString &path, OpenMode mode);
    void close();
    bool isOpen() const { return m_isOpen; }
    bool isReadOnly() const { return m_opened.readOnly; }
    const Opened &current() const { return m_opened; }
    const Environment &environment() const { return m_environment; }
    // Who acts from now on, for the record; also in the workspace that is open, after what was asked before.
    void setUser(const std::string &user);

    // T = the Result<…> or Status that `verb` returns.
    template <class Verb, class Handler>
    void ask(QObject *receiver, Verb verb, Handler handler);
    // Returns the job's number; `title` is shown. verb(Workspace &, Progress &).
    template <class Verb, class Handler>
    int askLong(QObject *receiver, const QString &title, Verb verb, Handler handler);
    // verb(const Environment &, Progress &), no workspace needed.
    template <class Verb, class Handler>
    int runLong(QObject *receiver, const QString &title, Verb verb, Handler handler);
    void cancel(int job);
    bool isBusy() const { return !m_jobs.empty(); }
    bool isIdle() const { return m_unanswered == 0; } // nothing asked waits for its answer
    // Pages call this after a verb that changed something, so that others read again.
    void tellChanged(Changes changes) { emit changed(changes); }

signals:
    void opened(const br::Session::Opened &what);
    void openFailed(const QString &path, const br::Error &error);
    void closed();
    void changed(br::Session::Changes changes);
    void jobStarted(int job, const QString &title);
    void jobProgressed(int job, const QString &what, qint64 done, qint64 total);
    void jobFinished(int job);

private:
    class Worker;
    class JobProgress;
    using Task = std::function<void(Workspace *)>;
    using Opening = std::function<Result<std::unique_ptr<Workspace>>()>;
    void post(Task task);
    void openWith(const QString &path, Opening opening);
    // On the interface thread: `always` in any case, then `call` where the receiver still lives.
    void deliver(const QPointer<QObject> &receiver, std::function<void()> call, std::function<void()> always = {});
    std::shared_ptr<JobProgress> startJob(const QString &title, int *number);
    void finishJob(int number);
    static Progress &progressOf(JobProgress &job);
    static Error notOpen();

    Environment m_environment;
    std::unique_ptr<QThread> m_thread;
    Worker *m_worker = nullptr; // lives on m_thread, deleted there
    Opened m_opened;
    bool m_isOpen = false;
    int m_lastJob = 0;
    int m_unanswered = 0; // counted on the interface thread
    std::map<int, std::shared_ptr<JobProgress>> m_jobs;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Changes)

template <class Verb, class Handler>
void Session::ask(QObject *receiver, Verb verb, Handler handler)
{
    using Outcome = std::invoke_result_t<Verb, Workspace &>;
    post([this, guard = QPointer<QObject>(receiver), verb = std::move(verb), handler = std::move(handler)](Workspace *workspace) mutable {
        auto outcome = std::make_shared<Outcome>(workspace ? verb(*workspace) : Outcome(notOpen()));
        deliver(guard, [handler = std::move(handler), outcome]() mutable { handler(std::move(*outcome)); });
    });
}

template <class Verb, class Handler>
int Session::askLong(QObject *receiver, const QString &title, Verb verb, Handler handler)
{
    using Outcome = std::invoke_result_t<Verb, Workspace &, Progress &>;
    int number = 0;
    auto job = startJob(title, &number);
    post([this, number, job, guard = QPointer<QObject>(receiver), verb = std::move(verb), handler = std::move(handler)](
             Workspace *workspace) mutable {
        auto outcome = std::make_shared<Outcome>(workspace ? verb(*workspace, progressOf(*job)) : Outcome(notOpen()));
        deliver(
            guard, [handler = std::move(handler), outcome]() mutable { handler(std::move(*outcome)); },
            [this, number] { finishJob(number); });
    });
    return number;
}

template <class Verb, class Handler>
int Session::runLong(QObject *receiver, const QString &title, Verb verb, Handler handler)
{
    using Outcome = std::invoke_result_t<Verb, const Environment &, Progress &>;
    int number = 0;
    auto job = startJob(title, &number);
    post([this, number, job, environment = m_environment, guard = QPointer<QObject>(receiver), verb = std::move(verb),
             handler = std::move(handler)](Workspace *) mutable {
        auto outcome = std::make_shared<Outcome>(verb(std::as_const(environment), progressOf(*job)));
        deliver(
            guard, [handler = std::move(handler), outcome]() mutable { handler(std::move(*outcome)); },
            [this, number] { finishJob(number); });
    });
    return number;
}

} // namespace br
