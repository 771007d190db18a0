#include "ui/pages/discrepancies/room/triage.h"

#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace br {

Triage::Triage(QWidget *list)
    : QObject(list)
    , m_list(list)
{
    next = make(u"next"_s, {}, tr("Next row"), {u"J"_s});
    previous = make(u"previous"_s, {}, tr("Previous row"), {u"K"_s});
    extendDown = make(u"extendDown"_s, {}, tr("Extend the selection down"), {u"Shift+J"_s});
    extendUp = make(u"extendUp"_s, {}, tr("Extend the selection up"), {u"Shift+K"_s});
    tick = make(u"tick"_s, {}, tr("Tick for a decision about many"), {u"Space"_s});
    approve = make(u"approve"_s, u"approve"_s, tr("Approve"), {u"A"_s});
    edit = make(u"edit"_s, u"edit"_s, tr("Approve another quantity…"), {u"E"_s});
    accept = make(u"accept"_s, u"snooze"_s, tr("Accept…"), {u"S"_s});
    dismiss = make(u"dismiss"_s, u"dismiss"_s, tr("Dismiss…"), {u"X"_s});
    reopen = make(u"reopen"_s, u"undo"_s, tr("Reopen…"), {u"R"_s});
    map = make(u"map"_s, u"link"_s, tr("Map the account or meter"), {u"M"_s});
    note = make(u"note"_s, u"note"_s, tr("Add a note…"), {u"N"_s});
    drillIn = make(u"drillIn"_s, {}, tr("Into the details"), {u"Return"_s, u"Enter"_s});
    back = make(u"back"_s, {}, tr("Give up the ticks, then the filter"), {u"Esc"_s, u"Backspace"_s});
    previousInDetail = make(u"previousInDetail"_s, {}, tr("Previous row, keeping the details"), {u"["_s});
    nextInDetail = make(u"nextInDetail"_s, {}, tr("Next row, keeping the details"), {u"]"_s});
    undo = make(u"undo"_s, u"undo"_s, tr("Undo the last decision"), {QKeySequence::Undo});
    undo->setIconText(tr("Undo"));
    redo = make(u"redo"_s, u"redo"_s, tr("Decide it again"), {QKeySequence(u"Ctrl+Shift+Z"_s)});
    filters = make(u"filters"_s, u"filter"_s, tr("Show or hide the filters at the side"), {u"F"_s});
    filters->setIconText(tr("Filters"));
    filters->setCheckable(true);
    search = make(u"search"_s, u"search"_s, tr("Search"), {u"/"_s, QKeySequence::Find});
}

void Triage::alsoOn(QWidget *detail)
{
    detail->addActions({next, previous, nextInDetail, previousInDetail, approve, edit, accept, dismiss, reopen, map, note, undo, redo});
}

void Triage::searchOn(QWidget *page)
{
    search->setShortcutContext(Qt::WidgetWithChildrenShortcut); // a text field takes its "/" for itself
    page->addAction(search);
}

QAction *Triage::make(const QString &name, const QString &icon, const QString &text, const QList<QKeySequence> &keysOfAction)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(themeIcon(icon));
    action->setShortcuts(keysOfAction);
    action->setShortcutContext(Qt::WidgetShortcut);
    const auto tell = [action] {
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        const auto words = action->text().remove(u'…');
        action->setToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys));
    };
    tell();
    connect(action, &QAction::changed, action, tell); // the key can be changed, and the words tell how many rows
    m_list->addAction(action);
    m_all.push_back(action);
    return action;
}

} // namespace br
