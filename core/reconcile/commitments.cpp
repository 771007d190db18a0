#include "core/reconcile/findings.h"

#include "core/base/text.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace br {

namespace {

using Counts = std::span<const SeenCount>; // of one account and meter

std::optional<Wide> sumOf(Counts counts, Measure measure) // of 1e-4; none: not stated
{
    std::optional<Wide> sum;
    for (const auto &seen : counts) {
        if (seen.count->measure == measure)
            sum = sum.value_or(0) + seen.count->quantity.raw();
    }
    return sum;
}

struct Commitment {
    Day end;
    std::optional<Decimal> unitCost;
    Currency currency;
};

// The earliest end after the as-of date among the counts of `measure` (none: of any), with the largest cost stated there.
std::optional<Commitment> earliest(const World &world, Counts counts, std::optional<Measure> measure)
{
    std::optional<Commitment> found;
    for (const auto &seen : counts) {
        const auto &count = *seen.count;
        if ((measure && count.measure != *measure) || !count.commitmentEnd || *count.commitmentEnd <= world.facts.asOf)
            continue;
        const Commitment here{*count.commitmentEnd, count.unitCost, world.currencyOr(count.currency)};
        const bool isSooner = !found || here.end < found->end;
        const bool isDearer
            = found && here.end == found->end && std::tie(found->unitCost, found->currency) < std::tie(here.unitCost, here.currency);
        if (isSooner || isDearer)
            found = here;
    }
    return found;
}

// Whether some of what the account has of the meter was not read: neither sum is known then.
bool isUnread(const World &world, const SeenCount &seen)
{
    const auto source = world.sources.text(world.accounts[seen.account].source);
    return std::ranges::any_of(world.facts.unread, [&](const Unread &what) {
        return !what.onlyWhereAbsent && what.source.text == source
            && (what.account.isEmpty() || world.findAccount(what.source.text, what.account.text) == seen.account)
            && (what.meter.isEmpty() || what.meter.text == world.meters[seen.meter].id);
    });
}

std::optional<Decimal> costUntil(Wide surplus, const Commitment &commitment, int months)
{
    const auto aMonth = times(surplus * Decimal::one, commitment.unitCost->raw());
    const auto cost = aMonth ? times(*aMonth, months) : std::nullopt;
    return cost ? roundedMoney(*cost, trillionths, commitment.currency) : std::nullopt;
}

void findCommitment(const World &world, Counts counts, std::vector<std::string> &warnings, Discrepancies &rows)
{
    const auto purchased = sumOf(counts, Measure::Purchased);
    const auto assigned = sumOf(counts, Measure::Assigned);
    if (!purchased || !assigned || *purchased <= *assigned)
        return;
    auto commitment = earliest(world, counts, Measure::Purchased);
    if (!commitment)
        commitment = earliest(world, counts, std::nullopt);
    if (!commitment || isUnread(world, counts.front()))
        return;
    const auto &account = world.accounts[counts.front().account];
    const Wide surplus = *purchased - *assigned;
    Discrepancy row;
    row.kind = Kind::Commitment;
    row.subject.source.text = world.sources.text(account.source);
    row.subject.account.text = account.id;
    row.subject.meter.text = world.meters[counts.front().meter].id;
    if (account.client != nowhere)
        row.subject.client.text = world.clients[account.client];
    const auto quantity = narrowed(surplus * Decimal::one);
    if (quantity.fits)
        row.quantity = quantity.value;
    row.until = commitment->end;
    if (commitment->unitCost) {
        row.otherAmount = commitment->unitCost;
        row.currency = commitment->currency;
        row.impact = costUntil(surplus, *commitment, begunMonths(world.facts.asOf, commitment->end));
    }
    if (!row.quantity || (commitment->unitCost && !row.impact))
        warnings.push_back(words("reconcile",
            "What account %1 at %2 has bought of %3 is out of range, so its quantity or cost is not known; "
            "check the quantities, costs and dates in the files.",
            {row.subject.account.text, row.subject.source.text, row.subject.meter.text}));
    rows.push_back(std::move(row));
}

} // namespace

void findCommitments(const World &world, std::vector<std::string> &warnings, Discrepancies &rows)
{
    auto counts = world.counts;
    const auto place = [](const SeenCount &seen) { return std::tie(seen.account, seen.meter); };
    std::ranges::sort(counts, {}, place);
    for (size_t first = 0; first < counts.size();) {
        size_t next = first + 1;
        while (next < counts.size() && place(counts[next]) == place(counts[first]))
            ++next;
        findCommitment(world, Counts(counts).subspan(first, next - first), warnings, rows);
        first = next;
    }
}

} // namespace br
