// Reconciler: keeps the chosen period's results up to date: runs after every change of batches, links or rules, and on demand.
//
// Changes that come while a run is under way lead to one more run. Nothing runs in a read-only workspace.
// Thread rule: interface thread.
#pragma once

#include "core/session/session.h"
#include "core/workspace/reconciling.h"

#include <QTimer>

namespace br {

class Reconciler final : public QObject {
    Q_OBJECT

public:
    Reconciler(Session &session, QObject *parent);
    // Empty: no source has brought anything for the month, so there is nothing to compare and nothing is.
    enum class State { NoPeriod, Empty, Never, Outdated, Running, UpToDate };
    void setPeriod(const std::optional<Period> &period);
    void run();
    State state() const { return m_state; }
    bool isSettled() const { return m_state != State::Running && !m_soon.isActive(); }
    const std::optional<RunState> &lastRun() const { return m_last; }

signals:
    void stateChanged();
    void finished(const br::RunSummary &summary);
    void failed(const br::Error &error);

private:
    void look(bool runWhereOutdated);
    void setState(State state);

    Session &m_session;
    QTimer m_soon;
    std::optional<Period> m_period;
    std::optional<RunState> m_last;
    State m_state = State::NoPeriod;
    bool m_again = false;
};

} // namespace br
