#include "core/reconcile/findings.h"

#include <algorithm>
#include <tuple>

namespace br {

namespace {

bool areTwins(const BilledLine &a, const BilledLine &b)
{
    return a.quantity == b.quantity && a.unitPrice == b.unitPrice && a.currency == b.currency && a.agreement != b.agreement;
}

// The largest quantity that two agreements both bill; null where there is none. Prices that both are not stated are equal.
const BilledLine *largestTwin(std::vector<const BilledLine *> &lines)
{
    std::ranges::sort(lines, [](const BilledLine *a, const BilledLine *b) {
        return std::tie(b->quantity, a->unitPrice, a->currency, a->agreement)
            < std::tie(a->quantity, b->unitPrice, b->currency, b->agreement);
    });
    const auto found = std::ranges::adjacent_find(lines, [](const BilledLine *a, const BilledLine *b) { return areTwins(*a, *b); });
    return found == lines.end() ? nullptr : *found;
}

} // namespace

void findDuplicateLines(const std::vector<ActiveLine> &lines, Discrepancies &rows)
{
    TextIndex products;
    PairIndex pairs(lines.size());
    std::vector<uint32_t> pairOf;
    std::vector<uint32_t> size;
    pairOf.reserve(lines.size());
    for (const auto &active : lines) {
        const auto pair = pairs.add(active.client, products.add(active.line->product.text));
        size.resize(pairs.size(), 0);
        ++size[pair];
        pairOf.push_back(pair);
    }
    std::vector<std::vector<const BilledLine *>> together(size.size());
    for (size_t i = 0; i < lines.size(); ++i) {
        if (size[pairOf[i]] > 1)
            together[pairOf[i]].push_back(lines[i].line);
    }
    for (auto &group : together) {
        const auto *twin = group.size() > 1 ? largestTwin(group) : nullptr;
        if (!twin)
            continue;
        Discrepancy row;
        row.kind = Kind::DuplicateLine;
        row.subject.client.text = twin->client.text;
        row.subject.product = twin->product;
        row.quantity = toUnits(twin->quantity);
        rows.push_back(std::move(row));
    }
}

} // namespace br
