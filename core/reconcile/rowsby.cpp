#include "core/reconcile/rowsby.h"

#include <numeric>

namespace br {

RowsBy::RowsBy(const std::vector<uint32_t> &numberOf, size_t numbers)
    : m_first(numbers + 1, 0)
{
    size_t placed = 0;
    for (const auto number : numberOf) {
        if (number >= numbers)
            continue;
        ++m_first[number + 1];
        ++placed;
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_rows.resize(placed);
    auto next = m_first;
    for (uint32_t row = 0; row < numberOf.size(); ++row) {
        if (numberOf[row] < numbers)
            m_rows[next[numberOf[row]]++] = row;
    }
}

} // namespace br
