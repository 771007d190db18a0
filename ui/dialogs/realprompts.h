// RealPrompts: asks the person at the screen. Remembers the last folder for the running program.
#pragma once

#include "ui/dialogs/prompts.h"

namespace br {

class RealPrompts final : public Prompts {
public:
    QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter) override;
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) override;
    std::optional<QString> text(QWidget *parent, const QString &title, const QString &label, const QString &initial) override;
    void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail) override;
    int run(QDialog &dialog) override;

private:
    QString folder() const;
    void remember(const QString &file);
    QString m_folder;
};

} // namespace br
