// Recognition: finds the header row of a table and the layout that fits it best, or says what is missing.
//
// Thread rule: pure functions; a Match points into the layouts it was given.
#pragma once

#include "connectors/file/binding.h"
#include "connectors/file/tablefile.h"

#include <optional>
#include <span>

namespace br {

struct SampledTable {
    const TableFile *table = nullptr;
    std::vector<SampleRow> rows;
};

struct Match {
    const Layout *layout = nullptr;
    size_t table = 0;    // index into the tables given
    size_t headerAt = 0; // index into its sample rows
    Header header;
    Binding binding;
    bool isOtherSideNearer = false; // a layout of the other side fits better
    std::vector<std::string> notes; // another layout fitted as well, columns that look renamed
};

// `forced` is "auto", a layout's id or a profile's name. Errors: Errc::InvalidInput names the columns that were seen, the
// nearest layout and what it misses; Errc::NotFound where no layout has the forced name.
Result<Match> recognise(const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, const std::string &forced, Side side);

// A layout of the other side that fits: no layout of this one is near then.
bool fitsOtherSide(const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, Side side);

// The other tables whose header fits the layout of `match`, in their order; none where the layout prefers the sheet by name.
std::vector<Match> alike(const std::vector<SampledTable> &tables, const Match &match);

// What a person would take for the header: the first row with the most filled cells. Null: all are empty.
const SampleRow *likelyHeader(std::span<const SampledTable> tables);

inline constexpr int64_t lastHeaderRow = 20;
inline constexpr int64_t lastDeepHeaderRow = 200; // looked at where nothing fits above

} // namespace br
