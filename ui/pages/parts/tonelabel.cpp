#include "ui/pages/parts/tonelabel.h"

#include <QEvent>

namespace br {

ToneLabel::ToneLabel(const QString &text, Tone which, QWidget *parent)
    : QLabel(text, parent)
    , m_tone(which)
{
    setTone(which);
}

void ToneLabel::setTone(Tone which)
{
    m_tone = which;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tone(which));
    setPalette(colours);
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) // setting the same colours again sends no further event
        setTone(m_tone);
}

} // namespace br
