// RuleDoubts: what the month's products and meters say about a rule that is being written. Pure functions.
#pragma once

#include "core/domain/rules.h"
#include "ui/pages/services/ruleoptions.h"

#include <QStringList>

namespace br {

// Among those of the month; null: it is not there. Points into `options`.
const MeterRow *knownMeter(const RuleOptions &options, const SourceName &source, const MeterId &meter);
// What of the meter there is to count: `wanted` where it is stated this month, or where nothing is.
Measure statedMeasure(const MeterRow &row, Measure wanted);
// A new service of one meter or one product: its name, and what of the meter there is to count. One that is stored already stays as it is.
void completeDraft(Service &draft, const RuleOptions &options);
// Products and meters that nothing of the month knows, and measures that it does not state: a mistake, or of another month. Told, not
// refused.
QStringList doubtsAbout(const Service &service, const RuleOptions &options);

} // namespace br
