// AssetSegment: the packs of several accounts of one meter in one BLOB, so that a batch is some thousand rows, not millions.
//
// Format 1: a byte 1, then per account its number, the number of assets, and its pack (assetpack.h) with its length. Accounts
// ascend. Other accounts' packs are stepped over unread. Damaged bytes are refused. Thread rule: plain values.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace br {

class AssetSegmentWriter final {
public:
    static constexpr size_t fullAt = 96 * 1024; // bytes of packs that are worth a row
    AssetSegmentWriter() = default;
    AssetSegmentWriter(size_t packs, size_t bytes);                    // makes room for so many packs with so many bytes
    void add(int64_t account, uint32_t assets, std::string_view pack); // accounts ascending
    bool isEmpty() const { return m_assets == 0; }
    int64_t firstAccount() const { return m_first; }
    int64_t lastAccount() const { return m_last; }
    int64_t assets() const { return m_assets; }
    std::string_view bytes() const { return m_bytes; }

private:
    std::string m_bytes;
    int64_t m_first = 0;
    int64_t m_last = 0;
    int64_t m_assets = 0;
};

struct AssetSection {
    int64_t account = 0;
    int64_t assets = 0;
    std::string_view pack;
};

class AssetSegmentReader final {
public:
    explicit AssetSegmentReader(std::string_view bytes);
    Result<bool> next(AssetSection *section); // false: the end

private:
    ByteReader m_reader;
    bool m_isKnown = false;
};

} // namespace br
