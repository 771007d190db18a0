#include "ui/pages/services/ruledoubts.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace br {

namespace {

bool isStated(const MeterRow &row, Measure measure)
{
    switch (measure) {
    case Measure::Assets:
        return row.assets > 0;
    case Measure::Purchased:
        return row.purchased.has_value();
    case Measure::Assigned:
        return row.assigned.has_value();
    case Measure::Used:
        return row.used.has_value();
    }
    return false;
}

} // namespace

const MeterRow *knownMeter(const RuleOptions &options, const SourceName &source, const MeterId &meter)
{
    const auto found
        = std::ranges::find_if(options.meters, [&](const MeterRow &row) { return row.meter.source == source && row.meter.id == meter; });
    return found == options.meters.end() ? nullptr : &*found;
}

Measure statedMeasure(const MeterRow &row, Measure wanted)
{
    if (isStated(row, wanted))
        return wanted;
    for (const auto other : {Measure::Assets, Measure::Assigned, Measure::Used, Measure::Purchased}) {
        if (isStated(row, other))
            return other;
    }
    return wanted;
}

void completeDraft(Service &draft, const RuleOptions &options)
{
    if (draft.name.empty() && draft.id.isEmpty() && draft.billed.size() == 1) {
        for (const ProductRow &row : options.products) {
            if (row.product.id == draft.billed.front().product)
                draft.name = row.product.name;
        }
    }
    if (draft.counted.size() != 1 || !draft.id.isEmpty())
        return;
    auto &by = draft.counted.front();
    const auto *known = knownMeter(options, by.source, by.meter);
    if (!known)
        return;
    if (draft.name.empty())
        draft.name = known->meter.name;
    by.measure = statedMeasure(*known, by.measure);
}

QStringList doubtsAbout(const Service &service, const RuleOptions &options)
{
    QStringList doubts;
    for (const BilledBy &by : service.billed) {
        if (std::ranges::none_of(options.products, [&](const ProductRow &row) { return row.product.id == by.product; }))
            doubts << QCoreApplication::translate("RuleDoubts", "Please check: no product %1 is known this month.")
                          .arg(toQString(by.product.text));
    }
    for (const CountedBy &by : service.counted) {
        const auto *known = knownMeter(options, by.source, by.meter);
        if (!known)
            doubts << QCoreApplication::translate("RuleDoubts", "Please check: %1 has no meter %2 this month.")
                          .arg(toQString(by.source.text), toQString(by.meter.text));
        else if (statedMeasure(*known, by.measure) != by.measure)
            doubts << QCoreApplication::translate(
                "RuleDoubts", "Please check: %1 does not state what is counted of %2 this month, so it counts as 0.")
                          .arg(toQString(by.source.text), toQString(known->meter.name.empty() ? by.meter.text : known->meter.name));
    }
    return doubts;
}

} // namespace br
