#include "ui/widgets/twosides.h"

#include "ui/delegates/looks.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace br {

TwoSides::TwoSides(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"twoSides"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TwoSides::showSides(const SidesText &sides)
{
    m_sides = sides;
    setAccessibleName(
        u"%1 %2, %3 %4, %5 %6"_s.arg(sides.leftTitle, sides.left, sides.rightTitle, sides.right, tr("difference"), sides.difference));
    setToolTip(sides.leftNote + u'\n' + sides.rightNote);
    update();
}

QSize TwoSides::sizeHint() const
{
    return {320, 16 + 2 * QFontMetrics(typeFont(Type::Caption)).height() + QFontMetrics(typeFont(Type::BigFigure)).height()};
}

void TwoSides::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto caption = typeFont(Type::Caption);
    const QFontMetrics captionMetrics(caption);
    const auto big = typeFont(Type::BigFigure);
    const QFontMetrics bigMetrics(big);
    const int middle = std::max(52, bigMetrics.horizontalAdvance(m_sides.difference) + 14);
    const int side = (width() - middle) / 2;

    const auto drawSide = [&](const QRect &box, const QString &title, const QString &figure, const QString &note) {
        painter.setPen(tone(Tone::Line));
        painter.setBrush(tone(Tone::Fill));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), space::radius, space::radius);
        const auto text = box.adjusted(8, 6, -6, -6);
        painter.setFont(caption);
        painter.setPen(tone(Tone::Muted));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, title);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, captionMetrics.elidedText(note, Qt::ElideRight, text.width()));
        painter.setFont(big);
        painter.setPen(tone(Tone::Text));
        painter.drawText(
            text.adjusted(0, captionMetrics.height() - 1, 0, -captionMetrics.height() + 1), Qt::AlignLeft | Qt::AlignVCenter, figure);
    };
    drawSide(QRect(0, 0, side, height()), m_sides.leftTitle, m_sides.left, m_sides.leftNote);
    drawSide(QRect(width() - side, 0, side, height()), m_sides.rightTitle, m_sides.right, m_sides.rightNote);

    const QRect between(side, 0, width() - 2 * side, height());
    painter.setFont(big);
    painter.setPen(tone(signTone(m_sides.sign)));
    painter.drawText(between.adjusted(0, 0, 0, -10), Qt::AlignCenter, m_sides.difference);
    themeIcon(u"arrow-right"_s, Tone::Muted).paint(&painter, QRect(between.center().x() - 8, between.bottom() - 24, 16, 16));
}

} // namespace br
