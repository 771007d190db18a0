// TableModel: the item-model contract, written once and final: concrete models give only columns, rows and cells.
//
// Sorting is by Cell::sort, never by text; unknown goes last both ways. Every cell has an accessible text ("Client: Acme").
// A change of rows, order or filter is one reset or layout change, never row by row. Thread rule: interface thread.
#pragma once

#include "ui/models/column.h"

#include <QAbstractTableModel>

#include <map>

namespace br {

class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TableModel(std::vector<Column> columns, QObject *parent = nullptr);

    const std::vector<Column> &columns() const { return m_columns; }
    int columnOf(const QString &id) const; // -1: none
    // Another title for the header ("EUR a month", or none where it would be cut); what is spoken stays. Empty column: back.
    void setShownTitle(int column, const QString &title);
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    virtual int totalRows() const { return rows(); } // before filtering

    // Rows in the given order as tab-separated lines; only `columns`, in that order.
    QString copied(const std::vector<int> &rows, const std::vector<int> &columns, bool withHeaders) const;
    Cell cellAt(const QModelIndex &index) const; // all of a cell at once, for delegates
    // The whole table as indented text, for tests: one line a row, cells parted by " | ".
    QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;
    QHash<int, QByteArray> roleNames() const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

signals:
    void orderChanged(); // rows, filter or sort: totals and facets are new

protected:
    virtual int rows() const = 0; // shown now
    virtual Cell cell(int row, int column) const = 0;
    virtual QString key(int row) const = 0;
    virtual void reorder(int column, Qt::SortOrder order) = 0; // called between layout signals
    // What a shown row is, whatever the order; and where it is shown now (-1: nowhere). Keeps the selection while sorting.
    virtual size_t identity(int row) const = 0;
    virtual int rowOfIdentity(size_t identity) const = 0;

    // For new rows and filters: one reset around `change`.
    template <class Change>
    void changeOrder(Change change)
    {
        beginResetModel();
        change();
        endResetModel();
        emit orderChanged();
    }

private:
    std::vector<Column> m_columns;
    std::map<int, QString> m_shownTitles;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace br
