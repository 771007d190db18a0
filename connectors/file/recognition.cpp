#include "connectors/file/recognition.h"

#include "connectors/file/candidates.h"
#include "connectors/file/nearestlayout.h"
#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

// Optional columns of the layout that are absent while an unknown column looks like them.
void tellRenamed(Match &match)
{
    for (const auto *column : match.binding.absent) {
        const auto renamed = renamedColumn(*column, match.binding, match.header);
        if (renamed && match.layout->isProfile && !match.layout->isAdapted) {
            match.notes.push_back(words("file", "Column %1 of the profile is missing; %2 stands where it was and was not read",
                {quoted(column->aliases.front()), quoted(match.header.names()[*renamed])}));
        }
    }
    for (const auto &name : match.header.duplicates())
        match.notes.push_back(words("file", "The column %1 stands more than once; what it says was kept but not used", {quoted(name)}));
}

Candidate *bestOf(std::vector<Candidate> &candidates, bool isForced, std::vector<std::string> &ties)
{
    Candidate *best = nullptr;
    for (auto &candidate : candidates) {
        const auto &binding = candidate.match.binding;
        if (!(isForced ? binding.missing.empty() : binding.fits()))
            continue;
        if (best == nullptr || candidate.score > best->score) {
            best = &candidate;
            ties.clear();
        } else if (candidate.score == best->score && candidate.match.layout != best->match.layout) {
            ties.push_back(candidate.match.layout->title);
        }
    }
    return best;
}

// The layout of the other side that fits best: a PSA's file at a vendor's source, or the other way round.
const Layout *fittingOther(const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, Side side, int above)
{
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < tables.size(); ++i)
        collect(tables, i, considered(layouts, "auto", side == Side::Psa ? Side::Vendor : Side::Psa), candidates);
    std::vector<std::string> ties;
    const auto *best = bestOf(candidates, false, ties);
    return best != nullptr && best->score > above ? best->match.layout : nullptr;
}

Error wrongSide(const std::string &file, const Layout &other, Side side)
{
    return {Errc::InvalidInput,
        side == Side::Vendor
            ? words("file", "%1 is a file of a PSA (%2), and this source is a vendor's: import it at the PSA's source", {file, other.title})
            : words("file", "%1 is a file of a vendor (%2), and this source is the PSA: import it at the vendor's source",
                {file, other.title})};
}

// A few columns fit much: where more of them fit the other side, a person should look.
std::string doubtfulSide(const Layout &other, Side side)
{
    return side == Side::Vendor
        ? words("file", "It looks more like a file of a PSA (%1). Check that it is this vendor's: else a PSA is compared with itself",
            {other.title})
        : words("file", "It looks more like a file of a vendor (%1). Check that it is the PSA's: else a vendor is compared with itself",
            {other.title});
}

} // namespace

Result<Match> recognise(const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, const std::string &forced, Side side)
{
    const auto &file = tables.front().table->name();
    const bool isForced = !forced.empty() && forced != "auto";
    const auto chosen = considered(layouts, forced, side);
    if (isForced && chosen.empty())
        return Error{Errc::NotFound, words("file", "There is no layout and no profile named \"%1\"", {forced})};
    if (isForced && chosen.front()->side != side)
        return Error{Errc::InvalidInput,
            words("file", "The layout \"%1\" is for the other side: check whether the source is a PSA or a vendor", {forced})};
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < tables.size(); ++i)
        collect(tables, i, chosen, candidates);
    std::vector<std::string> ties;
    auto *best = bestOf(candidates, isForced, ties);
    // Long reports say much before their table begins. Only what fits is of interest down there, not what nearly does.
    std::vector<Candidate> deep;
    if (best == nullptr) {
        for (size_t i = 0; i < tables.size(); ++i)
            collect(tables, i, chosen, deep, lastHeaderRow);
        best = bestOf(deep, isForced, ties);
    }
    if (best == nullptr && !isForced) {
        if (const auto *other = fittingOther(tables, layouts, side, -1))
            return wrongSide(file, *other, side);
    }
    if (best == nullptr)
        return unknownFile(tables, candidates, file, isForced);
    const int score = best->score;
    auto match = std::move(best->match);
    if (!match.binding.ambiguous.empty()) {
        return Error{Errc::InvalidInput,
            words("file",
                "%1: the column %2 stands more than once in the header (row %3), so it is not clear which one to read. Remove or rename "
                "one",
                {file, quoted(match.binding.ambiguous.front()), std::to_string(tables[match.table].rows[match.headerAt].number)})};
    }
    for (const auto &tie : ties)
        match.notes.push_back(words("file", "The file fits the layout \"%1\" as well; \"%2\" was taken", {tie, match.layout->title}));
    tellRenamed(match);
    const bool isChosen = isForced || match.layout->isProfile; // by a person
    if (const auto *other = isChosen ? nullptr : fittingOther(tables, layouts, side, score)) {
        match.isOtherSideNearer = true;
        match.notes.push_back(doubtfulSide(*other, side));
    }
    return match;
}

const SampleRow *likelyHeader(std::span<const SampledTable> tables)
{
    const SampleRow *best = nullptr;
    std::ptrdiff_t most = 0;
    for (const auto &table : tables) {
        for (const auto &row : table.rows) {
            const auto filled = std::ranges::count_if(row.cells, [](const std::string &cell) { return !cell.empty(); });
            if (row.number <= lastHeaderRow && filled > most) {
                most = filled;
                best = &row;
            }
        }
    }
    return best;
}

bool fitsOtherSide(const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, Side side)
{
    return fittingOther(tables, layouts, side, -1) != nullptr;
}

std::vector<Match> alike(const std::vector<SampledTable> &tables, const Match &match)
{
    std::vector<Match> all;
    const auto &sheets = match.layout->sheets;
    const auto isNamed = [&](size_t table) {
        const auto key = headerKey(tables[table].table->sheet());
        return std::ranges::any_of(sheets, [&key](const std::string &name) { return headerKey(name) == key; });
    };
    if (isNamed(match.table))
        return all;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (i == match.table)
            continue;
        std::vector<Candidate> candidates;
        collect(tables, i, {match.layout}, candidates);
        std::vector<std::string> ties;
        auto *best = bestOf(candidates, false, ties);
        if (best != nullptr && best->match.binding.ambiguous.empty())
            all.push_back(std::move(best->match));
    }
    return all;
}

} // namespace br
