// ListTable's menu of a cell, and its columns and order as texts that a saved view keeps.
#include "ui/widgets/listtable.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

void ListTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = byKey ? currentIndex() : indexAt(event->pos());
    if (!m_table || !cell.isValid())
        return;
    QMenu menu(this);
    menu.setObjectName(u"cellMenu"_s);
    menu.setAccessibleName(tr("What to do with the cell"));
    emit cellMenuWanted(&menu, cell);
    if (!menu.isEmpty())
        menu.addSeparator();
    auto *copyCell = menu.addAction(themeIcon(u"copy"_s), tr("Copy the cell"));
    copyCell->setObjectName(u"copyCell"_s);
    connect(copyCell, &QAction::triggered, this, [text = cell.data(CopyRole).toString()] { QGuiApplication::clipboard()->setText(text); });
    const auto rows = static_cast<int>(selectedRows().size());
    m_copy->setText(tr("Copy %n row(s)", nullptr, rows));
    menu.addActions({m_copy, m_copyWithHeaders});
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(cell).bottomLeft()) : event->globalPos());
    m_copy->setText(tr("Copy"));
}

QStringList ListTable::shownColumnIds() const
{
    QStringList ids;
    for (const int column : shownColumns())
        ids << m_table->columns()[static_cast<size_t>(column)].id;
    return ids;
}

void ListTable::showColumnIds(const QStringList &ids)
{
    if (!m_table)
        return;
    std::vector<int> columns;
    for (const auto &id : ids) {
        if (const int column = m_table->columnOf(id); column >= 0)
            columns.push_back(column);
    }
    if (columns.empty())
        return;
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        m_chosenByHand = true;
        for (int column = 0; column < m_table->columnCount(); ++column)
            setColumnHidden(column, std::ranges::find(columns, column) == columns.end());
        int visual = 0;
        for (const int column : columns)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual++);
    }
    shareRoom();
    saveLayout();
}

QString ListTable::sortCode() const
{
    const int column = horizontalHeader()->sortIndicatorSection();
    if (!m_table || column < 0 || column >= m_table->columnCount())
        return {};
    const auto &id = m_table->columns()[static_cast<size_t>(column)].id;
    return horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder ? u'-' + id : id;
}

void ListTable::sortByCode(const QString &code)
{
    const bool isDown = code.startsWith(u'-');
    if (const int column = m_table ? m_table->columnOf(isDown ? code.mid(1) : code) : -1; column >= 0)
        sortByColumn(column, isDown ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace br
