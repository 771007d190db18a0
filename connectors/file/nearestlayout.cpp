#include "connectors/file/nearestlayout.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace br {

namespace {

constexpr double nearEnough = 0.5; // see nearness()
constexpr size_t mostRenamed = 3;

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
    const auto rank = [](const Candidate &one) { return std::pair(nearness(one), one.match.layout->isProfile); }; // a person's rather
    for (const auto &candidate : candidates) {
        if (best == nullptr || rank(candidate) > rank(*best))
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

} // namespace

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

std::optional<Match> nearlyFitting(
    const std::vector<SampledTable> &tables, const std::vector<Layout> &layouts, const std::string &forced, Side side)
{
    const bool isForced = !forced.empty() && forced != "auto";
    std::vector<const Layout *> chosen;
    for (const auto *layout : considered(layouts, forced, side)) {
        if (isForced || !layout->maxUnknown) // a very general one is near to everything
            chosen.push_back(layout);
    }
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < tables.size(); ++i)
        collect(tables, i, chosen, candidates);
    const auto *nearest = nearestOf(candidates);
    if (nearest == nullptr || nearest->match.layout->side != side)
        return std::nullopt;
    const auto &binding = nearest->match.binding;
    const bool canBeRenamed = binding.missing.size() <= binding.unknown.size() && binding.matched > 0 && binding.ambiguous.empty();
    const bool isNear = nearness(*nearest) >= nearEnough && binding.missing.size() <= mostRenamed && binding.matched >= 2;
    return canBeRenamed && (isForced || isNear) ? std::optional(nearest->match) : std::nullopt;
}

NearLayout nearLayoutOf(const Match &match)
{
    NearLayout near{match.layout->id, match.layout->title, match.layout->isProfile, {}, {}, {}, {}};
    // A column may fill several slots, in some of them where a better one is missing: what is said of it counts for all.
    const auto sharedHeading = [&](const LayoutColumn &column) {
        for (const auto &field : near.missing) {
            if (std::ranges::find(column.aliases, field.heading) != column.aliases.end())
                return field.heading;
        }
        return std::string();
    };
    const auto add = [&](const LayoutColumn &column, bool isNeeded) {
        const auto &slot = match.layout->slotNames[column.slot];
        const auto shared = sharedHeading(column);
        const auto renamed = renamedColumn(column, match.binding, match.header);
        if (!isNeeded && !renamed && shared.empty())
            return;
        near.missing.push_back({slot, isNeeded, shared.empty() ? column.aliases.front() : shared});
        if (isNeeded && renamed)
            near.proposed[slot] = static_cast<int>(*renamed);
    };
    for (const auto *column : match.binding.missing)
        add(*column, true);
    for (const auto *column : match.binding.absent)
        add(*column, false);
    std::ranges::copy_if(
        match.layout->detect, std::back_inserter(near.tells), [&](const std::string &name) { return !match.header.find(name); });
    for (const auto column : match.binding.unknown)
        near.free.push_back(static_cast<int>(column));
    return near;
}

} // namespace br
