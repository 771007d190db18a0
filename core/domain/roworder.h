// RowOrder: the one order of discrepancies: by |impact|, the largest first, unknown last, then by key.
//
// inRowOrder() makes the key of each row once; RowOrder makes it only where two rows are worth the same. Thread rule: pure functions.
#pragma once

#include "core/domain/discrepancy.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace br {

// The smaller one comes first.
struct RowRank {
    bool isUnknown = false;
    uint64_t lack = 0; // what is left of the range above |impact|

    static RowRank of(const std::optional<Decimal> &impact)
    {
        const int64_t raw = impact ? impact->raw() : 0;
        const auto size = raw < 0 ? 0 - static_cast<uint64_t>(raw) : static_cast<uint64_t>(raw);
        return {!impact, UINT64_MAX - size};
    }
    auto operator<=>(const RowRank &) const = default;
};

class RowOrder final {
public:
    explicit RowOrder(Period period)
        : m_period(period)
    {
    }
    bool operator()(const Discrepancy &a, const Discrepancy &b) const
    {
        const auto rankA = RowRank::of(a.impact);
        const auto rankB = RowRank::of(b.impact);
        return rankA != rankB ? rankA < rankB : discrepancyKey(m_period, a) < discrepancyKey(m_period, b);
    }

private:
    Period m_period;
};

// `discrepancyOf` and `keyOf` are asked once for each row; a key may be a view into its row.
template <class Row, class DiscrepancyOf, class KeyOf>
std::vector<Row> inRowOrder(std::vector<Row> rows, DiscrepancyOf discrepancyOf, KeyOf keyOf)
{
    struct Place {
        RowRank rank;
        decltype(keyOf(rows.front())) key;
        size_t row = 0;
    };
    std::vector<Place> places;
    places.reserve(rows.size());
    for (const auto &row : rows)
        places.push_back({RowRank::of(discrepancyOf(row).impact), keyOf(row), places.size()});
    std::ranges::sort(places, [](const Place &a, const Place &b) { return a.rank != b.rank ? a.rank < b.rank : a.key < b.key; });
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const auto &place : places)
        sorted.push_back(std::move(rows[place.row]));
    return sorted;
}

} // namespace br
