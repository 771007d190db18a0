#include "core/workspace/reconciling.h"

#include "core/base/text.h"
#include "core/reconcile/assetverdict.h"
#include "core/store/assetstore.h"
#include "core/store/positionstore.h"
#include "core/store/psastore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/periodnames.h"
#include "core/workspace/rulemaking.h"

#include <algorithm>
#include <map>
#include <set>

namespace br {

namespace {

constexpr int monthsShown = 6;

// One position while it is taken apart.
struct Taken {
    Workspace &workspace;
    Period period;
    Day asOf;
    PeriodNames names;
    std::set<std::pair<SourceName, AccountId>> accounts; // linked to the client or to one that rolls up into it
    PositionDetail detail;
};

Error noPosition(Period period, const ClientId &client, const ServiceId &service)
{
    return {Errc::NotFound,
        words("Reconcile", "%1 has no position of %2 in %3; reconcile the period first.", {client.text, service.text, period.toString()})};
}

Status takeLines(Taken *taken)
{
    PsaStore store(taken->workspace.database());
    const auto &service = taken->detail.service;
    const auto isBilled = [&](const ProductId &product) {
        return std::any_of(service.billed.begin(), service.billed.end(), [&](const BilledBy &by) { return by.product == product; });
    };
    for (const auto &batch : taken->names.batches) {
        if (batch.batch.side != Side::Psa)
            continue;
        const auto agreements = store.agreements(batch.batch.id);
        if (!agreements)
            return agreements.error();
        std::map<std::pair<ClientId, AgreementId>, Agreement> known;
        for (const auto &agreement : *agreements)
            known.emplace(std::pair(agreement.client, agreement.id), agreement);
        for (const auto &[id, client] : taken->names.clients) {
            if (taken->names.holderOf(id) != taken->detail.position.client)
                continue;
            auto lines = store.linesOf(batch.batch.id, id);
            if (!lines)
                return lines.error();
            for (auto &line : *lines) {
                const auto agreement = known.find({line.client, line.agreement});
                if (!isBilled(line.product) || agreement == known.end())
                    continue;
                const bool active = isActive(agreement->second, line, taken->asOf);
                const auto &product = taken->names.productName(line.product);
                taken->detail.lines.push_back({std::move(line), agreement->second, product, client.name, active});
            }
        }
    }
    return {};
}

Status takeCounts(Taken *taken, const StoredBatch &batch)
{
    const auto &service = taken->detail.service;
    const auto counts = VendorStore(taken->workspace.database()).counts(batch.batch.id, batch.batch.source);
    if (!counts)
        return counts.error();
    for (const auto &stored : *counts) {
        const auto &count = stored.count;
        const bool isCounted = std::any_of(service.counted.begin(), service.counted.end(),
            [&](const CountedBy &by) { return by.source == count.source && by.meter == count.meter && by.measure == count.measure; });
        if (isCounted && taken->accounts.contains({count.source, count.account}))
            taken->detail.counts.push_back(
                {count, taken->names.accountName(count.source, count.account), taken->names.meterName(count.source, count.meter)});
    }
    return {};
}

Status takeAssetsOf(Taken *taken, const StoredBatch &batch, int entry, std::set<std::string> *keys)
{
    const auto &service = taken->detail.service;
    const auto &by = service.counted[static_cast<size_t>(entry)];
    const AssetVerdict verdict(service, by, taken->asOf);
    VendorStore vendor(taken->workspace.database());
    const auto meters = vendor.meters(batch.batch.id, by.source);
    const auto accounts = vendor.accounts(batch.batch.id, by.source);
    if (!meters || !accounts)
        return meters ? accounts.error() : meters.error();
    const auto meter = std::find_if(meters->begin(), meters->end(), [&](const StoredMeter &one) { return one.meter.id == by.meter; });
    if (meter == meters->end())
        return {};
    AssetStore assets(taken->workspace.database());
    for (const auto &account : *accounts) {
        if (!taken->accounts.contains({by.source, account.account.id}))
            continue;
        const auto take = [&](int64_t, const PackedAsset &packed) {
            AssetRow row;
            row.asset = {by.source, account.account.id, by.meter, AssetId(std::string(packed.id)), std::string(packed.name),
                std::string(packed.assetClass), std::string(packed.status), packed.assigned, packed.ended, packed.lastSeen};
            row.accountName = account.account.name;
            row.meterName = meter->meter.name;
            row.entry = entry;
            row.verdict = verdict.of(folded(packed.assetClass), folded(packed.status), folded(packed.name), packed.assigned, packed.ended);
            const auto key = folded(service.distinctBy == DistinctBy::Id ? packed.id : packed.name);
            const bool isDistinct = service.combine == Combine::Distinct && row.verdict == Verdict::Counted && !key.empty();
            if (isDistinct && !keys->insert(key).second)
                row.verdict = Verdict::CountedOnce;
            row.isStale = row.verdict == Verdict::Counted && verdict.isStale(packed.lastSeen);
            taken->detail.assets.push_back(std::move(row));
        };
        if (auto done = assets.eachOfAccount(batch.batch.id, meter->number, account.number, take); !done)
            return done;
    }
    return {};
}

Status takeVendors(Taken *taken)
{
    std::set<std::string> keys;
    const auto &service = taken->detail.service;
    for (const auto &batch : taken->names.batches) {
        if (batch.batch.side != Side::Vendor)
            continue;
        if (auto done = takeCounts(taken, batch); !done)
            return done;
        for (size_t entry = 0; entry < service.counted.size(); ++entry) {
            const auto &by = service.counted[entry];
            if (by.measure != Measure::Assets || by.source != batch.batch.source)
                continue;
            if (auto done = takeAssetsOf(taken, batch, static_cast<int>(entry), &keys); !done)
                return done;
        }
    }
    return {};
}

Result<std::optional<Position>> storedPosition(Workspace &workspace, Period period, const ClientId &client, const ServiceId &service)
{
    auto positions = PositionStore(workspace.database()).positionsOf(period, client);
    if (!positions)
        return positions.error();
    for (auto &position : *positions) {
        if (position.service == service)
            return std::optional(std::move(position));
    }
    return std::optional<Position>();
}

Status takeRules(Taken *taken)
{
    const auto defined = services(taken->workspace);
    const auto made = links(taken->workspace);
    if (!defined || !made)
        return defined ? made.error() : defined.error();
    taken->detail.service.id = taken->detail.position.service;
    for (const auto &service : *defined) {
        if (service.id == taken->detail.position.service)
            taken->detail.service = service;
    }
    taken->detail.serviceName = taken->detail.service.label();
    for (const auto &by : taken->detail.service.counted)
        taken->detail.meterNames.push_back(taken->names.meterName(by.source, by.meter));
    taken->detail.clientName = taken->names.clientName(taken->detail.position.client);
    for (const auto &link : *made) {
        if (link.state == AccountLink::State::Linked && taken->names.holderOf(link.client) == taken->detail.position.client)
            taken->accounts.emplace(link.source, link.account);
    }
    return {};
}

} // namespace

Result<PositionDetail> positionDetail(Workspace &workspace, Period period, const ClientId &client, const ServiceId &service)
{
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    auto position = storedPosition(workspace, period, client, service);
    if (!position)
        return position.error();
    if (!*run || !*position)
        return noPosition(period, client, service);
    auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    Taken taken{workspace, period, (*run)->asOf, std::move(*names), {}, {}};
    taken.detail.position = std::move(**position);
    if (const auto done = takeRules(&taken); !done)
        return done.error();
    if (const auto done = takeLines(&taken); !done)
        return done.error();
    if (const auto done = takeVendors(&taken); !done)
        return done.error();
    auto earlier = period;
    for (int i = 0; i < monthsShown; ++i) {
        earlier = earlier.previous();
        auto then = storedPosition(workspace, earlier, client, service);
        if (!then)
            return then.error();
        taken.detail.earlier.emplace_back(earlier, std::move(*then));
    }
    return std::move(taken.detail);
}

} // namespace br
