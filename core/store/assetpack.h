// AssetPack: the assets of one account and meter as compact bytes, every field byte for byte.
//
// Format 2: a byte 2, then per asset: flags; row and, where it changed, file; class and status as one number into a list that
// grows as the pack goes (a new pair follows in full); days as differences to the asset before; id and name, each as the number
// of bytes that it begins with like that of the asset before, and the rest; raw. Numbers are LEB128, differences zigzag. Format 1
// (workspaces up to version 10) has id and name in full. Damaged bytes are refused, never read past. Thread rule: plain values.
#pragma once

#include "core/base/bytes.h"
#include "core/base/period.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br {

struct PackedAsset {
    std::string_view id;
    std::string_view name;
    std::string_view assetClass;
    std::string_view status;
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    std::string_view raw;
    int64_t file = 0; // ordinal of the batch's file
    int64_t row = 0;
    bool operator==(const PackedAsset &) const = default;
};

// What a text begins with, kept to say how much of the next one is the same; longer beginnings are not compared.
class TextStart final {
public:
    size_t sharedWith(std::string_view next); // and keeps that one

private:
    std::array<char, 40> m_bytes{};
    uint8_t m_size = 0;
};

class AssetPackWriter final {
public:
    // `looks` names the pair (class, status) in the caller's numbering: equal numbers mean equal pairs.
    void add(const PackedAsset &asset, uint32_t looks);
    uint32_t assets() const { return m_assets; }
    std::string_view bytes() const { return m_bytes; }
    void clear(); // for the next part; gives the memory back

private:
    void addLooks(const PackedAsset &asset, uint32_t looks);

    std::string m_bytes;
    std::vector<uint32_t> m_looks;
    uint32_t m_lastLooks = 0;
    std::array<int32_t, 3> m_days{};
    TextStart m_id;
    TextStart m_name;
    int64_t m_file = 0;
    int64_t m_row = 0;
    uint32_t m_assets = 0;
};

class AssetPackReader final {
public:
    explicit AssetPackReader(std::string_view bytes);
    Result<bool> next(PackedAsset *asset); // false: the end; its texts live until the next one

private:
    bool readLooks();
    std::string_view readText(std::string *before);

    ByteReader m_reader;
    uint8_t m_format;
    uint64_t m_look = 0;
    std::vector<std::pair<std::string_view, std::string_view>> m_looks;
    std::array<int32_t, 3> m_days{};
    std::string m_id;
    std::string m_name;
    int64_t m_file = 0;
    int64_t m_row = 0;
};

} // namespace br
