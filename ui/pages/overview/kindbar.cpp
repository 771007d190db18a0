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
    // "+540.00 / −430.80 EUR": one code for both ways, so that they stand in one line.
    const bool isBothWays = figure.impact.size() == 2 && figure.impact[0].currency == figure.impact[1].currency;
    const QString money = isBothWays ? bareAmountText(figure.impact[0].amount, figure.impact[0].currency, true) + QStringLiteral(" / ")
            + signedAmountText(figure.impact[1].amount, figure.impact[1].currency)
                                     : amountText(figure.impact, true);
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
    const int textWidth = 136;
    const int countWidth = 44;
    const int moneyWidth = 180;
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
    if (m_figure.shown() == 0 || m_longest <= 0 || area.width() <= 0)
        return;
    double left = area.left();
    painter.setPen(Qt::NoPen);
    for (const Money &money : m_figure.impact) {
        if (money.currency != m_figure.impact.front().currency)
            continue;
        const double share = static_cast<double>(money.amount.abs().raw()) / static_cast<double>(m_longest);
        const QRectF bar(left, area.center().y() - 5, std::max(2.0, share * area.width()), 10);
        painter.setBrush(money.amount.sign() >= 0 ? tone(Tone::Accent) : tone(Tone::Warn));
        painter.drawRoundedRect(bar, 2, 2);
        left = bar.right();
    }
}

} // namespace br
