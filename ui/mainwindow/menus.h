// Menus: every action of the window with its shortcut; built once, told to the window by the calls it is given.
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QStringList>

#include <functional>

class QAction;
class QMainWindow;

namespace br {

struct MenuCalls {
    std::function<void()> createNew, open, sample, close, import, exportSheet, reconcile, previousMonth, nextMonth, addMonth, about,
        shortcuts, palette, syncAll, enterName;
    std::function<QStringList()> recent;
    std::function<void(const QString &)> openRecent;
    std::function<void(const QString &)> showPage;
    std::function<void(ThemeChoice)> setTheme;
};

struct PageEntry {
    QString name;
    QString title;
};

// Returns the actions that make sense only with an open workspace.
QList<QAction *> makeMenus(QMainWindow &window, const std::vector<PageEntry> &pages, ThemeChoice theme, const MenuCalls &calls);

} // namespace br
