#include "connectors/file/recognition.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

struct Candidate {
    Match match;
    int score = 0;
};

TableRow rowOf(const SampleRow &sample, std::vector<std::string_view> &cells)
{
    cells.assign(sample.cells.begin(), sample.cells.end());
    return {sample.number, cells, sample.numbers};
}

int scoreOf(const Layout &layout, const Binding &binding, const std::string &sheet)
{
    const auto key = headerKey(sheet);
    const bool named = std::ranges::any_of(layout.sheets, [&key](const std::string &name) { return headerKey(name) == key; });
    return binding.matched * 4 + static_cast<int>(layout.detect.size()) * 8 + (named ? 50 : 0) + (layout.isProfile ? 3 : 0);
}

std::vector<const Layout *> considered(const std::vector<Layout> &layouts, const std::string &forced, Side side)
{
    std::vector<const Layout *> chosen;
    const bool any = forced.empty() || forced == "auto";
    for (const auto &layout : layouts) {
        if (any ? layout.side == side : layout.id == forced)
            chosen.push_back(&layout);
    }
    return chosen;
}

// Every (header row, layout) pair of one table, those that fit and those that nearly do.
void collect(const std::vector<SampledTable> &tables, size_t index, const std::vector<const Layout *> &layouts, std::vector<Candidate> &out,
    int64_t after = 0)
{
    const auto last = after == 0 ? lastHeaderRow : lastDeepHeaderRow;
    std::vector<std::string_view> cells;
    const auto &rows = tables[index].rows;
    for (size_t at = 0; at < rows.size() && rows[at].number <= last; ++at) {
        if (rows[at].number <= after)
            continue;
        const Header header(rowOf(rows[at], cells));
        for (const auto *layout : layouts) {
            auto binding = bind(*layout, header);
            if (binding.matched == 0 && layouts.size() > 1)
                continue;
            const int score = scoreOf(*layout, binding, tables[index].table->sheet());
            out.push_back({{layout, index, at, header, std::move(binding), false, {}}, score});
        }
    }
}

std::string quoted(const std::string &name) { return "\"" + name + "\""; }

std::string listed(const std::vector<std::string> &names)
{
    constexpr size_t most = 30;
    std::string text;
    for (size_t i = 0; i < names.size() && i < most; ++i)
        text += (text.empty() ? "" : ", ") + (names[i].empty() ? std::string("–") : names[i]);
    return names.size() > most ? text + ", …" : text;
}

std::string missingColumn(const LayoutColumn &column, const Binding &binding, const Header &header)
{
    const auto name = quoted(column.aliases.empty() ? std::string() : column.aliases.front());
    if (const auto renamed = renamedColumn(column, binding, header))
        return words("file", "%1 is missing (%2 stands where it was)", {name, quoted(header.names()[*renamed])});
    return words("file", "%1 is missing", {name});
}

// The tell-tale headers that do not stand there and are not told as missing columns anyway.
std::vector<std::string> missingTells(const Match &match)
{
    std::vector<std::string> names;
    const auto isTold = [&match](const std::string &name) {
        return std::ranges::any_of(match.binding.missing, [&name](const LayoutColumn *column) { return column->aliases.front() == name; });
    };
    for (const auto &name : match.layout->detect) {
        if (!match.header.find(name) && !isTold(name))
            names.push_back(name);
    }
    return names;
}

// How much of a layout stands there, 0 to 1; tell-tale headers weigh more, and of two alike the larger is nearer.
double nearness(const Candidate &candidate)
{
    const auto &match = candidate.match;
    const auto tells
        = std::ranges::count_if(match.layout->detect, [&match](const std::string &name) { return match.header.find(name).has_value(); });
    const double there = match.binding.matched + 3.0 * static_cast<double>(tells);
    const double missing = 2.0 * static_cast<double>(match.binding.missing.size()) + 4.0 * static_cast<double>(missingTells(match).size());
    const bool tooGeneral = match.layout->maxUnknown && match.binding.unknown.size() > *match.layout->maxUnknown;
    return there / (there + missing + 0.001) * (1.0 + 0.02 * match.binding.matched) * (tooGeneral ? 0.5 : 1.0);
}

// What the nearest layout misses, for people.
std::string whyNot(const Candidate &nearest)
{
    std::vector<std::string> parts;
    for (const auto *column : nearest.match.binding.missing)
        parts.push_back(missingColumn(*column, nearest.match.binding, nearest.match.header));
    for (const auto &name : missingTells(nearest.match))
        parts.push_back(words("file", "%1 is missing", {quoted(name)}));
    if (parts.empty())
        parts.push_back(words("file", "it is taken by itself only where few other columns stand"));
    return joined(parts, "; ");
}

const Candidate *nearestOf(const std::vector<Candidate> &candidates)
{
    const Candidate *best = nullptr;
    for (const auto &candidate : candidates) {
        if (best == nullptr || nearness(candidate) > nearness(*best))
            best = &candidate;
    }
    return best;
}

// The first row with the most filled cells: what a person would take for the header.
std::vector<std::string> likelyHeader(const std::vector<SampledTable> &tables)
{
    const SampleRow *best = nullptr;
    size_t most = 0;
    for (const auto &table : tables) {
        for (const auto &row : table.rows) {
            const auto filled = static_cast<size_t>(std::ranges::count_if(row.cells, [](const std::string &c) { return !c.empty(); }));
            if (row.number <= lastHeaderRow && filled > most) {
                most = filled;
                best = &row;
            }
        }
    }
    return best == nullptr ? std::vector<std::string>() : best->cells;
}

Error unknownFile(const std::vector<SampledTable> &tables, const std::vector<Candidate> &candidates, const std::string &file, bool forced)
{
    const auto *nearest = nearestOf(candidates);
    const auto seen = nearest != nullptr ? nearest->match.header.names() : likelyHeader(tables);
    const bool close = nearest != nullptr && (forced || nearest->match.binding.matched >= 2);
    std::string message
        = forced ? words("file", "%1 does not fit the layout that was asked for.", {file}) : words("file", "%1 fits no layout.", {file});
    message += " " + words("file", "Columns seen: %1.", {listed(seen)});
    if (close) {
        message += " " + words("file", "Nearest layout: %1; %2.", {nearest->match.layout->title, whyNot(*nearest)});
    }
    message += " " + words("file", "Map its columns once and save that as a profile, or name the layout.");
    return {Errc::InvalidInput, message};
}

// Optional columns of the layout that are absent while an unknown column looks like them.
void tellRenamed(Match &match)
{
    for (const auto *column : match.binding.absent) {
        const auto renamed = renamedColumn(*column, match.binding, match.header);
        if (renamed && match.layout->isProfile) {
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
