#include "connectors/rest/extract/sums.h"

#include "core/base/text.h"

namespace br::rest {

namespace {

constexpr int64_t mostEvidence = 20; // summands

template <class T>
void keepEqual(T &kept, const T &other)
{
    if (kept != other)
        kept = T();
}

} // namespace

Status Sums::add(const CountRecord &record)
{
    const auto &count = record.count;
    const auto [at, isNew]
        = m_sums.try_emplace({count.account.text, count.meter.text, count.subscription, count.measure}, Sum{record, 1, record.raw});
    if (isNew)
        return {};
    if (++at->second.times <= mostEvidence && !record.raw.empty())
        at->second.evidence += "," + record.raw;
    auto &sum = at->second.record.count;
    const auto total = checkedAdd(toUnits(sum.quantity), toUnits(count.quantity));
    if (!total)
        return Error{Errc::InvalidInput, words("rest", "the quantities of account %1 add up to too much", {count.account.text})};
    sum.quantity = toDecimal(*total);
    if (sum.currency != count.currency)
        sum.unitCost.reset();
    keepEqual(sum.unitCost, count.unitCost);
    keepEqual(sum.term, count.term);
    keepEqual(sum.commitmentEnd, count.commitmentEnd);
    keepEqual(sum.status, count.status);
    return {};
}

std::vector<CountRecord> Sums::take()
{
    std::vector<CountRecord> all;
    for (auto &[key, sum] : m_sums) {
        if (!sum.evidence.empty())
            sum.record.raw = "{\"sum_of\":[" + sum.evidence + "]}";
        all.push_back(std::move(sum.record));
    }
    m_sums.clear();
    return all;
}

} // namespace br::rest
