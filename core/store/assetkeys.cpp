#include "core/store/assetkeys.h"

#include "core/base/bytes.h"
#include "core/base/text.h"

namespace br {

namespace {

constexpr char format = 1;

} // namespace

std::string packKeys(const std::vector<AssetKey> &sorted)
{
    std::string out(1, format);
    out.reserve(sorted.size() * 5 + 16);
    putNumber(&out, sorted.size());
    uint32_t hash = 0;
    for (const auto &key : sorted) {
        putNumber(&out, key.hash - hash);
        putNumber(&out, key.account);
        hash = key.hash;
    }
    return out;
}

Result<std::vector<AssetKey>> unpackKeys(std::string_view bytes)
{
    const Error damaged{Errc::Damaged, words("Store", "The stored asset keys are damaged. Go back to a backup."), "key pack"};
    ByteReader reader(bytes);
    if (reader.byte() != format)
        return damaged;
    const auto count = reader.number();
    if (count > bytes.size())
        return damaged;
    std::vector<AssetKey> keys;
    keys.reserve(count);
    uint32_t hash = 0;
    for (uint64_t i = 0; i < count; ++i) {
        hash += static_cast<uint32_t>(reader.number());
        keys.push_back({hash, static_cast<uint32_t>(reader.number())});
    }
    if (!reader.isGood() || !reader.isAtEnd())
        return damaged;
    return keys;
}

std::vector<AssetKey> repeatedOf(const std::vector<AssetKey> &sorted)
{
    std::vector<AssetKey> repeated;
    for (size_t i = 0; i < sorted.size(); ++i) {
        const bool likeBefore = i > 0 && sorted[i - 1].hash == sorted[i].hash;
        const bool likeAfter = i + 1 < sorted.size() && sorted[i + 1].hash == sorted[i].hash;
        if (likeBefore || likeAfter)
            repeated.push_back(sorted[i]);
    }
    return repeated;
}

} // namespace br
