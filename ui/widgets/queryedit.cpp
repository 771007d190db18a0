#include "ui/widgets/queryedit.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace br {

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
{
}

void QueryEdit::setProblems(std::vector<TextSpan> spans)
{
    m_problems = std::move(spans);
    update();
}

void QueryEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_problems.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone(Tone::Bad), 1.4));
    const auto metrics = fontMetrics();
    // Where the text starts follows from where the cursor is: the line may be scrolled.
    const int origin = cursorRect().center().x() - metrics.horizontalAdvance(text().left(cursorPosition()));
    const int bottom = (height() + metrics.height()) / 2 - 1;
    for (const auto &span : m_problems) {
        const int from = origin + metrics.horizontalAdvance(text().left(span.start));
        const int to = std::max(from + 6, origin + metrics.horizontalAdvance(text().left(span.start + span.length)));
        QPainterPath wave(QPointF(from, bottom));
        for (int x = from, i = 0; x < to; x += 3, ++i)
            wave.lineTo(x + 3, bottom + (i % 2 == 0 ? -2 : 0));
        painter.drawPath(wave);
    }
}

} // namespace br
