// StagedAssets: the assets of an open batch: copied into blocks here, made into packs and counts by a second thread, written here.
//
// The other thread sees blocks of bytes only, never the file. Only so many blocks and parts are under way, so memory stays bounded.
// Thread rule: the Database's thread; the destructor waits for the other one.
#pragma once

#include "core/store/assetdigest.h"
#include "core/workspace/assetcrunch.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace br {

// Records whose texts stand one after the other in the first `used` of `bytes`, which stay for the next block.
struct AssetBlock {
    struct Row {
        int64_t account = 0;
        int64_t meter = 0;
        int64_t file = 0;
        int64_t row = 0;
        std::array<int32_t, 3> days{};     // assigned, ended, last seen; none: noDay
        std::array<uint32_t, 5> lengths{}; // id, name, class, status, raw
    };
    static constexpr int32_t noDay = INT32_MIN;
    std::vector<Row> rows;
    std::string bytes;
    size_t used = 0;
    void add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file);
    bool isFull() const;
    void clear();
};

class StagedAssets final {
public:
    StagedAssets(Database &database, int64_t batchId, const TallyRule &rule);
    ~StagedAssets();
    StagedAssets(const StagedAssets &) = delete;
    StagedAssets &operator=(const StagedAssets &) = delete;

    // `account` and `meter` are numbers in the file.
    Status add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file);
    Status finish();                                // nothing where there was no asset
    std::string digest() { return m_digest.hex(); } // of all that was written; after finish()

private:
    Status handOver();
    Status write(const std::vector<CrunchedPart> &parts);
    void work();
    void crunch(const AssetBlock &block);
    void hash(const CrunchedPart &part);

    AssetStore m_store;
    int64_t m_batchId;
    int64_t m_tallyParts = 0;
    AssetBlock m_block;
    std::thread m_thread;
    std::optional<AssetCrunch> m_crunch; // the other thread's, which also frees it
    AssetDigest m_digest;                // the other thread's until finish()
    std::mutex m_mutex;                  // of what follows
    std::condition_variable m_changed;
    std::deque<AssetBlock> m_waiting;
    std::vector<AssetBlock> m_used; // to be filled again
    std::vector<CrunchedPart> m_ready;
    bool m_isEnded = false;   // no block comes any more
    bool m_isDone = false;    // and all are crunched
    bool m_isStopped = false; // nobody wants the result
};

} // namespace br
