#include "core/base/clock.h"

#include <QDateTime>

namespace br {

std::string SystemClock::nowUtc() const { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString(); }

} // namespace br
