// The window's side of its menus: what each action calls.
#include "ui/mainwindow/mainwindow.h"

#include "core/base/text.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/dialogs/shortcuts.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/mainwindow/menus.h"
#include "ui/mainwindow/monthbar.h"
#include "ui/mainwindow/navigation.h"
#include "ui/mainwindow/reconciler.h"
#include "ui/mainwindow/username.h"
#include "ui/pages/discrepancies/discrepanciespage.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/pages/services/servicespage.h"
#include "ui/pages/sources/sourcespage.h"

#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

namespace br {

void MainWindow::makeMenus()
{
    MenuCalls calls;
    calls.createNew = [this] { leaveThen([this] { m_files->createNew(); }); };
    calls.open = [this] { leaveThen([this] { m_files->chooseAndOpen(); }); };
    calls.sample = [this] { leaveThen([this] { m_files->openSample(); }); };
    calls.close = [this] { leaveThen([this] { m_shell.session->close(); }); };
    calls.import = [this] {
        showPage(QStringLiteral("sources"));
        m_sources->importFiles({});
    };
    calls.syncAll = [this] { syncAll(); };
    calls.exportSheet = [this] { showPage(QStringLiteral("export")); };
    calls.reconcile = [this] { m_reconciler->run(); };
    calls.previousMonth = [this] { m_month->step(-1); };
    calls.nextMonth = [this] { m_month->step(1); };
    calls.addMonth = [this] { m_month->addMonth(); };
    calls.recent = [this] { return m_files->recent().list(); };
    calls.openRecent = [this](const QString &file) { leaveThen([this, file] { m_files->open(file); }); };
    calls.showPage = [this](const QString &name) { showPage(name); };
    calls.setTheme = [this](ThemeChoice choice) { m_shell.setTheme(choice); };
    calls.shortcuts = [this] {
        ShortcutSheet sheet(menuActions(), listActions(), this);
        m_shell.prompts->run(sheet);
    };
    calls.palette = [this] {
        // What belongs to the list of discrepancies is offered where the list is seen.
        CommandPalette palette(m_discrepancies->isVisible() ? listActions() + menuActions() : menuActions(), this);
        if (m_shell.prompts->run(palette) == QDialog::Accepted && palette.chosen())
            palette.chosen()->trigger();
    };
    calls.enterName = [this] {
        const auto name = m_shell.prompts->text(this, tr("Your name"),
            tr("Stands beside your decisions and notes, and in what you export. Empty: your login name."), userName());
        if (!name)
            return;
        keepUserName(*name);
        m_shell.session->setUser(toUtf8(userName()));
        refreshPages(); // whose last decision can be undone
        statusBar()->showMessage(tr("From now on you act as %1.").arg(userName()));
    };
    calls.about = [this] {
        m_shell.prompts->tell(this, tr("About BillingReconcile"),
            tr("BillingReconcile %1\n\nCompares what a managed service provider bills with what its clients use.\n\n"
               "Free software under the GNU General Public License, version 3 or later. It comes without any warranty.")
                .arg(QStringLiteral(BR_VERSION)),
            {});
    };
    std::vector<PageEntry> entries;
    for (int i = 0; i < m_names.size(); ++i)
        entries.push_back({m_names[i], m_navigation->titleAt(i)});
    m_needOpen = br::makeMenus(*this, entries, m_shell.theme, calls);
    adoptShortcuts(menuActions());
    adoptShortcuts(listActions());
}

void MainWindow::leaveThen(const std::function<void()> &go)
{
    if (m_services->mayClose(go))
        go();
}

void MainWindow::syncAll()
{
    showPage(QStringLiteral("sources"));
    m_sources->syncAll();
}

QList<QAction *> MainWindow::menuActions() const
{
    QList<QAction *> all;
    const QList<QMenu *> menus = menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus)
        all << menu->actions();
    return all;
}

QList<QAction *> MainWindow::listActions() const
{
    const auto &triage = m_discrepancies->room()->triage().all();
    return {triage.begin(), triage.end()};
}

} // namespace br
