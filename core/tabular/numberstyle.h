// Which sign separates decimals in a file: found out from its values, because no file says so.
//
// Thread rule: a plain value.
#pragma once

#include "core/base/decimal.h"

#include <string_view>

namespace br {

class NumberStyleVote final {
public:
    // A file whose cells are separated by ';' was written by a program that uses decimal commas: decides what is open.
    explicit NumberStyleVote(bool commaIsLikely)
        : m_commaIsLikely(commaIsLikely)
    {
    }
    void add(std::string_view text);
    NumberStyle style() const;
    bool isGuess() const;                                        // only values such as "1,234" were seen: either way could be meant
    bool isOpen() const { return m_comma == 0 && m_point == 0; } // nothing decides what a single sign before three digits is
    // One sign with exactly three digits behind it: "1.200", "-1,200".
    static bool isAmbiguous(std::string_view text);

private:
    bool m_commaIsLikely = false;
    int m_comma = 0; // values that only a decimal comma explains
    int m_point = 0;
    int m_openComma = 0;      // "1,234"
    int m_openPoint = 0;      // "1.234"
    char m_otherGroup = '\0'; // a blank or an apostrophe between digits
};

} // namespace br
