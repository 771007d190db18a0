// KindBar: one kind of discrepancy as icon, word, number of rows, bar and money; a button that leads to its rows.
#pragma once

#include "ui/pages/overview/monthfigures.h"

#include <QAbstractButton>

namespace br {

class KindBar final : public QAbstractButton {
    Q_OBJECT

public:
    // `longest`: the largest |money| of any bar, in raw units, that fills the width.
    KindBar(const KindFigure &figure, int64_t longest, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    KindFigure m_figure;
    int64_t m_longest;
};

} // namespace br
