// Past text: what was decided about a row, and what earlier months found and decided, as the detail pane tells it.
//
// Thread rule: pure functions.
#pragma once

#include "core/workspace/pastmonths.h"

#include <QString>

namespace br {

QString decisionsText(const std::vector<Decision> &decisions); // a paragraph each, oldest first
QString sinceText(const PastMonths &past);                     // empty where this is its first month
QString pastText(const PastMonths &past);                      // a paragraph a month, newest first

} // namespace br
