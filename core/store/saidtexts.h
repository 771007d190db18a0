// SaidTexts: a text that comes again in a pack is a number: 0 and the text where it is new, else its place among those said, from 1.
//
// The writer keeps copies, so texts may go after put(); the reader's texts are views into the pack. Thread rule: plain values.
#pragma once

#include "core/base/bytes.h"
#include "core/reconcile/textindex.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace br {

class SaidTextsWriter final {
public:
    void put(std::string *out, std::string_view text)
    {
        if (text.empty() && m_empty != 0) { // half of them: not worth a search
            putNumber(out, m_empty);
            return;
        }
        if (const auto place = m_places.find(text); place != nowhere) {
            putNumber(out, place + 1);
            return;
        }
        m_places.add(m_texts.emplace_back(text));
        if (text.empty())
            m_empty = m_texts.size();
        putNumber(out, 0);
        putText(out, text);
    }

private:
    std::deque<std::string> m_texts; // never moves its texts
    uint64_t m_empty = 0;            // the place of the empty text; 0: not said yet
    TextIndex m_places{128};
};

class SaidTextsReader final {
public:
    std::string_view read(ByteReader *reader)
    {
        const auto place = reader->number();
        if (place == 0)
            return m_texts.emplace_back(reader->text());
        if (place <= m_texts.size())
            return m_texts[place - 1];
        reader->fail();
        return {};
    }

private:
    std::vector<std::string_view> m_texts;
};

} // namespace br
