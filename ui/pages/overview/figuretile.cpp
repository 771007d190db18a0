#include "ui/pages/overview/figuretile.h"

#include <QEnterEvent>
#include <QFontMetrics>
#include <QPainter>

namespace br {

FigureTile::FigureTile(const QString &name, const QString &caption, QWidget *parent)
    : QAbstractButton(parent)
    , m_caption(caption)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(caption);
}

void FigureTile::setFigure(const QString &figure, const QString &under, Tone which)
{
    m_figure = figure;
    m_under = under;
    m_tone = which;
    setAccessibleName(m_caption + QStringLiteral(": ") + figure);
    setToolTip(m_caption + QStringLiteral(": ") + figure + (under.isEmpty() ? QString() : QStringLiteral("\n") + under));
    update();
}

QSize FigureTile::sizeHint() const { return {170, 82}; }

QSize FigureTile::minimumSizeHint() const { return {120, 82}; }

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? tone(Tone::Accent) : tone(Tone::Line), hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? tone(Tone::Hover) : palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, space::radius, space::radius);

    const QRect inner = rect().adjusted(space::medium, space::small, -space::medium, -space::small);
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(tone(Tone::Muted));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, inner.width()));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, painter.fontMetrics().elidedText(m_under, Qt::ElideRight, inner.width()));
    // The figure is what matters: it gets smaller before it is ever cut.
    QFont font = typeFont(Type::Figure);
    while (QFontMetrics(font).horizontalAdvance(m_figure) > inner.width() && font.pointSizeF() > 8)
        font.setPointSizeF(font.pointSizeF() - 0.5);
    painter.setFont(font);
    painter.setPen(m_tone == Tone::Text ? palette().color(QPalette::WindowText) : tone(m_tone));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, m_figure);
}

void FigureTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FigureTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace br
