#include "core/reconcile/findings.h"
#include "core/reconcile/rowsby.h"

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

// A client at a time: the products of one are few, so that what is noted of them stays at hand.
void findDuplicateLines(const World &world, const ActiveLines &active, Discrepancies &rows)
{
    const RowsBy byClient(numbered(active.lines, [](const ActiveLine &line) { return line.client; }), world.clients.size());
    std::vector<std::vector<const BilledLine *>> together(active.products.size()); // of the client at hand
    for (uint32_t client = 0; client < world.clients.size(); ++client) {
        const auto ofClient = byClient.of(client);
        for (const auto row : ofClient)
            together[active.lines[row].product].push_back(active.lines[row].line);
        for (const auto row : ofClient) {
            auto &lines = together[active.lines[row].product];
            const auto *twin = lines.size() > 1 ? largestTwin(lines) : nullptr;
            lines.clear();
            if (!twin)
                continue;
            Discrepancy found;
            found.kind = Kind::DuplicateLine;
            found.subject.client.text = twin->client.text;
            found.subject.product = twin->product;
            found.quantity = toUnits(twin->quantity);
            rows.push_back(std::move(found));
        }
    }
}

} // namespace br
