// AssetStore: the assets of one vendor batch: packs (evidence), tallies (counts made at ingest) and key hashes.
//
// Thread rule: the Database's thread. Views handed to callbacks live for the call.
#pragma once

#include "core/store/assetkeys.h"
#include "core/store/assetpack.h"
#include "core/store/assetsegment.h"
#include "core/store/database.h"
#include "core/store/tallypack.h"

#include <functional>
#include <optional>
#include <vector>

namespace br {

struct AssetTotal {
    int64_t account = 0; // numbers as in VendorStore
    int64_t meter = 0;
    int64_t assets = 0;
};

enum class KeyOf { Name, Id };

class AssetStore final {
public:
    explicit AssetStore(Database &database)
        : m_database(database)
    {
    }
    Status addSegment(int64_t batchId, int64_t meter, const AssetSegmentWriter &segment);
    Status addTallies(int64_t batchId, int64_t part, std::string_view packed);
    Status addKeys(int64_t batchId, int64_t meter, KeyOf keyOf, std::string_view hashes, std::string_view repeated);

    Result<std::vector<AssetTotal>> totals(int64_t batchId); // by meter, account; from the tallies
    using Visit = std::function<void(int64_t account, const PackedAsset &asset)>;
    // Every asset of a meter, or of one account of it; in the order read within a pack.
    Status eachOfMeter(int64_t batchId, int64_t meter, const Visit &visit);
    Status eachOfAccount(int64_t batchId, int64_t meter, int64_t account, const Visit &visit);
    Result<std::vector<StoredTally>> tallies(int64_t batchId);
    Status eachTallyOf(int64_t batchId, const std::function<void(const TallyView &)> &visit);
    Result<std::vector<AssetKey>> keys(int64_t batchId, int64_t meter, KeyOf keyOf);         // sorted
    Result<std::vector<AssetKey>> repeatedKeys(int64_t batchId, int64_t meter, KeyOf keyOf); // sorted
    // Decodes everything: the first broken pack, tally or total is named. Returns the number of assets.
    Result<int64_t> verify(int64_t batchId);

private:
    Result<std::vector<AssetKey>> readKeys(std::string_view statement, int64_t batchId, int64_t meter, KeyOf keyOf);
    Status visitPacks(Statement &packs, std::optional<int64_t> account, const Visit &visit);
    Database &m_database;
};

} // namespace br
