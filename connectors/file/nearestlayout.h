// NearestLayout: where no layout fits a file, the one that nearly does, and what it misses.
//
// Vendors rename a column of their report from one version to the next; the rest of the layout stays right. Thread rule: pure functions.
#pragma once

#include "connectors/file/candidates.h"
#include "core/connect/connector.h"

namespace br {

// Says the columns that were seen, the nearest layout and what it misses.
Error unknownFile(const std::vector<SampledTable> &tables, const std::vector<Candidate> &candidates, const std::string &file, bool forced);

// The layout that would fit if a few of its columns had other names: the nearest one, or the one that was asked for. None where a
// layout of the other side fits, or a person had better say each column.
std::optional<Match> nearlyFitting(
    const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, const std::string &forced, Side side);
NearLayout nearLayoutOf(const Match &match);

} // namespace br
