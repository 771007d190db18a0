// Interner: gives each text a number from 0, in the order they come; finding one that came just before costs one comparison.
//
// Views it returns live as long as it does. Thread rule: plain value.
#pragma once

#include "core/reconcile/textindex.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace br {

class Interner final {
public:
    // `isNew` tells whether the text came for the first time.
    uint32_t number(std::string_view text, bool *isNew)
    {
        *isNew = false;
        if (!m_texts.empty() && m_texts[m_last] == text)
            return m_last;
        if (const auto known = m_numbers.find(text); known != nowhere) {
            m_last = known;
            return m_last;
        }
        *isNew = true;
        m_last = m_numbers.add(m_texts.emplace_back(text));
        return m_last;
    }
    const std::string &text(uint32_t number) const { return m_texts[number]; }
    uint32_t size() const { return static_cast<uint32_t>(m_texts.size()); }

private:
    std::deque<std::string> m_texts; // never moves its texts
    TextIndex m_numbers;
    uint32_t m_last = 0;
};

} // namespace br
