// AssetCrunch: assets streaming by become packs of evidence, counts made at ingest and key hashes.
//
// Each account and meter has a growing pack; when those of a meter fill a segment they are handed out and emptied, and all after
// `flushAt` assets, so memory stays bounded however many meters there are. Knows no file: what is ready is taken and written by
// StagedAssets. Thread rule: one thread at a time.
#pragma once

#include "core/connect/recordsink.h"
#include "core/reconcile/tally.h"
#include "core/reconcile/textindex.h"
#include "core/store/assetstore.h"
#include "core/workspace/interner.h"

#include <array>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace br {

// Key hashes of one meter, in chunks that never move: millions of them without a doubling copy.
class KeyChunks final {
public:
    void add(AssetKey key);
    std::vector<AssetKey> takeSorted();

private:
    std::deque<std::vector<AssetKey>> m_chunks;
};

// Groups of assets that no rule can tell apart, with how many there are.
class TallyTable final {
public:
    struct Group {
        uint32_t pair = 0;
        uint32_t looks = 0; // of the folded class and status
        uint32_t days = 0;  // a number of TallyDays
        uint32_t multiplicity = 0;
    };
    void count(uint32_t pair, uint32_t looks, uint32_t days);
    std::deque<Group> takeGroups(); // in no order; the table is empty then

private:
    void grow();
    std::deque<Group> m_groups;    // never moved
    std::vector<uint32_t> m_slots; // group + 1; 0: free
};

// One row of the file, ready to be written.
struct CrunchedPart {
    enum class What { Segment, Tallies, Keys };
    What what = What::Segment;
    int64_t meter = 0;
    KeyOf keyOf = KeyOf::Name;
    AssetSegmentWriter segment;
    std::string bytes;    // tallies, or all hashes
    std::string repeated; // hashes that occur more than once
};

class AssetCrunch final {
public:
    static constexpr int64_t flushAt = 131'072;
    explicit AssetCrunch(const TallyRule &rule);
    // `account` and `meter` are numbers in the file; other texts of accounts and meters are not looked at.
    void add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file);
    // The rest, a part at a time, so that what is ready is written before more is made; false: that was all.
    bool finishSome();
    std::vector<CrunchedPart> takeReady() { return std::exchange(m_ready, {}); }

private:
    struct Pair { // numbers in the file: well below 32 bits
        uint32_t account = 0;
        uint32_t meter = 0;
        uint32_t pack = nowhere; // in m_packs
    };
    struct Meter {
        std::vector<uint32_t> filled; // pairs with something in their packs
        size_t bytes = 0;             // of these packs
        KeyChunks names;
        KeyChunks ids;
    };
    uint32_t pairOf(int64_t account, int64_t meter);
    Meter &meterOf(int64_t number);
    AssetPackWriter &packOf(Meter &meter, uint32_t pair);
    uint32_t looksOf(std::string_view assetClass, std::string_view status);
    void flush(int64_t number, Meter &meter);
    void flushAll();
    void packTallies();
    void packKeysOf(int64_t number, Meter &meter);

    TallyDays m_days;
    std::vector<Pair> m_pairs;
    PairIndex m_pairNumbers;
    uint32_t m_lastPair = 0;
    std::deque<AssetPackWriter> m_packs;
    std::vector<uint32_t> m_emptyPacks;
    Interner m_looksTexts;         // class '\0' status, as written
    Interner m_foldedTexts;        // the same, folded
    std::vector<uint32_t> m_looks; // as written -> place in m_foldedLooks
    std::vector<std::pair<std::string, std::string>> m_foldedLooks;
    std::string m_buffer;
    TallyTable m_tallies;
    std::map<int64_t, Meter> m_meters;
    Meter *m_lastMeter = nullptr;
    int64_t m_lastMeterNumber = 0;
    int64_t m_inPacks = 0;
    std::vector<CrunchedPart> m_ready;
    bool m_isFlushed = false; // by finishSome()
};

} // namespace br
