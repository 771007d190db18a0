// MonthBar: the header: which workspace, which month, and whether its results are up to date, with Reconcile.
//
// Thread rule: interface thread.
#pragma once

#include "ui/mainwindow/reconciler.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace br {

class ToneLabel;

class MonthBar final : public QFrame {
    Q_OBJECT

public:
    MonthBar(Reconciler &reconciler, QWidget *parent);
    void setTitle(const QString &title);
    void setWritable(bool writable);
    // Known months, newest first; keeps the chosen one, or takes `wanted`, or the newest.
    void setPeriods(const std::vector<Period> &periods, const std::optional<Period> &wanted);
    void forget(); // another workspace
    std::optional<Period> period() const;
    void choose(Period period); // adds it where it is not known
    void step(int months);      // to the next or previous known month
    void setToday(Day today) { m_today = today; }

signals:
    void periodChosen(const std::optional<br::Period> &period);

public:
    void addMonth(); // the one after the newest known

private:
    void showState();
    void announce();

    Reconciler &m_reconciler;
    QLabel *m_title;
    QComboBox *m_periods;
    QLabel *m_icon;
    ToneLabel *m_state;
    QPushButton *m_run;
    std::vector<Period> m_known;
    std::optional<Period> m_told;
    Day m_today;
    bool m_writable = true;
};

} // namespace br
