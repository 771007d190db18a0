#include "connectors/rest/paging/hashset.h"

#include <algorithm>
#include <cstring>

namespace br::rest {

namespace {

uint64_t mixed(uint64_t value) // the finalizer of MurmurHash3
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

} // namespace

uint64_t hashOf(std::string_view text, uint64_t seed)
{
    uint64_t hash = mixed(seed ^ (text.size() + 0x9e3779b97f4a7c15ULL));
    while (text.size() >= 8) {
        uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        hash = mixed(hash ^ word) + 0x9e3779b97f4a7c15ULL;
        text.remove_prefix(8);
    }
    uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    return mixed(hash ^ rest);
}

bool HashSet::insert(uint64_t hash)
{
    if (m_slots.size() * 3 <= (m_size + 1) * 4)
        grow();
    if (!put(std::max<uint64_t>(hash, 1)))
        return false;
    ++m_size;
    return true;
}

bool HashSet::put(uint64_t hash)
{
    const auto mask = m_slots.size() - 1;
    for (auto at = hash & mask;; at = (at + 1) & mask) {
        if (m_slots[at] == hash)
            return false;
        if (m_slots[at] == 0) {
            m_slots[at] = hash;
            return true;
        }
    }
}

void HashSet::grow()
{
    std::vector<uint64_t> old(std::max<size_t>(64, m_slots.size() * 2), 0);
    old.swap(m_slots);
    for (const auto hash : old) {
        if (hash != 0)
            put(hash);
    }
}

} // namespace br::rest
