// SHA-256 of a file, computed beside the reading of it.
//
// Thread rule: the future is taken on the thread that asked; the work is done on another.
#pragma once

#include "core/base/result.h"

#include <future>
#include <string>

namespace br {

std::future<Result<std::string>> hashInBackground(const std::string &path);

} // namespace br
