// ScreenFit: where a remembered window may open: whole, on a screen that is there. Pure function.
#pragma once

#include <QList>
#include <QRect>

namespace br {

// `window`: position with its frame, size without it, as remembered. `rooms`: what each screen has free, the main one first. The
// window stays on the screen that shows most of it; where none does any more, it goes to the main one. Never larger than its
// screen, as far as `least` allows.
QRect fittedOnScreen(const QRect &window, const QList<QRect> &rooms, const QSize &least);

} // namespace br
