// DetailPane: one discrepancy in full: both sides, why, the names behind each step, the last months, history, notes, buttons.
//
// Shows what it is given; what has to be loaded (steps with names, decisions, notes) comes later and only if it is still about
// the row shown. Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/pastmonths.h"
#include "ui/pages/discrepancies/room/decisionform.h"

#include <QWidget>

#include <map>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace br {

class MonthsView;
class TraceView;
class Triage;
class TwoSides;

class DetailPane final : public QWidget {
    Q_OBJECT

public:
    DetailPane(const Triage &triage, QWidget *parent = nullptr);
    void clear();
    void showRow(const DiscrepancyRow &row);
    void showPosition(const PositionDetail &detail);
    void showHistory(const std::vector<Decision> &decisions, const std::vector<Note> &notes);
    void showPast(const PastMonths &past);
    const std::string &key() const { return m_key; }
    DecisionForm *form() const { return m_form; }
    TraceView *trace() const { return m_trace; }
    std::vector<QWidget *> readers() const; // that take the keyboard and are no text field
    void setReadOnly(bool isReadOnly);
    void setFirstDay(Day firstDayOfNextPeriod) { m_from = firstDayOfNextPeriod; }
    void forgetDrafts(); // and closes the form

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addText(QVBoxLayout *layout, const QString &name);
    QLabel *addHeading(QVBoxLayout *layout, const QString &text);
    QWidget *makeButtons(const Triage &triage);
    void paintHead();
    void keepDraft();
    void resumeDraft(const DiscrepancyRow &row);
    void showButtons();
    void showSides(const DiscrepancyRow &row);

    std::string m_key;
    Kind m_kind = Kind::Underbilled;
    State m_state = State::Open;
    Day m_from;
    bool m_isReadOnly = false;
    struct Kept {
        DecisionForm::Draft draft;
        State state; // the row was in: what no longer fits is dropped
    };
    std::map<std::string, Kept> m_drafts; // of rows that are not shown
    QScrollArea *m_scroll;
    QLabel *m_kindIcon, *m_kindName, *m_stateIcon, *m_stateName, *m_title, *m_subtitle, *m_money, *m_moneyNote, *m_since, *m_doubt, *m_why,
        *m_advice, *m_traceLine, *m_history, *m_past, *m_notes;
    QLabel *m_traceHeading, *m_monthsHeading, *m_historyHeading, *m_pastHeading, *m_notesHeading;
    TwoSides *m_sides;
    TraceView *m_trace;
    MonthsView *m_months;
    DecisionForm *m_form;
    QWidget *m_buttons;
};

} // namespace br
