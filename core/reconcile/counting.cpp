#include "core/reconcile/counting.h"

#include "core/reconcile/assetverdict.h"

#include <algorithm>

namespace br {

namespace {

// The verdicts of all entries of all services, made once.
std::vector<std::vector<AssetVerdict>> verdictsOf(const World &world)
{
    std::vector<std::vector<AssetVerdict>> verdicts(world.services.size());
    for (size_t service = 0; service < verdicts.size(); ++service) {
        for (const auto &entry : world.services[service]->counted)
            verdicts[service].emplace_back(*world.services[service], entry, world.facts.asOf);
    }
    return verdicts;
}

void add(EntrySums &sums, Verdict verdict, int64_t count)
{
    switch (verdict) {
    case Verdict::Counted:
    case Verdict::CountedOnce:
        sums.quantity += Wide{count} * Decimal::one;
        break;
    case Verdict::NotLive:
        sums.notLive += count;
        break;
    case Verdict::FilteredOut:
        sums.filteredOut += count;
        break;
    case Verdict::UnknownClass:
        sums.unknownClass += count;
        break;
    case Verdict::UnknownStatus:
        sums.unknownStatus += count;
        break;
    }
}

// By entry and looks of tallies: the verdict but for the days. Tallies have no name: entries that filter by one read whole assets.
std::vector<std::vector<std::vector<Verdict>>> byLooksOf(const World &world, const std::vector<std::vector<AssetVerdict>> &verdicts)
{
    std::vector<std::vector<std::vector<Verdict>>> all(verdicts.size());
    for (size_t service = 0; service < verdicts.size(); ++service) {
        for (const auto &verdict : verdicts[service]) {
            auto &looks = all[service].emplace_back();
            for (const auto &look : world.facts.looks)
                looks.push_back(verdict.byLooks(look.assetClass, look.status, {}));
        }
    }
    return all;
}

struct Row {                  // what a tally and an asset have in common
    uint32_t looks = nowhere; // of a tally
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    int64_t multiplicity = 1;
};

class AssetCounter final {
public:
    AssetCounter(const World &world, Drafts &drafts)
        : m_world(world)
        , m_drafts(drafts)
        , m_verdicts(verdictsOf(world))
        , m_byLooks(byLooksOf(world, m_verdicts))
    {
    }

    bool isSkipped(uint32_t account, uint32_t meter) // ignored, or an index that points nowhere
    {
        if (account >= m_world.accountOf.size() || meter >= m_world.meterOf.size())
            return true;
        m_account = m_world.accountOf[account];
        m_meter = m_world.meterOf[meter];
        if (m_world.accounts[m_account].linked == Linked::Ignored)
            return true;
        m_drafts.accountSeen[m_account] = true;
        m_drafts.meterSeen[m_meter] = true;
        return false;
    }

    void count(const Row &row, const WholeAsset *asset)
    {
        const auto owner = m_world.accounts[m_account].owner;
        for (const auto &use : m_world.meters[m_meter].uses)
            countFor(owner, use, row, asset);
    }

    // Only the keys: these assets are counted by their tallies already.
    void addKeys(const WholeAsset &asset, uint32_t service)
    {
        const auto owner = m_world.accounts[m_account].owner;
        const auto number = m_drafts.find(owner, service);
        const auto key = keyOf(*m_world.services[service], asset);
        if (number == nowhere || key == nowhere)
            return;
        for (const auto &use : m_world.meters[m_meter].uses) {
            for (const auto entry : use.entries) {
                if (use.service == service && m_world.services[service]->counted[entry].measure == Measure::Assets
                    && m_verdicts[service][entry].of(asset.assetClass, asset.status, asset.nameKey, asset.assigned, asset.ended)
                        == Verdict::Counted)
                    m_drafts.keys.push_back({service, key, number, entry});
            }
        }
    }

private:
    void countFor(uint32_t owner, const MeterUse &use, const Row &row, const WholeAsset *asset)
    {
        const auto &service = *m_world.services[use.service];
        const auto number = draftOf(owner, use.service);
        uint32_t passed = nowhere;
        Decimal largest;
        const auto key = asset ? keyOf(service, *asset) : nowhere;
        for (const auto entry : use.entries) {
            if (service.counted[entry].measure != Measure::Assets)
                continue;
            const auto &judge = m_verdicts[use.service][entry];
            const auto verdict = judge.withDays(
                asset ? judge.byLooks(asset->assetClass, asset->status, asset->nameKey) : m_byLooks[use.service][entry][row.looks],
                row.assigned, row.ended);
            add(m_drafts.sums(number, entry), verdict, row.multiplicity);
            if (verdict != Verdict::Counted)
                continue;
            largest = passed == nowhere ? service.counted[entry].each : std::max(largest, service.counted[entry].each);
            passed = entry;
            if (key != nowhere)
                m_drafts.keys.push_back({use.service, key, number, entry});
        }
        if (passed == nowhere)
            return;
        if (service.combine == Combine::Distinct && key == nowhere) // an asset without a key counts by itself, once
            m_drafts[number].distinct += Wide{row.multiplicity} * Decimal::one * largest.raw();
        if (service.staleAfterDays && m_verdicts[use.service][passed].isStale(row.lastSeen))
            m_drafts[number].stale += row.multiplicity;
    }

    uint32_t draftOf(uint32_t owner, uint32_t service)
    {
        if (owner != m_lastOwner || service != m_lastService) {
            m_lastDraft = m_drafts.at(owner, service);
            m_lastOwner = owner;
            m_lastService = service;
        }
        return m_lastDraft;
    }

    uint32_t keyOf(const Service &service, const WholeAsset &asset)
    {
        const auto &text = service.distinctBy == DistinctBy::Name ? asset.nameKey : asset.idKey;
        return text.empty() ? nowhere : m_drafts.keyTexts.add(text);
    }

    const World &m_world;
    Drafts &m_drafts;
    std::vector<std::vector<AssetVerdict>> m_verdicts;
    std::vector<std::vector<std::vector<Verdict>>> m_byLooks;
    uint32_t m_account = 0;
    uint32_t m_meter = 0;
    uint32_t m_lastOwner = nowhere;
    uint32_t m_lastService = nowhere;
    uint32_t m_lastDraft = nowhere;
};

} // namespace

void countQuantities(const World &world, Drafts &drafts)
{
    for (const auto &seen : world.counts) {
        drafts.accountSeen[seen.account] = true;
        drafts.meterSeen[seen.meter] = true;
        const auto owner = world.accounts[seen.account].owner;
        for (const auto &use : world.meters[seen.meter].uses) {
            const auto number = drafts.at(owner, use.service); // a count of any measure makes a position
            for (const auto entry : use.entries) {
                if (world.services[use.service]->counted[entry].measure == seen.count->measure)
                    drafts.sums(number, entry).quantity += seen.count->quantity.raw();
            }
        }
    }
}

void countAssets(const World &world, Drafts &drafts)
{
    AssetCounter counter(world, drafts);
    for (const auto &tally : world.facts.tallies) {
        if (counter.isSkipped(tally.account, tally.meter) || tally.looks >= world.facts.looks.size())
            continue;
        counter.count({tally.looks, tally.assigned, tally.ended, tally.lastSeen, tally.multiplicity}, nullptr);
    }
    for (const auto &asset : world.facts.assets) {
        if (!counter.isSkipped(asset.account, asset.meter))
            counter.count({nowhere, asset.assigned, asset.ended, asset.lastSeen, 1}, &asset);
    }
    for (const auto &[id, candidates] : world.facts.keyCandidates) {
        const auto service = world.findService(id.text);
        if (service == nowhere || world.services[service]->combine == Combine::Distinct) // distinct reads whole assets only
            continue;
        for (const auto &asset : candidates) {
            if (!world.facts.wholeMeters.contains(asset.meter) && !counter.isSkipped(asset.account, asset.meter))
                counter.addKeys(asset, service);
        }
    }
    std::ranges::sort(drafts.keys);
}

} // namespace br
