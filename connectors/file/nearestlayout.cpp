#include "connectors/file/nearestlayout.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace br {

namespace {

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

// A heading that it must not have says what the file is not.
const std::string *avoidedHeading(const Match &match)
{
    const auto found
        = std::ranges::find_if(match.layout->avoid, [&](const std::string &name) { return match.header.find(name).has_value(); });
    return found == match.layout->avoid.end() ? nullptr : &*found;
}

struct Weights { // of what stands there and what does not; tell-tale headers weigh more
    double there = 0;
    double missing = 0;
};

Weights weightsOf(const Match &match)
{
    const auto tells
        = std::ranges::count_if(match.layout->detect, [&match](const std::string &name) { return match.header.find(name).has_value(); });
    return {match.binding.matched + 3.0 * static_cast<double>(tells),
        2.0 * static_cast<double>(match.binding.missing.size()) + 4.0 * static_cast<double>(missingTells(match).size())};
}

// How much of a layout stands there; of two alike the larger is nearer.
double nearness(const Candidate &candidate)
{
    const auto &match = candidate.match;
    const auto [there, missing] = weightsOf(match);
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
    if (const auto *heading = avoidedHeading(nearest.match))
        parts.push_back(words("file", "it has no column %1", {quoted(*heading)}));
    if (parts.empty())
        parts.push_back(words("file", "it is taken by itself only where few other columns stand"));
    return joined(parts, "; ");
}

// A heading that stands twice cannot be read by any name.
bool canBeAdapted(const Match &match, Side side)
{
    const auto &binding = match.binding;
    const bool isAnythingMissing = !binding.missing.empty() || !missingTells(match).empty();
    return match.layout->side == side && avoidedHeading(match) == nullptr && isAnythingMissing && binding.ambiguous.empty()
        && binding.matched > 0 && binding.missing.size() <= binding.unknown.size();
}

const Candidate *nearestOf(const std::vector<Candidate> &candidates)
{
    const Candidate *best = nullptr;
    const auto rank = [](const Candidate &one) { // a person's rather
        return std::tuple(avoidedHeading(one.match) == nullptr, nearness(one), one.match.layout->isProfile);
    };
    for (const auto &candidate : candidates) {
        if (best == nullptr || rank(candidate) > rank(*best))
            best = &candidate;
    }
    return best;
}

} // namespace

Error unknownFile(const std::vector<SampledTable> &tables, const std::vector<Candidate> &candidates, const std::string &file, bool forced)
{
    const auto *nearest = nearestOf(candidates);
    const auto *header = likelyHeader(tables);
    const auto seen = nearest != nullptr ? nearest->match.header.names() : header != nullptr ? header->cells : std::vector<std::string>();
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
    if (!isForced && fitsOtherSide(tables, layouts, side))
        return std::nullopt;
    std::vector<const Layout *> chosen;
    for (const auto *layout : considered(layouts, forced, side)) {
        if (isForced || !layout->maxUnknown) // a very general one is near to everything
            chosen.push_back(layout);
    }
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < tables.size(); ++i)
        collect(tables, i, chosen, candidates);
    std::erase_if(candidates, [&](const Candidate &one) { return !canBeAdapted(one.match, side); });
    const auto *nearest = nearestOf(candidates);
    if (nearest == nullptr)
        return std::nullopt;
    const auto weights = weightsOf(nearest->match);
    const auto &binding = nearest->match.binding;
    const bool isNear = weights.there >= weights.missing && binding.missing.size() <= mostRenamed && binding.matched >= 2;
    return isForced || isNear ? std::optional(nearest->match) : std::nullopt;
}

NearLayout nearLayoutOf(const Match &match)
{
    NearLayout near{match.layout->id, match.layout->title, match.layout->isProfile, {}, {}, {}, {}, {}};
    for (const auto column : match.binding.unknown) {
        const auto &key = match.header.keys()[column];
        if (!key.empty() && std::ranges::count(match.header.keys(), key) == 1)
            near.free.push_back(static_cast<int>(column));
    }
    const auto isProposed
        = [&near](int column) { return std::ranges::any_of(near.proposed, [column](const auto &one) { return one.second == column; }); };
    const auto canBe = [&near](int column) { return std::ranges::find(near.free, column) != near.free.end(); };
    // A column may fill several slots, in some of them where a better one is missing: what is said of it counts for all.
    const auto sharedHeading = [&](const LayoutColumn &column) {
        for (const auto &field : near.missing) {
            if (std::ranges::find(column.aliases, field.heading) != column.aliases.end())
                return field.heading;
        }
        return std::string();
    };
    const auto add = [&](const LayoutColumn &layoutColumn, bool isNeeded) {
        const auto &slot = match.layout->slotNames[layoutColumn.slot];
        const auto shared = sharedHeading(layoutColumn);
        const auto renamed = renamedColumn(layoutColumn, match.binding, match.header);
        if (!isNeeded && shared.empty() && !(renamed && canBe(static_cast<int>(*renamed))))
            return;
        near.missing.push_back({slot, isNeeded, shared.empty() ? layoutColumn.aliases.front() : shared});
        const int column = renamed ? static_cast<int>(*renamed) : -1;
        if (isNeeded && canBe(column) && !isProposed(column)) // one column for one thing
            near.proposed[slot] = column;
    };
    for (const auto *column : match.binding.missing)
        add(*column, true);
    for (const auto *column : match.binding.absent)
        add(*column, false);
    std::ranges::copy_if(
        match.layout->detect, std::back_inserter(near.tells), [&](const std::string &name) { return !match.header.find(name); });
    for (size_t slot = 0; slot < match.binding.columnOf.size(); ++slot) {
        if (match.binding.columnOf[slot])
            near.found.push_back(match.layout->slotNames[slot]);
    }
    return near;
}

} // namespace br
