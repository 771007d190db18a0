// rowOf: an approved adjustment with what a sheet must have, for tests of sheets.
#pragma once

#include "core/domain/adjustmentrow.h"

#include <optional>

namespace br {

inline AdjustmentRow rowOf(const char *client, std::optional<int64_t> impactRaw, const char *currency)
{
    AdjustmentRow row;
    row.key = "k";
    row.clientName = client;
    row.serviceName = "EDR";
    row.line = LineId("L1");
    row.currency = Currency::parse(currency).value();
    if (impactRaw)
        row.impact = Decimal::fromRaw(*impactRaw);
    return row;
}

} // namespace br
