#include "ui/widgets/monthsview.h"

#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

MonthsView::MonthsView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"monthsView"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MonthsView::showMonths(std::vector<MonthBar> months)
{
    m_months = std::move(months);
    QStringList spoken;
    for (const auto &month : m_months)
        spoken << tr("%1: billed %2, counted %3").arg(periodText(month.period), numberText(month.billed), numberText(month.counted));
    setAccessibleName(tr("Last months: %1").arg(spoken.join(u"; "_s)));
    setToolTip(spoken.join(u'\n'));
    update();
}

void MonthsView::paintEvent(QPaintEvent *)
{
    if (m_months.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto font = tabularFont(typeFont(Type::Caption));
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int64_t most = 1;
    for (const auto &month : m_months) {
        most = std::max(most, month.billed ? month.billed->raw() : 0);
        most = std::max(most, month.counted ? month.counted->raw() : 0);
    }
    const int each = width() / static_cast<int>(m_months.size());
    const int legend = metrics.height() + 4;
    const int room = height() - 2 * metrics.height() - 6 - legend;
    for (size_t i = 0; i < m_months.size(); ++i) {
        const auto &month = m_months[i];
        const int left = each * static_cast<int>(i);
        const int center = left + each / 2;
        const int bottom = metrics.height() + 2 + room;
        const int bar = std::clamp(each / 5, 5, 12);
        const auto draw = [&](std::optional<Units> value, int x, const QColor &color, bool isFilled) {
            if (!value)
                return;
            const int tall = std::max(1, static_cast<int>(static_cast<double>(value->raw()) / static_cast<double>(most) * room));
            const QRectF box(x, bottom - tall, bar, tall);
            painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(color, 1));
            painter.setBrush(isFilled ? QBrush(color) : QBrush(Qt::NoBrush));
            painter.drawRect(isFilled ? box : box.adjusted(0.5, 0.5, -0.5, 0));
        };
        draw(month.billed, center - bar - 1, tone(Tone::Muted), false);
        draw(month.counted, center + 1, tone(Tone::Accent), true);
        const bool isLast = i + 1 == m_months.size();
        painter.setPen(tone(isLast ? Tone::Text : Tone::Muted));
        const bool isEqual = month.billed == month.counted;
        const auto numbers = isEqual ? numberText(month.billed) : u"%1/%2"_s.arg(numberText(month.billed), numberText(month.counted));
        painter.drawText(QRect(left, 0, each, metrics.height()), Qt::AlignCenter, numbers);
        painter.drawText(QRect(left, bottom + 3, each, metrics.height()), Qt::AlignCenter,
            QLocale().standaloneMonthName(month.period.month(), QLocale::ShortFormat));
    }
    painter.setPen(tone(Tone::Line));
    painter.drawLine(0, metrics.height() + 2 + room, width(), metrics.height() + 2 + room);
    int x = 2;
    const int base = height() - metrics.height() / 2 - 1;
    const auto entry = [&](const QString &word, const QColor &color, bool isFilled) {
        painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(color, 1));
        painter.setBrush(isFilled ? QBrush(color) : QBrush(Qt::NoBrush));
        painter.drawRect(QRectF(x + 0.5, base - 4.5, 8, 8));
        painter.setPen(tone(Tone::Muted));
        painter.drawText(QPoint(x + 14, base + metrics.ascent() / 2 - 1), word);
        x += 14 + metrics.horizontalAdvance(word) + space::large;
    };
    entry(tr("billed"), tone(Tone::Muted), false);
    entry(tr("counted"), tone(Tone::Accent), true);
}

} // namespace br
