// OutlinedStyle: Fusion whose fields and check boxes have an edge that can be seen on a dark ground too.
//
// Fusion makes the edge darker than the window, which on a dark window is no edge at all. Thread rule: interface thread.
#pragma once

#include <QProxyStyle>

namespace br {

class OutlinedStyle final : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    // Buttons of dialogs have words only: the platform's icons are not of our drawing.
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
};

} // namespace br
