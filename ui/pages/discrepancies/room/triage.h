// Triage: every act of the main room as a QAction with its key: one list for keys, menus, buttons and the sheet of keys.
//
// Keys without a modifier work while the list or what alsoOn() names has the focus, and so are off in text fields. Owned by the list.
#pragma once

#include <QAction>
#include <QWidget>

#include <vector>

namespace br {

class Triage final : public QObject {
    Q_OBJECT

public:
    explicit Triage(QWidget *list);

    QAction *next, *previous, *extendDown, *extendUp, *tick, *drillIn, *back;
    QAction *approve, *edit, *accept, *dismiss, *reopen, *map, *note;
    QAction *undo, *redo, *search, *filters, *nextInDetail, *previousInDetail;

    const std::vector<QAction *> &all() const { return m_all; }
    void alsoOn(QWidget *detail); // what moves between rows, decides and takes back
    void searchOn(QWidget *page); // anywhere on it

private:
    QAction *make(const QString &name, const QString &icon, const QString &text, const QList<QKeySequence> &keys);
    QWidget *m_list;
    std::vector<QAction *> m_all;
};

} // namespace br
