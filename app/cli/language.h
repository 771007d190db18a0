// Language: in which language the command line speaks to people: --lang CODE before everything else, then the environment's.
//
// Only sentences and table headings follow it. Keys and codes of JSON, CSV and XLSX, numbers and dates never do.
// Thread rule: main thread, before the first sentence.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

class QCoreApplication;

namespace br::cli {

// Takes --lang and its value out of `words`. InvalidInput: there is no such translation; the message lists those there are.
Status speak(QCoreApplication &application, std::vector<std::string> &words);

} // namespace br::cli
