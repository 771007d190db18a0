#include "ui/pages/overview/trendview.h"

#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace br {

TrendView::TrendView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("monthTrend"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Trend over months"));
}

void TrendView::showTrend(MonthTrend trend)
{
    m_trend = std::move(trend);
    m_marked = -1;
    QStringList all;
    for (const TrendMonth &month : m_trend.months)
        all << spoken(month);
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    update();
}

QString TrendView::spoken(const TrendMonth &month) const
{
    if (!month.isKnown)
        return tr("%1: not reconciled").arg(periodText(month.period));
    return tr("%1: not billed %2, billed too much %3, %n row(s) open", nullptr, month.open)
        .arg(periodText(month.period), amountText(month.missed, m_trend.currency), amountText(month.over.abs(), m_trend.currency));
}

void TrendView::drawMonth(QPainter &painter, const QRect &area, int line, double scale, size_t at) const
{
    const TrendMonth &month = m_trend.months[at];
    const bool isNow = at + 1 == m_trend.months.size();
    const QFontMetrics metrics(painter.font());
    const auto text = [&](int top, const QString &words, Tone in) {
        painter.setPen(tone(in));
        painter.drawText(QRect(area.left(), top, area.width(), metrics.height()), Qt::AlignCenter,
            metrics.elidedText(words, Qt::ElideRight, area.width()));
    };
    text(area.bottom() - 2 * metrics.height() - 1, periodText(month.period), isNow ? Tone::Text : Tone::Muted);
    if (!month.isKnown) {
        text(line - metrics.height() - 2, unknownText(), Tone::Muted);
        text(area.bottom() - metrics.height(), tr("not reconciled"), Tone::Muted);
        return;
    }
    text(area.bottom() - metrics.height(), tr("%n open", nullptr, month.open), Tone::Muted);
    const int wide = std::clamp(area.width() / 4, 14, 34);
    const auto bar = [&](Decimal money, Tone in) {
        const int tall = std::max(money.sign() == 0 ? 0 : 2, static_cast<int>(static_cast<double>(money.abs().raw()) * scale));
        painter.setBrush(tone(in));
        painter.setPen(Qt::NoPen);
        painter.drawRect(area.center().x() - wide / 2, money.sign() >= 0 ? line - tall : line + 1, wide, tall);
        return tall;
    };
    const int up = bar(month.missed, Tone::Accent);
    text(line - up - metrics.height() - 1, bareAmountText(month.missed, m_trend.currency, true), isNow ? Tone::Text : Tone::Muted);
    const int down = bar(month.over, Tone::Warn);
    text(line + down + 3, bareAmountText(month.over, m_trend.currency, true), isNow ? Tone::Text : Tone::Muted);
}

void TrendView::paintEvent(QPaintEvent *)
{
    if (m_trend.months.empty())
        return;
    QPainter painter(this);
    painter.setFont(tabularFont(typeFont(Type::Caption)));
    const int text = QFontMetrics(painter.font()).height();
    Decimal up;
    Decimal down;
    for (const TrendMonth &month : m_trend.months) {
        up = std::max(up, month.missed);
        down = std::max(down, month.over.abs());
    }
    const int room = height() - 4 * text - 14; // for bars: figures above and below, month and open rows under them
    const int64_t whole = up.raw() + down.raw();
    const double scale = whole > 0 ? static_cast<double>(std::max(10, room)) / static_cast<double>(whole) : 0;
    const int line = text + 4 + static_cast<int>(static_cast<double>(up.raw()) * scale);
    const int each = width() / static_cast<int>(m_trend.months.size());
    if (m_marked >= 0 && m_marked < static_cast<int>(m_trend.months.size()))
        painter.fillRect(QRect(each * m_marked, 0, each, height()), tone(Tone::Hover));
    painter.setPen(tone(Tone::Line));
    painter.drawLine(0, line, width(), line);
    for (size_t at = 0; at < m_trend.months.size(); ++at)
        drawMonth(painter, QRect(each * static_cast<int>(at), 0, each, height()), line, scale, at);
    if (hasFocus()) {
        painter.setPen(QPen(tone(Tone::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(each * std::max(0, m_marked), 0, each, height()).adjusted(1, 1, -1, -1));
    }
}

int TrendView::monthAt(int x) const
{
    const int count = static_cast<int>(m_trend.months.size());
    return count == 0 ? -1 : std::clamp(x / std::max(1, width() / count), 0, count - 1);
}

void TrendView::mark(int month)
{
    m_marked = month;
    setToolTip(month < 0 ? QString() : spoken(m_trend.months[static_cast<size_t>(month)]));
    update();
}

void TrendView::mousePressEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->pos().x()); month >= 0)
        emit monthWanted(m_trend.months[static_cast<size_t>(month)].period);
}

void TrendView::mouseMoveEvent(QMouseEvent *event) { mark(monthAt(event->pos().x())); }

void TrendView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        mark(-1);
}

void TrendView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_marked < 0)
        mark(static_cast<int>(m_trend.months.size()) - 1);
}

void TrendView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_trend.months.size()) - 1;
    if (last >= 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        mark(std::clamp(m_marked + (event->key() == Qt::Key_Left ? -1 : 1), 0, last));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && m_marked >= 0
        && m_marked <= last) {
        emit monthWanted(m_trend.months[static_cast<size_t>(m_marked)].period);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace br
