#include "core/workspace/assetcrunch.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace br {

namespace {

constexpr size_t chunkSize = 8'192;
constexpr size_t talliesInPart = 200'000;

// keyHash(folded(text)), without a copy of the ASCII text that nearly all keys are. 0: empty.
uint32_t hashFolded(std::string_view text)
{
    if (!isAscii(text)) {
        const auto key = folded(text);
        return key.empty() ? 0 : keyHash(key);
    }
    return asciiKeyHash(trimmed(text));
}

// By hash in three passes of counting, then the few of one hash by account: hashes are spread evenly.
void sortKeys(std::vector<AssetKey> &keys)
{
    const auto isBefore = [](const AssetKey &left, const AssetKey &right) {
        return (uint64_t{left.hash} << 32 | left.account) < (uint64_t{right.hash} << 32 | right.account);
    };
    constexpr size_t few = 2'048;
    if (keys.size() < few) {
        std::sort(keys.begin(), keys.end(), isBefore);
        return;
    }
    constexpr unsigned bits = 11;
    constexpr uint32_t mask = (1U << bits) - 1;
    std::array<std::array<size_t, mask + 1>, 3> places{};
    for (const auto &key : keys) {
        for (unsigned pass = 0; pass < places.size(); ++pass)
            ++places[pass][(key.hash >> (pass * bits)) & mask];
    }
    std::vector<AssetKey> other(keys.size());
    for (unsigned pass = 0; pass < places.size(); ++pass) {
        auto &place = places[pass];
        std::exclusive_scan(place.begin(), place.end(), place.begin(), size_t{0});
        for (const auto &key : keys)
            other[place[(key.hash >> (pass * bits)) & mask]++] = key;
        keys.swap(other);
    }
    for (auto first = keys.begin(); first != keys.end();) {
        const auto next = std::find_if(first, keys.end(), [&](const AssetKey &key) { return key.hash != first->hash; });
        if (next - first > 1)
            std::sort(first, next, isBefore);
        first = next;
    }
}

uint64_t mixed(const TallyTable::Group &group)
{
    uint64_t hash = (uint64_t{group.pair} << 32 | group.looks) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ (hash >> 29) ^ group.days) * 0xBF58476D1CE4E5B9u;
    return hash ^ (hash >> 32);
}

bool isSameGroup(const TallyTable::Group &left, const TallyTable::Group &right)
{
    return left.pair == right.pair && left.looks == right.looks && left.days == right.days;
}

} // namespace

void KeyChunks::add(AssetKey key)
{
    if (m_chunks.empty() || m_chunks.back().size() == m_chunks.back().capacity()) {
        // A meter with few assets takes little; later chunks are large.
        const size_t size = m_chunks.empty() ? 64 : std::min(chunkSize, m_chunks.back().capacity() * 2);
        m_chunks.emplace_back().reserve(size);
    }
    m_chunks.back().push_back(key);
}

std::vector<AssetKey> KeyChunks::takeSorted()
{
    std::vector<AssetKey> keys;
    size_t count = 0;
    for (const auto &chunk : m_chunks)
        count += chunk.size();
    keys.reserve(count);
    while (!m_chunks.empty()) {
        keys.insert(keys.end(), m_chunks.front().begin(), m_chunks.front().end());
        m_chunks.pop_front();
    }
    sortKeys(keys);
    return keys;
}

void TallyTable::count(uint32_t pair, uint32_t looks, uint32_t days)
{
    if ((m_groups.size() + 1) * 2 > m_slots.size())
        grow();
    const Group group{pair, looks, days, 1};
    const size_t mask = m_slots.size() - 1;
    for (auto slot = mixed(group) & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == 0) {
            m_groups.push_back(group);
            m_slots[slot] = static_cast<uint32_t>(m_groups.size());
            return;
        }
        auto &known = m_groups[m_slots[slot] - 1];
        if (isSameGroup(known, group)) {
            ++known.multiplicity;
            return;
        }
    }
}

void TallyTable::grow()
{
    m_slots.assign(std::max<size_t>(4'096, m_slots.size() * 2), 0);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        auto slot = mixed(m_groups[i]) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = static_cast<uint32_t>(i + 1);
    }
}

std::deque<TallyTable::Group> TallyTable::takeGroups()
{
    std::vector<uint32_t>().swap(m_slots); // before more room is asked for
    return std::exchange(m_groups, {});
}

AssetCrunch::AssetCrunch(const TallyRule &rule)
    : m_days(rule)
{
}

uint32_t AssetCrunch::pairOf(int64_t account, int64_t meter)
{
    const Pair pair{static_cast<uint32_t>(account), static_cast<uint32_t>(meter)};
    if (m_lastPair < m_pairs.size() && m_pairs[m_lastPair].account == pair.account && m_pairs[m_lastPair].meter == pair.meter)
        return m_lastPair;
    m_lastPair = m_pairNumbers.add(pair.account, pair.meter);
    if (m_lastPair == m_pairs.size())
        m_pairs.push_back(pair);
    return m_lastPair;
}

AssetCrunch::Meter &AssetCrunch::meterOf(int64_t number)
{
    if (!m_lastMeter || m_lastMeterNumber != number) {
        m_lastMeter = &m_meters[number];
        m_lastMeterNumber = number;
    }
    return *m_lastMeter;
}

AssetPackWriter &AssetCrunch::packOf(Meter &meter, uint32_t pair)
{
    auto &place = m_pairs[pair].pack;
    if (place == nowhere) {
        meter.filled.push_back(pair);
        if (m_emptyPacks.empty()) {
            place = static_cast<uint32_t>(m_packs.size());
            m_packs.emplace_back();
        } else {
            place = m_emptyPacks.back();
            m_emptyPacks.pop_back();
        }
    }
    return m_packs[place];
}

uint32_t AssetCrunch::looksOf(std::string_view assetClass, std::string_view status)
{
    m_buffer.assign(assetClass).append(1, '\0').append(status);
    bool isNew = false;
    const auto number = m_looksTexts.number(m_buffer, &isNew);
    if (isNew) {
        std::pair looks(folded(assetClass), folded(status));
        m_looks.push_back(m_foldedTexts.number(looks.first + '\0' + looks.second, &isNew));
        if (isNew)
            m_foldedLooks.push_back(std::move(looks));
    }
    return number;
}

void AssetCrunch::add(int64_t account, int64_t meter, const AssetRecord &record, int64_t file)
{
    const auto pair = pairOf(account, meter);
    const auto looks = looksOf(record.assetClass, record.status);
    auto &of = meterOf(meter);
    auto &pack = packOf(of, pair);
    const auto before = pack.bytes().size();
    pack.add({record.id, record.name, record.assetClass, record.status, record.assigned, record.ended, record.lastSeen, record.raw, file,
                 record.row},
        looks);
    of.bytes += pack.bytes().size() - before;
    m_tallies.count(pair, m_looks[looks], m_days.number(record.assigned, record.ended, record.lastSeen));

    const auto number = static_cast<uint32_t>(account);
    if (const auto name = hashFolded(record.name); name != 0)
        of.names.add({name, number});
    if (const auto id = hashFolded(record.id); id != 0)
        of.ids.add({id, number});
    if (of.bytes >= AssetSegmentWriter::fullAt)
        flush(meter, of);
    if (++m_inPacks >= flushAt)
        flushAll();
}

void AssetCrunch::flush(int64_t number, Meter &meter)
{
    if (meter.filled.empty())
        return;
    std::sort(meter.filled.begin(), meter.filled.end(),
        [this](uint32_t left, uint32_t right) { return m_pairs[left].account < m_pairs[right].account; });
    AssetSegmentWriter segment(meter.filled.size(), meter.bytes);
    for (const auto place : meter.filled) {
        auto &pair = m_pairs[place];
        auto &pack = m_packs[pair.pack];
        segment.add(pair.account, pack.assets(), pack.bytes());
        pack.clear();
        m_emptyPacks.push_back(std::exchange(pair.pack, nowhere));
    }
    m_inPacks -= segment.assets();
    m_ready.push_back({CrunchedPart::What::Segment, number, {}, std::move(segment), {}, {}});
    meter.filled.clear();
    meter.bytes = 0;
}

void AssetCrunch::flushAll()
{
    for (auto &[number, meter] : m_meters)
        flush(number, meter);
}

void AssetCrunch::packTallies()
{
    // By account, meter, looks and days.
    struct Place {
        uint64_t pair = 0;
        uint32_t looks = 0;
        uint32_t group = 0;
    };
    const auto groups = m_tallies.takeGroups();
    std::vector<Place> order;
    order.reserve(groups.size());
    for (const auto &group : groups) {
        const auto &pair = m_pairs[group.pair];
        order.push_back({uint64_t{pair.account} << 32 | pair.meter, group.looks, static_cast<uint32_t>(order.size())});
    }
    std::sort(order.begin(), order.end(), [&groups](const Place &left, const Place &right) {
        if (left.pair != right.pair)
            return left.pair < right.pair;
        return left.looks != right.looks ? left.looks < right.looks : groups[left.group].days < groups[right.group].days;
    });
    for (size_t first = 0; first < order.size(); first += talliesInPart) {
        TallyPackWriter pack(m_foldedLooks);
        for (size_t i = first; i < std::min(first + talliesInPart, order.size()); ++i) {
            const auto &group = groups[order[i].group];
            const auto &pair = m_pairs[group.pair];
            const auto days = m_days.days(group.days);
            pack.add({pair.account, pair.meter, group.looks, days.assigned, days.ended, days.lastSeen, group.multiplicity});
        }
        m_ready.push_back({CrunchedPart::What::Tallies, 0, {}, {}, std::string(pack.bytes()), {}});
    }
}

void AssetCrunch::packKeysOf(int64_t number, Meter &meter)
{
    for (const auto keyOf : {KeyOf::Name, KeyOf::Id}) {
        const auto sorted = (keyOf == KeyOf::Name ? meter.names : meter.ids).takeSorted();
        m_ready.push_back({CrunchedPart::What::Keys, number, keyOf, {}, packKeys(sorted), packKeys(repeatedOf(sorted))});
    }
}

bool AssetCrunch::finishSome()
{
    if (!m_isFlushed) {
        m_isFlushed = true;
        flushAll();
        packTallies();
        return true;
    }
    if (m_meters.empty())
        return false;
    packKeysOf(m_meters.begin()->first, m_meters.begin()->second);
    m_meters.erase(m_meters.begin());
    return true;
}

} // namespace br
