#include "core/reconcile/alike.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace br {

namespace {

constexpr size_t groupSize = 3;

std::string padded(const std::string &name) { return name.empty() ? name : "  " + name + " "; }

std::vector<std::string_view> groupsOf(const std::string &padded)
{
    std::vector<std::string_view> groups;
    for (size_t at = 0; at + groupSize <= padded.size(); ++at)
        groups.push_back(std::string_view(padded).substr(at, groupSize));
    std::ranges::sort(groups);
    return groups;
}

// Each group once, with how often it occurs.
template <class Visit>
void eachGroup(const std::string &padded, const Visit &visit)
{
    const auto groups = groupsOf(padded);
    for (size_t at = 0; at < groups.size();) {
        size_t next = at + 1;
        while (next < groups.size() && groups[next] == groups[at])
            ++next;
        visit(groups[at], static_cast<int64_t>(next - at));
        at = next;
    }
}

int64_t wholeRoot(int64_t square)
{
    auto root = static_cast<int64_t>(std::sqrt(static_cast<double>(square)));
    while (root * root > square)
        --root;
    while ((root + 1) * (root + 1) <= square)
        ++root;
    return root;
}

// log2 of n in 1/256, without a library whose last digit may differ between machines.
int64_t scaledLog2(uint64_t n)
{
    const auto whole = static_cast<int>(std::bit_width(n)) - 1;
    const uint64_t fraction = ((n << 8) >> whole) - 256; // linear between the powers of two
    return whole * 256 + static_cast<int64_t>(fraction);
}

} // namespace

AlikeNames::AlikeNames(const std::vector<std::string> &names)
{
    m_padded.reserve(names.size());
    for (const auto &name : names)
        m_padded.push_back(padded(name));
    for (uint32_t name = 0; name < m_padded.size(); ++name) {
        eachGroup(m_padded[name], [&](std::string_view group, int64_t times) {
            const auto number = m_groups.add(group);
            m_postings.resize(m_groups.size());
            m_postings[number].push_back({name, times});
        });
    }
    m_norms.assign(m_padded.size(), 0);
    m_sums.assign(m_padded.size(), 0);
    for (uint32_t group = 0; group < m_postings.size(); ++group) {
        for (auto &posting : m_postings[group]) {
            posting.weight = weightOf(group, posting.weight);
            m_norms[posting.name] += posting.weight * posting.weight;
        }
    }
    for (auto &norm : m_norms)
        norm = wholeRoot(norm);
}

int64_t AlikeNames::weightOf(uint32_t group, int64_t times) const
{
    const uint64_t holders = group == nowhere ? 1 : m_postings[group].size(); // a group no name has is as rare as can be
    return times * (64 + scaledLog2((m_padded.size() + holders) / holders));
}

std::vector<AlikeNames::Match> AlikeNames::find(const std::string &name, size_t most, int leastPercent)
{
    const auto text = padded(name);
    std::vector<uint32_t> touched;
    int64_t square = 0;
    eachGroup(text, [&](std::string_view group, int64_t times) {
        const auto number = m_groups.find(group);
        const auto weight = weightOf(number, times);
        square += weight * weight;
        if (number == nowhere)
            return;
        for (const auto &posting : m_postings[number]) {
            if (m_sums[posting.name] == 0)
                touched.push_back(posting.name);
            m_sums[posting.name] += weight * posting.weight;
        }
    });
    const auto norm = wholeRoot(square);
    std::vector<Match> matches;
    for (const auto other : touched) {
        const auto both = norm * m_norms[other];
        const auto percent = static_cast<int>(std::min<int64_t>(100, both == 0 ? 0 : m_sums[other] * 100 / both));
        m_sums[other] = 0;
        if (percent >= leastPercent)
            matches.push_back({other, percent});
    }
    std::ranges::sort(
        matches, [](const Match &a, const Match &b) { return a.percent != b.percent ? a.percent > b.percent : a.name < b.name; });
    matches.resize(std::min(matches.size(), most));
    return matches;
}

} // namespace br
