#include "app/cli/synccrew.h"

#include "app/cli/cliprogress.h"
#include "app/cli/syncboard.h"
#include "core/base/text.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace br::cli {

namespace {

// What the threads and the main thread share.
struct Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::atomic<bool> cancelled = false;
    std::list<FetchedSync> fetched; // that wait to be stored
    SyncBoard board;
};

class Watched final : public Progress {
public:
    Watched(Shared &shared, SourceName source)
        : m_shared(shared)
        , m_source(std::move(source))
    {
    }
    void report(const ProgressStep &step) override
    {
        const std::lock_guard guard(m_shared.mutex);
        m_shared.board.set(m_source, step);
    }
    bool cancelled() const override { return m_shared.cancelled.load(std::memory_order_relaxed); }

private:
    Shared &m_shared;
    SourceName m_source;
};

void fetchOne(Shared &shared, SyncPlan plan, SecretStore *store)
{
    const auto source = plan.request.source;
    SecretsOfSource secrets(store, plan.workspaceUuid, source);
    Watched progress(shared, source);
    auto fetched = fetchSync(std::move(plan), secrets, progress);
    const std::lock_guard guard(shared.mutex);
    shared.fetched.push_back(std::move(fetched));
    shared.wake.notify_all();
}

// The next that was fetched; while waiting, Ctrl+C is passed on and the board is drawn.
FetchedSync nextFetched(Shared &shared, CliProgress &progress)
{
    std::unique_lock guard(shared.mutex);
    while (shared.fetched.empty()) {
        shared.wake.wait_for(guard, std::chrono::milliseconds(100));
        if (progress.cancelled())
            shared.cancelled = true;
        shared.board.draw();
    }
    auto fetched = std::move(shared.fetched.front());
    shared.fetched.pop_front();
    shared.board.clear();
    shared.board.remove(fetched.plan.request.source);
    return fetched;
}

} // namespace

std::vector<SyncReport> syncAll(
    Workspace &workspace, const std::vector<SourceName> &names, Period period, CliProgress &progress, const SyncTold &told)
{
    Shared shared;
    std::vector<SyncReport> reports;
    std::vector<std::thread> threads;
    const auto end = [&](SyncReport report) {
        told(report);
        reports.push_back(std::move(report));
    };
    for (const auto &name : names) {
        auto plan = prepareSync(workspace, name, period);
        if (!plan) {
            end(recordRefusal(workspace, name, period, plan.error()));
            continue;
        }
        shared.board.set(name, {});
        threads.emplace_back(fetchOne, std::ref(shared), std::move(*plan), workspace.environment().secrets);
    }
    for (size_t left = threads.size(); left > 0; --left) {
        auto fetched = nextFetched(shared, progress);
        const auto source = fetched.plan.request.source;
        auto report = promoteSync(workspace, std::move(fetched), progress);
        end(report ? std::move(*report) : recordRefusal(workspace, source, period, report.error()));
    }
    for (auto &thread : threads)
        thread.join();
    return reports;
}

} // namespace br::cli
