#include "core/tabular/header.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

Header::Header(const TableRow &row)
{
    m_names.reserve(row.cells.size());
    m_keys.reserve(row.cells.size());
    for (const auto cell : row.cells) {
        m_names.emplace_back(trimmed(cell));
        m_keys.push_back(headerKey(cell));
    }
}

std::optional<size_t> Header::find(std::string_view name) const
{
    const auto key = headerKey(name);
    const auto at = std::ranges::find(m_keys, key);
    if (key.empty() || at == m_keys.end())
        return std::nullopt;
    return static_cast<size_t>(at - m_keys.begin());
}

std::vector<size_t> Header::findAll(std::string_view name) const
{
    const auto key = headerKey(name);
    std::vector<size_t> found;
    for (size_t i = 0; i < m_keys.size(); ++i) {
        if (!key.empty() && m_keys[i] == key)
            found.push_back(i);
    }
    return found;
}

std::vector<std::string> Header::duplicates() const
{
    std::vector<std::string> found;
    for (size_t i = 0; i < m_keys.size(); ++i) {
        const auto first = std::ranges::find(m_keys, m_keys[i]);
        const bool again = !m_keys[i].empty() && first != m_keys.begin() + static_cast<std::ptrdiff_t>(i);
        if (again && std::ranges::find(found, m_names[i]) == found.end())
            found.push_back(m_names[i]);
    }
    return found;
}

} // namespace br
