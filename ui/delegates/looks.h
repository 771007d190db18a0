// Looks: which icon and tone a kind, a state, a sign or a health has. The words come from the models. Pure functions.
#pragma once

#include "core/domain/review.h"
#include "ui/theme/theme.h"

namespace br {

QString kindIconName(Kind kind);
Tone kindTone(Kind kind);
QString stateIconName(State state);
Tone stateTone(State state);
Tone signTone(int sign);            // of money: + missed, − billed too much
QString healthIconName(int health); // 0 good, 1 wants attention, 2 bad, 3 unknown
Tone healthTone(int health);

} // namespace br
