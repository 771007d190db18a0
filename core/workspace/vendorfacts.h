// VendorFacts: the vendor side of a period's facts: accounts, meters, counts, tallies, whole meters and duplicate candidates.
//
// Made for one loading; reads only. Thread rule: the Workspace's thread.
#pragma once

#include "core/base/progress.h"
#include "core/domain/facts.h"
#include "core/reconcile/tally.h"
#include "core/store/assetstore.h"
#include "core/store/batchstore.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace br {

// What the services ask of the assets: it alone decides how assets are read.
struct AssetNeeds {
    std::set<std::pair<SourceName, MeterId>> whole;
    struct Keys {
        ServiceId service;
        KeyOf keyOf = KeyOf::Name;
        std::set<std::pair<SourceName, MeterId>> meters;
    };
    std::vector<Keys> keys; // services that count assets of a tallied meter

    static AssetNeeds of(const std::vector<Service> &services, const std::vector<StoredBatch> &batches, Day asOf);
    std::string text() const; // equal texts: the same needs
};

class VendorFacts final {
public:
    VendorFacts(Database &database, PeriodFacts &facts);
    Status load(const std::vector<StoredBatch> &batches, const AssetNeeds &needs, Progress &progress);

private:
    struct LoadedBatch {
        int64_t id = 0;
        SourceName source;
        std::unordered_map<int64_t, uint32_t> accounts; // number -> index in the facts
        std::unordered_map<int64_t, uint32_t> meters;
        std::unordered_map<std::string, int64_t> meterNumbers;
    };
    struct MeterPlace {
        size_t batch = 0;
        int64_t meter = 0;
        auto operator<=>(const MeterPlace &) const = default;
    };
    // What the batch states; only accounts and meters with a count or an asset become facts, and every asset is in a tally.
    struct Stated {
        std::unordered_map<int64_t, Account> accounts;
        std::unordered_map<int64_t, Meter> meters;
        std::set<int64_t> whole;
    };
    Result<Stated> loadStated(LoadedBatch *batch, const AssetNeeds &needs);
    uint32_t accountIndex(LoadedBatch *batch, Stated *stated, int64_t number);
    uint32_t meterIndex(LoadedBatch *batch, Stated *stated, int64_t number);
    uint32_t looksIndex(const TallyView &tally);
    Status loadBatch(const StoredBatch &stored, const AssetNeeds &needs);
    Status loadWhole(const LoadedBatch &batch, int64_t meter);
    Status loadCandidates(const AssetNeeds::Keys &keys);
    Result<std::map<MeterPlace, std::vector<AssetKey>>> repeatedKeys(const std::vector<MeterPlace> &places, KeyOf keyOf);
    Status readCandidates(const MeterPlace &place, const std::vector<AssetKey> &keys, KeyOf keyOf, std::vector<WholeAsset> *out);

    Database &m_database;
    AssetStore m_assets;
    PeriodFacts &m_facts;
    std::vector<LoadedBatch> m_batches;
    std::unordered_map<std::string, uint32_t> m_looks; // class, a zero byte, status -> index in the facts
    std::vector<uint32_t> m_looksOfPack;               // of the pack being read
};

} // namespace br
