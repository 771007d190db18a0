// PageTable: a ListTable as the pages use it: one model for life, Enter or double click opens, the choice told by row and kept
// by key when the model is filled anew. Thread rule: interface thread.
#pragma once

#include "ui/widgets/listtable.h"

#include <QWidget>

namespace br {

class PageTable final : public QWidget {
    Q_OBJECT

public:
    // `name` is the view's id and, with "Table" behind it, the table's object name.
    PageTable(TableModel *model, const QString &name, const QString &accessible, QWidget *parent);
    void allowMany();
    int currentRow() const; // -1: none
    std::vector<int> selectedRows() const;
    void chooseRow(int row);
    // The order of a table that nobody has sorted yet; without a call: as the rows come.
    void sortFirstBy(const QString &column, Qt::SortOrder order);
    ListTable *view() const { return m_view; }

signals:
    void opened(int row);
    void chosenChanged();

private:
    void keepKeys();
    void restoreKeys();
    TableModel *m_model;
    ListTable *m_view;
    bool m_isSortedByHand;
    QStringList m_keys;
    QString m_current;
};

} // namespace br
