// Tallies: assets grouped at ingest so that reconciling reads thousands of groups instead of millions of assets.
//
// A TallyRule fixes the as-of day and the day distances (grace, staleness) that groups keep apart. TallyDays maps an
// asset's days to representatives; every rule whose days the TallyRule covers gives the same position from tallies as from
// the assets themselves (property test). Rules it does not cover need whole assets: ask wholeMeters(). Pure functions.
#pragma once

#include "core/domain/facts.h"
#include "core/domain/rules.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace br {

struct TallyRule {
    Day asOf;                                                                        // the period's last day at ingest
    std::vector<int> graceDays;                                                      // ascending, distinct; always holds 0
    std::vector<int> staleAfterDays;                                                 // ascending, distinct
    static TallyRule forPeriod(Period period, const std::vector<Service> &services); // usual distances + those in use
    bool covers(Day asOfDay, int grace, std::optional<int> staleAfter) const;
    std::string toText() const; // for the batch row; fromText reads it back
    static Result<TallyRule> fromText(std::string_view text);
    bool operator==(const TallyRule &) const = default;
};

struct CanonicalDays {
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    bool operator==(const CanonicalDays &) const = default;
};

// The few days that the groups of a rule keep apart, numbered from 0 in the order of assigned, ended, lastSeen (none first). Made
// once a batch: a million assets only look their number up.
class TallyDays final {
public:
    explicit TallyDays(const TallyRule &rule);
    uint32_t number(const MaybeDay &assigned, const MaybeDay &ended, const MaybeDay &lastSeen) const;
    CanonicalDays days(uint32_t number) const;
    CanonicalDays canonical(const MaybeDay &assigned, const MaybeDay &ended, const MaybeDay &lastSeen) const
    {
        return days(number(assigned, ended, lastSeen));
    }

private:
    // A day stands for all that fall on the same side of asOf - d, for every distance d: it is the latest of them.
    class Line final {
    public:
        Line(Day asOf, const std::vector<int> &distances);
        uint32_t place(const MaybeDay &day) const; // 0: not known, not before asOf, or within the shortest distance
        const MaybeDay &at(uint32_t place) const { return m_days[place]; }
        uint32_t size() const { return static_cast<uint32_t>(m_days.size()); }

    private:
        int32_t m_asOf;
        std::vector<MaybeDay> m_days;    // none, then the oldest first
        std::vector<uint32_t> m_placeOf; // by days before asOf; the last for all that are longer ago
    };
    static constexpr uint32_t longAgo = 1; // the place beyond the longest distance

    Day m_asOf;
    Line m_ended;
    Line m_lastSeen;
};

// The (source, meter) pairs whose assets `service` needs whole: distinct, a real name filter, days that `rule` (of the batch
// of that source) does not cover, or two entries of one meter that one asset could pass both.
std::vector<std::pair<SourceName, MeterId>> wholeMeters(
    const Service &service, Day asOf, const std::function<const TallyRule *(const SourceName &)> &ruleOf);

// 32-bit hash of a folded key, for asset_key; 0 is never returned for a non-empty key.
uint32_t keyHash(std::string_view foldedKey);
uint32_t asciiKeyHash(std::string_view trimmedKey); // keyHash() of the folded key; 0: empty

} // namespace br
