// ListTable: a view of one TableModel as every page shows it: whole rows, sortable, Enter or double click opens, Ctrl+C copies
// with headers. Keeps the chosen rows by key when the model is filled anew. Thread rule: interface thread.
#pragma once

#include "ui/models/tablemodel.h"

#include <QTableView>

namespace br {

class ListTable final : public QTableView {
    Q_OBJECT

public:
    ListTable(TableModel *model, const QString &name, const QString &accessibleName, QWidget *parent);
    void allowMany();
    int currentRow() const; // -1: none
    std::vector<int> selectedRows() const;
    void chooseRow(int row);
    void sortBy(const QString &column, Qt::SortOrder order);

signals:
    void opened(int row); // Enter, double click
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void keepKeys();
    void restoreKeys();
    TableModel *m_model;
    QStringList m_keys;
    QString m_current;
};

} // namespace br
