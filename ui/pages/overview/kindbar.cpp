#include "ui/pages/overview/kindbar.h"

#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace br {

namespace {

QString moneyOf(const KindFigure &figure)
{
    const QString money = amountText(figure.impact, true);
    return !isMoneyAMonth(figure.kind) && !figure.impact.empty() ? KindBar::tr("%1 in all").arg(money) : money;
}

} // namespace

KindBar::KindBar(const KindFigure &figure, int64_t longest, QWidget *parent)
    : QAbstractButton(parent)
    , m_figure(figure)
    , m_longest(longest)
{
    const QString code = toQString(kindCode(figure.kind));
    setObjectName(QStringLiteral("kind-") + code);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setToolTip(kindTip(figure.kind));
    setAccessibleName(tr("%1: %n row(s), %2", nullptr, figure.rows).arg(kindWord(figure.kind), moneyOf(figure)));
}

QSize KindBar::sizeHint() const { return {420, 24}; }

void KindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(rect(), tone(Tone::Hover));
    if (hasFocus()) {
        painter.setPen(QPen(tone(Tone::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
    }
    const int textWidth = 150;
    const int countWidth = 44;
    const int moneyWidth = 150;
    QRect area = rect().adjusted(space::small, 0, -space::small, 0);
    themeIcon(QStringLiteral("kind-") + toQString(kindCode(m_figure.kind))).paint(&painter, area.left(), area.center().y() - 8, 16, 16);
    area.setLeft(area.left() + 16 + space::small);
    painter.setFont(typeFont(Type::Body));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(area.left(), area.top(), textWidth, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(kindWord(m_figure.kind), Qt::ElideRight, textWidth));
    area.setLeft(area.left() + textWidth);
    painter.setFont(tabularFont(typeFont(Type::Body)));
    painter.drawText(QRect(area.left(), area.top(), countWidth - space::small, area.height()), Qt::AlignRight | Qt::AlignVCenter,
        countText(m_figure.rows));
    area.setLeft(area.left() + countWidth);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, moneyOf(m_figure));
    area.setRight(area.right() - moneyWidth);
    if (m_figure.impact.empty() || m_longest <= 0 || area.width() <= 0)
        return;
    const Decimal amount = m_figure.impact.front().amount;
    const double share = static_cast<double>(amount.abs().raw()) / static_cast<double>(m_longest);
    const QRectF bar(area.left(), area.center().y() - 5, std::max(2.0, share * area.width()), 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(amount.sign() >= 0 ? tone(Tone::Accent) : tone(Tone::Warn));
    painter.drawRoundedRect(bar, 2, 2);
}

} // namespace br
