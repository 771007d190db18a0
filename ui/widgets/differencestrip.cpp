#include "ui/widgets/differencestrip.h"

#include "core/base/text.h"
#include "ui/delegates/looks.h"
#include "ui/models/cells.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

DifferenceStrip::DifferenceStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"differenceStrip"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    showNumbers({});
}

void DifferenceStrip::showNumbers(const StripNumbers &numbers)
{
    m_numbers = numbers;
    setAccessibleName(tr("Difference of the month"));
    setAccessibleDescription(asText());
    updateGeometry();
    update();
}

std::vector<DifferenceStrip::Box> DifferenceStrip::boxes() const
{
    const auto &n = m_numbers;
    const StripLine line = n.lines.empty() ? StripLine{} : n.lines.front();
    const auto other = [&n](auto amount) {
        QStringList texts;
        for (size_t i = 1; i < n.lines.size(); ++i)
            texts << amountText(std::optional<Decimal>(amount(n.lines[i])), n.lines[i].currency);
        return texts.join(u" · "_s);
    };
    const auto maybe = [&](std::optional<Decimal> amount, bool withSign) {
        return amount ? bareAmountText(*amount, line.currency, withSign) : unknownText();
    };
    const auto code = toQString(line.currency.code());
    const auto open = line.openMissed - line.openOver;
    const auto rows = [](int count) { return rowsText(count); };
    std::vector<Box> all;
    all.push_back({tr("Billed"), maybe(line.billed, false), code, tr("a month, checked lines"), {}, {}});
    all.push_back({tr("Counted"), maybe(line.counted, false), code,
        n.unverified == 0       ? tr("everything is known")
            : n.unverified == 1 ? tr("1 position unknown")
                                : tr("%1 positions unknown").arg(n.unverified),
        n.unverified == 0 ? QString() : u"kind:unverified"_s, {}});
    all.push_back({tr("Gap"), maybe(line.gap, true), code, rows(n.rows), u""_s, {}, line.gap ? line.gap->sign() : 0});
    const auto approved
        = n.approvedUnpriced == 0 ? rows(n.approved) : tr("%1, %2 without a price").arg(rows(n.approved)).arg(n.approvedUnpriced);
    all.push_back({tr("Approved"), bareAmountText(line.approved, line.currency, true), code, approved, u"status:approved"_s,
        other([](const StripLine &l) { return l.approved; }), line.approved.sign()});
    all.push_back({tr("Accepted"), bareAmountText(line.accepted, line.currency, true), code, rows(n.accepted),
        u"status:accepted|dismissed"_s, other([](const StripLine &l) { return l.accepted; }), 0});
    const auto parts = line.openMissed.isZero() && line.openOver.isZero()
        ? rows(n.open)
        : tr("%1: %2 missed, %3 over")
              .arg(rows(n.open), bareAmountText(line.openMissed, line.currency, true), bareAmountText(line.openOver, line.currency, true));
    // Open rows without any known money, and nothing compared: how much is unexplained is unknown.
    const bool isUnknown = n.lines.empty() && (n.open > 0 || n.unverified > 0);
    all.push_back({tr("Unexplained"), isUnknown ? unknownText() : bareAmountText(open, line.currency, false), code, parts, u"status:todo"_s,
        other([](const StripLine &l) { return l.openMissed - l.openOver; }), 0, true});
    return all;
}

QString DifferenceStrip::asText() const
{
    QStringList parts;
    for (const auto &box : boxes())
        parts << u"%1: %2 %3, %4%5"_s.arg(box.caption, box.figure, box.code, box.note, box.more.isEmpty() ? QString() : u", "_s + box.more);
    return parts.join(u"; "_s);
}

QSize DifferenceStrip::sizeHint() const
{
    const int more = m_numbers.lines.size() > 1 ? QFontMetrics(typeFont(Type::Caption)).height() : 0;
    return {1100, 12 + QFontMetrics(typeFont(Type::Caption)).height() * 2 + QFontMetrics(typeFont(Type::BigFigure)).height() + more};
}

QRect DifferenceStrip::boxRect(int box, int count) const
{
    // The last one, unexplained, is what the page is about: it is wider.
    const int main = std::max(width() / 4, 230);
    const int each = (width() - main) / (count - 1);
    return box == count - 1 ? QRect(each * (count - 1), 0, width() - each * (count - 1), height()) : QRect(each * box, 0, each, height());
}

void DifferenceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = boxes();
    const int count = static_cast<int>(all.size());
    const auto caption = typeFont(Type::Caption);
    const auto big = typeFont(Type::BigFigure);
    const QFontMetrics captionMetrics(caption);
    const QFontMetrics bigMetrics(big);
    painter.fillRect(rect(), palette().base());
    for (int i = 0; i < count; ++i) {
        const auto &box = all[static_cast<size_t>(i)];
        const auto area = boxRect(i, count);
        const bool isDone = box.isMain && m_numbers.open == 0 && m_numbers.rows > 0;
        if (box.isMain)
            painter.fillRect(area, tone(Tone::Selection));
        else if (i == m_hovered)
            painter.fillRect(area, tone(Tone::Hover));
        if (i > 0) {
            painter.setPen(tone(Tone::Line));
            painter.drawLine(area.left(), area.top() + 8, area.left(), area.bottom() - 8);
        }
        auto text = area.adjusted(space::medium, 6, -space::small, -6);
        painter.setFont(caption);
        painter.setPen(tone(Tone::Muted));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, box.caption);
        text.setTop(text.top() + captionMetrics.height());
        // The figure shrinks before it is ever cut.
        auto figureFont = big;
        while (QFontMetrics(figureFont).horizontalAdvance(box.figure) + captionMetrics.horizontalAdvance(box.code) + 6 > text.width()
            && figureFont.pointSizeF() > 9)
            figureFont.setPointSizeF(figureFont.pointSizeF() - 0.5);
        painter.setFont(figureFont);
        painter.setPen(box.sign == 0 ? tone(isDone ? Tone::Good : Tone::Text) : tone(signTone(box.sign)));
        const QRect figureLine(text.left(), text.top(), text.width(), bigMetrics.height());
        painter.drawText(figureLine, Qt::AlignLeft | Qt::AlignVCenter, box.figure);
        painter.setFont(caption);
        painter.setPen(tone(Tone::Muted));
        if (box.figure != unknownText()) {
            const int used = QFontMetrics(figureFont).horizontalAdvance(box.figure) + 5;
            painter.drawText(figureLine.adjusted(used, 3, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, box.code);
        }
        QRect note(text.left(), figureLine.bottom() + 1, text.width(), captionMetrics.height());
        painter.drawText(note, Qt::AlignLeft | Qt::AlignVCenter, captionMetrics.elidedText(box.note, Qt::ElideRight, note.width()));
        if (!box.more.isEmpty())
            painter.drawText(note.translated(0, captionMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter, box.more);
    }
    if (hasFocus() && m_chosen >= 0) {
        painter.setPen(QPen(tone(Tone::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(boxRect(m_chosen, count)).adjusted(2, 2, -2, -3), space::radius, space::radius);
    }
    painter.setPen(tone(Tone::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    // How much of the work is done.
    if (m_numbers.rows > 0) {
        const double done = 1.0 - static_cast<double>(m_numbers.open) / m_numbers.rows;
        painter.fillRect(QRectF(0, height() - 2, width() * done, 2), tone(Tone::Accent));
    }
}

int DifferenceStrip::boxAt(const QPoint &at) const
{
    const auto all = boxes();
    const int count = static_cast<int>(all.size());
    for (int i = 0; i < count; ++i) {
        if (boxRect(i, count).contains(at))
            return i;
    }
    return -1;
}

void DifferenceStrip::mousePressEvent(QMouseEvent *event)
{
    const int box = boxAt(event->position().toPoint());
    if (box < 0 || event->button() != Qt::LeftButton)
        return;
    follow(box);
}

void DifferenceStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int box = boxAt(event->position().toPoint());
    setCursor(box >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_hovered = box;
    update();
}

void DifferenceStrip::follow(int box)
{
    const auto all = boxes();
    if (box < 0 || box >= static_cast<int>(all.size()))
        return;
    if (const auto &chosen = all[static_cast<size_t>(box)]; chosen.isOfPositions())
        emit positionsRequested();
    else
        emit queryRequested(chosen.query);
}

void DifferenceStrip::focusInEvent(QFocusEvent *event)
{
    if (m_chosen < 0)
        m_chosen = static_cast<int>(boxes().size()) - 1; // unexplained: what the page is about
    QWidget::focusInEvent(event);
}

void DifferenceStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(boxes().size()) - 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_chosen = std::clamp(m_chosen + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        follow(m_chosen);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DifferenceStrip::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

} // namespace br
