#include "core/session/trial.h"

#include "core/base/text.h"

#include <QThread>

#include <atomic>
#include <optional>

namespace br {

struct Trial::Work final : Progress {
    SyncPlan plan;
    std::map<std::string, Secret> secrets;
    SecretStore *kept = nullptr;
    std::atomic<bool> isCancelled = false;
    std::optional<Result<ConnectionReport>> result; // written by the thread before it ends

    void report(const ProgressStep &) override { }
    bool cancelled() const override { return isCancelled.load(std::memory_order_relaxed); }
};

Trial::Trial(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

Trial::~Trial()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void Trial::start(const Source &draft, const std::map<std::string, Secret> &secrets, bool usesKept)
{
    if (m_work)
        return;
    auto work = std::make_shared<Work>();
    work->kept = usesKept ? m_session.environment().secrets : nullptr;
    work->secrets = secrets;
    m_work = work;
    m_session.ask(
        this, [draft](Workspace &workspace) { return draftPlan(workspace, draft); },
        [this, work](Result<SyncPlan> plan) {
            if (!plan) {
                m_work.reset();
                emit done(plan.error());
                return;
            }
            work->plan = std::move(*plan);
            run(work);
        });
}

void Trial::run(const std::shared_ptr<Work> &work)
{
    m_thread.reset(QThread::create([work] {
        SecretsOfSource secrets(work->kept, work->plan.workspaceUuid, work->plan.request.source);
        for (const auto &[field, secret] : work->secrets)
            secrets.supply(field, secret);
        work->result = testConnection(work->plan, secrets, *work);
    }));
    m_thread->setObjectName(QStringLiteral("trial"));
    connect(m_thread.get(), &QThread::finished, this, [this, work] {
        m_thread->wait();
        m_work.reset();
        if (work->result)
            emit done(*work->result);
    });
    m_thread->start();
}

void Trial::cancel()
{
    if (m_work)
        m_work->isCancelled.store(true);
}

} // namespace br
