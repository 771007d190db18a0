// LogHandler: every message of the program to stderr, with what looks like a secret blotted out first.
#pragma once

#include <QString>

namespace br {

void installLogHandler();
QString redacted(const QString &message); // values of authorization, token, key, secret, password, cookie

} // namespace br
