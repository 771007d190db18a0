// Sync: syncs of the open workspace for the window: every source on a thread of its own, stored one after the other.
//
// The session's worker only prepares and stores; other verbs run in between. A source that fails never stops the others. Secrets
// come from the session's keychain; what it does not have is asked of the person through `Prompt`, on the interface thread, before
// the fetch. Cancelling takes effect within a second. Signals: for each source started, steps, then one finished; allFinished when
// none is left. After a change in the workspace the session's changed() is emitted. Going cancels and waits for the fetches.
// Thread rule: interface thread; the Session outlives it.
#pragma once

#include "core/session/session.h"
#include "core/workspace/syncing.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace br {

class Sync final : public QObject {
    Q_OBJECT

public:
    struct Question {
        SourceName source;
        std::string vendorName;
        std::vector<SecretField> fields; // that are missing
        Error why;                       // NotFound: not entered yet; Unreachable: there is no keychain
        bool canKeep = false;            // the keychain takes what is answered
    };
    struct Answer {
        std::map<std::string, Secret> secrets; // by field
        bool keep = false;                     // in the keychain, for next time
    };
    using Prompt = std::function<std::optional<Answer>(const Question &)>; // nullopt: cancelled
    struct Step {
        QString what;   // "Devices: page 3"
        QString stream; // "Devices"
        qint64 page = 0;
        qint64 rows = 0;
        int waitSeconds = 0; // the vendor asked to slow down
    };

    explicit Sync(Session &session, QObject *parent = nullptr);
    ~Sync() override;

    void setPrompt(Prompt prompt) { m_prompt = std::move(prompt); }
    // Opens an address; called on the interface thread. Without one, signIn() is refused.
    void setBrowser(std::function<bool(const std::string &url)> open) { m_browser = std::move(open); }
    void start(const SourceName &source, Period period); // ignored while this source syncs
    void startAll(Period period);                        // every source that can be synced
    void test(const SourceName &source);                 // answers with tested()
    // Opens the vendor's page through the browser and keeps the token; answers with signedIn().
    void signIn(const SourceName &source);
    void cancel(const SourceName &source);
    void cancelAll();
    bool isRunning() const { return !m_runs.empty(); }
    bool isRunning(const SourceName &source) const { return m_runs.contains(source); }

signals:
    void started(const br::SourceName &source);
    void stepped(const br::SourceName &source, const br::Sync::Step &step);
    // The attempt is kept in the workspace. `report` of a source that could not be prepared has only an error.
    void finished(const br::SourceName &source, const br::SyncReport &report);
    void tested(const br::SourceName &source, const br::Result<br::ConnectionReport> &result);
    void signedIn(const br::SourceName &source, const br::Status &result);
    void allFinished();
    void startFailed(const br::Error &error); // startAll found nothing to do

private:
    struct Run;
    class RunProgress;
    using RunPtr = std::shared_ptr<Run>;
    enum class Aim { Sync, Test, SignIn };
    void begin(const SourceName &source, Period period, Aim aim);
    void prepared(const RunPtr &run, Result<SyncPlan> plan);
    void work(const RunPtr &run);                                // on the run's thread
    Status collect(const RunPtr &run, SecretsOfSource &secrets); // on the run's thread
    bool openPage(const RunPtr &run, const std::string &url);    // on the run's thread
    static void refuse(Run &run, const Error &error);
    void ask(const RunPtr &run, const Question &question);
    void promote(const RunPtr &run);
    void end(const RunPtr &run, const SyncReport &report);

    Session &m_session;
    Prompt m_prompt;
    std::function<bool(const std::string &)> m_browser;
    std::map<SourceName, RunPtr> m_runs;
    bool m_asking = false;                          // one question at a time
    std::vector<std::function<void()>> m_questions; // that wait their turn
};

} // namespace br
