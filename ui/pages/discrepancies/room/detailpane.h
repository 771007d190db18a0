// DetailPane: one discrepancy in full: both sides, why, the names behind each step, the last months, history, notes, buttons.
//
// Shows what it is given; what has to be loaded (steps with names, decisions, notes) comes later and only if it is still about
// the row shown. Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace br {

class DecisionForm;
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
    const std::string &key() const { return m_key; }
    DecisionForm *form() const { return m_form; }
    TraceView *trace() const { return m_trace; }
    void setReadOnly(bool isReadOnly);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addText(QVBoxLayout *layout, const QString &name);
    QLabel *addHeading(QVBoxLayout *layout, const QString &text);
    QWidget *makeButtons(const Triage &triage);
    void paintHead();
    void showSides(const DiscrepancyRow &row);
    static QString historyText(const std::vector<Decision> &decisions);

    std::string m_key;
    Kind m_kind = Kind::Underbilled;
    State m_state = State::Open;
    QScrollArea *m_scroll;
    QLabel *m_kindIcon, *m_kindName, *m_stateIcon, *m_stateName, *m_title, *m_subtitle, *m_money, *m_moneyNote, *m_doubt, *m_why, *m_advice,
        *m_traceLine, *m_history, *m_notes;
    QLabel *m_traceHeading, *m_monthsHeading, *m_historyHeading, *m_notesHeading;
    TwoSides *m_sides;
    TraceView *m_trace;
    MonthsView *m_months;
    DecisionForm *m_form;
    QWidget *m_buttons;
};

} // namespace br
