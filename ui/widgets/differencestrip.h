// DifferenceStrip: billed, counted, gap, approved, accepted and unexplained, one line a currency, always visible.
//
// Unexplained is the size of all open rows, missed and billed too much together, so that the two never cancel out.
// Unknown figures are "–". Thread rule: interface thread.
#pragma once

#include "core/base/money.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace br {

struct StripLine {
    Currency currency;
    std::optional<Decimal> billed;
    std::optional<Decimal> counted;
    std::optional<Decimal> gap;
    Decimal approved;
    Decimal accepted;
    Decimal openMissed;
    Decimal openOver; // negative
};

struct StripNumbers {
    std::vector<StripLine> lines;
    int rows = 0;
    int open = 0;
    int approved = 0;
    int approvedUnpriced = 0; // adjustments of them without a known price
    int accepted = 0;
    int unpriced = 0;
    int unverified = 0; // positions whose counted side is unknown
};

class DifferenceStrip final : public QWidget {
    Q_OBJECT

public:
    explicit DifferenceStrip(QWidget *parent = nullptr);
    void showNumbers(const StripNumbers &numbers);
    const StripNumbers &numbers() const { return m_numbers; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {600, sizeHint().height()}; }
    QString asText() const; // what a screen reader says

signals:
    void positionsRequested();                 // billed, counted: not only what differs
    void queryRequested(const QString &query); // a click on a figure, or arrows and Enter: the rows behind it

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Box {
        QString caption, figure, code, note, query, more;
        int sign = 0;
        bool isMain = false;
        bool isOfPositions() const { return query.isNull(); }
    };
    std::vector<Box> boxes() const;
    int boxAt(const QPoint &at) const;
    void follow(int box);
    QRect boxRect(int box, int count) const;

    StripNumbers m_numbers;
    int m_hovered = -1;
    int m_chosen = -1; // by the keyboard
};

} // namespace br
