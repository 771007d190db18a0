#include "ui/mainwindow/menus.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace br {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Menus", text); }

QAction *add(
    QMenu *menu, const QString &name, const QString &text, const QString &icon, const QKeySequence &keys, const std::function<void()> &call)
{
    QAction *action = icon.isEmpty() ? menu->addAction(text) : menu->addAction(themeIcon(icon), text);
    action->setObjectName(name);
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, menu, [call] { call(); });
    return action;
}

void addRecent(QMenu *file, const MenuCalls &calls)
{
    QMenu *recent = file->addMenu(QCoreApplication::translate("Menus", "Open &recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    QObject::connect(recent, &QMenu::aboutToShow, recent, [recent, calls] {
        recent->clear();
        const QStringList files = calls.recent();
        for (const QString &path : files)
            recent->addAction(path, recent, [calls, path] { calls.openRecent(path); });
        if (files.isEmpty())
            recent->addAction(QCoreApplication::translate("Menus", "No recent workspace"))->setEnabled(false);
    });
}

void addThemes(QMenu *view, ThemeChoice now, const MenuCalls &calls)
{
    QMenu *themes = view->addMenu(QCoreApplication::translate("Menus", "&Theme"));
    auto *group = new QActionGroup(themes);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, QCoreApplication::translate("Menus", "As the &system")},
        {ThemeChoice::Light, QCoreApplication::translate("Menus", "&Light")},
        {ThemeChoice::Dark, QCoreApplication::translate("Menus", "&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = themes->addAction(text);
        action->setObjectName(QStringLiteral("theme-") + themeChoiceText(choice));
        action->setCheckable(true);
        action->setChecked(choice == now);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, themes, [calls, choice = choice] { calls.setTheme(choice); });
    }
}

} // namespace

QList<QAction *> makeMenus(QMainWindow &window, const std::vector<PageEntry> &pages, ThemeChoice theme, const MenuCalls &calls)
{
    QList<QAction *> needOpen;
    QMenu *file = window.menuBar()->addMenu(tr(QT_TRANSLATE_NOOP("Menus", "&File")));
    add(file, QStringLiteral("actionNew"), tr(QT_TRANSLATE_NOOP("Menus", "&New workspace…")), QStringLiteral("new"), QKeySequence::New,
        calls.createNew);
    add(file, QStringLiteral("actionOpen"), tr(QT_TRANSLATE_NOOP("Menus", "&Open…")), QStringLiteral("open"), QKeySequence::Open,
        calls.open);
    addRecent(file, calls);
    add(file, QStringLiteral("actionSample"), tr(QT_TRANSLATE_NOOP("Menus", "Open the &sample")), QStringLiteral("sample"), {},
        calls.sample);
    file->addSeparator();
    needOpen << add(file, QStringLiteral("actionImport"), tr(QT_TRANSLATE_NOOP("Menus", "&Import files…")), QStringLiteral("import"),
        Qt::CTRL | Qt::Key_I, calls.import);
    needOpen << add(file, QStringLiteral("actionSyncAll"), tr(QT_TRANSLATE_NOOP("Menus", "S&ync all sources")), QStringLiteral("reconcile"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_Y, calls.syncAll);
    needOpen << add(file, QStringLiteral("actionExport"), tr(QT_TRANSLATE_NOOP("Menus", "&Export adjustments…")), QStringLiteral("export"),
        Qt::CTRL | Qt::Key_E, calls.exportSheet);
    file->addSeparator();
    add(file, QStringLiteral("actionUserName"), tr(QT_TRANSLATE_NOOP("Menus", "Yo&ur name…")), QStringLiteral("user"), {}, calls.enterName);
    file->addSeparator();
    needOpen << add(
        file, QStringLiteral("actionClose"), tr(QT_TRANSLATE_NOOP("Menus", "&Close workspace")), {}, Qt::CTRL | Qt::Key_W, calls.close);
    add(file, QStringLiteral("actionQuit"), tr(QT_TRANSLATE_NOOP("Menus", "&Quit")), {}, Qt::CTRL | Qt::Key_Q,
        [&window] { window.close(); });

    QMenu *month = window.menuBar()->addMenu(tr(QT_TRANSLATE_NOOP("Menus", "&Month")));
    needOpen << add(month, QStringLiteral("actionReconcile"), tr(QT_TRANSLATE_NOOP("Menus", "&Reconcile")), QStringLiteral("reconcile"),
        Qt::Key_F5, calls.reconcile);
    needOpen << add(month, QStringLiteral("actionPreviousMonth"), tr(QT_TRANSLATE_NOOP("Menus", "&Previous month")),
        QStringLiteral("chevron-left"), Qt::ALT | Qt::Key_Left, calls.previousMonth);
    needOpen << add(month, QStringLiteral("actionNextMonth"), tr(QT_TRANSLATE_NOOP("Menus", "Ne&xt month")),
        QStringLiteral("chevron-right"), Qt::ALT | Qt::Key_Right, calls.nextMonth);
    needOpen << add(
        month, QStringLiteral("actionAddMonth"), tr(QT_TRANSLATE_NOOP("Menus", "&Add month")), QStringLiteral("add"), {}, calls.addMonth);

    QMenu *view = window.menuBar()->addMenu(tr(QT_TRANSLATE_NOOP("Menus", "&View")));
    int number = 1;
    for (const PageEntry &page : pages) {
        needOpen << add(view, QStringLiteral("actionShow-") + page.name, page.title, QStringLiteral("nav-") + page.name,
            QKeySequence(QStringLiteral("Ctrl+%1").arg(number++)), [calls, name = page.name] { calls.showPage(name); });
    }
    view->addSeparator();
    addThemes(view, theme, calls);

    QMenu *help = window.menuBar()->addMenu(tr(QT_TRANSLATE_NOOP("Menus", "&Help")));
    add(help, QStringLiteral("actionPalette"), tr(QT_TRANSLATE_NOOP("Menus", "&Do something…")), QStringLiteral("search"),
        Qt::CTRL | Qt::Key_K, calls.palette);
    add(help, QStringLiteral("actionShortcuts"), tr(QT_TRANSLATE_NOOP("Menus", "&Keyboard shortcuts")), QStringLiteral("keyboard"), {},
        calls.shortcuts)
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_Question)});
    add(help, QStringLiteral("actionAbout"), tr(QT_TRANSLATE_NOOP("Menus", "&About BillingReconcile")), QStringLiteral("info"), {},
        calls.about);
    return needOpen;
}

} // namespace br
