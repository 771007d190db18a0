// Months that names of sheets and files state, and what follows: sheets of different months are not one table.
//
// A name states a month as 2026-10, 10-2026, 202610, a date, or a month's name (of the languages that reports come in) and a year.
// Thread rule: pure functions.
#pragma once

#include "connectors/file/recognition.h"
#include "core/base/period.h"

#include <string>
#include <vector>

namespace br {

std::optional<Period> monthInName(const std::string &name);

// Of sheets that are alike and state different months, those of the chosen one. Error: none is of it; forced, all are taken.
Result<std::vector<Match>> sheetsOfMonth(
    std::vector<Match> matches, const std::vector<SampledTable> &samples, Period chosen, bool isForced);

} // namespace br
