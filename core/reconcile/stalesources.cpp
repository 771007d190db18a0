#include "core/domain/batch.h"
#include "core/reconcile/findings.h"

namespace br {

void findStaleSources(const World &world, Discrepancies &rows)
{
    for (const auto &state : world.facts.sources) {
        const bool hasShrunk = state.rowsBefore && isLessThanHalf(state.rows, *state.rowsBefore);
        if (state.hasCompleteBatch && !hasShrunk)
            continue;
        Discrepancy row;
        row.kind = Kind::SourceStale;
        row.subject.source = state.source.name;
        row.rows = state.hasCompleteBatch ? state.rows : 0;
        rows.push_back(std::move(row));
    }
}

} // namespace br
