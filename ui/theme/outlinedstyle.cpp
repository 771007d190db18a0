#include "ui/theme/outlinedstyle.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace br {

namespace {

void drawEdge(const QStyleOption *option, QPainter *painter)
{
    if (!themeIsDark() || (option->state & QStyle::State_HasFocus))
        return; // Fusion's own edge is good on light, and its focus ring on both
    const bool isOn = option->state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tone(isOn ? Tone::Muted : Tone::Line));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

} // namespace

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == PE_IndicatorCheckBox || (element == PE_PanelLineEdit && frame && frame->lineWidth > 0))
        drawEdge(option, painter);
}

int OutlinedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

void OutlinedStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        drawEdge(option, painter);
}

} // namespace br
