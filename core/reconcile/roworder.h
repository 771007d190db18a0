// RowOrder: the order of discrepancies: by |impact|, unknown last, then by key, which is only made where it is needed.
//
// Thread rule: pure function object.
#pragma once

#include "core/domain/discrepancy.h"

namespace br {

class RowOrder final {
public:
    explicit RowOrder(Period period)
        : m_period(period)
    {
    }
    bool operator()(const Discrepancy &a, const Discrepancy &b) const
    {
        if (a.impact.has_value() != b.impact.has_value())
            return a.impact.has_value();
        const auto sizeA = sizeOf(a);
        const auto sizeB = sizeOf(b);
        return sizeA != sizeB ? sizeA > sizeB : discrepancyKey(m_period, a) < discrepancyKey(m_period, b);
    }

private:
    static uint64_t sizeOf(const Discrepancy &row)
    {
        const int64_t impact = row.impact ? row.impact->raw() : 0;
        return impact < 0 ? 0 - static_cast<uint64_t>(impact) : static_cast<uint64_t>(impact);
    }
    Period m_period;
};

} // namespace br
