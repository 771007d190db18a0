// Leftovers: the temporary files that a killed program left beside what it wanted to write (core/base/safefile.h names them).
//
// Thread rule: pure function of the folder. What cannot be listed is not there.
#pragma once

#include <string>
#include <vector>

namespace br {

// Paths of those in the folder of `file` that nobody has written into for an hour: one of another running program is younger.
std::vector<std::string> leftoversBeside(const std::string &file);

} // namespace br
