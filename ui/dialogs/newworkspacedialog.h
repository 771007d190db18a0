// NewWorkspaceDialog: name, currency and file of a new workspace; nothing else is asked before there is something to see.
#pragma once

#include "ui/dialogs/prompts.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;

namespace br {

class NewWorkspaceDialog final : public QDialog {
    Q_OBJECT

public:
    NewWorkspaceDialog(Prompts &prompts, QWidget *parent);
    QString name() const;
    QString currency() const; // ISO code
    QString file() const;

private:
    void chooseFile();
    void suggestFile();
    void check();

    Prompts &m_prompts;
    QLineEdit *m_name;
    QComboBox *m_currency;
    QLineEdit *m_file;
    QDialogButtonBox *m_buttons;
    bool m_fileIsOurs = true; // the person has not chosen one
};

} // namespace br
