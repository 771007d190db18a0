#include "core/store/assetdigest.h"

#include "core/base/safefile.h"

namespace br {

namespace {

std::string headOf(std::initializer_list<int64_t> numbers)
{
    std::string head;
    for (const auto number : numbers)
        (head += std::to_string(number)) += ' ';
    return head;
}

} // namespace

void AssetDigest::segment(int64_t meter, int64_t firstAccount, int64_t lastAccount, int64_t assets, std::string_view packed)
{
    m_segments.add(headOf({meter, firstAccount, lastAccount, assets, static_cast<int64_t>(packed.size())}));
    m_segments.add(packed);
}

void AssetDigest::tallies(std::string_view packed)
{
    m_tallies.add(headOf({static_cast<int64_t>(packed.size())}));
    m_tallies.add(packed);
}

void AssetDigest::keys(int64_t meter, std::string_view keyOf, std::string_view hashes, std::string_view repeated)
{
    m_keys.add(headOf({meter, static_cast<int64_t>(hashes.size()), static_cast<int64_t>(repeated.size())}) + std::string(keyOf));
    m_keys.add(hashes);
    m_keys.add(repeated);
}

std::string AssetDigest::hex() { return sha256Hex(m_segments.hex() + m_tallies.hex() + m_keys.hex()); }

Result<std::string> assetDigest(Database &database, int64_t batchId)
{
    AssetDigest digest;
    auto read = database.each(
        "digest/packs",
        [&](const Statement &row) { digest.segment(row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.blob(4)); },
        batchId);
    if (read)
        read = database.each(
            "digest/tallies", [&](const Statement &row) { digest.tallies(row.blob(0)); }, batchId);
    if (read)
        read = database.each(
            "digest/keys", [&](const Statement &row) { digest.keys(row.integer(0), row.text(1), row.blob(2), row.blob(3)); }, batchId);
    return read ? Result<std::string>(digest.hex()) : read.error();
}

} // namespace br
