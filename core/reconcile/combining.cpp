#include "core/reconcile/combining.h"

#include <algorithm>

namespace br {

namespace {

void tell(Trace &trace, TraceCode code, uint32_t entry, int64_t assets, Units running)
{
    if (assets == 0)
        return;
    const auto amount = narrowed(Wide{assets} * Units::one).value;
    trace.push_back({code, static_cast<int>(entry), amount, amount, running, {}, {}});
}

void tellEntry(Trace &trace, const CountedBy &by, uint32_t entry, const EntrySums &sums, Wide amount, Wide running)
{
    const auto after = narrowed(running).value;
    trace.push_back({TraceCode::Counted, static_cast<int>(entry), narrowed(sums.quantity * Decimal::one).value, narrowed(amount).value,
        after, by.source.text, by.meter.text});
    tell(trace, TraceCode::NotLive, entry, sums.notLive, after);
    tell(trace, TraceCode::FilteredOut, entry, sums.filteredOut, after);
    tell(trace, TraceCode::UnknownClass, entry, sums.unknownClass, after);
    tell(trace, TraceCode::UnknownStatus, entry, sums.unknownStatus, after);
}

std::string nameOf(Combine combine) { return combine == Combine::Sum ? "sum" : combine == Combine::Max ? "max" : "distinct"; }

} // namespace

Wide rawCount(const World &world, const Drafts &drafts, uint32_t number, Trace *trace)
{
    const auto &draft = drafts[number];
    const auto &service = *world.services[draft.service];
    Wide sum = 0;
    Wide largest = 0;
    Wide unkeyed = 0; // entries that distinct cannot compare; rulecheck refuses them, here they are added
    for (uint32_t entry = 0; entry < service.counted.size(); ++entry) {
        const auto &sums = drafts.sums(number, entry);
        const Wide amount = sums.quantity * service.counted[entry].each.raw();
        sum += amount;
        largest = entry == 0 ? amount : std::max(largest, amount);
        unkeyed += service.counted[entry].measure == Measure::Assets ? 0 : amount;
        if (trace)
            tellEntry(*trace, service.counted[entry], entry, sums, amount, service.combine == Combine::Max ? largest : sum);
    }
    const Wide raw = service.combine == Combine::Sum ? sum : service.combine == Combine::Max ? largest : draft.distinct + unkeyed;
    if (trace && (service.counted.size() > 1 || raw != sum)) {
        const auto running = narrowed(raw).value;
        trace->push_back({TraceCode::Combined, -1, {}, running, running, nameOf(service.combine), {}});
        if (service.combine == Combine::Distinct && draft.repeatedKeys > 0)
            tell(*trace, TraceCode::SameKey, 0, draft.repeatedKeys, running);
    }
    return raw;
}

} // namespace br
