// The name of a file without its folder, whichever slash its system has. Thread rule: pure function.
#pragma once

#include <string>

namespace br {

inline std::string fileNameOf(const std::string &path)
{
    const auto slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

} // namespace br
