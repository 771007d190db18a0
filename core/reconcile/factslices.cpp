#include "core/reconcile/factslices.h"

#include <algorithm>
#include <numeric>

namespace br {

namespace {

std::vector<uint32_t> clientsOfLines(const World &world)
{
    const BilledLine *last = nullptr;
    uint32_t client = nowhere;
    return numbered(world.facts.lines, [&](const BilledLine &line) {
        if (!last || last->client != line.client)
            client = world.findClient(line.client.text);
        last = &line;
        return client;
    });
}

RowsBy linesByProduct(const PeriodFacts &facts, TextIndex &products)
{
    const auto numbers = numbered(facts.lines, [&](const BilledLine &line) { return products.add(line.product.text); });
    return {numbers, products.size()};
}

// An index that points nowhere belongs to nobody, as in the comparison of everything.
uint32_t placeIn(const std::vector<uint32_t> &numbers, uint32_t index) { return index < numbers.size() ? numbers[index] : nowhere; }

template <class Rows>
std::vector<uint32_t> accountsOf(const World &world, const Rows &rows)
{
    return numbered(rows, [&](const auto &row) { return placeIn(world.accountOf, row.account); });
}

template <class Rows>
std::vector<uint32_t> metersOf(const World &world, const Rows &rows)
{
    return numbered(rows, [&](const auto &row) { return placeIn(world.meterOf, row.meter); });
}

std::vector<uint32_t> accountsOfCounts(const World &world)
{
    return numbered(world.counts, [](const SeenCount &seen) { return seen.account; });
}

std::vector<uint32_t> metersOfCounts(const World &world)
{
    return numbered(world.counts, [](const SeenCount &seen) { return seen.meter; });
}

void append(std::vector<uint32_t> &to, std::span<const uint32_t> rows) { to.insert(to.end(), rows.begin(), rows.end()); }

} // namespace

FactSlices::FactSlices(const PeriodFacts &facts, const std::vector<EarlierPosition> &history)
    : m_facts(facts)
    , m_history(history)
    , m_world(facts, m_noRules, m_warnings)
    , m_linesByClient(clientsOfLines(m_world), m_world.clients.size())
    , m_linesByProduct(linesByProduct(facts, m_products))
    , m_countsByAccount(accountsOfCounts(m_world), m_world.accounts.size())
    , m_countsByMeter(metersOfCounts(m_world), m_world.meters.size())
    , m_talliesByAccount(accountsOf(m_world, facts.tallies), m_world.accounts.size())
    , m_talliesByMeter(br::metersOf(m_world, facts.tallies), m_world.meters.size())
    , m_assetsByAccount(accountsOf(m_world, facts.assets), m_world.accounts.size())
    , m_assetsByMeter(br::metersOf(m_world, facts.assets), m_world.meters.size())
{
}

std::string_view FactSlices::ownerOf(std::string_view client) const
{
    const auto number = m_world.findClient(client);
    return number == nowhere ? client : m_world.clients[m_world.rootOf[number]];
}

FactSlice FactSlices::begun(const Rules &rules) const
{
    FactSlice slice;
    slice.facts.period = m_facts.period;
    slice.facts.asOf = m_facts.asOf;
    slice.facts.workspaceCurrency = m_facts.workspaceCurrency;
    slice.facts.sources = m_facts.sources;
    slice.facts.clients = m_facts.clients; // who rolls up into whom
    slice.facts.agreements = m_facts.agreements;
    slice.facts.products = m_facts.products;
    slice.facts.meters = m_facts.meters;
    slice.facts.unread = m_facts.unread;
    slice.facts.looks = m_facts.looks;
    slice.facts.wholeMeters = m_facts.wholeMeters;
    slice.rules.ignoredMeters = rules.ignoredMeters;
    slice.rules.exceptions = rules.exceptions;
    return slice;
}

void FactSlices::put(const Rows &rows, FactSlice &slice) const
{
    std::vector<uint32_t> placeOf(m_facts.accounts.size(), nowhere);
    const auto accountPlace = [&](uint32_t index) {
        auto &place = placeOf[index];
        if (place == nowhere) {
            place = static_cast<uint32_t>(slice.facts.accounts.size());
            slice.facts.accounts.push_back(m_facts.accounts[index]);
        }
        return place;
    };
    for (const auto row : rows.counts)
        slice.facts.counts.push_back(*m_world.counts[row].count);
    for (const auto row : rows.tallies) {
        slice.facts.tallies.push_back(m_facts.tallies[row]);
        slice.facts.tallies.back().account = accountPlace(m_facts.tallies[row].account);
    }
    for (const auto row : rows.assets) {
        slice.facts.assets.push_back(m_facts.assets[row]);
        slice.facts.assets.back().account = accountPlace(m_facts.assets[row].account);
    }
    for (auto &[service, candidates] : slice.facts.keyCandidates) {
        for (auto &asset : candidates)
            asset.account = accountPlace(asset.account);
    }
}

// Null: no limit. The accounts of the candidates are put right by put().
void FactSlices::putCandidates(const TextSet *services, const std::unordered_set<uint32_t> *accounts, FactSlice &slice) const
{
    for (const auto &[service, candidates] : m_facts.keyCandidates) {
        if (services && !services->contains(service.text))
            continue;
        auto &kept = slice.facts.keyCandidates[service];
        for (const auto &asset : candidates) {
            const auto account = placeIn(m_world.accountOf, asset.account);
            if (account != nowhere && (!accounts || accounts->contains(account)))
                kept.push_back(asset);
        }
    }
}

FactSlice FactSlices::ofOwners(const Rules &rules, const TextSet &owners, const std::unordered_set<uint32_t> &accounts) const
{
    auto slice = begun(rules);
    slice.rules.services = rules.services;
    auto own = accounts;
    for (const auto &link : rules.links) {
        const auto account = m_world.findAccount(link.source.text, link.account.text);
        const bool isOwned = link.state == AccountLink::State::Linked && owners.contains(ownerOf(link.client.text));
        if (isOwned && account != nowhere)
            own.insert(account);
        if (isOwned || accounts.contains(account))
            slice.rules.links.push_back(link);
    }
    for (uint32_t client = 0; client < m_world.clients.size(); ++client) {
        if (!owners.contains(m_world.clients[m_world.rootOf[client]]))
            continue;
        for (const auto row : m_linesByClient.of(client))
            slice.facts.lines.push_back(m_facts.lines[row]);
    }
    Rows rows;
    for (const auto account : own) {
        append(rows.counts, m_countsByAccount.of(account));
        append(rows.tallies, m_talliesByAccount.of(account));
        append(rows.assets, m_assetsByAccount.of(account));
    }
    putCandidates(nullptr, &own, slice);
    put(rows, slice);
    for (const auto &earlier : m_history) {
        if (owners.contains(earlier.client.text))
            slice.history.push_back(earlier);
    }
    return slice;
}

std::vector<uint32_t> FactSlices::metersOf(const std::vector<Service> &services) const
{
    std::vector<uint32_t> meters;
    for (const auto &service : services) {
        for (const auto &by : service.counted) {
            const auto meter = m_world.findMeter(by.source.text, by.meter.text);
            if (meter != nowhere)
                meters.push_back(meter);
        }
    }
    std::ranges::sort(meters);
    const auto rest = std::ranges::unique(meters);
    meters.erase(rest.begin(), rest.end());
    return meters;
}

FactSlice FactSlices::ofServices(const Rules &rules, std::vector<Service> services) const
{
    auto slice = begun(rules);
    TextSet ids;
    TextSet sources;
    std::unordered_set<uint32_t> products;
    for (const auto &service : services) {
        ids.insert(service.id.text);
        for (const auto &by : service.counted)
            sources.insert(by.source.text);
        for (const auto &by : service.billed) {
            if (const auto product = m_products.find(by.product.text); product != nowhere)
                products.insert(product);
        }
    }
    for (const auto &link : rules.links) {
        if (sources.contains(link.source.text))
            slice.rules.links.push_back(link);
    }
    for (const auto product : products) {
        for (const auto row : m_linesByProduct.of(product))
            slice.facts.lines.push_back(m_facts.lines[row]);
    }
    Rows rows;
    for (const auto meter : metersOf(services)) {
        append(rows.counts, m_countsByMeter.of(meter));
        append(rows.tallies, m_talliesByMeter.of(meter));
        append(rows.assets, m_assetsByMeter.of(meter));
    }
    putCandidates(&ids, nullptr, slice);
    put(rows, slice);
    for (const auto &earlier : m_history) {
        if (ids.contains(earlier.service.text))
            slice.history.push_back(earlier);
    }
    slice.rules.services = std::move(services);
    return slice;
}

std::unordered_set<uint32_t> FactSlices::accountsCountedBy(const std::vector<Service> &services) const
{
    std::unordered_set<uint32_t> accounts;
    for (const auto meter : metersOf(services)) {
        for (const auto row : m_countsByMeter.of(meter))
            accounts.insert(m_world.counts[row].account);
        for (const auto row : m_talliesByMeter.of(meter))
            accounts.insert(placeIn(m_world.accountOf, m_facts.tallies[row].account));
        for (const auto row : m_assetsByMeter.of(meter))
            accounts.insert(placeIn(m_world.accountOf, m_facts.assets[row].account));
    }
    accounts.erase(nowhere);
    return accounts;
}

TextSet FactSlices::keysOf(const std::unordered_set<uint32_t> &accounts) const
{
    TextSet keys;
    const auto take = [&](const WholeAsset &asset) {
        keys.insert(asset.nameKey);
        keys.insert(asset.idKey);
    };
    for (const auto account : accounts) {
        for (const auto row : m_assetsByAccount.of(account))
            take(m_facts.assets[row]);
    }
    for (const auto &[service, candidates] : m_facts.keyCandidates) {
        for (const auto &asset : candidates) {
            if (accounts.contains(placeIn(m_world.accountOf, asset.account)))
                take(asset);
        }
    }
    keys.erase(std::string_view());
    return keys;
}

std::unordered_set<uint32_t> FactSlices::accountsWith(const TextSet &keys) const
{
    std::unordered_set<uint32_t> accounts;
    if (keys.empty())
        return accounts;
    const auto look = [&](const WholeAsset &asset) {
        if (keys.contains(asset.nameKey) || keys.contains(asset.idKey))
            accounts.insert(placeIn(m_world.accountOf, asset.account));
    };
    std::ranges::for_each(m_facts.assets, look);
    for (const auto &[service, candidates] : m_facts.keyCandidates)
        std::ranges::for_each(candidates, look);
    accounts.erase(nowhere);
    return accounts;
}

bool FactSlices::isMeterSeen(uint32_t meter, const std::unordered_set<uint32_t> &ignoredAccounts) const
{
    const auto isSeen = [&](uint32_t account) { return account != nowhere && !ignoredAccounts.contains(account); };
    return std::ranges::any_of(m_countsByMeter.of(meter), [&](uint32_t row) { return isSeen(m_world.counts[row].account); })
        || std::ranges::any_of(
            m_talliesByMeter.of(meter), [&](uint32_t row) { return isSeen(placeIn(m_world.accountOf, m_facts.tallies[row].account)); })
        || std::ranges::any_of(
            m_assetsByMeter.of(meter), [&](uint32_t row) { return isSeen(placeIn(m_world.accountOf, m_facts.assets[row].account)); });
}

} // namespace br
