// TalliedWorld: the facts of a TestWorld as the store would hand them over: tallies, whole meters, candidates for duplicate seats.
#pragma once

#include "core/reconcile/tally.h"
#include "tests/core_reconcile/testworld.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace br::test {

// Which assets of tallied meters the store would hand over for each service.
inline void addCandidates(PeriodFacts &facts, const Service &service, const std::vector<WholeAsset> &all)
{
    const auto isOf = [&](const WholeAsset &asset) {
        const auto &meter = facts.meters[asset.meter];
        for (const auto &entry : service.counted) {
            if (entry.measure == Measure::Assets && entry.source == meter.source && entry.meter == meter.id)
                return true;
        }
        return false;
    };
    const auto keyOf = [&](const WholeAsset &asset) { return service.distinctBy == DistinctBy::Name ? asset.nameKey : asset.idKey; };
    std::map<std::string, int> times;
    for (const auto &asset : all) {
        if (isOf(asset))
            ++times[keyOf(asset)];
    }
    for (const auto &asset : all) {
        if (isOf(asset) && !facts.wholeMeters.contains(asset.meter) && !keyOf(asset).empty() && times[keyOf(asset)] > 1)
            facts.keyCandidates[service.id].push_back(asset);
    }
}

// The same facts as the store reads them: meters whole only where a service needs it, the rest as tallies.
inline PeriodFacts tallied(const TestWorld &world)
{
    auto facts = world.facts;
    const auto rule = TallyRule::forPeriod(facts.period, world.rules.services);
    facts.wholeMeters.clear();
    for (const auto &service : world.rules.services) {
        for (const auto &[source, meter] : wholeMeters(service, facts.asOf, [&](const SourceName &) { return &rule; })) {
            for (uint32_t i = 0; i < facts.meters.size(); ++i) {
                if (facts.meters[i].source == source && facts.meters[i].id == meter)
                    facts.wholeMeters.insert(i);
            }
        }
    }
    using Group = std::tuple<uint32_t, uint32_t, std::string, std::string, MaybeDay, MaybeDay, MaybeDay>;
    std::map<Group, uint32_t> groups;
    const TallyDays tallyDays(rule);
    facts.assets.clear();
    for (const auto &asset : world.facts.assets) {
        const auto days = tallyDays.canonical(asset.assigned, asset.ended, asset.lastSeen);
        if (facts.wholeMeters.contains(asset.meter))
            facts.assets.push_back(asset);
        else
            ++groups[{asset.account, asset.meter, asset.assetClass, asset.status, days.assigned, days.ended, days.lastSeen}];
    }
    for (const auto &[group, times] : groups) {
        const auto &[account, meter, assetClass, status, assigned, ended, lastSeen] = group;
        const AssetLooks looks{assetClass, status};
        const auto known = std::ranges::find(facts.looks, looks);
        const auto place = static_cast<uint32_t>(known - facts.looks.begin());
        if (known == facts.looks.end())
            facts.looks.push_back(looks);
        facts.tallies.push_back({account, meter, place, times, assigned, ended, lastSeen});
    }
    for (const auto &service : world.rules.services)
        addCandidates(facts, service, world.facts.assets);
    return facts;
}

} // namespace br::test
