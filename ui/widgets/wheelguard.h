// WheelGuard: the mouse wheel scrolls what lies below a closed choice or a number field; it never changes a value in passing.
//
// Installed once on the application. Thread rule: interface thread.
#pragma once

#include <QObject>

namespace br {

class WheelGuard final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace br
