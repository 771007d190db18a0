// AssetDigest: one SHA-256 over the packed assets of a batch, in the order in which they are stored.
//
// Millions of assets are many megabytes: they are hashed beside the writing, by the thread that packs them, and read back only by
// `check`. Thread rule: one object, one thread.
#pragma once

#include "core/base/sha256.h"
#include "core/store/assetstore.h"

#include <string>
#include <string_view>

namespace br {

class AssetDigest final {
public:
    void segment(int64_t meter, int64_t firstAccount, int64_t lastAccount, int64_t assets, std::string_view packed);
    void tallies(std::string_view packed);
    void keys(int64_t meter, std::string_view keyOf, std::string_view hashes, std::string_view repeated);
    std::string hex(); // begins anew

private:
    Sha256 m_segments;
    Sha256 m_tallies;
    Sha256 m_keys;
};

// Of what is stored.
Result<std::string> assetDigest(Database &database, int64_t batchId);

} // namespace br
