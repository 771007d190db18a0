#include "core/session/session.h"

#include "core/base/text.h"

#include <QMetaObject>
#include <QThread>

#include <chrono>

namespace br {

// Owns the workspace on the worker thread.
class Session::Worker final : public QObject {
public:
    std::unique_ptr<Workspace> workspace;
};

// Called on the worker thread; hands over to the interface thread at most every 40 ms.
class Session::JobProgress final : public Progress {
public:
    JobProgress(Session *session, int number)
        : m_session(session)
        , m_number(number)
    {
    }
    void report(const ProgressStep &step) override
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_told && now - m_last < std::chrono::milliseconds(40) && step.what == m_what)
            return;
        m_told = true;
        m_last = now;
        m_what = step.what;
        QMetaObject::invokeMethod(
            m_session,
            [session = m_session, number = m_number, step] {
                emit session->jobProgressed(number, toQString(step.what), step.done, step.total);
            },
            Qt::QueuedConnection);
    }
    bool cancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    Session *m_session;
    int m_number;
    std::atomic<bool> m_cancelled = false;
    bool m_told = false;
    std::chrono::steady_clock::time_point m_last;
    std::string m_what;
};

Session::Session(Environment environment, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_thread(std::make_unique<QThread>())
    , m_worker(new Worker)
{
    m_thread->setObjectName(QStringLiteral("workspace"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
}

Session::~Session()
{
    for (const auto &[number, job] : m_jobs)
        job->cancel();
    Worker *worker = m_worker;
    QThread *thread = m_thread.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, thread] {
            worker->workspace.reset();
            worker->deleteLater();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

void Session::create(const QString &path, const NewWorkspace &what)
{
    openWith(path, [path, what, environment = m_environment] { return Workspace::create(toUtf8(path), what, environment); });
}

void Session::open(const QString &path, OpenMode mode)
{
    openWith(path, [path, mode, environment = m_environment] { return Workspace::open(toUtf8(path), mode, environment); });
}

void Session::setUser(const std::string &user)
{
    m_environment.user = user;
    ask(
        this,
        [user](Workspace &workspace) {
            workspace.setUser(user);
            return Status();
        },
        [](const Status &) {}); // no workspace is open: the next one knows
}

void Session::openWith(const QString &path, Opening opening)
{
    ++m_unanswered;
    Worker *worker = m_worker;
    QMetaObject::invokeMethod(
        worker,
        [this, worker, path, opening = std::move(opening)] {
            // The same file again (read-only instead of writable): our own lock must not stand in the way.
            const bool sameFile = worker->workspace && toQString(worker->workspace->path()) == path;
            if (sameFile)
                worker->workspace.reset();
            auto result = opening();
            if (!result) {
                // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it takes the `this` of a queued lambda for null.
                deliver(this, [this, path, error = result.error(), sameFile] {
                    if (sameFile && m_isOpen) {
                        m_isOpen = false;
                        emit closed();
                    }
                    emit openFailed(path, error);
                });
                return;
            }
            worker->workspace = std::move(result).value();
            const Workspace &open = *worker->workspace;
            // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it takes the `this` of a queued lambda for null.
            deliver(this,
                [this, what = Opened{path, toQString(open.name()), toQString(std::string(open.currency().code())), open.isReadOnly()}] {
                    m_opened = what;
                    m_isOpen = true;
                    emit opened(what);
                });
        },
        Qt::QueuedConnection);
}

void Session::close()
{
    ++m_unanswered;
    Worker *worker = m_worker;
    QMetaObject::invokeMethod(
        worker,
        [this, worker] {
            const bool wasOpen = worker->workspace != nullptr;
            worker->workspace.reset();
            // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it takes the `this` of a queued lambda for null.
            deliver(this, [this, wasOpen] {
                m_isOpen = false;
                if (wasOpen)
                    emit closed();
            });
        },
        Qt::QueuedConnection);
}

void Session::cancel(int job)
{
    const auto found = m_jobs.find(job);
    if (found != m_jobs.end())
        found->second->cancel();
}

void Session::post(Task task)
{
    ++m_unanswered;
    Worker *worker = m_worker;
    QMetaObject::invokeMethod(
        worker, [worker, task = std::move(task)] { task(worker->workspace.get()); }, Qt::QueuedConnection);
}

void Session::deliver(const QPointer<QObject> &receiver, std::function<void()> call, std::function<void()> always)
{
    QMetaObject::invokeMethod(
        this,
        [this, receiver, call = std::move(call), always = std::move(always)] {
            --m_unanswered;
            if (always)
                always();
            if (receiver)
                call();
        },
        Qt::QueuedConnection);
}

std::shared_ptr<Session::JobProgress> Session::startJob(const QString &title, int *number)
{
    *number = ++m_lastJob;
    auto job = std::make_shared<JobProgress>(this, *number);
    m_jobs.emplace(*number, job);
    emit jobStarted(*number, title);
    return job;
}

void Session::finishJob(int number)
{
    m_jobs.erase(number);
    emit jobFinished(number);
}

Progress &Session::progressOf(JobProgress &job) { return job; }

Error Session::notOpen() { return Error{Errc::Conflict, words("session", "No workspace is open. Open or create one first."), {}}; }

} // namespace br
