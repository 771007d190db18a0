#include "core/base/text.h"
#include "core/reconcile/combining.h"
#include "core/reconcile/findings.h"

#include <algorithm>

namespace br {

namespace {

struct Worth {                   // the estimate of one account: exact, rounded once
    std::optional<Wide> sum = 0; // of 1e-12; none: out of range
    std::optional<Currency> currency;
    bool isMixed = false;

    void add(Wide raw, const CyclePrice &price)
    {
        isMixed = isMixed || (currency && *currency != price.currency);
        currency = price.currency;
        const auto worth = times(raw, price.amount.raw());
        sum = sum && worth ? plus(*sum, *worth) : std::nullopt;
    }
};

} // namespace

void findUnmappedClients(
    const World &world, const Drafts &drafts, const PriceList &prices, std::vector<std::string> &warnings, Discrepancies &rows)
{
    std::vector<Worth> worths(world.accounts.size());
    for (uint32_t number = 0; number < drafts.size(); ++number) {
        const auto &draft = drafts[number];
        const auto price = prices.defaultPrice(draft.service);
        if (!world.isClient(draft.owner) && price)
            worths[draft.owner - world.clientCount()].add(rawCount(world, drafts, number, nullptr), *price);
    }
    for (size_t account = 0; account < worths.size(); ++account) {
        const auto &seen = world.accounts[account];
        if (seen.linked != Linked::No || !drafts.accountSeen[account])
            continue;
        Discrepancy row;
        row.kind = Kind::UnmappedClient;
        row.subject.source.text = world.sources.text(seen.source);
        row.subject.account.text = seen.id;
        row.isEstimate = true;
        const auto &worth = worths[account];
        if (worth.currency && !worth.isMixed) {
            row.impact = worth.sum ? roundedMoney(*worth.sum, trillionths, *worth.currency) : std::nullopt;
            row.currency = *worth.currency;
            if (!row.impact)
                warnings.push_back(words("reconcile",
                    "The numbers of account %1 at %2 are out of range, so their worth is not known; "
                    "check the quantities and prices in the files.",
                    {row.subject.account.text, row.subject.source.text}));
        }
        rows.push_back(std::move(row));
    }
}

void findUnmappedServices(const World &world, const Drafts &drafts, Discrepancies &rows)
{
    const auto &ignored = world.rules.ignoredMeters;
    for (size_t meter = 0; meter < world.meters.size(); ++meter) {
        const auto &seen = world.meters[meter];
        if (!drafts.meterSeen[meter] || !seen.uses.empty())
            continue;
        Discrepancy row;
        row.kind = Kind::UnmappedService;
        row.subject.source.text = world.sources.text(seen.source);
        row.subject.meter.text = seen.id;
        const bool isIgnored = std::ranges::any_of(ignored, [&](const IgnoredMeter &meterIgnored) {
            return meterIgnored.source == row.subject.source && meterIgnored.meter == row.subject.meter;
        });
        if (!isIgnored)
            rows.push_back(std::move(row));
    }
}

} // namespace br
