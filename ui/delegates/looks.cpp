#include "ui/delegates/looks.h"

#include "core/base/text.h"
#include "ui/models/cells.h"

using namespace Qt::StringLiterals;

namespace br {

QString kindIconName(Kind kind) { return u"kind-"_s + toQString(kindCode(kind)); }
QString stateIconName(State state) { return u"state-"_s + toQString(stateCode(state)); }
Tone signTone(int sign) { return sign > 0 ? Tone::Good : sign < 0 ? Tone::Bad : Tone::Muted; }

Tone kindTone(Kind kind)
{
    if (const int sign = kindSign(kind); sign != 0)
        return signTone(sign);
    return kind == Kind::Unverified || kind == Kind::SourceStale || kind == Kind::NotApplied ? Tone::Warn : Tone::Info;
}

Tone stateTone(State state)
{
    switch (state) {
    case State::Open:
        return Tone::Muted;
    case State::InReview:
        return Tone::Accent;
    case State::Approved:
        return Tone::Good;
    case State::Accepted:
        return Tone::Info;
    case State::Dismissed:
        return Tone::Muted;
    case State::Outdated:
        return Tone::Warn;
    }
    return Tone::Muted;
}

QString healthIconName(int health)
{
    switch (health) {
    case 0:
        return u"good"_s;
    case 1:
        return u"warning"_s;
    case 2:
        return u"bad"_s;
    default:
        return u"unknown"_s;
    }
}

Tone healthTone(int health) { return health == 0 ? Tone::Good : health == 1 ? Tone::Warn : health == 2 ? Tone::Bad : Tone::Muted; }

} // namespace br
