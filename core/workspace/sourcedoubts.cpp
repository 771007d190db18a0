#include "core/workspace/sourcedoubts.h"

#include "core/reconcile/standing.h"
#include "core/store/batchstore.h"
#include "core/store/discrepancystore.h"
#include "core/store/sourcestore.h"

#include <algorithm>

namespace br {

Result<std::vector<SourceDoubt>> sourceDoubts(Workspace &workspace, Period period, const PeriodReview &review)
{
    const auto sources = SourceStore(workspace.database()).live();
    if (!sources)
        return sources.error();
    BatchStore batches(workspace.database());
    DiscrepancyStore found(workspace.database());
    std::vector<SourceDoubt> doubts;
    for (const auto &stored : *sources) {
        Discrepancy own;
        own.kind = Kind::SourceStale;
        own.subject.source = stored.source.name;
        const auto key = discrepancyKey(period, own);
        const auto stale = found.find(period, key);
        if (!stale)
            return stale.error();
        if (!*stale || review.of(key, numbersOf((*stale)->discrepancy)).state == State::Dismissed)
            continue;
        const auto now = batches.inForce(stored.id, period);
        if (!now)
            return now.error();
        const auto before = batches.inForce(stored.id, period.previous());
        if (!before)
            return before.error();
        SourceDoubt doubt{stored.source.name, stored.source.side, {}, {}};
        if (*now)
            doubt.rows = (*now)->batch.rowsKept;
        if (*before)
            doubt.rowsBefore = (*before)->batch.rowsKept;
        const bool isWholeSince = doubt.rows && (!doubt.rowsBefore || !isLessThanHalf(*doubt.rows, *doubt.rowsBefore));
        if (!isWholeSince)
            doubts.push_back(std::move(doubt));
    }
    return doubts;
}

bool isTouchedBy(const DiscrepancyRow &row, const SourceDoubt &doubt)
{
    const auto kind = row.discrepancy.kind;
    const bool isCounted = std::ranges::find(row.sources, doubt.source.text) != row.sources.end();
    if (isDifference(kind) || kind == Kind::MismatchedService)
        return doubt.side == Side::Psa || isCounted;
    switch (kind) {
    case Kind::NotApplied:
        return doubt.side == Side::Psa;
    case Kind::Unverified:
    case Kind::UnmappedClient:
    case Kind::StaleUsage:
    case Kind::Commitment:
        return doubt.side == Side::Vendor && isCounted;
    default:
        return false; // says nothing about how many there are
    }
}

} // namespace br
