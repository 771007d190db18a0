// TwoSides: what is billed beside what is counted, large, with the difference between them and where each comes from.
#pragma once

#include <QWidget>

namespace br {

struct SidesText {
    QString leftTitle, left, leftNote;    // "Billed", "40", "2 lines in the PSA"
    QString rightTitle, right, rightNote; // "Counted", "47", "huntress"
    QString difference;                   // "+7"; empty: none
    int sign = 0;
};

class TwoSides final : public QWidget {
    Q_OBJECT

public:
    explicit TwoSides(QWidget *parent = nullptr);
    void showSides(const SidesText &sides);
    const SidesText &sides() const { return m_sides; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SidesText m_sides;
};

} // namespace br
