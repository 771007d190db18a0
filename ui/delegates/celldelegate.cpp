#include "ui/delegates/celldelegate.h"

#include "ui/delegates/looks.h"
#include "ui/models/tablemodel.h"

#include <QApplication>
#include <QPainter>

namespace br {

namespace {

constexpr int iconSize = 14;

struct Brush {
    QPainter *painter;
    QRect area; // inside the padding
    QColor text;
    QColor quiet;
    bool isQuiet = false;
    QColor in(Tone which) const { return isQuiet ? quiet : tone(which); }
};

// A line of text in `area`, cut with an ellipsis; gives back how much was used.
int drawLine(const Brush &brush, const QRect &area, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment,
    Qt::TextElideMode elide = Qt::ElideRight)
{
    if (text.isEmpty() || area.width() <= 0)
        return 0;
    const QFontMetrics metrics(font);
    const auto wanted = metrics.horizontalAdvance(text);
    const auto shown = wanted <= area.width() ? text : metrics.elidedText(text, elide, area.width());
    brush.painter->setFont(font);
    brush.painter->setPen(color);
    brush.painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return std::min(wanted, area.width());
}

void drawText(const Brush &brush, const Cell &cell, bool cutsMiddle = true)
{
    static const QFont font = typeFont(Type::Body);
    static const QFont caption = typeFont(Type::Caption);
    const auto cut = cutsMiddle ? Qt::ElideMiddle : Qt::ElideRight;
    const int used = drawLine(brush, brush.area, cell.text, font, brush.text, Qt::AlignLeft, cut);
    if (!cell.detail.isEmpty() && brush.area.width() - used > 40) // less would be dots alone
        drawLine(brush, brush.area.adjusted(used + space::small, 0, 0, 0), cell.detail, caption, brush.quiet, Qt::AlignLeft);
}

void drawNumber(const Brush &brush, const Cell &cell)
{
    static const QFont font = typeFont(Type::Figure);
    const bool isUnknown = !cell.sort.isValid();
    drawLine(brush, brush.area, cell.text, font, isUnknown ? brush.quiet : brush.text, Qt::AlignRight);
}

// "+1,234.50 EUR": the number in the tone of its sign, the code small and quiet behind it.
void drawMoney(const Brush &brush, const Cell &cell)
{
    static const QFont font = typeFont(Type::Figure);
    static const QFont caption = typeFont(Type::Caption);
    if (cell.currency.isEmpty()) {
        drawNumber(brush, cell);
        return;
    }
    const QFontMetrics codeMetrics(caption);
    const int codeWidth = cell.isCodeInHeader ? 0 : codeMetrics.horizontalAdvance(cell.currency) + space::tight;
    if (!cell.isCodeInHeader)
        drawLine(brush, brush.area, cell.currency, caption, brush.quiet, Qt::AlignRight);
    const auto number = cell.text.left(cell.text.size() - cell.currency.size()).trimmed();
    const auto color = cell.sign.isValid() && cell.sign.toInt() != 0 ? brush.in(signTone(cell.sign.toInt())) : brush.text;
    const auto area = brush.area.adjusted(0, 0, -codeWidth, 0);
    const int used = drawLine(brush, area, number, font, color, Qt::AlignRight);
    if (!cell.prefix.isEmpty())
        drawLine(brush, area.adjusted(0, 0, -used - space::tight, 0), cell.prefix, caption, brush.quiet, Qt::AlignRight);
}

void drawIconAndWord(const Brush &brush, const Cell &cell, const QString &icon, Tone iconTone, bool wordInTone)
{
    static const QFont font = typeFont(Type::Body);
    const QRect place(brush.area.left(), brush.area.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    themeIcon(icon, brush.isQuiet ? Tone::Muted : iconTone).paint(brush.painter, place);
    const auto area = brush.area.adjusted(iconSize + 6, 0, 0, 0);
    if (area.width() > 20)
        drawLine(brush, area, cell.text, font, wordInTone ? brush.in(iconTone) : brush.text, Qt::AlignLeft);
}

void drawCell(const Brush &brush, const Cell &cell, const Column &column)
{
    const auto kind = column.kind;
    switch (kind) {
    case CellKind::Text:
        drawText(brush, cell, column.cutsMiddle);
        break;
    case CellKind::Date:
    case CellKind::Number:
        if (kind == CellKind::Number)
            drawNumber(brush, cell);
        else
            drawText(brush, cell);
        break;
    case CellKind::Money:
        drawMoney(brush, cell);
        break;
    case CellKind::Kind:
        drawIconAndWord(brush, cell, kindIconName(static_cast<Kind>(cell.code)), kindTone(static_cast<Kind>(cell.code)), false);
        break;
    case CellKind::State: {
        const auto state = static_cast<State>(cell.code);
        auto own = brush;
        own.isQuiet = false; // what was decided stays readable in a handled row
        drawIconAndWord(own, cell, stateIconName(state), stateTone(state), state != State::Open);
        break;
    }
    case CellKind::Health:
        drawIconAndWord(brush, cell, healthIconName(cell.code), healthTone(cell.code), false);
        break;
    }
}

} // namespace

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TableModel *>(index.model());
    if (!model) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter->fillRect(option.rect, tone(Tone::Selection));
    else if (index.row() == m_hoveredRow)
        painter->fillRect(option.rect, tone(Tone::Hover));
    const bool isCursor = index.row() == m_cursorRow;
    const bool hasKeyboard = option.widget && option.widget->hasFocus();
    if (isCursor && option.rect.left() <= 0)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tone(hasKeyboard ? Tone::Accent : Tone::Muted));
    painter->setPen(tone(Tone::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isCursor && hasKeyboard) { // keys act here
        painter->setPen(tone(Tone::Accent));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }

    const auto cell = model->cellAt(index);
    const auto quiet = tone(Tone::Muted);
    const Brush brush{
        painter, option.rect.adjusted(space::small, 0, -space::small, -1), cell.isQuiet ? quiet : tone(Tone::Text), quiet, cell.isQuiet};
    drawCell(brush, cell, model->columns()[static_cast<size_t>(index.column())]);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TableModel *>(index.model());
    if (!model)
        return QStyledItemDelegate::sizeHint(option, index);
    const auto cell = model->cellAt(index);
    const auto kind = model->columns()[static_cast<size_t>(index.column())].kind;
    const bool hasIcon = kind == CellKind::Kind || kind == CellKind::State || kind == CellKind::Health;
    static const QFontMetrics metrics(typeFont(Type::Body));
    int width = metrics.horizontalAdvance(cell.text) + 2 * space::small + 2 + (hasIcon ? iconSize + 6 : 0);
    if (!cell.detail.isEmpty())
        width += metrics.horizontalAdvance(cell.detail) + space::small;
    return {width, space::rowHeight};
}

} // namespace br
