#include "ui/mainwindow/screenfit.h"

#include <algorithm>

namespace br {

namespace {

qint64 sharedArea(const QRect &a, const QRect &b)
{
    const QRect both = a.intersected(b);
    return both.isEmpty() ? 0 : qint64{both.width()} * both.height();
}

} // namespace

QRect fittedOnScreen(const QRect &window, const QList<QRect> &rooms, const QSize &least)
{
    if (rooms.isEmpty())
        return window;
    constexpr int frame = 40; // title bar and borders, which are not known before the window is shown
    const auto most = std::ranges::max_element(
        rooms, [&window](const QRect &a, const QRect &b) { return sharedArea(a, window) < sharedArea(b, window); });
    const QRect room = most->adjusted(0, 0, 0, -frame);
    const QSize size = window.size().boundedTo(room.size()).expandedTo(least);
    const bool isGone = sharedArea(*most, window) == 0;
    const QRect centred(room.center() - QRect(QPoint(), size).center(), size);
    QRect placed = isGone ? centred : QRect(window.topLeft(), size);
    // The upper left corner last: where the window is too large, its title and menu are what must be reached.
    placed.moveRight(std::min(placed.right(), room.right()));
    placed.moveBottom(std::min(placed.bottom(), room.bottom()));
    placed.moveLeft(std::max(placed.left(), room.left()));
    placed.moveTop(std::max(placed.top(), room.top()));
    return placed;
}

} // namespace br
