// Tallies: assets grouped at ingest so that reconciling reads thousands of groups instead of millions of assets.
//
// A TallyRule fixes the as-of day and the day distances (grace, staleness) that groups keep apart. canonical() maps an
// asset's days to representatives; every rule whose days the TallyRule covers gives the same position from tallies as from
// the assets themselves (property test). Rules it does not cover need whole assets: ask wholeMeters(). Pure functions.
#pragma once

#include "core/domain/facts.h"
#include "core/domain/rules.h"

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
CanonicalDays canonical(const TallyRule &rule, MaybeDay assigned, MaybeDay ended, MaybeDay lastSeen);

// The (source, meter) pairs whose assets `service` needs whole: distinct, a real name filter, days that `rule` (of the batch
// of that source) does not cover, or two entries of one meter that one asset could pass both.
std::vector<std::pair<SourceName, MeterId>> wholeMeters(
    const Service &service, Day asOf, const std::function<const TallyRule *(const SourceName &)> &ruleOf);

// 32-bit hash of a folded key, for asset_key; 0 is never returned for a non-empty key.
uint32_t keyHash(std::string_view foldedKey);
uint32_t asciiKeyHash(std::string_view trimmedKey); // keyHash() of the folded key; 0: empty

} // namespace br
