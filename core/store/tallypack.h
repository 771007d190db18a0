// TallyPack: the counts made at ingest of one batch as compact bytes.
//
// Format 1: a byte 1; the list of (class, status) pairs, folded; then groups ordered by account and meter: account as a
// difference, meter, pair, days, multiplicity. Numbers are LEB128, differences zigzag. Damaged bytes are refused.
#pragma once

#include "core/base/period.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

class TallyPackWriter final {
public:
    // `looks`: folded class and status; groups name them by place. All are written, used or not.
    explicit TallyPackWriter(std::span<const std::pair<std::string, std::string>> looks);
    struct Group {
        int64_t account = 0;
        int64_t meter = 0;
        uint32_t look = 0;
        MaybeDay assigned;
        MaybeDay ended;
        MaybeDay lastSeen;
        uint32_t multiplicity = 0;
    };
    void add(const Group &group); // in the order of account and meter, for small differences
    std::string_view bytes() const { return m_bytes; }

private:
    std::string m_bytes;
    int64_t m_account = 0;
};

// Views into the bytes; they live for the call.
struct TallyView {
    int64_t account = 0;
    int64_t meter = 0;
    std::string_view assetClass;
    std::string_view status;
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    uint32_t multiplicity = 0;
    size_t look = 0;      // number of class and status within their pack
    bool isFirst = false; // of its pack
};
Status eachTally(std::string_view bytes, const std::function<void(const TallyView &)> &visit);
Status unpackTallies(std::string_view bytes, std::vector<StoredTally> *out); // appends

} // namespace br
