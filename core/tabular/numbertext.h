// Numbers as people and accounting programs write them, brought to what parseDecimal reads.
//
// "(4.50)" is -4.50; what keeps a spreadsheet from changing a number ('4.50, ="4.50") is taken off; blanks of any width and apostrophes
// between digits group thousands where each group has three digits. What is none of this stays as it is, for parseDecimal to refuse. Thread
// rule: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace br {

// `buffer` holds the text where it had to be made anew.
std::string_view plainNumber(std::string_view text, std::string &buffer);

// Of ="007", by which a spreadsheet is kept from changing a text, what stands in it; any other text as it is.
std::string_view withoutGuard(std::string_view text);

} // namespace br
