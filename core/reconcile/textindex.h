// TextIndex and PairIndex: dense numbers for texts and for pairs of numbers, so that inner loops compare integers.
//
// A TextIndex keeps views: the texts must outlive it. Numbers are given in order of first sight. Not thread safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace br {

inline constexpr uint32_t nowhere = UINT32_MAX;

class TextIndex final {
public:
    explicit TextIndex(size_t expected = 16) { rehash(expected); }
    uint32_t add(std::string_view text)
    {
        if ((m_texts.size() + 1) * 2 > m_slots.size())
            rehash(m_slots.size());
        const auto hash = static_cast<uint32_t>(std::hash<std::string_view>{}(text));
        auto &slot = m_slots[slotOf(text, hash)];
        if (slot.number == nowhere) {
            slot = {hash, static_cast<uint32_t>(m_texts.size())};
            m_texts.push_back(text);
        }
        return slot.number;
    }
    uint32_t find(std::string_view text) const
    {
        return m_slots[slotOf(text, static_cast<uint32_t>(std::hash<std::string_view>{}(text)))].number;
    }
    std::string_view text(uint32_t number) const { return m_texts[number]; }
    size_t size() const { return m_texts.size(); }

private:
    struct Slot {
        uint32_t hash = 0;
        uint32_t number = nowhere;
    };
    size_t slotOf(std::string_view text, uint32_t hash) const
    {
        size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].number != nowhere && (m_slots[at].hash != hash || m_texts[m_slots[at].number] != text))
            at = (at + 1) & (m_slots.size() - 1);
        return at;
    }
    void rehash(size_t expected)
    {
        size_t size = 32;
        while (size < expected * 2)
            size *= 2;
        const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(size));
        for (const auto &slot : old) {
            if (slot.number != nowhere)
                m_slots[slotOf(m_texts[slot.number], slot.hash)] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_texts;
};

class PairIndex final {
public:
    explicit PairIndex(size_t expected = 16) { rehash(expected); }
    uint32_t add(uint32_t a, uint32_t b)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            rehash(m_slots.size());
        auto &slot = m_slots[slotOf(keyOf(a, b))];
        if (slot.number == nowhere)
            slot = {keyOf(a, b), m_count++};
        return slot.number;
    }
    uint32_t find(uint32_t a, uint32_t b) const { return m_slots[slotOf(keyOf(a, b))].number; }
    uint32_t size() const { return m_count; }

private:
    struct Slot {
        uint64_t key = 0;
        uint32_t number = nowhere;
    };
    static uint64_t keyOf(uint32_t a, uint32_t b) { return uint64_t{a} << 32 | b; }
    size_t slotOf(uint64_t key) const
    {
        size_t at = (key * 0x9E37'79B9'7F4A'7C15ULL) >> m_shift; // Fibonacci hashing: the top bits hang on all of the key
        while (m_slots[at].number != nowhere && m_slots[at].key != key)
            at = (at + 1) & (m_slots.size() - 1);
        return at;
    }
    void rehash(size_t expected)
    {
        size_t size = 32;
        m_shift = 64 - 5;
        for (; size < expected * 2; size *= 2)
            --m_shift;
        const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(size));
        for (const auto &slot : old) {
            if (slot.number != nowhere)
                m_slots[slotOf(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots;
    int m_shift = 0;
    uint32_t m_count = 0;
};

} // namespace br
