#include "core/workspace/stagedassets.h"

#include <algorithm>
#include <iterator>

namespace br {

namespace {

constexpr size_t rowsInBlock = 4'096; // stays in the cache from one thread to the other
constexpr size_t bytesInBlock = 1024 * 1024;
constexpr size_t blocksWaiting = 4;
constexpr size_t partsReady = 8; // not yet written: the other thread rests

} // namespace

// Field by field in its place: a copy of a row, or of a MaybeDay, that was only just written waits for the processor's stores.
void AssetBlock::add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file)
{
    auto &row = rows.emplace_back();
    row.account = account;
    row.meter = meter;
    row.file = file;
    row.row = record.row;
    const std::array<const MaybeDay *, 3> days{&record.assigned, &record.ended, &record.lastSeen};
    for (size_t i = 0; i < days.size(); ++i)
        row.days[i] = days[i]->has_value() ? (*days[i])->number() : noDay;
    const std::array<const std::string_view *, 5> texts{&record.id, &record.name, &record.assetClass, &record.status, &record.raw};
    size_t size = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        row.lengths[i] = static_cast<uint32_t>(texts[i]->size());
        size += texts[i]->size();
    }
    if (used + size > bytes.size())
        bytes.resize(std::max(used + size, bytes.size() * 2));
    for (const auto *text : texts)
        used += text->copy(bytes.data() + used, text->size());
}

bool AssetBlock::isFull() const { return rows.size() >= rowsInBlock || used >= bytesInBlock; }

void AssetBlock::clear()
{
    rows.clear();
    used = 0;
}

StagedAssets::StagedAssets(Database &database, int64_t batchId, const TallyRule &rule)
    : m_store(database)
    , m_batchId(batchId)
    , m_crunch(rule)
{
}

StagedAssets::~StagedAssets()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Status StagedAssets::add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file)
{
    m_block.add(account, meter, record, file);
    return m_block.isFull() ? handOver() : Status();
}

Status StagedAssets::handOver()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    std::vector<CrunchedPart> ready;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < blocksWaiting || !m_ready.empty(); });
        m_waiting.push_back(std::exchange(m_block, {}));
        if (!m_used.empty()) {
            m_block = std::move(m_used.back());
            m_used.pop_back();
        }
        ready = std::exchange(m_ready, {});
    }
    m_changed.notify_all();
    return write(ready);
}

Status StagedAssets::write(const std::vector<CrunchedPart> &parts)
{
    for (const auto &part : parts) {
        Status done;
        if (part.what == CrunchedPart::What::Segment)
            done = m_store.addSegment(m_batchId, part.meter, part.segment);
        else if (part.what == CrunchedPart::What::Tallies)
            done = m_store.addTallies(m_batchId, m_tallyParts++, part.bytes);
        else
            done = m_store.addKeys(m_batchId, part.meter, part.keyOf, part.bytes, part.repeated);
        if (!done)
            return done;
    }
    return {};
}

Status StagedAssets::finish()
{
    if (!m_block.rows.empty()) {
        if (auto done = handOver(); !done)
            return done;
    }
    if (!m_thread.joinable())
        return {};
    std::unique_lock lock(m_mutex);
    m_isEnded = true;
    m_changed.notify_all();
    for (;;) {
        m_changed.wait(lock, [this] { return m_isDone || !m_ready.empty(); });
        auto ready = std::exchange(m_ready, {});
        if (ready.empty())
            return {};
        lock.unlock();
        m_changed.notify_all();
        if (auto done = write(ready); !done)
            return done;
        lock.lock();
    }
}

void StagedAssets::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isDone) {
        m_changed.wait(lock, [this] { return m_isStopped || (m_ready.size() < partsReady && (m_isEnded || !m_waiting.empty())); });
        if (m_isStopped)
            return;
        const bool isFinishing = m_waiting.empty();
        AssetBlock block;
        if (!isFinishing) {
            block = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        lock.unlock();
        m_changed.notify_all();
        bool hasMore = true;
        if (isFinishing)
            hasMore = m_crunch->finishSome();
        else
            crunch(block);
        auto ready = m_crunch->takeReady();
        for (const auto &part : ready)
            hash(part);
        block.clear();
        lock.lock();
        std::move(ready.begin(), ready.end(), std::back_inserter(m_ready));
        m_isDone = !hasMore;
        if (!isFinishing)
            m_used.push_back(std::move(block));
        m_changed.notify_all();
    }
}

void StagedAssets::hash(const CrunchedPart &part)
{
    const auto &segment = part.segment;
    if (part.what == CrunchedPart::What::Segment)
        m_digest.segment(part.meter, segment.firstAccount(), segment.lastAccount(), segment.assets(), segment.bytes());
    else if (part.what == CrunchedPart::What::Tallies)
        m_digest.tallies(part.bytes);
    else
        m_digest.keys(part.meter, part.keyOf == KeyOf::Name ? "name" : "id", part.bytes, part.repeated);
}

void StagedAssets::crunch(const AssetBlock &block)
{
    std::string_view rest = block.bytes;
    for (const auto &row : block.rows) {
        AssetRecord record;
        const std::array<std::string_view *, 5> texts{&record.id, &record.name, &record.assetClass, &record.status, &record.raw};
        for (size_t i = 0; i < texts.size(); ++i) {
            *texts[i] = rest.substr(0, row.lengths[i]);
            rest.remove_prefix(row.lengths[i]);
        }
        const std::array<MaybeDay *, 3> days{&record.assigned, &record.ended, &record.lastSeen};
        for (size_t i = 0; i < days.size(); ++i) {
            if (row.days[i] != AssetBlock::noDay)
                *days[i] = Day::fromNumber(row.days[i]);
        }
        record.row = row.row;
        m_crunch->add(row.account, row.meter, record, row.file);
    }
}

} // namespace br
