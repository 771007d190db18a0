#include "ui/pages/discrepancies/discrepanciespage.h"

#include "core/base/text.h"
#include "core/workspace/billedworth.h"
#include "core/workspace/exporting.h"
#include "core/workspace/listing.h"
#include "core/workspace/pastmonths.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/sourcing.h"
#include "ui/models/cells.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/lastacts.h"
#include "ui/pages/discrepancies/room/room.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace br {

namespace {

// Everything the room needs of a period, read in one go on the worker thread.
struct Month {
    bool hasData = false;
    std::optional<RunState> run;
    DiscrepancyColumns rows;
    PositionTotals positions;
    AdjustmentWorth approved;
    std::vector<std::vector<DecideRequest>> lastActs;
};

Result<Month> readMonth(Workspace &workspace, Period period)
{
    Month month;
    const auto known = periods(workspace);
    if (!known)
        return known.error();
    month.hasData = std::ranges::find(*known, period) != known->end();
    auto run = runState(workspace, period);
    if (!run)
        return run.error();
    month.run = *run;
    if (!month.run)
        return month;
    auto rows = discrepancyRows(workspace, period);
    if (!rows)
        return rows.error();
    auto approved = approvedWorth(workspace, period, *rows);
    if (!approved)
        return approved.error();
    month.approved = std::move(*approved);
    const auto exported = handedOver(workspace, period);
    if (!exported)
        return exported.error();
    month.lastActs = lastActs(*rows, workspace.environment().user, exported->empty() ? std::string() : exported->front().at);
    month.rows = DiscrepancyColumns::from(period, *rows);
    const auto all = untracedPositions(workspace, period);
    if (!all)
        return all.error();
    const auto billed = billedWorth(workspace, period, *all);
    if (!billed)
        return billed.error();
    month.positions = positionTotals(*all, *billed);
    return month;
}

struct History {
    std::vector<Decision> decisions;
    std::vector<Note> notes;
};

} // namespace

DiscrepanciesPage::DiscrepanciesPage(Session &session, QWidget *parent, Prompts *prompts)
    : QWidget(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_room(new Room(this))
{
    setObjectName(u"discrepanciesPage"_s);
    setAccessibleName(tr("Discrepancies"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_room);
    setFocusProxy(m_room);
    m_room->setStage(Room::Stage::NoWorkspace, {});
    connect(m_room, &Room::decideWanted, this, &DiscrepanciesPage::decideAbout);
    connect(m_room, &Room::detailWanted, this, &DiscrepanciesPage::loadDetail);
    connect(m_room, &Room::noteWanted, this, &DiscrepanciesPage::addNoteTo);
    connect(m_room, &Room::saveViewWanted, this, &DiscrepanciesPage::saveViewAs);
    connect(m_room, &Room::removeViewWanted, this, &DiscrepanciesPage::removeViewOf);
    connect(m_room, &Room::reconcileWanted, this, &DiscrepanciesPage::reconcileNow);
    connect(m_room, &Room::sourcesWanted, this, &DiscrepanciesPage::sourcesRequested);
    connect(m_room, &Room::positionsWanted, this, &DiscrepanciesPage::clientsRequested);
    connect(m_room, &Room::openWanted, this, &DiscrepanciesPage::openRequested);
    connect(m_room, &Room::mapWanted, this, [this](const DiscrepancyRow &row) {
        emit mappingRequested(row.discrepancy.subject.account.isEmpty() ? u"meters"_s : u"accounts"_s);
    });
    connect(&m_session, &Session::changed, this, &DiscrepanciesPage::takeChange);
    connect(&m_session, &Session::opened, this, [this] {
        m_wantsLastActs = true;
        m_room->forget();
        reload();
    });
    connect(&m_session, &Session::opened, this, &DiscrepanciesPage::readViews);
    connect(&m_session, &Session::closed, this, [this] {
        ++m_ticket;
        m_room->forget();
        m_room->showRows({});
        m_room->setStage(Room::Stage::NoWorkspace, {});
    });
}

QString DiscrepanciesPage::periodName() const { return m_period ? periodText(*m_period) : QString(); }

void DiscrepanciesPage::setPeriod(const std::optional<Period> &period)
{
    if (m_period != period) {
        m_wantsLastActs = true;
        m_room->showDone({}); // until the acts of that month are read
    }
    m_period = period;
    if (period) {
        m_room->setFirstDay(period->next().firstDay());
        reload();
        return;
    }
    ++m_ticket; // rows of another workspace must not stay, nor come late
    m_positions = {};
    m_approved = {};
    m_room->showRows({});
    m_room->setStage(m_session.isOpen() ? Room::Stage::NoData : Room::Stage::NoWorkspace, {});
    refreshStrip();
}

void DiscrepanciesPage::showQuery(const QString &query) { m_room->showQuery(query); }

void DiscrepanciesPage::showRows(const std::vector<DiscrepancyRow> &rows)
{
    m_room->setStage(Room::Stage::Ready, periodName());
    m_room->showRows(DiscrepancyColumns::from(m_period.value_or(Period()), rows));
    refreshStrip();
}

void DiscrepanciesPage::takeChange(Session::Changes changes)
{
    if (!m_isTelling
        && (changes
            & (Session::Change::Results | Session::Change::Decisions | Session::Change::Sources | Session::Change::Links
                | Session::Change::Rules)))
        reload();
}

void DiscrepanciesPage::reload()
{
    if (!m_session.isOpen() || !m_period)
        return;
    m_room->setReadOnly(m_session.isReadOnly());
    const int ticket = ++m_ticket;
    m_session.ask(
        this, [period = *m_period](Workspace &workspace) { return readMonth(workspace, period); },
        [this, ticket](Result<Month> month) {
            if (ticket != m_ticket)
                return;
            if (!month) {
                m_room->showRefused(toQString(month.error().message));
                return;
            }
            m_positions = std::move(month->positions);
            m_approved = std::move(month->approved);
            using Stage = Room::Stage;
            const auto stage = !month->hasData ? Stage::NoData
                : !month->run                  ? Stage::NotReconciled
                : month->run->upToDate         ? Stage::Ready
                                               : Stage::Outdated;
            m_room->setStage(stage, periodName());
            m_room->showRows(std::move(month->rows));
            if (std::exchange(m_wantsLastActs, false)) // from then on the room knows its own
                m_room->showDone(std::move(month->lastActs));
            refreshStrip();
        });
}

void DiscrepanciesPage::refreshStrip() { m_room->showStrip(stripNumbers(m_positions, m_room->table()->allTotals(), m_approved)); }

void DiscrepanciesPage::reconcileNow()
{
    if (!m_period)
        return;
    m_session.askLong(
        this, tr("Reconciling %1").arg(periodName()),
        [period = *m_period](Workspace &workspace, Progress &progress) { return reconcile(workspace, period, std::nullopt, progress); },
        [this](const Result<RunSummary> &summary) {
            if (!summary) {
                m_room->showRefused(toQString(summary.error().message));
                return;
            }
            m_session.tellChanged(Session::Change::Results);
        });
}

void DiscrepanciesPage::decideAbout(const std::vector<DecideRequest> &requests)
{
    const auto verb = [requests](Workspace &workspace) -> Result<std::vector<DiscrepancyRow>> {
        const auto decided = decideAll(workspace, requests);
        if (!decided)
            return decided.error();
        std::vector<DiscrepancyRow> rows;
        for (const auto &request : requests) {
            auto row = discrepancyRow(workspace, request.key);
            if (!row)
                return row.error();
            if (*row)
                rows.push_back(std::move(**row));
        }
        return rows;
    };
    m_session.ask(this, verb, [this, requests](Result<std::vector<DiscrepancyRow>> rows) {
        if (!rows) {
            m_room->showRefused(toQString(rows.error().message), requests);
            return;
        }
        m_room->showDecided(*rows, requests);
        refreshStrip();
        readApproved();
        const QScopedValueRollback telling(m_isTelling, true);
        m_session.tellChanged(Session::Change::Decisions);
    });
}

// Not from the rows' own money: another quantity may have been approved than was counted.
void DiscrepanciesPage::readApproved()
{
    if (!m_period)
        return;
    std::vector<DiscrepancyRow> approved;
    const auto &values = m_room->table()->values();
    for (size_t at = 0; at < values.size(); ++at) {
        if (static_cast<State>(values.state[at]) == State::Approved)
            approved.push_back(values.row(at));
    }
    const int ticket = ++m_approvedTicket;
    m_session.ask(
        this, [period = *m_period, approved](Workspace &workspace) { return approvedWorth(workspace, period, approved); },
        [this, ticket, reload = m_ticket](Result<AdjustmentWorth> worth) {
            if (ticket != m_approvedTicket || reload != m_ticket)
                return;
            if (!worth) {
                m_room->showRefused(toQString(worth.error().message));
                return;
            }
            m_approved = std::move(*worth);
            refreshStrip();
        });
}

void DiscrepanciesPage::loadDetail(const DiscrepancyRow &row)
{
    if (!m_session.isOpen() || !m_period)
        return;
    const auto key = row.key;
    const auto &subject = row.discrepancy.subject;
    if (!subject.client.isEmpty() && !subject.service.isEmpty()) {
        m_session.ask(
            this,
            [period = *m_period, client = subject.client, service = subject.service](
                Workspace &w) { return positionDetail(w, period, client, service); },
            [this, key](Result<PositionDetail> detail) {
                if (detail)
                    m_room->showPosition(key, *detail);
            });
    }
    const auto history = [key](Workspace &workspace) -> Result<History> {
        auto made = decisions(workspace, key);
        if (!made)
            return made.error();
        auto written = notes(workspace, key, ClientId());
        if (!written)
            return written.error();
        return History{std::move(*made), std::move(*written)};
    };
    m_session.ask(this, history, [this, key](Result<History> history) {
        if (history)
            m_room->showHistory(key, history->decisions, history->notes);
    });
    const auto past = [row = row.discrepancy, period = *m_period](Workspace &workspace) { return pastMonths(workspace, row, period); };
    m_session.ask(this, past, [this, key](Result<PastMonths> past) {
        if (past)
            m_room->showPast(key, *past);
    });
}

void DiscrepanciesPage::addNoteTo(const std::string &key, const QString &text)
{
    Note note;
    note.key = key;
    note.text = toUtf8(text);
    const auto verb = [note](Workspace &workspace) -> Result<std::optional<DiscrepancyRow>> {
        if (const auto added = addNote(workspace, note); !added)
            return added.error();
        return discrepancyRow(workspace, note.key);
    };
    m_session.ask(this, verb, [this](Result<std::optional<DiscrepancyRow>> row) {
        if (!row) {
            m_room->showRefused(toQString(row.error().message));
            return;
        }
        if (*row) {
            m_room->showChanged(**row);
            loadDetail(**row);
        }
    });
}

} // namespace br
