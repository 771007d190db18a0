#include "core/workspace/assetcrunch.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace br {

namespace {

constexpr int32_t noDay = std::numeric_limits<int32_t>::min();
constexpr size_t chunkSize = 8'192;
constexpr size_t talliesInPart = 200'000;

int32_t numberOf(const MaybeDay &day) { return day ? day->number() : noDay; }

MaybeDay dayOf(int32_t number) { return number == noDay ? MaybeDay() : MaybeDay(Day::fromNumber(number)); }

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
    for (const auto day : group.days)
        hash = (hash ^ (hash >> 29) ^ static_cast<uint32_t>(day)) * 0xBF58476D1CE4E5B9u;
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

void TallyTable::count(uint32_t pair, uint32_t looks, const CanonicalDays &days)
{
    if ((m_groups.size() + 1) * 2 > m_slots.size())
        grow();
    const Group group{pair, looks, {numberOf(days.assigned), numberOf(days.ended), numberOf(days.lastSeen)}, 1};
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

AssetCrunch::AssetCrunch(TallyRule rule)
    : m_rule(std::move(rule))
{
}

uint32_t AssetCrunch::pairOf(int64_t account, int64_t meter)
{
    if (m_lastPair < m_pairs.size() && m_pairs[m_lastPair].account == account && m_pairs[m_lastPair].meter == meter)
        return m_lastPair;
    m_lastPair = m_pairNumbers.add(static_cast<uint32_t>(account), static_cast<uint32_t>(meter));
    if (m_lastPair == m_pairs.size()) {
        auto &pair = m_pairs.emplace_back();
        pair.account = account;
        pair.meter = meter;
    }
    return m_lastPair;
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
    auto &pack = m_pairs[pair].pack;
    if (pack.assets() == 0)
        m_filled.push_back(&m_pairs[pair]);
    pack.add({record.id, record.name, record.assetClass, record.status, record.assigned, record.ended, record.lastSeen, record.raw, file,
                 record.row},
        looks);
    m_tallies.count(pair, m_looks[looks], canonical(m_rule, record.assigned, record.ended, record.lastSeen));

    if (!m_lastKeys || m_lastKeysMeter != meter) {
        m_lastKeys = &m_keys[meter];
        m_lastKeysMeter = meter;
    }
    const auto number = static_cast<uint32_t>(account);
    if (const auto name = hashFolded(record.name); name != 0)
        m_lastKeys->names.add({name, number});
    if (const auto id = hashFolded(record.id); id != 0)
        m_lastKeys->ids.add({id, number});
    if (++m_inPacks >= flushAt)
        flush();
}

void AssetCrunch::flush()
{
    auto pairs = std::exchange(m_filled, {});
    std::sort(pairs.begin(), pairs.end(), [](const Pair *left, const Pair *right) {
        return std::pair(left->meter, left->account) < std::pair(right->meter, right->account);
    });
    AssetSegmentWriter segment;
    for (size_t i = 0; i < pairs.size(); ++i) {
        auto &pack = pairs[i]->pack;
        segment.add(pairs[i]->account, pack.assets(), pack.bytes());
        pack.clear();
        const bool isLastOfMeter = i + 1 == pairs.size() || pairs[i + 1]->meter != pairs[i]->meter;
        if (!segment.isFull() && !isLastOfMeter)
            continue;
        m_ready.push_back({CrunchedPart::What::Segment, pairs[i]->meter, {}, std::exchange(segment, {}), {}, {}});
    }
    m_inPacks = 0;
}

void AssetCrunch::packTallies()
{
    // By account, meter, looks and days; numbers in the file are well below 32 bits.
    struct Place {
        uint64_t pair = 0;
        uint32_t looks = 0;
        uint32_t group = 0;
    };
    const auto &groups = m_tallies.groups();
    std::vector<Place> order;
    order.reserve(groups.size());
    for (const auto &group : groups) {
        const auto &pair = m_pairs[group.pair];
        order.push_back({static_cast<uint64_t>(pair.account) << 32 | static_cast<uint64_t>(pair.meter), group.looks,
            static_cast<uint32_t>(order.size())});
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
            pack.add({pair.account, pair.meter, group.looks, dayOf(group.days[0]), dayOf(group.days[1]), dayOf(group.days[2]),
                group.multiplicity});
        }
        m_ready.push_back({CrunchedPart::What::Tallies, 0, {}, {}, std::string(pack.bytes()), {}});
    }
}

void AssetCrunch::packKeysOf(int64_t meter)
{
    auto &of = m_keys[meter];
    for (const auto keyOf : {KeyOf::Name, KeyOf::Id}) {
        const auto sorted = (keyOf == KeyOf::Name ? of.names : of.ids).takeSorted();
        m_ready.push_back({CrunchedPart::What::Keys, meter, keyOf, {}, packKeys(sorted), packKeys(repeatedOf(sorted))});
    }
    m_keys.erase(meter);
}

bool AssetCrunch::finishSome()
{
    if (!m_isFlushed) {
        m_isFlushed = true;
        flush();
        packTallies();
        return true;
    }
    if (m_keys.empty())
        return false;
    packKeysOf(m_keys.begin()->first);
    return true;
}

} // namespace br
