// ScriptedPrompts: answers the questions of the window from a list, in order, and remembers what was told. An unexpected
// question is a failure of the test.
#pragma once

#include "ui/dialogs/prompts.h"

#include <QDialog>
#include <QTest>

#include <deque>
#include <functional>

namespace br {

class ScriptedPrompts final : public Prompts {
public:
    std::deque<QStringList> files;
    std::deque<QString> saves;
    std::deque<bool> confirms;
    std::deque<QString> texts;
    std::deque<std::function<int(QDialog &)>> dialogs;
    QStringList told;
    QStringList unexpected;

    QString openFile(QWidget *, const QString &title, const QString &) override { return next(files, title).value(0); }
    QStringList openFiles(QWidget *, const QString &title, const QString &) override { return next(files, title); }
    QString saveFile(QWidget *, const QString &title, const QString &, const QString &) override { return next(saves, title); }
    bool confirm(QWidget *, const QString &title, const QString &, const QString &) override { return next(confirms, title); }
    std::optional<QString> text(QWidget *, const QString &title, const QString &, const QString &) override
    {
        const QString answer = next(texts, title);
        return answer.isEmpty() ? std::nullopt : std::optional(answer);
    }
    void tell(QWidget *, const QString &title, const QString &text, const QString &detail) override
    {
        told << title + QStringLiteral(": ") + text + QLatin1Char(' ') + detail;
    }
    int run(QDialog &dialog) override
    {
        const auto script = next(dialogs, dialog.windowTitle());
        if (!script)
            return QDialog::Rejected;
        dialog.show();
        return script(dialog);
    }

private:
    template <class T>
    T next(std::deque<T> &answers, const QString &title)
    {
        if (answers.empty()) {
            unexpected << title;
            return {};
        }
        T answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }
};

} // namespace br
