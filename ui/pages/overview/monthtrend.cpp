#include "ui/pages/overview/monthtrend.h"

#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/sourcing.h"
#include "ui/models/discrepancycolumns.h"

#include <algorithm>

namespace br {

namespace {

// Of the newest month with money; a month's other currencies are told on its own page, never added.
Currency currencyOf(const std::vector<Totals> &months)
{
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (!month->sums.empty())
            return month->sums.front().currency;
    }
    return {};
}

} // namespace

Result<MonthTrend> readTrend(Workspace &workspace, Period last, const Totals &ofLast, int mostMonths)
{
    auto known = periods(workspace); // newest first
    if (!known)
        return known.error();
    std::erase_if(*known, [last](Period period) { return last < period; });
    known->resize(std::min(known->size(), static_cast<size_t>(mostMonths)));
    std::ranges::reverse(*known);
    MonthTrend trend;
    std::vector<Totals> sums;
    for (const Period period : *known) {
        const auto run = runState(workspace, period);
        if (!run)
            return run.error();
        Totals found;
        if (*run && period == last) {
            found = ofLast;
        } else if (*run) {
            const auto rows = discrepancyRows(workspace, period);
            if (!rows)
                return rows.error();
            found = totals(DiscrepancyColumns::from(period, *rows), {});
        }
        trend.months.push_back({period, run->has_value(), {}, {}, found.open});
        sums.push_back(std::move(found));
    }
    trend.currency = currencyOf(sums);
    for (size_t i = 0; i < sums.size(); ++i) {
        const auto own = std::ranges::find(sums[i].sums, trend.currency, &Sums::currency);
        if (own != sums[i].sums.end()) {
            trend.months[i].missed = own->missed;
            trend.months[i].over = own->over;
        }
    }
    return trend;
}

} // namespace br
