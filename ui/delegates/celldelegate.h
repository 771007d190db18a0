// CellDelegate: draws every cell of every table: text, number, money, kind, state, date and health, by Column::kind.
//
// One delegate a table, so that selection, hover and handled rows look the same everywhere. Asks the model once a cell.
// Meaning never rests on colour: signs, words and icons are always there. Not for models that are no TableModel.
#pragma once

#include "ui/models/column.h"

#include <QStyledItemDelegate>

namespace br {

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setCursorRow(int row) { m_cursorRow = row; }
    int cursorRow() const { return m_cursorRow; }

private:
    int m_hoveredRow = -1;
    int m_cursorRow = -1;
};

} // namespace br
