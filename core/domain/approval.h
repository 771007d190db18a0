// EarlierApproval: what was approved for one client and service in an earlier period, and should stand in the PSA by now.
//
// Quantities are units of the service. Plain values.
#pragma once

#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/period.h"

#include <string>

namespace br {

struct EarlierApproval {
    Period period; // whose discrepancy was approved
    ClientId client;
    ServiceId service;
    std::string key;     // of that discrepancy
    Units before;        // billed then
    Units target;        // to be billed
    Day effective;       // from this day
    std::string by;      // who approved
    std::string sheet;   // file name of the sheet it last went out with; empty: never exported
    std::string sheetAt; // UTC
    bool operator==(const EarlierApproval &) const = default;
};

} // namespace br
