// ShortcutSheet: every action with its key, to look up and to change: a key that another action has is refused with its name.
//
// Changes hold at once and are kept (shortcuts.h). Thread rule: interface thread.
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <utility>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace br {

class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction *> &everywhere, const QList<QAction *> &inTheList, QWidget *parent);

private:
    void addGroup(const QString &title, const QList<QAction *> &actions);
    void addFixed();
    void addFixed(const QString &title, const QList<std::pair<QString, QString>> &actions);
    void layOut();
    void showChosen();
    void showKeys(QTreeWidgetItem *item);
    void take();
    void say(const QString &text, bool isBad);
    QAction *chosen() const;

    QList<QAction *> m_actions;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QPushButton *m_set;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_answer;
};

} // namespace br
