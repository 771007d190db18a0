#include "core/tabular/numbertext.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace br {

namespace {

bool isNumeral(char c) { return c >= '0' && c <= '9'; }

bool isPlainSign(char c) { return isNumeral(c) || c == '.' || c == ',' || c == '-' || c == '+'; }

// Blank, no-break, narrow no-break, thin and figure space; the typewriter's and the typographic apostrophe.
constexpr std::array<std::string_view, 7> groupSigns
    = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87", "'", "\xE2\x80\x99"};

size_t groupSignAt(std::string_view text, size_t at)
{
    const auto found = std::ranges::find_if(groupSigns, [&](std::string_view sign) { return text.substr(at).starts_with(sign); });
    return found == groupSigns.end() ? 0 : found->size();
}

// Exactly three digits, and no fourth.
bool isGroup(std::string_view text)
{
    return text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, isNumeral) && (text.size() == 3 || !isNumeral(text[3]));
}

// The text without its group signs; as it was where one of them does not group.
std::string ungrouped(std::string_view text)
{
    std::string out;
    size_t digits = 0; // since the last sign that is none of a number's first group
    bool hasGroup = false;
    for (size_t at = 0; at < text.size();) {
        const auto sign = groupSignAt(text, at);
        if (sign == 0) {
            digits = isNumeral(text[at]) ? digits + 1 : 0;
            out += text[at++];
            continue;
        }
        if (digits == 0 || digits > 3 || (hasGroup && digits != 3) || !isGroup(text.substr(at + sign)))
            return std::string(text);
        hasGroup = true;
        digits = 0;
        at += sign;
    }
    return out;
}

// Without what keeps a spreadsheet from changing it: '25.00 and ="25.00".
std::string_view unguarded(std::string_view text)
{
    if (text.size() > 1 && text.front() == '\'' && isPlainSign(text[1]))
        return text.substr(1);
    return withoutGuard(text);
}

} // namespace

std::string_view withoutGuard(std::string_view text)
{
    const bool isGuarded = text.size() > 3 && text.starts_with("=\"") && text.ends_with('"');
    return isGuarded ? text.substr(2, text.size() - 3) : text;
}

std::string_view plainNumber(std::string_view text, std::string &buffer)
{
    if (std::ranges::all_of(text, isPlainSign))
        return text;
    auto inner = trimmed(unguarded(trimmed(text)));
    const bool isNegative = inner.size() > 2 && inner.front() == '(' && inner.back() == ')';
    if (isNegative) {
        inner = trimmed(inner.substr(1, inner.size() - 2));
        if (inner.starts_with('-') || inner.starts_with('+') || inner.starts_with('('))
            return text; // "(-4)" says two things
    }
    buffer = (isNegative ? "-" : "") + ungrouped(inner);
    return buffer;
}

} // namespace br
