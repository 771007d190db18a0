#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/bulkdialog.h"
#include "ui/pages/discrepancies/room/decisionform.h"
#include "ui/pages/discrepancies/room/detailpane.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/searchbar.h"

#include <QItemSelectionModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

namespace {

bool isOpenState(State state) { return state == State::Open || state == State::InReview || state == State::Outdated; }

bool fits(Act act, const DiscrepancyRow &row)
{
    switch (act) {
    case Act::Approve:
        return isOpenState(row.state) && canBeApproved(row.discrepancy.kind);
    case Act::Reopen:
        return !isOpenState(row.state);
    default:
        return isOpenState(row.state);
    }
}

// All would be cut because of a source that may have told nothing: one key is too little for that.
bool asksFirst(const DiscrepancyRow &row)
{
    const auto target = usualTarget(row.discrepancy);
    return !row.doubts.empty() && target && target->isZero();
}

bool canMap(Kind kind) { return kind == Kind::UnmappedClient || kind == Kind::UnmappedService; }

} // namespace

void Room::connectActs()
{
    const auto &t = *m_triage;
    connect(t.next, &QAction::triggered, this, [this] { moveBy(1, false); });
    connect(t.previous, &QAction::triggered, this, [this] { moveBy(-1, false); });
    connect(t.nextInDetail, &QAction::triggered, this, [this] { moveBy(1, false); });
    connect(t.previousInDetail, &QAction::triggered, this, [this] { moveBy(-1, false); });
    connect(t.extendDown, &QAction::triggered, this, [this] { moveBy(1, true); });
    connect(t.extendUp, &QAction::triggered, this, [this] { moveBy(-1, true); });
    connect(t.tick, &QAction::triggered, this, &Room::toggleTick);
    connect(t.back, &QAction::triggered, this, &Room::giveUp);
    connect(t.drillIn, &QAction::triggered, this, [this] {
        if (m_detail->form()->isOpen())
            m_detail->form()->focusFirst();
        else
            m_detail->setFocus();
    });
    connect(t.approve, &QAction::triggered, this, [this] { act(Act::Approve); });
    connect(t.edit, &QAction::triggered, this, [this] { askForm(static_cast<int>(DecisionForm::Purpose::Approve)); });
    connect(t.accept, &QAction::triggered, this, [this] { act(Act::Accept); });
    connect(t.dismiss, &QAction::triggered, this, [this] { act(Act::Dismiss); });
    connect(t.reopen, &QAction::triggered, this, [this] { act(Act::Reopen); });
    connect(t.note, &QAction::triggered, this, [this] { askForm(static_cast<int>(DecisionForm::Purpose::Note)); });
    connect(t.map, &QAction::triggered, this, [this] {
        if (const int row = goToTarget(); row >= 0)
            emit mapWanted(m_table->row(row));
    });
    connect(t.undo, &QAction::triggered, this, &Room::undoLast);
    connect(t.redo, &QAction::triggered, this, &Room::redoLast);
    connect(t.filters, &QAction::triggered, this, [this](bool on) {
        m_areFacetsWanted = on;
        fitFacets();
    });
    connect(t.search, &QAction::triggered, m_search->edit(), qOverload<>(&QWidget::setFocus));
    connect(
        m_list->selectionModel() ? m_list->selectionModel() : nullptr, &QItemSelectionModel::selectionChanged, this, &Room::refreshActs);
    connect(m_detail->form(), &DecisionForm::requested, this, &Room::send);
    connect(m_detail->form(), &DecisionForm::openChanged, this, &Room::refreshActs);
    connect(m_detail->form(), &DecisionForm::noteWritten, this, [this](const QString &text) {
        m_detail->form()->hide();
        m_list->setFocus();
        emit noteWanted(m_detail->key(), text);
    });
    connect(m_detail->form(), &DecisionForm::givenUp, this, [this] {
        m_detail->form()->hide();
        m_list->setFocus();
    });
    // Escape closes the form, and in the details leads back to the list; the keys of deciding work there too.
    for (auto *widget : m_detail->readers())
        m_triage->alsoOn(widget);
    auto *leave = new QAction(this);
    leave->setShortcut(QKeySequence(Qt::Key_Escape));
    leave->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_detail->addAction(leave);
    connect(leave, &QAction::triggered, this, [this] {
        if (m_detail->form()->isOpen())
            emit m_detail->form()->givenUp();
        m_list->setFocus();
    });
    connect(m_list, &ListTable::letterUnused, this, [this](const QString &letter) { showMessage(whyUnused(letter.toUpper()), false); });
}

QString Room::whyUnused(const QString &letter) const
{
    const auto rows = targets();
    if (rows.size() != 1 || m_table->isOpen(rows.front()))
        return tr("\"%1\" does nothing with this row.").arg(letter);
    const auto key = m_triage->reopen->shortcut().toString(QKeySequence::NativeText);
    return tr("\"%1\" does nothing with a row that is decided: %2 opens it again.").arg(letter, key);
}

void Room::moveBy(int rows, bool extend)
{
    const int count = m_table->rowCount();
    if (count == 0)
        return;
    const int from = std::max(0, m_list->cursorRow());
    const int to = std::clamp(from + rows, 0, count - 1);
    const auto index = m_table->index(to, std::max(0, m_list->currentIndex().column()));
    auto *selection = m_list->selectionModel();
    if (extend) {
        m_isTicking = true;
        selection->select(m_list->currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection->setCurrentIndex(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    } else if (m_isTicking) {
        selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    } else {
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    m_list->scrollTo(index);
    refreshActs();
}

void Room::toggleTick()
{
    if (m_list->cursorRow() < 0)
        return;
    auto *selection = m_list->selectionModel();
    if (!m_isTicking) {
        m_isTicking = true; // the cursor's row is selected already: that is its tick
        selection->select(m_list->currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    } else {
        selection->select(m_list->currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        if (m_list->selectedRows().empty()) { // the last tick is off: the cursor's row is what is decided again
            m_isTicking = false;
            m_list->setCursorRow(m_list->cursorRow());
        }
    }
    refreshActs();
}

void Room::giveUp()
{
    if (m_detail->form()->isOpen()) {
        emit m_detail->form()->givenUp();
        return;
    }
    if (m_isTicking || m_list->selectedRows().size() > 1) {
        m_isTicking = false;
        m_list->setCursorRow(m_list->cursorRow());
    } else if (!m_search->text().isEmpty()) {
        showQuery({});
    }
    refreshActs();
}

std::vector<int> Room::targets() const
{
    const auto selected = m_list->selectedRows();
    if (m_isTicking || selected.size() > 1)
        return selected;
    return m_list->cursorRow() < 0 ? std::vector<int>{} : std::vector<int>{m_list->cursorRow()};
}

void Room::refreshActs()
{
    if (!m_list->selectionModel())
        return;
    const auto rows = targets();
    // While a form asks, only the form decides: a key behind it would book the usual quantity instead of the one that was typed.
    const bool canAct
        = !m_isReadOnly && (m_stage == Stage::Ready || m_stage == Stage::Outdated) && !rows.empty() && !m_detail->form()->isOpen();
    bool canDecide = false;
    bool canSet = false;
    bool canReopen = false;
    // Of a large selection a sample is enough to light the buttons; the preview tells what stays out.
    for (size_t i = 0; canAct && i < rows.size() && i < 500; ++i) {
        const bool isOpen = m_table->isOpen(rows[i]);
        canDecide = canDecide || isOpen;
        canReopen = canReopen || !isOpen;
        canSet = canSet || (isOpen && canBeApproved(m_table->row(rows[i]).discrepancy.kind));
    }
    const auto &t = *m_triage;
    t.approve->setEnabled(canSet);
    t.edit->setEnabled(canSet && rows.size() == 1);
    t.accept->setEnabled(canDecide);
    t.dismiss->setEnabled(canDecide);
    t.reopen->setEnabled(canReopen && !canDecide);
    t.note->setEnabled(canAct && rows.size() == 1);
    t.map->setEnabled(canAct && rows.size() == 1 && canMap(m_table->row(rows.front()).discrepancy.kind));
    t.undo->setEnabled(!m_isReadOnly && m_history.canUndo());
    t.redo->setEnabled(!m_isReadOnly && m_history.canRedo());
    const auto count = static_cast<int>(rows.size());
    t.approve->setText(count > 1 ? tr("Approve %n…", nullptr, count) : tr("Approve"));
    t.accept->setText(count > 1 ? tr("Accept %n…", nullptr, count) : tr("Accept…"));
    t.dismiss->setText(count > 1 ? tr("Dismiss %n…", nullptr, count) : tr("Dismiss…"));
}

// What acts on one row acts on the one that is ticked, wherever the cursor has gone since: the cursor goes there.
int Room::goToTarget()
{
    const auto rows = targets();
    if (rows.size() != 1)
        return -1;
    if (rows.front() != m_list->cursorRow()) {
        m_isTicking = false;
        m_list->setCursorRow(rows.front());
    }
    return rows.front();
}

void Room::act(Act which)
{
    if (targets().size() > 1) {
        actOnMany(which);
        return;
    }
    const int row = goToTarget();
    if (row < 0 || !fits(which, m_table->row(row)))
        return;
    switch (which) {
    case Act::Approve: {
        if (asksFirst(m_table->row(row))) {
            askForm(static_cast<int>(DecisionForm::Purpose::Approve));
            m_detail->form()->showProblem(
                tr("Its source brought nothing, or far less than the month before. Enter approves it all the same."));
            break;
        }
        DecideRequest request;
        request.act = Act::Approve;
        request.from = m_from;
        request.reason = toUtf8(tr("Counted at the vendor"));
        send(request);
        break;
    }
    case Act::Accept:
        askForm(static_cast<int>(DecisionForm::Purpose::Accept));
        break;
    case Act::Dismiss:
        askForm(static_cast<int>(DecisionForm::Purpose::Dismiss));
        break;
    case Act::Reopen:
        askForm(static_cast<int>(DecisionForm::Purpose::Reopen));
        break;
    case Act::Start:
        break;
    }
}

void Room::actOnMany(Act which)
{
    BulkPlan plan;
    plan.act = which;
    for (const int row : targets()) {
        auto value = m_table->row(row);
        if (fits(which, value))
            plan.rows.push_back(std::move(value));
        else
            ++plan.leftOut;
    }
    BulkDialog dialog(plan, m_from, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<DecideRequest> requests;
    for (const auto &row : plan.rows) {
        DecideRequest request;
        request.key = row.key;
        request.act = which;
        request.reason = toUtf8(dialog.reason());
        if (which == Act::Approve)
            request.from = m_from;
        requests.push_back(std::move(request));
    }
    emit decideWanted(requests);
}

void Room::askForm(int purpose)
{
    const int row = goToTarget();
    if (row < 0)
        return;
    const auto value = m_table->row(row);
    m_detail->form()->ask(static_cast<DecisionForm::Purpose>(purpose), value.discrepancy, m_from, rowTitle(value));
}

void Room::send(DecideRequest request)
{
    request.key = m_detail->key();
    emit decideWanted({request});
}

void Room::showDecided(const std::vector<DiscrepancyRow> &rows, const std::vector<DecideRequest> &requests)
{
    m_detail->form()->hide();
    const bool wasReopened = !requests.empty() && requests.front().act == Act::Reopen;
    m_history.takeDone(requests);
    m_isTicking = false;
    const int before = std::max(0, m_list->cursorRow());
    const auto detailed = m_detail->key();
    m_table->replaceRows(rows);
    // An undone row is looked at again; a decided one leads to the next that is open.
    const int back = rows.empty() ? -1 : m_table->shownRowOf(rows.front().key);
    int row = wasReopened && back >= 0 ? back : m_table->nextOpen(std::min(before, std::max(0, m_table->rowCount() - 1)));
    if (row < 0 && m_table->rowCount() > 0)
        row = std::min(before, m_table->rowCount() - 1);
    m_list->setCursorRow(row);
    m_list->setFocus();
    refreshEmpty();
    showCursor();
    readAgain(detailed);
    refreshActs();
}

void Room::showChanged(const DiscrepancyRow &row)
{
    const auto before = m_list->cursorRow() >= 0 ? m_table->keyOf(m_list->cursorRow()) : std::string();
    m_table->replaceRows({row});
    putCursor(before); // sorted by notes, the row has gone elsewhere
    showCursor();
}

void Room::showRefused(const QString &why, const ActHistory::Acts &requests)
{
    m_history.takeRefused(requests);
    if (m_detail->form()->isOpen())
        m_detail->form()->showProblem(why);
    else
        showMessage(why, true);
}

void Room::showDone(std::vector<ActHistory::Acts> acts)
{
    m_history.start(std::move(acts));
    refreshActs();
}

void Room::forget()
{
    m_history.start({});
    m_isTicking = false;
    m_detail->forgetDrafts();
    m_search->setText({});
    showMessage({}, false);
    refreshActs();
}

void Room::undoLast()
{
    if (const auto reopen = m_history.undo(toUtf8(tr("Undone"))))
        emit decideWanted(*reopen);
}

void Room::redoLast()
{
    if (const auto again = m_history.redo())
        emit decideWanted(*again);
}

} // namespace br
