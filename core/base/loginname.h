// Who is at this computer, for the log of decisions: loginName() is never empty where the system knows a name.
//
// BILLINGRECONCILE_USER, then the environment's user variables, then the account that runs the program. Empty where nobody can
// be named. Thread rule: any one thread at a time (getpwuid).
#pragma once

#include <string>

namespace br {

std::string loginName();

} // namespace br
