#include "ui/mainwindow/reconciler.h"

#include "core/workspace/sourcing.h"
#include "ui/models/cells.h"

#include <algorithm>

namespace br {

namespace {

struct Found {
    std::optional<RunState> run;
    bool hasData = false;
};

} // namespace

Reconciler::Reconciler(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_state == State::Empty &&m_period ? look(true) : run(); });
    connect(&session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes == Session::Changes(Session::Change::Results) || changes == Session::Changes(Session::Change::Decisions))
            return;
        if (m_period && !m_session.isReadOnly())
            m_soon.start();
    });
    connect(&session, &Session::closed, this, [this] { setPeriod({}); });
}

void Reconciler::setPeriod(const std::optional<Period> &period)
{
    m_period = period;
    m_last.reset();
    if (!period || !m_session.isOpen())
        setState(State::NoPeriod);
    else
        look(true);
}

void Reconciler::look(bool runWhereOutdated)
{
    m_session.ask(
        this,
        [period = *m_period](Workspace &workspace) -> Result<Found> {
            const auto run = runState(workspace, period);
            if (!run)
                return run.error();
            const auto known = periods(workspace);
            if (!known)
                return known.error();
            return Found{*run, std::ranges::find(*known, period) != known->end()};
        },
        [this, period = *m_period, runWhereOutdated](const Result<Found> &answer) {
            if (!answer || m_period != period || m_state == State::Running)
                return;
            m_last = answer->run;
            if (!answer->hasData) {
                setState(State::Empty);
                return;
            }
            setState(!m_last ? State::Never : m_last->upToDate ? State::UpToDate : State::Outdated);
            if (runWhereOutdated && m_state != State::UpToDate && !m_session.isReadOnly())
                run();
        });
}

void Reconciler::run()
{
    if (!m_period || !m_session.isOpen() || m_session.isReadOnly())
        return;
    if (m_state == State::Running) {
        m_again = true;
        return;
    }
    setState(State::Running);
    m_session.askLong(
        this, tr("Reconciling %1").arg(periodText(*m_period)),
        [period = *m_period](Workspace &workspace, Progress &progress) { return reconcile(workspace, period, {}, progress); },
        [this, period = *m_period](const Result<RunSummary> &answer) {
            setState(m_period ? State::Outdated : State::NoPeriod);
            if (std::exchange(m_again, false)) {
                run();
                return;
            }
            if (!answer) {
                emit failed(answer.error());
                if (m_period && m_period != period)
                    look(true); // chosen while the other month ran: nobody has looked at it yet
                return;
            }
            if (m_period)
                look(m_period != period); // another month was chosen meanwhile
            emit finished(*answer);
            m_session.tellChanged(Session::Change::Results);
        });
}

void Reconciler::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace br
