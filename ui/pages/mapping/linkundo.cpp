#include "ui/pages/mapping/linkundo.h"

#include "ui/theme/theme.h"

#include <QAction>

namespace br {

namespace {

std::vector<LinkChange> turned(std::vector<LinkChange> changes)
{
    for (LinkChange &change : changes)
        std::swap(change.before, change.after);
    return changes;
}

} // namespace

LinkUndo::LinkUndo(const PageContext &context, QWidget *tab)
    : QObject(tab)
    , m_context(context)
    , m_undo(new QAction(themeIcon(QStringLiteral("undo")), tr("Undo the last link"), this))
    , m_redo(new QAction(tr("Link it again"), this))
{
    m_undo->setObjectName(QStringLiteral("undoLink"));
    m_undo->setIconText(tr("Undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setObjectName(QStringLiteral("redoLink"));
    m_redo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    for (QAction *action : {m_undo, m_redo}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        tab->addAction(action);
    }
    m_undo->setToolTip(
        tr("Takes back what was linked, ignored or unlinked last (%1)").arg(m_undo->shortcut().toString(QKeySequence::NativeText)));
    connect(m_undo, &QAction::triggered, this, [this] { takeBack(m_done, m_undone, tr("Taken back.")); });
    connect(m_redo, &QAction::triggered, this, [this] { takeBack(m_undone, m_done, tr("Done again.")); });
    refresh();
}

void LinkUndo::made(std::vector<LinkChange> changes)
{
    m_done.push_back(std::move(changes));
    m_undone.clear();
    refresh();
}

void LinkUndo::forget()
{
    ++m_sitting;
    m_isBusy = false;
    m_done.clear();
    m_undone.clear();
    refresh();
}

void LinkUndo::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    refresh();
}

void LinkUndo::takeBack(Acts &from, Acts &into, const QString &sentence)
{
    if (from.empty() || m_isBusy)
        return;
    m_isBusy = true;
    m_context.session->ask(
        this, [changes = from.back()](Workspace &workspace) { return undoLinks(workspace, changes); },
        [this, &from, &into, sentence, sitting = m_sitting](const Status &stored) {
            if (sitting != m_sitting)
                return;
            m_isBusy = false;
            auto changes = std::move(from.back());
            from.pop_back(); // also where it was refused: what was changed since will not change back
            if (stored) {
                into.push_back(turned(std::move(changes)));
                emit told(sentence);
                m_context.session->tellChanged(Session::Change::Links);
            } else {
                emit failed(stored.error());
            }
            refresh();
        });
}

void LinkUndo::refresh()
{
    m_undo->setEnabled(m_isWritable && !m_done.empty());
    m_redo->setEnabled(m_isWritable && !m_undone.empty());
}

} // namespace br
