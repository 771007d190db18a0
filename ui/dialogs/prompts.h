// Prompts: every question that stops for a person: file names, yes or no, one line of text, a whole dialog.
//
// Pages get it by their constructor; the program gives RealPrompts, tests give a scripted one. Blocking (a nested event
// loop). Nothing chosen is an empty answer. Thread rule: interface thread.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QDialog;
class QWidget;

namespace br {

class Prompts {
public:
    virtual ~Prompts() = default;
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter) = 0;
    // `action` is the word on the button that goes on: "Remove source", never "OK".
    virtual bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) = 0;
    // What was typed, never empty; none: given up.
    virtual std::optional<QString> text(QWidget *parent, const QString &title, const QString &label, const QString &initial) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail) = 0;
    virtual int run(QDialog &dialog) = 0; // QDialog::Accepted or Rejected
};

} // namespace br
