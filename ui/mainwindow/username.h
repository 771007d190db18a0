// User name: the name that stands beside decisions, notes and exports: BILLINGRECONCILE_USER, what the person entered, or the login name.
//
// Kept in the settings of this computer's user. Thread rule: interface thread.
#pragma once

#include <QString>

namespace br {

QString userName(); // never empty
// Empty: the login name again. White space is made single; what is longer than a name is cut.
void keepUserName(const QString &name);

} // namespace br
