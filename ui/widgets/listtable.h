// ListTable: the table view of every list: our delegate, sorting, column chooser, layout kept by column id, copy.
//
// The layout (order, widths, hidden columns, sort) is kept in QSettings under the view's id with a version; columns that
// appear later come with their defaults. Ctrl+C copies, Ctrl+Shift+C copies with headers. Columns that stretch share the
// room that is left until a person sets a width by hand. Thread rule: interface thread.
#pragma once

#include "ui/models/tablemodel.h"

#include <QTableView>

class QAction;
class QMenu;

namespace br {

class CellDelegate;

class ListTable final : public QTableView {
    Q_OBJECT

public:
    // `viewId` ("discrepancies") names the layout in the settings; `accessible` is the spoken name of the list.
    ListTable(const QString &viewId, const QString &accessible, QWidget *parent = nullptr);

    void setTable(TableModel *model); // not owned; restores the layout
    TableModel *table() const { return m_table; }
    std::vector<int> selectedRows() const; // in shown order
    int cursorRow() const { return currentIndex().row(); }
    void setCursorRow(int row);                          // selects it alone and scrolls to it
    void setTypeAhead(bool isOn) { m_typeAhead = isOn; } // off: a letter that is no key of the page is told, and moves nothing
    QAction *copyAction() const { return m_copy; }
    QAction *copyWithHeadersAction() const { return m_copyWithHeaders; }
    void setColumnShown(const QString &id, bool shown);     // by a person, kept
    void suggestColumnShown(const QString &id, bool shown); // by the room there is; a person's choice stands
    void setColumnWidthById(const QString &id, int pixels);
    int wantedWidth(const QString &id) const; // of what stands in the first rows of the column
    // What a saved view keeps: shown columns in their order, and the sort as "client" or, descending, "-client"; empty: unsorted.
    QStringList shownColumnIds() const;
    void showColumnIds(const QStringList &ids); // unknown ones are passed over; none known: nothing changes
    QString sortCode() const;
    void sortByCode(const QString &code);

signals:
    void letterUnused(const QString &letter);
    void cursorMoved(int row);                                 // -1: none
    void cellMenuWanted(QMenu *menu, const QModelIndex &cell); // before Copy is added: what else fits the cell

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyboardSearch(const QString &search) override;

private:
    void showHeaderMenu(const QPoint &at);
    void copyRows(bool withHeaders);
    void shareRoom();
    void resetLayout();
    void restoreLayout();
    void saveLayout();
    void setHovered(int row);
    void followCursor();                   // after a new order or new rows
    std::vector<int> shownColumns() const; // in visual order

    QString m_viewId;
    TableModel *m_table = nullptr;
    CellDelegate *m_delegate;
    QAction *m_copy;
    QAction *m_copyWithHeaders;
    int m_hovered = -1;
    bool m_typeAhead = true;
    bool m_sizedByHand = false;
    bool m_chosenByHand = false;
    bool m_isArranging = false;
};

} // namespace br
