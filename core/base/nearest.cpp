#include "core/base/nearest.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace br {

namespace {

constexpr size_t longest = 64; // names longer than this are no typing errors of each other

} // namespace

size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::optional<std::string> nearestName(std::string_view typed, const std::vector<std::string> &known)
{
    const auto wanted = folded(typed);
    if (wanted.empty() || wanted.size() > longest)
        return std::nullopt;
    std::optional<std::string> best;
    size_t bestDistance = std::max<size_t>(1, wanted.size() / 3) + 1;
    for (const auto &name : known) {
        const auto candidate = folded(name);
        if (candidate.size() > longest)
            continue;
        const auto distance = editDistance(wanted, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

std::string didYouMean(std::string_view typed, const std::vector<std::string> &known)
{
    const auto best = nearestName(typed, known);
    return best ? " " + words("Nearest", "Did you mean \"%1\"?", {*best}) : std::string();
}

} // namespace br
