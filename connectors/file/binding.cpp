#include "connectors/file/binding.h"

#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

std::optional<size_t> take(const LayoutColumn &column, const Header &header, Binding &binding)
{
    for (const auto &alias : column.aliases) {
        const auto at = header.findAll(alias);
        if (at.size() > 1)
            binding.ambiguous.push_back(header.names()[at[0]]);
        if (!at.empty())
            return at[0];
    }
    return std::nullopt;
}

bool isSubsequence(std::string_view shorter, std::string_view longer)
{
    size_t at = 0;
    for (const char c : longer)
        at += at < shorter.size() && shorter[at] == c ? 1U : 0U;
    return at == shorter.size();
}

// 0 is the same, 1 has nothing in common.
double strangeness(const std::string &a, const std::string &b)
{
    const auto &shorter = a.size() < b.size() ? a : b;
    const auto &longer = a.size() < b.size() ? b : a;
    if (shorter.size() < 3)
        return 1.0;
    if (longer.starts_with(shorter) || (shorter.front() == longer.front() && isSubsequence(shorter, longer)))
        return 0.2;
    return static_cast<double>(editDistance(a, b)) / static_cast<double>(longer.size());
}

} // namespace

Binding bind(const Layout &layout, const Header &header)
{
    Binding binding;
    binding.columnOf.resize(layout.slotNames.size());
    std::vector<bool> taken(header.names().size());
    for (const auto &column : layout.columns) {
        const auto at = take(column, header, binding);
        if (at) {
            binding.columnOf[column.slot] = at;
            taken[*at] = true;
            ++binding.matched;
        } else {
            (column.required ? binding.missing : binding.absent).push_back(&column);
        }
    }
    for (size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i])
            binding.unknown.push_back(i);
    }
    const auto stands = [&header](const std::string &name) { return header.find(name).has_value(); };
    const bool few = !layout.maxUnknown || binding.unknown.size() <= *layout.maxUnknown;
    binding.detected = few && std::ranges::all_of(layout.detect, stands) && std::ranges::none_of(layout.avoid, stands);
    return binding;
}

std::optional<size_t> renamedColumn(const LayoutColumn &column, const Binding &binding, const Header &header)
{
    std::optional<size_t> best;
    double least = 0.4;
    for (const size_t at : binding.unknown) {
        for (const auto &alias : column.aliases) {
            const double now = strangeness(headerKey(alias), header.keys()[at]);
            if (now < least) {
                least = now;
                best = at;
            }
        }
    }
    return best;
}

} // namespace br
