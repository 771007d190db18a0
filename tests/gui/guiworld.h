// GuiWorld: the real window on a real session and real files, with scripted answers, for tests that drive it.
//
// Settings are the test's own and empty at first. Waiting never stops the window.
#pragma once

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "tests/gui/scriptedprompts.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace br {

class FixedClock final : public Clock {
public:
    std::string nowUtc() const override { return "2026-11-03T09:00:00.000Z"; }
};

class GuiWorld final {
public:
    explicit GuiWorld(const char *name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("BillingReconcileTest"));
        QCoreApplication::setApplicationName(QLatin1String(name));
        QSettings().clear();
        QLocale::setDefault(QLocale::c());
        registry = std::make_unique<Registry>(Registry::defaultFolders());
        environment = {&clock, registry.get(), "maria"};
        session = std::make_unique<Session>(environment);
        makeWindow();
    }

    void makeWindow()
    {
        Shell shell;
        shell.session = session.get();
        shell.prompts = &prompts;
        shell.clock = &clock;
        shell.setTheme = [](ThemeChoice) {};
        window = std::make_unique<MainWindow>(std::move(shell));
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
    }

    QString write(const char *name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    // A verb's answer, waited for without stopping the window.
    template <class Verb>
    auto answerOf(Verb verb)
    {
        using Outcome = std::invoke_result_t<Verb, Workspace &>;
        std::optional<Outcome> answer;
        session->ask(window.get(), verb, [&answer](Outcome outcome) { answer = std::move(outcome); });
        for (int i = 0; i < 1000 && !answer; ++i)
            QTest::qWait(10);
        return answer.value_or(Outcome(Error{Errc::Internal, "no answer", {}}));
    }

    // True once nothing runs and nothing is asked for a while.
    bool settles()
    {
        int quiet = 0;
        for (int i = 0; i < 2000 && quiet < 6; ++i) {
            QTest::qWait(20);
            quiet = window->isSettled() ? quiet + 1 : 0;
        }
        return quiet >= 6;
    }

    bool shows(const char *page)
    {
        window->showPage(QString::fromLatin1(page));
        return settles();
    }

    template <class T>
    T *find(const char *name)
    {
        T *found = window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qWarning("no widget %s", name);
        return found;
    }

    bool click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled() || !button->isVisible())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    // With BR_GUI_SHOTS=folder every step leaves a picture, for people to look at.
    static void picture(QWidget &widget, const char *name)
    {
        const QString shots = qEnvironmentVariable("BR_GUI_SHOTS");
        if (!shots.isEmpty())
            widget.grab().save(shots + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }

    QTemporaryDir folder;
    FixedClock clock;
    std::unique_ptr<Registry> registry;
    Environment environment;
    std::unique_ptr<Session> session;
    ScriptedPrompts prompts;
    std::unique_ptr<MainWindow> window;
};

} // namespace br
