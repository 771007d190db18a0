#include "ui/mainwindow/readonlybanner.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace br {

ReadOnlyBanner::ReadOnlyBanner(QWidget *parent)
    : QLabel(tr("Read-only: another program holds this workspace, or its file cannot be written. Nothing can be changed here."), parent)
{
    setObjectName(QStringLiteral("readOnlyBanner"));
    setMargin(space::small);
    setAutoFillBackground(true);
    paintTones();
    hide();
}

void ReadOnlyBanner::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) // setting the same colours again sends no further event
        paintTones();
}

void ReadOnlyBanner::paintTones()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tone(Tone::Fill));
    colours.setColor(QPalette::WindowText, tone(Tone::Warn));
    setPalette(colours);
}

} // namespace br
