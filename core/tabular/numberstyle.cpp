#include "core/tabular/numberstyle.h"

#include <algorithm>

namespace br {

void NumberStyleVote::add(std::string_view cell)
{
    // Signs and currencies around the number say nothing here.
    const auto first = cell.find_first_of("0123456789,.");
    const auto last = cell.find_last_of("0123456789,.");
    const auto text = first == std::string_view::npos ? std::string_view() : cell.substr(first, last - first + 1);
    const bool digits
        = std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == ' ' || c == '\''; });
    if (text.empty() || !digits)
        return;
    const auto other = text.find_first_of(" '");
    if (other != std::string_view::npos)
        m_otherGroup = text[other];
    const auto comma = text.rfind(',');
    const auto point = text.rfind('.');
    const bool hasComma = comma != std::string_view::npos;
    const bool hasPoint = point != std::string_view::npos;
    if (hasComma && hasPoint) {
        ++(comma > point ? m_comma : m_point);
        return;
    }
    if (!hasComma && !hasPoint)
        return;
    const char sign = hasComma ? ',' : '.';
    const auto at = hasComma ? comma : point;
    const bool repeated = text.find(sign) != at;
    const bool likeGroup = text.size() - at - 1 == 3 && at >= 1 && at <= 3 && text.front() != '0';
    if (repeated)
        ++(hasComma ? m_point : m_comma); // a sign that stands twice groups
    else if (likeGroup)
        ++(hasComma ? m_openComma : m_openPoint);
    else
        ++(hasComma ? m_comma : m_point);
}

NumberStyle NumberStyleVote::style() const
{
    const bool open = m_comma == 0 && m_point == 0;
    const bool comma = open ? m_commaIsLikely && m_openComma > 0 : m_comma > m_point;
    const char group = m_otherGroup != '\0' ? m_otherGroup : comma ? '.' : ',';
    return {comma ? ',' : '.', group};
}

bool NumberStyleVote::isAmbiguous(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const auto at = text.find_first_of(",.");
    if (at == std::string_view::npos || at < 1 || at > 3 || text.size() != at + 4 || text.front() == '0')
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::all_of(text.substr(0, at), isDigit) && std::ranges::all_of(text.substr(at + 1), isDigit);
}

bool NumberStyleVote::isGuess() const { return m_comma == 0 && m_point == 0 && m_openComma > 0; }

} // namespace br
