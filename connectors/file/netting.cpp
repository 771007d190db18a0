#include "connectors/file/netting.h"

#include <algorithm>

namespace br {

namespace {

// By day, refunds first; the rest of the key only makes the order total.
bool comesBefore(const Charge &a, const Charge &b)
{
    const auto key = [](const Charge &c) { return std::tuple(c.start, c.record.count.quantity, c.isAdjustment, c.record.row); };
    return key(a) < key(b);
}

bool isPartOfChange(const Charge &charge) { return charge.isChange && charge.record.count.quantity.sign() < 0; }

NettedCount netOf(std::vector<Charge> charges)
{
    const auto last = std::ranges::max(charges, {}, &Charge::end).end;
    NettedCount netted;
    netted.earlierCycles = std::erase_if(charges, [&last](const Charge &charge) { return charge.end != last; }) > 0;
    std::ranges::sort(charges, comesBefore);
    const bool onlyAdjustments = std::ranges::all_of(charges, &Charge::isAdjustment);
    // The full charge of the cycle states the price; the prorated ones do not.
    const auto full = std::ranges::find_if(charges, [](const Charge &c) { return !c.isAdjustment && c.record.count.quantity.sign() > 0; });
    netted.record = full != charges.end() ? full->record : charges.back().record;
    if (full == charges.end())
        netted.record.count.unitCost.reset();
    Decimal sum;
    Decimal lowest;
    for (const auto &charge : charges) {
        sum += charge.record.count.quantity;
        lowest = std::min(lowest, sum);
    }
    netted.chargedEarlier = onlyAdjustments && lowest.sign() < 0;
    netted.record.count.quantity = netted.chargedEarlier ? sum - lowest : sum;
    netted.isUnknown = full == charges.end() && std::ranges::all_of(charges, isPartOfChange);
    return netted;
}

void addUse(const std::vector<Charge> &charges, std::vector<NettedCount> &all)
{
    const auto isCredit = [](const Charge &charge) { return charge.record.count.quantity.sign() < 0; };
    if (std::ranges::none_of(charges, isCredit)) {
        std::ranges::transform(charges, std::back_inserter(all), [](const Charge &charge) { return NettedCount{charge.record}; });
        return;
    }
    const auto first = std::ranges::find_if_not(charges, isCredit);
    NettedCount sum{first == charges.end() ? charges.front().record : first->record};
    sum.record.count.subscription.clear();
    sum.record.count.quantity = {};
    for (const auto &charge : charges)
        sum.record.count.quantity += charge.record.count.quantity;
    all.push_back(std::move(sum));
}

} // namespace

int monthsCharged(const MaybeDay &start, const MaybeDay &end)
{
    if (!start || !end)
        return 0;
    for (const int months : {1, 3, 12, 24, 36}) {
        const auto next = start->plusMonths(months);
        if (*end == next || end->number() + 1 == next.number())
            return months;
    }
    return 0;
}

std::optional<Decimal> monthlyUnitCost(Decimal amount, Decimal quantity, const MaybeDay &start, const MaybeDay &end)
{
    const auto months = monthsCharged(start, end);
    if (months == 0 || quantity.isZero())
        return std::nullopt;
    // Both are of 1/10000. Half away from zero; 128 bits hold the product of any two decimals.
    __extension__ using Wide = __int128;
    const auto top = Wide{amount.abs().raw()} * 10'000;
    const auto bottom = Wide{quantity.abs().raw()} * months;
    const auto cost = (2 * top + bottom) / (2 * bottom);
    constexpr int64_t largest = 900'000'000'000'000; // of 1/10000: what no price reaches
    return cost > largest ? std::nullopt : std::optional(Decimal::fromRaw(static_cast<int64_t>(cost)));
}

void Netting::add(Charge charge)
{
    const auto &count = charge.record.count;
    // A credit names the account and the product, not always the device that it is for.
    const auto subscription = charge.isUse ? std::string() : count.subscription;
    m_groups[{count.account.text, count.meter.text, subscription}].push_back(std::move(charge));
}

std::vector<NettedCount> Netting::take()
{
    std::vector<NettedCount> all;
    all.reserve(m_groups.size());
    for (auto &[key, charges] : m_groups) {
        if (charges.front().isUse)
            addUse(charges, all);
        else
            all.push_back(netOf(std::move(charges)));
    }
    m_groups.clear();
    return all;
}

} // namespace br
