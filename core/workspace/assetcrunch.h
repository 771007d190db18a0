// AssetCrunch: assets streaming by become packs of evidence, counts made at ingest and key hashes.
//
// Each account and meter has a growing pack; every `flushAt` assets all packs are handed out and emptied, so memory stays
// bounded. Knows no file: what is ready is taken and written by StagedAssets. Thread rule: one thread at a time.
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
        uint32_t looks = 0;            // of the folded class and status
        std::array<int32_t, 3> days{}; // canonical; none: INT32_MIN
        uint32_t multiplicity = 0;
    };
    void count(uint32_t pair, uint32_t looks, const CanonicalDays &days);
    const std::vector<Group> &groups() const { return m_groups; }

private:
    void grow();
    std::vector<Group> m_groups;
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
    explicit AssetCrunch(TallyRule rule);
    // `account` and `meter` are numbers in the file; other texts of accounts and meters are not looked at.
    void add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file);
    // The rest, a part at a time, so that what is ready is written before more is made; false: that was all.
    bool finishSome();
    std::vector<CrunchedPart> takeReady() { return std::exchange(m_ready, {}); }

private:
    struct Pair {
        int64_t account = 0;
        int64_t meter = 0;
        AssetPackWriter pack;
    };
    struct MeterKeys {
        KeyChunks names;
        KeyChunks ids;
    };
    uint32_t pairOf(int64_t account, int64_t meter);
    uint32_t looksOf(std::string_view assetClass, std::string_view status);
    void flush();
    void packTallies();
    void packKeysOf(int64_t meter);

    TallyRule m_rule;
    std::deque<Pair> m_pairs;
    PairIndex m_pairNumbers;
    uint32_t m_lastPair = 0;
    std::vector<Pair *> m_filled;  // pairs with something in their packs
    Interner m_looksTexts;         // class '\0' status, as written
    Interner m_foldedTexts;        // the same, folded
    std::vector<uint32_t> m_looks; // as written -> place in m_foldedLooks
    std::vector<std::pair<std::string, std::string>> m_foldedLooks;
    std::string m_buffer;
    TallyTable m_tallies;
    std::map<int64_t, MeterKeys> m_keys;
    MeterKeys *m_lastKeys = nullptr;
    int64_t m_lastKeysMeter = 0;
    int64_t m_inPacks = 0;
    std::vector<CrunchedPart> m_ready;
    bool m_isFlushed = false; // by finishSome()
};

} // namespace br
