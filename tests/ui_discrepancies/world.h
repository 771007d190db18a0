// A believable month of discrepancies, always the same: for the tests and pictures of the main room.
#pragma once

#include "core/domain/rows.h"

#include <vector>

namespace br::world {

Period month();                                     // 2026-10
std::vector<DiscrepancyRow> rows(int count);        // keys are unique; biggest money first
PositionDetail detailOf(const DiscrepancyRow &row); // with a trace, names and six months

} // namespace br::world
