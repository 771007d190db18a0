#include "core/workspace/periodnames.h"

#include "core/store/linkstore.h"
#include "core/store/psastore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/earlierclients.h"
#include "core/workspace/factscache.h"

#include <set>
#include <unordered_set>

namespace br {

namespace {

const std::string &nameIn(const std::string &name) { return name; }
template <class Named>
const std::string &nameIn(const Named &named)
{
    return named.name;
}

template <class Map, class Key>
std::string nameOr(const Map &map, const Key &key, const std::string &fallback)
{
    const auto found = map.find(key);
    return found == map.end() || nameIn(found->second).empty() ? fallback : nameIn(found->second);
}

Status loadPsa(Database &database, int64_t batch, PeriodNames &names)
{
    PsaStore store(database);
    auto clients = store.clients(batch);
    if (!clients)
        return clients.error();
    auto products = store.products(batch);
    if (!products)
        return products.error();
    for (auto &client : *clients)
        names.clients.try_emplace(client.id, client);
    for (auto &product : *products)
        names.products.try_emplace(product.id, product);
    return {};
}

Status loadVendor(Database &database, const StoredBatch &batch, VendorNames &names)
{
    VendorStore store(database);
    auto accounts = store.accounts(batch.batch.id, batch.batch.source);
    if (!accounts)
        return accounts.error();
    auto meters = store.meters(batch.batch.id, batch.batch.source);
    if (!meters)
        return meters.error();
    for (auto &account : *accounts)
        names.accounts.try_emplace(pairKey(batch.batch.source, account.account.id.text), std::move(account.account.name));
    for (auto &meter : *meters)
        names.meters.try_emplace(pairKey(batch.batch.source, meter.meter.id.text), std::move(meter.meter.name));
    return {};
}

Result<std::shared_ptr<const VendorNames>> vendorNames(Workspace &workspace, const std::vector<StoredBatch> &batches)
{
    std::string of;
    for (const auto &batch : batches) // what a complete batch says never changes
        of += std::to_string(batch.batch.id) + ' ' + std::to_string(batch.batch.source.text.size()) + batch.batch.source.text + ' ';
    auto &cache = workspace.factsCache();
    if (cache.names && cache.namesOf == of)
        return cache.names;
    auto names = std::make_shared<VendorNames>();
    for (const auto &batch : batches) {
        if (batch.batch.side != Side::Vendor)
            continue;
        if (const auto loaded = loadVendor(workspace.database(), batch, *names); !loaded)
            return loaded.error();
    }
    cache.namesOf = std::move(of);
    cache.names = std::move(names);
    return cache.names;
}

// A linked client, or a parent, may have no line this month: it is still called what it was.
Status addEarlierClients(Workspace &workspace, Period period, PeriodNames &names)
{
    auto named = LinkStore(workspace.database()).linkedClients();
    if (!named)
        return named.error();
    std::unordered_set<std::string> known;
    for (const auto &[id, client] : names.clients) {
        known.insert(id.text);
        named->push_back(client.parent);
    }
    const auto earlier = earlierClients(workspace, period, *named, std::move(known));
    if (!earlier)
        return earlier.error();
    for (const auto &client : *earlier)
        names.clients.emplace(client.id, client);
    return {};
}

} // namespace

std::string pairKey(const SourceName &source, std::string_view id)
{
    std::string key;
    key.reserve(source.text.size() + id.size() + 1);
    key += source.text;
    key.push_back('\0');
    key += id;
    return key;
}

Result<PeriodNames> PeriodNames::load(Workspace &workspace, Period period)
{
    PeriodNames names;
    auto &database = workspace.database();
    auto batches = BatchStore(database).inForce(period);
    if (!batches)
        return batches.error();
    names.batches = std::move(*batches);
    for (const auto &batch : names.batches) {
        if (batch.batch.side != Side::Psa)
            continue;
        if (const auto loaded = loadPsa(database, batch.batch.id, names); !loaded)
            return loaded.error();
    }
    if (const auto added = addEarlierClients(workspace, period, names); !added)
        return added.error();
    auto vendors = vendorNames(workspace, names.batches);
    if (!vendors)
        return vendors.error();
    names.vendors = std::move(*vendors);
    return names;
}

std::string PeriodNames::clientName(const ClientId &client) const { return nameOr(clients, client, client.text); }
std::string PeriodNames::productName(const ProductId &product) const { return nameOr(products, product, product.text); }

std::string PeriodNames::accountName(const SourceName &source, const AccountId &account) const
{
    return nameOr(vendors->accounts, pairKey(source, account.text), account.text);
}

std::string PeriodNames::meterName(const SourceName &source, const MeterId &meter) const
{
    return nameOr(vendors->meters, pairKey(source, meter.text), meter.text);
}

ClientId PeriodNames::holderOf(const ClientId &client) const
{
    ClientId holder = client;
    std::set<ClientId> seen;
    for (;;) {
        const auto found = clients.find(holder);
        const bool rollsUp = found != clients.end() && found->second.rollUp && !found->second.parent.isEmpty();
        if (!rollsUp)
            return holder;
        if (!seen.insert(holder).second)
            return holder; // parents in a circle: its members keep their own, and what leads into it ends there
        holder = found->second.parent;
    }
}

} // namespace br
