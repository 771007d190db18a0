// CommandPalette: every action by a few letters of its name: type, arrows, Enter. Only what can be done now is offered.
//
// Words may stand in any order. The action is triggered after the palette has closed. Thread rule: interface thread.
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;

namespace br {

class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);
    QAction *chosen() const; // none: nullptr

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();

    QList<QAction *> m_actions;
    QLineEdit *m_typed;
    QListWidget *m_offers;
};

} // namespace br
