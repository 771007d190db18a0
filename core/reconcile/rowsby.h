// RowsBy: row numbers grouped by a number of theirs, in row order within a group.
//
// Thread rule: built once, then read only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace br {

class RowsBy final {
public:
    // Rows whose number is not below `numbers` are in no group.
    RowsBy(const std::vector<uint32_t> &numberOf, size_t numbers);
    std::span<const uint32_t> of(uint32_t number) const
    {
        return std::span(m_rows).subspan(m_first[number], m_first[number + 1] - m_first[number]);
    }

private:
    std::vector<uint32_t> m_first;
    std::vector<uint32_t> m_rows;
};

template <class Rows, class NumberOf>
std::vector<uint32_t> numbered(const Rows &rows, NumberOf numberOf)
{
    std::vector<uint32_t> numbers;
    numbers.reserve(rows.size());
    for (const auto &row : rows)
        numbers.push_back(numberOf(row));
    return numbers;
}

} // namespace br
