// Candidates: every pair of a header row and a layout that a file may be read by, those that fit and those that nearly do.
//
// Thread rule: pure functions; a Candidate points into the layouts it was given.
#pragma once

#include "connectors/file/recognition.h"

namespace br {

struct Candidate {
    Match match;
    int score = 0; // of those that fit, the highest is taken
};

// Those of a side, or the one that was asked for by its id.
std::vector<const Layout *> considered(const std::vector<Layout> &layouts, const std::string &forced, Side side);
// Of one table, from row `after` on: rows before it were looked at already. Appends.
void collect(const std::vector<SampledTable> &tables, size_t index, const std::vector<const Layout *> &layouts, std::vector<Candidate> &out,
    int64_t after = 0);
inline std::string quoted(const std::string &name) { return "\"" + name + "\""; }

} // namespace br
