// MonthsView: billed and counted of the last months as pairs of bars with their numbers; an unknown count is a gap and "–".
#pragma once

#include "core/domain/position.h"

#include <QWidget>

#include <vector>

namespace br {

struct MonthBar {
    Period period;
    std::optional<Units> billed;
    std::optional<Units> counted;
};

class MonthsView final : public QWidget {
    Q_OBJECT

public:
    explicit MonthsView(QWidget *parent = nullptr);
    void showMonths(std::vector<MonthBar> months); // oldest first
    QSize sizeHint() const override { return {300, 116}; }
    QSize minimumSizeHint() const override { return {200, 116}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<MonthBar> m_months;
};

} // namespace br
