#include "core/workspace/billedworth.h"

#include "core/store/positionstore.h"
#include "core/workspace/periodlines.h"
#include "core/workspace/rulemaking.h"

#include <algorithm>
#include <map>
#include <set>

namespace br {

namespace {

// The services that list a product, each with what it needs to be believed.
struct Checks {
    std::map<ProductId, std::vector<ServiceId>> servicesOf;
    std::set<std::pair<ClientId, ServiceId>> verified;

    bool isChecked(const ClientId &holder, const ProductId &product) const
    {
        const auto found = servicesOf.find(product);
        return found != servicesOf.end() && std::ranges::all_of(found->second, [&](const ServiceId &service) {
            return verified.contains({holder, service});
        });
    }
};

Checks checksOf(const std::vector<Service> &services, const std::vector<Position> &positions, const PeriodNames &names)
{
    Checks checks;
    std::set<ServiceId> blind; // count on a source that brought nothing
    for (const auto &service : services) {
        for (const auto &by : service.billed) {
            auto &listing = checks.servicesOf[by.product];
            if (std::ranges::find(listing, service.id) == listing.end())
                listing.push_back(service.id);
        }
        for (const auto &by : service.counted) {
            if (std::ranges::none_of(names.batches, [&](const StoredBatch &batch) { return batch.batch.source == by.source; }))
                blind.insert(service.id);
        }
    }
    for (const auto &position : positions) {
        if (position.isVerified() && !blind.contains(position.service))
            checks.verified.emplace(position.client, position.service);
    }
    return checks;
}

std::optional<Decimal> chargeOf(const BilledLine &line, BillingCycle cycle, Currency currency)
{
    if (!line.billable || !line.unitPrice)
        return std::nullopt;
    const auto charged = toUnits(line.quantity) - toUnits(line.included);
    return worth(charged.sign() < 0 ? Units() : charged, {*line.unitPrice, static_cast<int>(cycle), currency});
}

} // namespace

Result<std::vector<BilledWorth>> billedWorth(Workspace &workspace, Period period, const std::vector<Position> &positions)
{
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    const auto rules = services(workspace);
    if (!rules)
        return rules.error();
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    const Day asOf = comparedDay(*run, period);
    const Checks checks = checksOf(*rules, positions, *names);
    std::map<Currency, BilledWorth> sums;
    const auto read = forEachLine(workspace, *names, [&](BilledLine &&line, const Agreement &agreement) {
        if (!isActive(agreement, line, asOf))
            return;
        const auto currency = line.currency.isNone() ? workspace.currency() : line.currency;
        const auto charge = chargeOf(line, termsOf(agreement, line).cycle, currency);
        if (!charge)
            return;
        auto &sum = sums[currency];
        sum.currency = currency;
        sum.billed += *charge;
        if (checks.isChecked(names->holderOf(line.client), line.product))
            sum.checked += *charge;
    });
    if (!read)
        return read.error();
    std::vector<BilledWorth> worth;
    for (const auto &[currency, sum] : sums)
        worth.push_back(sum);
    std::ranges::stable_sort(worth, [](const BilledWorth &a, const BilledWorth &b) { return a.billed > b.billed; });
    return worth;
}

} // namespace br
