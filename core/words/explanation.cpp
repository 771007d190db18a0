#include "core/base/text.h"
#include "core/words/words.h"

namespace br {

namespace {

std::string named(const std::string &name, const std::string &id) { return name.empty() ? id : name; }

struct Names {
    explicit Names(const DiscrepancyRow &row)
        : client(named(row.clientName, row.discrepancy.subject.client.text))
        , service(named(row.serviceName, row.discrepancy.subject.service.text))
        , other(named(row.otherServiceName, row.discrepancy.subject.otherService.text))
        , account(named(row.accountName, row.discrepancy.subject.account.text))
        , meter(named(row.meterName, row.discrepancy.subject.meter.text))
        , product(named(row.productName, row.discrepancy.subject.product.text))
        , source(row.discrepancy.subject.source.text)
        , vendors(joined(row.sources, ", "))
    {
        if (vendors.empty())
            vendors = words("Explanation", "the vendor");
    }
    std::string client, service, other, account, meter, product, source, vendors;
};

// "31.50 EUR a month not billed" and its siblings; what is unknown is said to be.
std::string worthText(const Discrepancy &d)
{
    if (!d.impact && d.price)
        return words("Explanation", "what it is worth is a larger sum than can be stated");
    if (!d.impact)
        return words("Explanation", "what it is worth is unknown, as there is no price");
    const auto money = moneyText(d.impact->abs(), d.currency);
    if (d.impact->sign() == 0)
        return words("Explanation", "no money a month");
    return d.impact->sign() > 0 ? words("Explanation", "%1 a month not billed", {money})
                                : words("Explanation", "%1 a month billed too much", {money});
}

std::string gapText(const Discrepancy &d, const Names &n)
{
    const auto gap = d.difference ? quantityText(d.difference->abs()) : std::string("–");
    const bool isMore = d.difference && d.difference->sign() > 0;
    std::string text = words("Explanation", "%1 is billed %2 of %3; by %4 it should be %5: ",
        {n.client, quantityText(d.billed), n.service, n.vendors, quantityText(d.counted)});
    text += isMore ? words("Explanation", "%1 more, %2.", {gap, worthText(d)}) : words("Explanation", "%1 less, %2.", {gap, worthText(d)});
    if (d.billed && d.counted && d.difference && *d.counted - *d.billed != *d.difference)
        text += " " + words("Explanation", "The rest of the difference moved to another service of the same group.");
    return text;
}

std::string notBilledText(const Discrepancy &d, const Names &n)
{
    return words("Explanation", "By %1 it should be %2 of %3 for %4, and no active line bills it: %5.",
        {n.vendors, quantityText(d.counted), n.service, n.client, worthText(d)});
}

std::string noUsageText(const Discrepancy &d, const Names &n)
{
    return words("Explanation", "%1 is billed %2 of %3, but by %4 there is nothing to bill: %5.",
        {n.client, quantityText(d.billed), n.service, n.vendors, worthText(d)});
}

std::string duplicateSeatText(const Discrepancy &d, const Names &n)
{
    return words("Explanation", "\"%1\" is counted %2 times in %3. If it is one user or device, it should be counted once.",
        {d.subject.assetKey, quantityText(d.quantity), n.service});
}

std::string costText(const Discrepancy &d, const Names &n)
{
    const auto vendor = moneyText(d.otherAmount, d.currency);
    const auto line = moneyText(d.lineCost, d.currency);
    std::string text
        = words("Explanation", "%1, %2: %3 charges %4 a unit, the agreement line says %5.", {n.client, n.service, n.vendors, vendor, line});
    if (d.price && d.otherAmount && *d.otherAmount > d.price->perMonth())
        text += " "
            + words("Explanation", "That is above the price of %1: every unit loses money.", {moneyText(d.price->perMonth(), d.currency)});
    return text;
}

std::string commitmentText(const Discrepancy &d, const Names &n)
{
    const auto until = d.until ? dayInWords(*d.until) : std::string("–");
    const auto cost = d.impact ? moneyText(d.impact->abs(), d.currency) : std::string();
    const auto start = words("Explanation", "%1, %2 at %3: %4 bought but not assigned, committed until %5",
        {n.account, n.meter, n.source, quantityText(d.quantity), until});
    return cost.empty() ? words("Explanation", "%1. What they cost is unknown.", {start})
                        : words("Explanation", "%1. Until then they cost %2.", {start, cost});
}

std::string unmappedClientText(const Discrepancy &d, const Names &n)
{
    const auto start = words(
        "Explanation", "The account %1 at %2 is not linked to a client, so nobody is billed for what it uses", {n.account, n.source});
    return d.impact ? words("Explanation", "%1: about %2 a month, by default prices.", {start, moneyText(d.impact->abs(), d.currency)})
                    : words("Explanation", "%1.", {start});
}

std::string notAppliedText(const Discrepancy &d, const Names &n)
{
    const auto when = d.since ? d.since->toString() : std::string("–");
    const auto gap = d.difference ? quantityText(d.difference->abs()) : std::string("–");
    const auto start = words("Explanation", "In %1 it was approved to bill %2 of %3 to %4, but the PSA bills %5",
        {when, quantityText(d.quantity), n.service, n.client, quantityText(d.billed)});
    return d.difference && d.difference->sign() < 0
        ? words("Explanation", "%1; still to be taken off: %2. This month's money stands in the row of the quantity itself.", {start, gap})
        : words("Explanation", "%1; still to be added: %2. This month's money stands in the row of the quantity itself.", {start, gap});
}

std::string textOf(const Discrepancy &d, const Names &n)
{
    switch (d.kind) {
    case Kind::Underbilled:
    case Kind::Overbilled:
        return gapText(d, n);
    case Kind::NotBilled:
        return notBilledText(d, n);
    case Kind::NoUsage:
        return noUsageText(d, n);
    case Kind::StaleQuantity: {
        const auto since = d.since ? d.since->toString() : std::string("–");
        return gapText(d, n) + " " + words("Explanation", "The PSA has kept its quantity, and the two differ since %1.", {since});
    }
    case Kind::MismatchedService:
        return words("Explanation",
            "%1 is billed %2 of %3 too much and as many of %4 too little: they seem to have moved. Change of billing: %5.",
            {n.client, quantityText(d.quantity), n.service, n.other, moneyText(d.impact, d.currency)});
    case Kind::Unverified:
        return words("Explanation",
            "%1 is billed %2 of %3, but what is used is not known: the steps of the count say what is missing at %4.",
            {n.client, quantityText(d.billed), n.service, n.vendors});
    case Kind::UnmappedClient:
        return unmappedClientText(d, n);
    case Kind::UnmappedService:
        return words("Explanation", "%1 counts %2, but no service takes it into account.", {n.source, n.meter});
    case Kind::DuplicateSeat:
        return duplicateSeatText(d, n);
    case Kind::DuplicateLine:
        return words("Explanation",
            "%1 has product %2 twice, in different agreements, with the same quantity and price. If it is sold once, one line must go.",
            {n.client, n.product});
    case Kind::StaleUsage:
        return words("Explanation", "%1 of %2 at %3 have not been seen for a long time. They are still counted.",
            {quantityText(d.quantity), n.service, n.client});
    case Kind::CostMismatch:
        return costText(d, n);
    case Kind::Commitment:
        return commitmentText(d, n);
    case Kind::SourceStale:
        return words("Explanation",
            "%1 has no complete import for this month, or less than half of the rows of the month before. Import it again before signing "
            "off.",
            {n.source});
    case Kind::NotApplied:
        return notAppliedText(d, n);
    }
    return {};
}

} // namespace

std::string doubtText(const SourceDoubt &doubt)
{
    const bool isPsa = doubt.side == Side::Psa;
    if (!doubt.rows)
        return isPsa ? words("Doubt", "%1 brought nothing complete this month: what is billed is not known.", {doubt.source.text})
                     : words("Doubt", "%1 brought nothing complete this month: what is counted is not known.", {doubt.source.text});
    const auto rows = std::to_string(*doubt.rows);
    const auto before = doubt.rowsBefore ? std::to_string(*doubt.rowsBefore) : quantityText(std::optional<Units>());
    return isPsa ? words("Doubt", "%1 brought %2 rows, %3 last month: what is billed may be too low.", {doubt.source.text, rows, before})
                 : words("Doubt", "%1 brought %2 rows, %3 last month: what is counted may be too low.", {doubt.source.text, rows, before});
}

std::string finding(const DiscrepancyRow &row)
{
    auto text = textOf(row.discrepancy, Names(row));
    if (row.state == State::Outdated && row.seen)
        text += " "
            + words("Explanation", "When it was decided, %1 were billed and %2 counted.",
                {quantityText(row.seen->billed), quantityText(row.seen->counted)});
    if (row.state == State::Outdated && row.seen && row.seen->impact && row.seen->impact != row.discrepancy.impact)
        text += " " + words("Explanation", "It was worth %1 then.", {moneyText(row.seen->impact, row.seen->currency)});
    if (row.carriedFrom)
        text += " " + words("Explanation", "Carried over from %1: %2", {row.carriedFrom->toString(), row.reason});
    return text;
}

std::string explanation(const DiscrepancyRow &row)
{
    auto text = finding(row);
    for (const auto &doubt : row.doubts)
        text += " " + doubtText(doubt);
    return text;
}

} // namespace br
