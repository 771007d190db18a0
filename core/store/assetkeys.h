// AssetKeys: hashes of folded asset keys with the account that has them, sorted, as compact bytes.
//
// Format 1: a byte 1, then hash differences and accounts, LEB128. Damaged bytes are refused.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct AssetKey {
    uint32_t hash = 0;    // keyHash() of core/reconcile/tally.h; 0 is never stored
    uint32_t account = 0; // number as in VendorStore
    auto operator<=>(const AssetKey &) const = default;
};

std::string packKeys(const std::vector<AssetKey> &sorted);
Result<std::vector<AssetKey>> unpackKeys(std::string_view bytes);
// Those whose hash occurs more than once.
std::vector<AssetKey> repeatedOf(const std::vector<AssetKey> &sorted);

} // namespace br
