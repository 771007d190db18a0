#include "ui/widgets/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace br {

bool WheelGuard::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    // Its own line edit stands before an editable choice; the list that a choice opens is a window of its own.
    const bool isChoice = qobject_cast<QComboBox *>(object) || qobject_cast<QAbstractSpinBox *>(object);
    if (!isChoice)
        return false;
    event->ignore(); // so that it goes on to what is scrolled
    return true;
}

} // namespace br
