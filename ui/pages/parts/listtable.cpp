#include "ui/pages/parts/listtable.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <numeric>

namespace br {

ListTable::ListTable(TableModel *model, const QString &name, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setModel(model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(space::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(44);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit opened(index.row()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListTable::chosenChanged);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ListTable::keepKeys);
    connect(model, &QAbstractItemModel::modelReset, this, &ListTable::restoreKeys);
}

void ListTable::allowMany()
{
    setSelectionMode(ExtendedSelection);
}

int ListTable::currentRow() const
{
    return currentIndex().isValid() && currentIndex().row() < m_model->rowCount() ? currentIndex().row() : -1;
}

std::vector<int> ListTable::selectedRows() const
{
    std::vector<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows.push_back(index.row());
    return rows;
}

void ListTable::chooseRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row, 0));
}

void ListTable::sortBy(const QString &column, Qt::SortOrder order)
{
    sortByColumn(m_model->columnOf(column), order);
}

void ListTable::keepKeys()
{
    m_keys.clear();
    for (const int row : selectedRows())
        m_keys.append(m_model->index(row, 0).data(KeyRole).toString());
    m_current = currentIndex().isValid() ? m_model->index(currentIndex().row(), 0).data(KeyRole).toString() : QString();
}

void ListTable::restoreKeys()
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
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    emit chosenChanged();
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        emit opened(currentRow());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        std::vector<int> columns(static_cast<size_t>(m_model->columnCount()));
        std::iota(columns.begin(), columns.end(), 0);
        QGuiApplication::clipboard()->setText(m_model->copied(selectedRows(), columns, true));
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ListTable::fitColumns()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const auto &columns = m_model->columns();
    int wanted = 0;
    int stretching = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        setColumnHidden(static_cast<int>(i), !columns[i].shown);
        if (!columns[i].shown)
            continue;
        wanted += columns[i].width * digit + 2 * space::small;
        stretching += columns[i].stretches ? 1 : 0;
    }
    const int spare = stretching > 0 ? std::max(0, viewport()->width() - wanted) / stretching : 0;
    for (size_t i = 0; i < columns.size(); ++i)
        setColumnWidth(static_cast<int>(i), columns[i].width * digit + 2 * space::small + (columns[i].stretches ? spare : 0));
}

} // namespace br
