// TallyPack: the counts made at ingest of one batch as compact bytes.
//
// Format 1: a byte 1; the list of (class, status) pairs, folded; then groups ordered by account and meter: account as a
// difference, meter, pair, days, multiplicity. Numbers are LEB128, differences zigzag. Damaged bytes are refused.
#pragma once

#include "core/base/period.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct StoredTally {
    int64_t account = 0; // numbers as in VendorStore
    int64_t meter = 0;
    std::string assetClass; // folded
    std::string status;     // folded
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    uint32_t multiplicity = 1;
    bool operator==(const StoredTally &) const = default;
};

std::string packTallies(std::span<const StoredTally> tallies);
Status unpackTallies(std::string_view bytes, std::vector<StoredTally> *out); // appends

} // namespace br
