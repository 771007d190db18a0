#include "ui/dialogs/shortcuts.h"

#include <QAction>
#include <QSettings>

namespace br {

namespace {

const char defaultsProperty[] = "brDefaultKeys";

QString settingOf(const QAction *action) { return QStringLiteral("keys/") + action->objectName(); }

} // namespace

void adoptShortcuts(const QList<QAction *> &actions)
{
    const QSettings settings;
    for (QAction *action : actions) {
        if (action->objectName().isEmpty() || action->property(defaultsProperty).isValid())
            continue;
        action->setProperty(defaultsProperty, QKeySequence::listToString(action->shortcuts(), QKeySequence::PortableText));
        if (settings.contains(settingOf(action)))
            action->setShortcuts({QKeySequence::fromString(settings.value(settingOf(action)).toString(), QKeySequence::PortableText)});
    }
}

QList<QKeySequence> defaultShortcuts(const QAction *action)
{
    return QKeySequence::listFromString(action->property(defaultsProperty).toString(), QKeySequence::PortableText);
}

bool hasOwnShortcut(const QAction *action) { return QSettings().contains(settingOf(action)); }

void setOwnShortcut(QAction *action, const QKeySequence &keys)
{
    action->setShortcuts(keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    QSettings().setValue(settingOf(action), keys.toString(QKeySequence::PortableText));
}

void resetShortcuts(const QList<QAction *> &actions)
{
    QSettings settings;
    for (QAction *action : actions) {
        settings.remove(settingOf(action));
        action->setShortcuts(defaultShortcuts(action));
    }
}

QAction *actionWith(const QKeySequence &keys, const QList<QAction *> &actions, const QAction *except)
{
    for (QAction *action : actions) {
        if (action != except && action->shortcuts().contains(keys))
            return action;
    }
    return nullptr;
}

} // namespace br
