// Text in the core is UTF-8 in std::string: trimming, case folding, header folding, and the one way to make sentences.
//
// Comparison rule (domain.md section 2): compared text is trimmed and case-folded (full Unicode folding).
// Thread rule: pure functions; words() reads the installed translators and may be called from any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

class QString;

namespace br {

std::string_view trimmedWhole(std::string_view text); // trimmed(), for texts whose ends may be white space
// Without Unicode white space at both ends.
inline std::string_view trimmed(std::string_view text)
{
    const auto isPlain = [](char c) { return c > ' ' && c <= '~'; };
    return text.empty() || (isPlain(text.front()) && isPlain(text.back())) ? text : trimmedWhole(text);
}
std::string folded(std::string_view text); // trimmed, case-folded
// For column headers: folded, accents removed, everything that is not a letter or digit removed: "Unit Price (€)" -> "unitprice".
std::string headerKey(std::string_view text);
bool isAscii(std::string_view text);
bool isValidUtf8(std::string_view text);
// '*' any run, '?' one character; both sides are folded by the caller.
bool matchesWildcard(std::string_view foldedText, std::string_view foldedPattern);

// At most `limit` characters, cut at a character border, with an ellipsis: for showing what a cell held.
std::string shortened(std::string_view text, size_t limit = 40);

// A translatable sentence with %1 … %9 filled in. lupdate knows this name (see i18n in CMakeLists.txt).
std::string words(const char *context, const char *text, std::initializer_list<std::string> arguments = {});

QString toQString(std::string_view text);
std::string toUtf8(const QString &text);

std::string joined(const std::vector<std::string> &parts, std::string_view separator);

} // namespace br
