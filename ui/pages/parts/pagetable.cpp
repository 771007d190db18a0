#include "ui/pages/parts/pagetable.h"

#include <QSettings>
#include <QVBoxLayout>

namespace br {

PageTable::PageTable(TableModel *model, const QString &name, const QString &accessible, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new ListTable(name, accessible, this))
    , m_isSortedByHand(!QSettings().value(QStringLiteral("tables/%1/sort").arg(name)).toString().isEmpty())
{
    m_view->setTable(model);
    if (!m_isSortedByHand)
        m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setMinimumHeight(90);
    setFocusProxy(m_view);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_view);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { emit opened(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PageTable::chosenChanged);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &PageTable::keepKeys);
    connect(model, &QAbstractItemModel::modelReset, this, &PageTable::restoreKeys);
}

void PageTable::allowMany() { m_view->setSelectionMode(QAbstractItemView::ExtendedSelection); }

int PageTable::currentRow() const
{
    const int row = m_view->currentIndex().row();
    return row < m_model->rowCount() ? row : -1;
}

std::vector<int> PageTable::selectedRows() const { return m_view->selectedRows(); }

void PageTable::chooseRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_view->setCursorRow(row);
}

void PageTable::sortFirstBy(const QString &column, Qt::SortOrder order)
{
    if (!m_isSortedByHand)
        m_view->sortByColumn(m_model->columnOf(column), order);
}

void PageTable::keepKeys()
{
    m_keys.clear();
    for (const int row : m_view->selectedRows())
        m_keys.append(m_model->index(row, 0).data(KeyRole).toString());
    const QModelIndex current = m_view->currentIndex();
    m_current = current.isValid() ? m_model->index(current.row(), 0).data(KeyRole).toString() : QString();
}

void PageTable::restoreKeys()
{
    QItemSelection chosen;
    QModelIndex current;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const QString key = index.data(KeyRole).toString();
        if (m_keys.contains(key))
            chosen.select(index, index);
        if (!m_current.isEmpty() && key == m_current)
            current = index;
    }
    if (current.isValid())
        m_view->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_view->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    emit chosenChanged();
}

} // namespace br
