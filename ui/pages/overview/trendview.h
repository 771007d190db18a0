// TrendView: the last months side by side: money not billed above the line, billed too much below, open rows under the name.
//
// A click, or arrows and Enter, asks for a month. Thread rule: interface thread.
#pragma once

#include "ui/pages/overview/monthtrend.h"

#include <QWidget>

namespace br {

class TrendView final : public QWidget {
    Q_OBJECT

public:
    explicit TrendView(QWidget *parent);
    void showTrend(MonthTrend trend);
    const MonthTrend &trend() const { return m_trend; }
    QSize sizeHint() const override { return {420, 150}; }
    QSize minimumSizeHint() const override { return {240, 136}; }

signals:
    void monthWanted(const br::Period &period);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int monthAt(int x) const;
    void mark(int month);
    QString spoken(const TrendMonth &month) const;
    void drawMonth(QPainter &painter, const QRect &area, int line, double scale, size_t at) const;

    MonthTrend m_trend;
    int m_marked = -1; // under the mouse or the keyboard
};

} // namespace br
