#include "core/workspace/vendorfacts.h"

#include "core/base/text.h"
#include "core/store/vendorstore.h"

#include <algorithm>

namespace br {

namespace {

WholeAsset wholeOf(const PackedAsset &asset, uint32_t account, uint32_t meter)
{
    return {account, meter, folded(asset.id), folded(asset.name), folded(asset.assetClass), folded(asset.status), asset.assigned,
        asset.ended, asset.lastSeen};
}

// Where fewer accounts than this share of a meter's are asked for, their packs are fetched one by one.
constexpr size_t wholeScanShare = 4;
constexpr uint32_t notYet = UINT32_MAX;

} // namespace

AssetNeeds AssetNeeds::of(const std::vector<Service> &services, const std::vector<StoredBatch> &batches, Day asOf)
{
    std::map<SourceName, TallyRule> rules;
    for (const auto &stored : batches) {
        if (const auto rule = TallyRule::fromText(stored.tallyRule))
            rules.emplace(stored.batch.source, *rule);
    }
    const auto ruleOf = [&](const SourceName &source) {
        const auto found = rules.find(source);
        return found == rules.end() ? nullptr : &found->second;
    };
    AssetNeeds needs;
    for (const auto &service : services) {
        for (const auto &meter : wholeMeters(service, asOf, ruleOf))
            needs.whole.insert(meter);
    }
    for (const auto &service : services) {
        Keys keys{service.id, service.distinctBy == DistinctBy::Id ? KeyOf::Id : KeyOf::Name, {}};
        bool hasTallied = false;
        for (const auto &by : service.counted) {
            if (by.measure != Measure::Assets)
                continue;
            keys.meters.emplace(by.source, by.meter);
            hasTallied = hasTallied || !needs.whole.contains({by.source, by.meter});
        }
        if (hasTallied)
            needs.keys.push_back(std::move(keys));
    }
    return needs;
}

std::string AssetNeeds::text() const
{
    std::string out;
    const auto add = [&](const std::string &part) { (out += std::to_string(part.size()) + ":") += part; };
    for (const auto &[source, meter] : whole) {
        add(source.text);
        add(meter.text);
    }
    for (const auto &one : keys) {
        out += one.keyOf == KeyOf::Id ? "|id " : "|name ";
        add(one.service.text);
        for (const auto &[source, meter] : one.meters) {
            add(source.text);
            add(meter.text);
        }
    }
    return out;
}

VendorFacts::VendorFacts(Database &database, PeriodFacts &facts)
    : m_database(database)
    , m_assets(database)
    , m_facts(facts)
{
}

Status VendorFacts::load(const std::vector<StoredBatch> &batches, const AssetNeeds &needs, Progress &progress)
{
    for (const auto &stored : batches) {
        if (stored.batch.side != Side::Vendor)
            continue;
        if (progress.cancelled())
            return Error{Errc::Cancelled, words("Reconcile", "Cancelled; nothing was changed.")};
        if (auto done = loadBatch(stored, needs); !done)
            return done;
    }
    for (const auto &keys : needs.keys) {
        if (auto done = loadCandidates(keys); !done)
            return done;
    }
    return {};
}

uint32_t VendorFacts::accountIndex(LoadedBatch *batch, Stated *stated, int64_t number)
{
    const auto [place, isNew] = batch->accounts.try_emplace(number, static_cast<uint32_t>(m_facts.accounts.size()));
    if (isNew)
        m_facts.accounts.push_back(std::move(stated->accounts.at(number)));
    return place->second;
}

uint32_t VendorFacts::meterIndex(LoadedBatch *batch, Stated *stated, int64_t number)
{
    const auto [place, isNew] = batch->meters.try_emplace(number, static_cast<uint32_t>(m_facts.meters.size()));
    if (isNew) {
        m_facts.meters.push_back(std::move(stated->meters.at(number)));
        if (stated->whole.contains(number))
            m_facts.wholeMeters.insert(place->second);
    }
    return place->second;
}

uint32_t VendorFacts::looksIndex(const TallyView &tally)
{
    if (tally.look >= m_looksOfPack.size())
        m_looksOfPack.resize(tally.look + 1, notYet);
    auto &known = m_looksOfPack[tally.look];
    if (known == notYet) {
        auto key = std::string(tally.assetClass) + '\0' + std::string(tally.status);
        const auto [place, isNew] = m_looks.try_emplace(std::move(key), static_cast<uint32_t>(m_facts.looks.size()));
        if (isNew)
            m_facts.looks.push_back({std::string(tally.assetClass), std::string(tally.status)});
        known = place->second;
    }
    return known;
}

Result<VendorFacts::Stated> VendorFacts::loadStated(LoadedBatch *batch, const AssetNeeds &needs)
{
    VendorStore vendor(m_database);
    auto accounts = vendor.accounts(batch->id, batch->source);
    auto meters = vendor.meters(batch->id, batch->source);
    if (!accounts || !meters)
        return accounts ? meters.error() : accounts.error();
    Stated stated;
    for (auto &account : *accounts)
        stated.accounts.emplace(account.number, std::move(account.account));
    for (auto &meter : *meters) {
        batch->meterNumbers.emplace(meter.meter.id.text, meter.number);
        if (needs.whole.contains({batch->source, meter.meter.id}))
            stated.whole.insert(meter.number);
        stated.meters.emplace(meter.number, std::move(meter.meter));
    }
    return stated;
}

Status VendorFacts::loadBatch(const StoredBatch &stored, const AssetNeeds &needs)
{
    auto &batch = m_batches.emplace_back();
    batch.id = stored.batch.id;
    batch.source = stored.batch.source;
    auto stated = loadStated(&batch, needs);
    auto counts = VendorStore(m_database).counts(batch.id, batch.source);
    auto unread = VendorStore(m_database).unread(batch.id, batch.source);
    if (!stated || !counts || !unread)
        return !stated ? stated.error() : !counts ? counts.error() : unread.error();
    m_facts.unread.insert(m_facts.unread.end(), unread->begin(), unread->end());
    bool isKnown = true;
    for (auto &count : *counts) {
        isKnown = isKnown && stated->accounts.contains(count.account) && stated->meters.contains(count.meter);
        if (!isKnown)
            break;
        accountIndex(&batch, &*stated, count.account);
        meterIndex(&batch, &*stated, count.meter);
        m_facts.counts.push_back(std::move(count.count));
    }
    std::pair<int64_t, uint32_t> account{0, 0};
    std::pair<int64_t, uint32_t> meter{0, 0};
    const auto take = [&](const TallyView &tally) {
        if (tally.isFirst)
            m_looksOfPack.clear();
        if (tally.account != account.first) {
            isKnown = isKnown && stated->accounts.contains(tally.account);
            if (isKnown)
                account = {tally.account, accountIndex(&batch, &*stated, tally.account)};
        }
        if (tally.meter != meter.first) {
            isKnown = isKnown && stated->meters.contains(tally.meter);
            if (isKnown)
                meter = {tally.meter, meterIndex(&batch, &*stated, tally.meter)};
        }
        if (isKnown && (stated->whole.empty() || !stated->whole.contains(tally.meter)))
            m_facts.tallies.push_back(
                {account.second, meter.second, looksIndex(tally), tally.multiplicity, tally.assigned, tally.ended, tally.lastSeen});
    };
    if (auto read = m_assets.eachTallyOf(batch.id, take); !read)
        return read;
    if (!isKnown)
        return Error{Errc::Damaged,
            words("Reconcile", "The stored counts of batch %1 name an account or meter that it does not have. Go back to a backup.",
                {std::to_string(batch.id)})};
    for (const auto number : stated->whole) {
        if (!batch.meters.contains(number))
            continue;
        if (auto done = loadWhole(batch, number); !done)
            return done;
    }
    return {};
}

Status VendorFacts::loadWhole(const LoadedBatch &batch, int64_t meter)
{
    const auto index = batch.meters.at(meter);
    return m_assets.eachOfMeter(batch.id, meter,
        [&](int64_t account, const PackedAsset &asset) { m_facts.assets.push_back(wholeOf(asset, batch.accounts.at(account), index)); });
}

Result<std::map<VendorFacts::MeterPlace, std::vector<AssetKey>>> VendorFacts::repeatedKeys(
    const std::vector<MeterPlace> &places, KeyOf keyOf)
{
    std::map<MeterPlace, std::vector<AssetKey>> found;
    if (places.size() == 1) {
        auto keys = m_assets.repeatedKeys(m_batches[places[0].batch].id, places[0].meter, keyOf);
        if (!keys)
            return keys.error();
        found.emplace(places[0], std::move(*keys));
        return found;
    }
    std::vector<uint32_t> hashes;
    for (const auto &place : places) {
        auto keys = m_assets.keys(m_batches[place.batch].id, place.meter, keyOf);
        if (!keys)
            return keys.error();
        const auto middle = static_cast<std::ptrdiff_t>(hashes.size());
        for (const auto &key : *keys)
            hashes.push_back(key.hash);
        std::inplace_merge(hashes.begin(), hashes.begin() + middle, hashes.end());
        found.emplace(place, std::move(*keys));
    }
    for (auto &[place, keys] : found) {
        size_t at = 0;
        std::erase_if(keys, [&](const AssetKey &key) {
            while (hashes[at] < key.hash)
                ++at;
            return at + 1 >= hashes.size() || hashes[at + 1] != key.hash;
        });
    }
    return found;
}

Status VendorFacts::readCandidates(const MeterPlace &place, const std::vector<AssetKey> &keys, KeyOf keyOf, std::vector<WholeAsset> *out)
{
    const auto &batch = m_batches[place.batch];
    const auto index = batch.meters.at(place.meter);
    std::set<uint32_t> accounts;
    for (const auto &key : keys)
        accounts.insert(key.account);
    const auto take = [&](int64_t account, const PackedAsset &asset) {
        const auto text = folded(keyOf == KeyOf::Id ? asset.id : asset.name);
        const AssetKey key{text.empty() ? 0 : keyHash(text), static_cast<uint32_t>(account)};
        if (std::binary_search(keys.begin(), keys.end(), key))
            out->push_back(wholeOf(asset, batch.accounts.at(account), index));
    };
    if (accounts.size() * wholeScanShare > batch.accounts.size())
        return m_assets.eachOfMeter(batch.id, place.meter, take);
    for (const auto account : accounts) {
        if (auto done = m_assets.eachOfAccount(batch.id, place.meter, account, take); !done)
            return done;
    }
    return {};
}

Status VendorFacts::loadCandidates(const AssetNeeds::Keys &keys)
{
    std::vector<MeterPlace> places;
    for (const auto &[source, meter] : keys.meters) {
        for (size_t i = 0; i < m_batches.size(); ++i) {
            const auto number = m_batches[i].meterNumbers.find(meter.text);
            if (m_batches[i].source == source && number != m_batches[i].meterNumbers.end() && m_batches[i].meters.contains(number->second))
                places.push_back({i, number->second});
        }
    }
    if (places.empty())
        return {};
    const auto repeated = repeatedKeys(places, keys.keyOf);
    if (!repeated)
        return repeated.error();
    std::vector<WholeAsset> candidates;
    for (const auto &[place, found] : *repeated) {
        const bool isWhole = m_facts.wholeMeters.contains(m_batches[place.batch].meters.at(place.meter));
        if (isWhole || found.empty())
            continue;
        if (auto done = readCandidates(place, found, keys.keyOf, &candidates); !done)
            return done;
    }
    if (!candidates.empty())
        m_facts.keyCandidates.emplace(keys.service, std::move(candidates));
    return {};
}

} // namespace br
