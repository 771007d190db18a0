// ClientChooser: one client out of many, found by typing; suggestions with their reasons come first. Thread rule: interface thread.
#pragma once

#include "core/workspace/linking.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace br {

class ClientChooser final : public QDialog {
    Q_OBJECT

public:
    ClientChooser(const QString &account, const std::vector<Client> &clients, const std::vector<Suggestion> &suggestions, QWidget *parent);
    ClientId client() const;
    std::string reason() const; // of the suggestion taken; "chosen by hand" otherwise

protected:
    bool eventFilter(QObject *object, QEvent *event) override; // arrows move in the list while typing

private:
    void filter(const QString &text);
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_go;
};

} // namespace br
