// HashSet: which 64-bit hashes were seen already: 8 to 16 bytes each, up to ten million.
//
// Two different texts share a hash once in ten thousand lists of ten million records; the list is then refused for nothing,
// never taken wrongly. Thread rule: one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace br::rest {

uint64_t hashOf(std::string_view text, uint64_t seed = 0);

class HashSet final {
public:
    static constexpr size_t limit = 10'000'000; // records of one list that can be told apart

    bool insert(uint64_t hash); // false: it was there
    size_t size() const { return m_size; }
    bool isFull() const { return m_size >= limit; }

private:
    bool put(uint64_t hash);
    void grow();
    std::vector<uint64_t> m_slots; // 0: free
    size_t m_size = 0;
};

} // namespace br::rest
