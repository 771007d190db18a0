#include "core/session/sync.h"

#include "core/base/text.h"
#include "core/connect/secretsofsource.h"

#include <QMetaObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace br {

// One source's sync or test. The thread writes what it found before it ends; the interface thread reads it after that.
struct Sync::Run {
    SourceName source;
    Period period;
    Aim aim = Aim::Sync;
    std::atomic<bool> cancelled = false;
    std::unique_ptr<QThread> thread;
    std::unique_ptr<SyncPlan> plan;
    std::unique_ptr<FetchedSync> fetched;
    std::unique_ptr<Result<ConnectionReport>> tested;
    std::optional<Status> signedIn;
    std::vector<std::string> keptFields; // by a sign-in

    // What the interface thread answers to a question or of the browser, waited for on the thread.
    std::mutex mutex;
    std::condition_variable wake;
    bool isAnswered = false;
    std::optional<Answer> answer;
    bool isPageOpen = false;

    // False: cancelled before there was an answer.
    bool waitForAnswer()
    {
        std::unique_lock guard(mutex);
        wake.wait(guard, [&] { return isAnswered || cancelled.load(); });
        return !cancelled.load();
    }

    void cancel()
    {
        cancelled.store(true);
        const std::lock_guard guard(mutex);
        wake.notify_all();
    }
};

// Called on the run's thread; hands over to the interface thread at most every 40 ms.
class Sync::RunProgress final : public Progress {
public:
    RunProgress(Sync *sync, RunPtr run)
        : m_sync(sync)
        , m_run(std::move(run))
    {
    }
    void report(const ProgressStep &step) override
    {
        const auto now = std::chrono::steady_clock::now();
        const bool isSame = step.stream == m_last.stream && step.waitSeconds == m_last.waitSeconds && step.what == m_last.what;
        if (isSame && now < m_next)
            return;
        m_next = now + std::chrono::milliseconds(40);
        m_last = step;
        QMetaObject::invokeMethod(
            m_sync,
            [sync = m_sync, run = m_run, step] {
                emit sync->stepped(run->source, {toQString(step.what), toQString(step.stream), step.page, step.done, step.waitSeconds});
            },
            Qt::QueuedConnection);
    }
    bool cancelled() const override { return m_run->cancelled.load(std::memory_order_relaxed); }

private:
    Sync *m_sync;
    RunPtr m_run;
    ProgressStep m_last;
    std::chrono::steady_clock::time_point m_next;
};

namespace {

// While storing: the session's job shows it, and both may cancel.
class StoringProgress final : public Progress {
public:
    StoringProgress(Progress &job, const std::atomic<bool> &cancelled)
        : m_job(job)
        , m_cancelled(cancelled)
    {
    }
    void report(const ProgressStep &step) override { m_job.report(step); }
    bool cancelled() const override { return m_job.cancelled() || m_cancelled.load(std::memory_order_relaxed); }

private:
    Progress &m_job;
    const std::atomic<bool> &m_cancelled;
};

SyncReport failed(const SourceName &source, Period period, const Error &error)
{
    SyncReport report;
    report.attempt.source = source;
    report.attempt.period = period;
    report.attempt.outcome = error.code == Errc::Cancelled ? SyncOutcome::Cancelled : SyncOutcome::Failed;
    report.attempt.reason = error.message;
    report.error = error;
    return report;
}

} // namespace

Sync::Sync(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

Sync::~Sync()
{
    cancelAll();
    for (const auto &[source, run] : m_runs) {
        if (const auto thread = std::move(run->thread))
            thread->wait();
    }
}

void Sync::start(const SourceName &source, Period period) { begin(source, period, Aim::Sync); }

void Sync::test(const SourceName &source) { begin(source, Period::of(m_session.environment().clock->today()), Aim::Test); }

void Sync::signIn(const SourceName &source) { begin(source, Period::of(m_session.environment().clock->today()), Aim::SignIn); }

void Sync::startAll(Period period)
{
    m_session.ask(
        this, [](Workspace &workspace) { return syncableSources(workspace); },
        [this, period](const Result<std::vector<SourceName>> &names) {
            if (!names)
                emit startFailed(names.error());
            else if (names->empty())
                emit startFailed({Errc::NotFound, words("Sync", "No source of this workspace is read over the network. Add one first.")});
            else
                for (const auto &name : *names)
                    start(name, period);
        });
}

void Sync::begin(const SourceName &source, Period period, Aim aim)
{
    if (isRunning(source))
        return;
    auto run = std::make_shared<Run>();
    run->source = source;
    run->period = period;
    run->aim = aim;
    m_runs.emplace(source, run);
    emit started(source);
    m_session.ask(
        this,
        [source, period, aim](Workspace &workspace) {
            auto plan = prepareSync(workspace, source, period);
            if (!plan && aim == Aim::Sync)
                (void)recordRefusal(workspace, source, period, plan.error());
            return plan;
        },
        [this, run](Result<SyncPlan> plan) { prepared(run, std::move(plan)); });
}

void Sync::prepared(const RunPtr &run, Result<SyncPlan> plan)
{
    if (!plan) {
        refuse(*run, plan.error());
        end(run, failed(run->source, run->period, plan.error()));
        return;
    }
    run->plan = std::make_unique<SyncPlan>(std::move(*plan));
    run->thread.reset(QThread::create([this, run] { work(run); }));
    run->thread->setObjectName(QStringLiteral("sync"));
    // The thread is over when this comes; only then may what it wrote be read.
    connect(run->thread.get(), &QThread::finished, this, [this, run] { run->aim == Aim::Sync ? promote(run) : end(run, {}); });
    run->thread->start();
}

// On the run's thread.
void Sync::work(const RunPtr &run)
{
    RunProgress progress(this, run);
    SecretsOfSource secrets(m_session.environment().secrets, run->plan->workspaceUuid, run->source);
    if (run->aim == Aim::SignIn) {
        const auto open = [&](const std::string &url) { return openPage(run, url); };
        run->signedIn = m_browser ? br::signIn(*run->plan, secrets, open, progress) : Status(Error{Errc::Unsupported, {}});
        run->keptFields = secrets.kept();
        return;
    }
    if (auto ready = collect(run, secrets); !ready) {
        refuse(*run, ready.error());
        return;
    }
    if (run->aim == Aim::Test)
        run->tested = std::make_unique<Result<ConnectionReport>>(testConnection(*run->plan, secrets, progress));
    else
        run->fetched = std::make_unique<FetchedSync>(fetchSync(std::move(*run->plan), secrets, progress));
}

// On the run's thread. Waits no longer than until a cancel: the interface thread may be waiting for this thread to end.
bool Sync::openPage(const RunPtr &run, const std::string &url)
{
    {
        const std::lock_guard guard(run->mutex);
        run->isAnswered = false;
    }
    QMetaObject::invokeMethod(
        this,
        [this, run, url] {
            const bool isOpen = !run->cancelled.load() && m_browser(url);
            const std::lock_guard guard(run->mutex);
            run->isPageOpen = isOpen;
            run->isAnswered = true;
            run->wake.notify_all();
        },
        Qt::QueuedConnection);
    return run->waitForAnswer() && run->isPageOpen;
}

// What could not begin, in the form of what was wanted.
void Sync::refuse(Run &run, const Error &error)
{
    if (run.aim == Aim::Test)
        run.tested = std::make_unique<Result<ConnectionReport>>(error);
    if (run.aim == Aim::SignIn)
        run.signedIn = Status(error);
    if (run.aim != Aim::Sync || !run.plan)
        return;
    run.fetched = std::make_unique<FetchedSync>();
    run.fetched->plan = std::move(*run.plan);
    run.fetched->error = error;
}

// On the run's thread: every secret of the manifest, from the keychain or from the person.
Status Sync::collect(const RunPtr &run, SecretsOfSource &secrets)
{
    Question question{run->source, run->plan->vendorName, {}, {}, false};
    for (const auto &field : run->plan->secrets) {
        const auto known = secrets.get(field.id);
        const bool mayAsk = !known && (known.error().code == Errc::NotFound || known.error().code == Errc::Unreachable);
        if (!known && !mayAsk)
            return known.error();
        // A sign-in by browser brings its own token; what the manifest does not demand is not asked for.
        if (!known && field.required) {
            question.fields.push_back(field);
            question.why = known.error();
        }
    }
    if (question.fields.empty())
        return {};
    if (!m_prompt)
        return question.why;
    question.canKeep = question.why.code == Errc::NotFound;
    QMetaObject::invokeMethod(
        this, [this, run, question] { ask(run, question); }, Qt::QueuedConnection);
    if (!run->waitForAnswer() || !run->answer)
        return Error{Errc::Cancelled, words("Sync", "The sync was cancelled; nothing was changed.")};
    for (auto &[field, secret] : run->answer->secrets) {
        secrets.supply(field, secret);
        if (!run->answer->keep)
            continue;
        if (const auto kept = secrets.keep(field, secret); !kept)
            return kept.error();
    }
    run->answer.reset();
    return {};
}

// One question at a time: a dialog runs an event loop of its own, in which the next one arrives.
void Sync::ask(const RunPtr &run, const Question &question)
{
    if (m_asking) {
        m_questions.push_back([this, run, question] { ask(run, question); });
        return;
    }
    m_asking = true;
    const QPointer<Sync> self(this);
    auto answer = run->cancelled.load() ? std::nullopt : m_prompt(question);
    if (!self)
        return;
    m_asking = false;
    {
        const std::lock_guard guard(run->mutex);
        run->isAnswered = true;
        run->answer = std::move(answer);
        run->wake.notify_all();
    }
    if (m_questions.empty())
        return;
    const auto next = m_questions.front();
    m_questions.erase(m_questions.begin());
    next();
}

void Sync::promote(const RunPtr &run)
{
    const auto fetched = std::shared_ptr<FetchedSync>(std::move(run->fetched));
    m_session.askLong(
        this, toQString(words("Sync", "Storing %1", {run->source.text})),
        [fetched, run](Workspace &workspace, Progress &job) {
            StoringProgress progress(job, run->cancelled);
            return promoteSync(workspace, std::move(*fetched), progress);
        },
        [this, run](const Result<SyncReport> &report) { end(run, report ? *report : failed(run->source, run->period, report.error())); });
}

void Sync::end(const RunPtr &run, const SyncReport &report)
{
    m_runs.erase(run->source);
    // Thread and run hold each other until here.
    if (const auto thread = std::move(run->thread))
        thread->wait();
    if (run->tested)
        emit tested(run->source, *run->tested);
    if (run->signedIn) {
        m_session.ask(
            this,
            [source = run->source, fields = run->keptFields](Workspace &workspace) { return noteSecretFields(workspace, source, fields); },
            [](const Status &) {});
        emit signedIn(run->source, *run->signedIn);
    }
    if (run->aim == Aim::Sync) {
        emit finished(run->source, report);
        m_session.tellChanged(Session::Change::Sources);
    }
    if (m_runs.empty())
        emit allFinished();
}

void Sync::cancel(const SourceName &source)
{
    if (const auto run = m_runs.find(source); run != m_runs.end())
        run->second->cancel();
}

void Sync::cancelAll()
{
    for (const auto &[source, run] : m_runs)
        run->cancel();
}

} // namespace br
