#include "core/reconcile/tally.h"

#include "core/base/text.h"
#include "core/reconcile/assetverdict.h"
#include "core/reconcile/rulecheck.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace br {

namespace {

void sortUnique(std::vector<int> &days)
{
    std::ranges::sort(days);
    const auto rest = std::ranges::unique(days);
    days.erase(rest.begin(), rest.end());
}

std::string listed(const std::vector<int> &days)
{
    std::string out;
    for (const int day : days)
        out += (out.empty() ? "" : ",") + std::to_string(day);
    return out.empty() ? "-" : out;
}

bool readList(std::string_view text, std::vector<int> &days)
{
    if (text == "-")
        return true;
    while (true) {
        int day = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), day);
        if (problem != std::errc() || day < 0 || day > ruleDaysLimit || (!days.empty() && days.back() >= day))
            return false;
        days.push_back(day);
        const auto used = static_cast<size_t>(end - text.data());
        if (used == text.size())
            return true;
        if (text[used] != ',')
            return false;
        text.remove_prefix(used + 1);
    }
}

std::string_view nextWord(std::string_view &text)
{
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return word;
}

bool disjoint(const std::vector<std::string> &left, const std::vector<std::string> &right)
{
    if (left.empty() || right.empty())
        return false;
    return std::ranges::none_of(left, [&](const std::string &text) {
        return std::ranges::any_of(right, [&](const std::string &other) { return folded(text) == folded(other); });
    });
}

bool mayShareAssets(const CountedBy &one, const CountedBy &other)
{
    return one.measure == Measure::Assets && other.measure == Measure::Assets && one.source == other.source && one.meter == other.meter
        && !disjoint(one.classes, other.classes) && !disjoint(one.statuses, other.statuses);
}

} // namespace

TallyRule TallyRule::forPeriod(Period period, const std::vector<Service> &services)
{
    TallyRule rule{period.lastDay(), {0, 7, 14, 30}, {30, 60, 90}};
    for (const auto &service : services) {
        if (service.graceDays >= 0 && service.graceDays <= ruleDaysLimit)
            rule.graceDays.push_back(service.graceDays);
        if (service.staleAfterDays && *service.staleAfterDays >= 0 && *service.staleAfterDays <= ruleDaysLimit)
            rule.staleAfterDays.push_back(*service.staleAfterDays);
    }
    sortUnique(rule.graceDays);
    sortUnique(rule.staleAfterDays);
    return rule;
}

bool TallyRule::covers(Day asOfDay, int grace, std::optional<int> staleAfter) const
{
    return asOfDay == asOf && std::ranges::binary_search(graceDays, grace)
        && (!staleAfter || std::ranges::binary_search(staleAfterDays, *staleAfter));
}

std::string TallyRule::toText() const
{
    return "1 " + asOf.toString() + " grace " + listed(graceDays) + " stale " + listed(staleAfterDays);
}

Result<TallyRule> TallyRule::fromText(std::string_view text)
{
    const Error damaged{Errc::Damaged,
        words("tally", "the rule of the stored counts, \"%1\", cannot be read; import the files of this period again", {shortened(text)})};
    auto rest = text;
    if (nextWord(rest) != "1")
        return damaged;
    const auto day = Day::parse(nextWord(rest));
    if (!day)
        return damaged;
    TallyRule rule{*day, {}, {}};
    const bool read = nextWord(rest) == "grace" && readList(nextWord(rest), rule.graceDays) && nextWord(rest) == "stale"
        && readList(nextWord(rest), rule.staleAfterDays);
    if (!read || !rest.empty() || rule.graceDays.empty() || rule.graceDays.front() != 0)
        return damaged;
    return rule;
}

TallyDays::Line::Line(Day asOf, const std::vector<int> &distances)
    : m_asOf(asOf.number())
    , m_days{std::nullopt}
    , m_placeOf{0}
{
    if (distances.empty())
        return;
    m_days.emplace_back(asOf.plusDays(-distances.back() - 1));
    for (size_t i = distances.size(); i-- > 1;)
        m_days.emplace_back(asOf.plusDays(-distances[i]));
    m_placeOf.resize(static_cast<size_t>(distances.front()) + 1, 0);
    for (size_t i = 1; i < distances.size(); ++i)
        m_placeOf.resize(static_cast<size_t>(distances[i]) + 1, static_cast<uint32_t>(m_days.size() - i));
    m_placeOf.push_back(longAgo);
}

uint32_t TallyDays::Line::place(const MaybeDay &day) const
{
    if (!day || day->number() >= m_asOf)
        return 0;
    return m_placeOf[std::min(static_cast<size_t>(m_asOf - day->number()), m_placeOf.size() - 1)];
}

TallyDays::TallyDays(const TallyRule &rule)
    : m_asOf(rule.asOf)
    , m_ended(rule.asOf, rule.graceDays)
    , m_lastSeen(rule.asOf, rule.staleAfterDays)
{
}

uint32_t TallyDays::number(const MaybeDay &assigned, const MaybeDay &ended, const MaybeDay &lastSeen) const
{
    // An asset that no grace makes live is never counted, so its other days tell nothing.
    if (assigned && *assigned > m_asOf)
        return m_ended.size() * m_lastSeen.size();
    const auto end = m_ended.place(ended);
    return end * m_lastSeen.size() + (end == longAgo ? 0 : m_lastSeen.place(lastSeen));
}

CanonicalDays TallyDays::days(uint32_t number) const
{
    const auto end = number / m_lastSeen.size();
    if (end == m_ended.size())
        return {m_asOf.plusDays(1), std::nullopt, std::nullopt};
    return {std::nullopt, m_ended.at(end), m_lastSeen.at(number % m_lastSeen.size())};
}

std::vector<std::pair<SourceName, MeterId>> wholeMeters(
    const Service &service, Day asOf, const std::function<const TallyRule *(const SourceName &)> &ruleOf)
{
    std::vector<std::pair<SourceName, MeterId>> whole;
    for (size_t i = 0; i < service.counted.size(); ++i) {
        const auto &entry = service.counted[i];
        if (entry.measure != Measure::Assets)
            continue;
        const auto *rule = ruleOf(entry.source);
        bool needed = service.combine == Combine::Distinct || isRealNameFilter(entry.namePattern) || !rule
            || !rule->covers(asOf, service.graceDays, service.staleAfterDays);
        for (size_t j = 0; j < service.counted.size() && !needed; ++j)
            needed = j != i && mayShareAssets(entry, service.counted[j]);
        if (needed)
            whole.emplace_back(entry.source, entry.meter);
    }
    std::ranges::sort(whole);
    const auto rest = std::ranges::unique(whole);
    whole.erase(rest.begin(), rest.end());
    return whole;
}

namespace {

// FNV-1a, then the finaliser of MurmurHash3 to spread the low bits.
template <class Seen>
uint32_t hashOf(std::string_view key, Seen seen)
{
    uint32_t hash = 2'166'136'261U;
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(seen(c))) * 16'777'619U;
    hash = (hash ^ (hash >> 16)) * 0x85EB'CA6BU;
    hash = (hash ^ (hash >> 13)) * 0xC2B2'AE35U;
    hash ^= hash >> 16;
    return hash == 0 && !key.empty() ? 1 : hash;
}

} // namespace

uint32_t keyHash(std::string_view foldedKey)
{
    return hashOf(foldedKey, [](char c) { return c; });
}

uint32_t asciiKeyHash(std::string_view trimmedKey)
{
    if (trimmedKey.empty())
        return 0;
    return hashOf(trimmedKey, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
}

} // namespace br
