#include "ui/models/discrepancycolumns.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

template <int Places>
int64_t raw(const std::optional<Fixed<Places>> &value)
{
    return value ? value->raw() : DiscrepancyColumns::unknown;
}

template <class Number>
std::optional<Number> cooked(int64_t value)
{
    return value == DiscrepancyColumns::unknown ? std::nullopt : std::optional(Number::fromRaw(value));
}

int32_t raw(MaybeDay day) { return day ? day->number() : DiscrepancyColumns::noDay; }
MaybeDay cookedDay(int32_t value) { return value == DiscrepancyColumns::noDay ? std::nullopt : MaybeDay(Day::fromNumber(value)); }

} // namespace

std::vector<std::string> splitSources(const std::string &joinedNames)
{
    std::vector<std::string> names;
    size_t start = 0;
    while (start < joinedNames.size()) {
        const auto end = std::min(joinedNames.find('\n', start), joinedNames.size());
        names.push_back(joinedNames.substr(start, end - start));
        start = end + 1;
    }
    return names;
}

DiscrepancyColumns DiscrepancyColumns::from(Period period, const std::vector<DiscrepancyRow> &rows)
{
    DiscrepancyColumns columns;
    columns.period = period;
    const auto reserve = [count = rows.size()](auto &column) { column.reserve(count); };
    reserve(columns.kind);
    reserve(columns.state);
    reserve(columns.isEstimate);
    reserve(columns.months);
    reserve(columns.currency);
    for (const auto &row : rows)
        columns.append(row);
    return columns;
}

void DiscrepancyColumns::append(const DiscrepancyRow &row)
{
    const auto count = size() + 1;
    const auto grow = [count](auto &column) { column.resize(count); };
    grow(kind);
    grow(state);
    grow(isEstimate);
    grow(months);
    grow(currency);
    grow(notes);
    grow(doubts);
    std::ranges::for_each(texts, grow);
    std::ranges::for_each(numbers, grow);
    std::ranges::for_each(dates, grow);
    put(count - 1, row);
}

void DiscrepancyColumns::replace(size_t at, const DiscrepancyRow &row) { put(at, row); }

uint8_t DiscrepancyColumns::currencyCode(Currency which)
{
    const auto found = std::ranges::find(currencies, which);
    if (found != currencies.end())
        return static_cast<uint8_t>(found - currencies.begin());
    currencies.push_back(which);
    return static_cast<uint8_t>(currencies.size() - 1);
}

uint32_t DiscrepancyColumns::doubtCode(const std::vector<SourceDoubt> &list)
{
    const auto found = std::ranges::find(doubtLists, list);
    if (found != doubtLists.end())
        return static_cast<uint32_t>(found - doubtLists.begin());
    doubtLists.push_back(list);
    return static_cast<uint32_t>(doubtLists.size() - 1);
}

void DiscrepancyColumns::put(size_t at, const DiscrepancyRow &row)
{
    const auto &d = row.discrepancy;
    const auto &s = d.subject;
    kind[at] = static_cast<uint8_t>(d.kind);
    state[at] = static_cast<uint8_t>(row.state);
    isEstimate[at] = d.isEstimate;
    months[at] = static_cast<uint8_t>(d.price ? d.price->months : 1);
    currency[at] = currencyCode(d.currency);
    notes.set(at, row.notes);
    doubts.set(at, doubtCode(row.doubts));
    const auto text
        = [&](Text which, const std::string &id, const std::string &name = {}) { texts[which].set(at, dictionaries[which].add(id, name)); };
    text(Client, s.client.text, row.clientName);
    text(Service, s.service.text, row.serviceName);
    text(OtherService, s.otherService.text, row.otherServiceName);
    text(Account, s.account.text, row.accountName);
    text(Meter, s.meter.text, row.meterName);
    text(Product, s.product.text, row.productName);
    text(Source, s.source.text);
    text(Sources, joined(row.sources, "\n"));
    text(Asset, s.assetKey);
    text(DecidedBy, row.decidedBy);
    text(DecidedAt, row.decidedAt);
    text(Reason, row.reason);
    numbers[Billed].set(at, raw(d.billed));
    numbers[Counted].set(at, raw(d.counted));
    numbers[Difference].set(at, raw(d.difference));
    numbers[Quantity].set(at, raw(d.quantity));
    numbers[Impact].set(at, raw(d.impact));
    numbers[Price].set(at, d.price ? d.price->amount.raw() : unknown);
    numbers[OtherAmount].set(at, raw(d.otherAmount));
    numbers[LineCost].set(at, raw(d.lineCost));
    numbers[Target].set(at, raw(row.targetQuantity));
    dates[Since].set(at, d.since ? d.since->index() : noDay);
    dates[CommittedUntil].set(at, raw(d.until));
    dates[AcceptedUntil].set(at, raw(row.until));
    dates[Effective].set(at, raw(row.effective));
}

std::optional<Decimal> DiscrepancyColumns::impact(size_t at) const { return cooked<Decimal>(numbers[Impact][at]); }

DiscrepancyRow DiscrepancyColumns::numbersOfRow(size_t at) const
{
    DiscrepancyRow row;
    auto &d = row.discrepancy;
    d.kind = static_cast<Kind>(kind[at]);
    row.state = static_cast<State>(state[at]);
    d.isEstimate = isEstimate[at] != 0;
    d.currency = currencies[currency[at]];
    row.notes = notes[at];
    d.billed = cooked<Units>(numbers[Billed][at]);
    d.counted = cooked<Units>(numbers[Counted][at]);
    d.difference = cooked<Units>(numbers[Difference][at]);
    d.quantity = cooked<Units>(numbers[Quantity][at]);
    d.impact = impact(at);
    if (const auto price = cooked<Decimal>(numbers[Price][at]))
        d.price = CyclePrice{*price, months[at], d.currency};
    d.otherAmount = cooked<Decimal>(numbers[OtherAmount][at]);
    d.lineCost = cooked<Decimal>(numbers[LineCost][at]);
    row.targetQuantity = cooked<Decimal>(numbers[Target][at]);
    if (dates[Since][at] != noDay)
        d.since = Period::fromIndex(dates[Since][at]);
    d.until = cookedDay(dates[CommittedUntil][at]);
    row.until = cookedDay(dates[AcceptedUntil][at]);
    row.effective = cookedDay(dates[Effective][at]);
    return row;
}

DiscrepancyRow DiscrepancyColumns::row(size_t at) const
{
    auto row = numbersOfRow(at);
    auto &s = row.discrepancy.subject;
    const auto named = [&](Text which, auto &id, std::string &name) {
        const auto &entry = text(which, at);
        id.text = entry.id;
        name = entry.name;
    };
    named(Client, s.client, row.clientName);
    named(Service, s.service, row.serviceName);
    named(OtherService, s.otherService, row.otherServiceName);
    named(Account, s.account, row.accountName);
    named(Meter, s.meter, row.meterName);
    named(Product, s.product, row.productName);
    s.source.text = text(Source, at).id;
    row.sources = splitSources(text(Sources, at).id);
    s.assetKey = text(Asset, at).id;
    row.decidedBy = text(DecidedBy, at).id;
    row.decidedAt = text(DecidedAt, at).id;
    row.reason = text(Reason, at).id;
    row.doubts = doubtLists[doubts[at]];
    row.key = discrepancyKey(period, row.discrepancy);
    return row;
}

std::string DiscrepancyColumns::key(size_t at) const
{
    Discrepancy d;
    d.kind = static_cast<Kind>(kind[at]);
    d.subject = {ClientId(text(Client, at).id), ServiceId(text(Service, at).id), ServiceId(text(OtherService, at).id),
        SourceName(text(Source, at).id), AccountId(text(Account, at).id), MeterId(text(Meter, at).id), ProductId(text(Product, at).id),
        text(Asset, at).id};
    return discrepancyKey(period, d);
}

} // namespace br
