#include "ui/pages/services/ruledoubts.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace br {

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
    for (const MeterRow &row : options.meters) {
        if (row.meter.source != by.source || row.meter.id != by.meter)
            continue;
        if (draft.name.empty())
            draft.name = row.meter.name;
        const bool hasNumberOnly = row.assets == 0 && (row.assigned || row.used || row.purchased);
        if (by.measure == Measure::Assets && hasNumberOnly)
            by.measure = row.assigned ? Measure::Assigned : row.used ? Measure::Used : Measure::Purchased;
    }
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
        const auto isIt = [&](const MeterRow &row) { return row.meter.source == by.source && row.meter.id == by.meter; };
        if (std::ranges::none_of(options.meters, isIt))
            doubts << QCoreApplication::translate("RuleDoubts", "Please check: %1 has no meter %2 this month.")
                          .arg(toQString(by.source.text), toQString(by.meter.text));
    }
    return doubts;
}

} // namespace br
