#include "core/workspace/pastmonths.h"

#include "core/reconcile/standing.h"
#include "core/store/decisionstore.h"
#include "core/store/discrepancystore.h"
#include "core/store/positionstore.h"

#include <utility>

namespace br {

namespace {

Result<std::optional<StoredDiscrepancy>> sameIn(DiscrepancyStore &store, Period period, Discrepancy row)
{
    if (!isDifference(row.kind))
        return store.find(period, discrepancyKey(period, row));
    for (const auto kind : differenceKinds) { // a position has one of them
        row.kind = kind;
        auto found = store.find(period, discrepancyKey(period, row));
        if (!found || *found)
            return found;
    }
    return std::optional<StoredDiscrepancy>();
}

int sideOf(const Discrepancy &row) { return row.difference ? row.difference->sign() : 0; }

// The sum while every month's is known and of one currency.
std::optional<Decimal> together(const std::optional<Decimal> &sum, const Discrepancy &now, const Discrepancy &then)
{
    const bool isAlike = sum && then.impact && then.currency == now.currency && isMoneyAMonth(then.kind);
    return isAlike ? std::optional(*sum + *then.impact) : std::nullopt;
}

// What was said about one month's row, or said earlier and carried into it.
class PastWords final {
public:
    static Result<PastWords> open(Workspace &workspace)
    {
        auto decided = DecisionStore(workspace.database()).decidedPeriods();
        if (!decided)
            return decided.error();
        return PastWords(workspace.database(), std::move(*decided));
    }

    Status putInto(PastMonth &month) const
    {
        auto own = m_made.ofKey(month.period, discrepancyKey(month.period, month.found));
        if (!own)
            return own.error();
        month.decisions = std::move(*own);
        if (!month.decisions.empty())
            return {};
        auto last = lastBefore(month.period, month.found);
        if (!last)
            return last.error();
        if (!*last)
            return {};
        const auto run = PositionStore(m_database).run(month.period);
        if (!run)
            return run.error();
        if (!isCarriedInto(**last, comparedDay(*run, month.period)))
            return {};
        month.carriedState = carriedState(**last, numbersOf(month.found));
        month.carried = std::move(*last);
        return {};
    }

private:
    PastWords(Database &database, std::vector<Period> decided)
        : m_database(database)
        , m_made(database)
        , m_decided(std::move(decided))
    {
    }

    // The last word of the latest earlier month in which anything was said about the same kind and subject.
    Result<std::optional<Decision>> lastBefore(Period period, const Discrepancy &found) const
    {
        for (auto earlier = m_decided.rbegin(); earlier != m_decided.rend(); ++earlier) {
            if (*earlier >= period)
                continue;
            const auto decisions = m_made.ofKey(*earlier, discrepancyKey(*earlier, found));
            if (!decisions)
                return decisions.error();
            if (!decisions->empty())
                return std::optional(decisions->back());
        }
        return std::optional<Decision>();
    }

    Database &m_database;
    DecisionStore m_made;
    std::vector<Period> m_decided; // in order
};

} // namespace

Result<PastMonths> pastMonths(Workspace &workspace, const Discrepancy &row, Period period)
{
    DiscrepancyStore rows(workspace.database());
    const auto words = PastWords::open(workspace);
    if (!words)
        return words.error();
    PastMonths past;
    past.since = period;
    past.impact = isMoneyAMonth(row.kind) ? row.impact : std::nullopt;
    past.currency = row.currency;
    past.isEstimate = row.isEstimate;
    bool isUnbroken = true;
    auto month = period;
    for (int i = 0; i < pastMonthsListed || (isUnbroken && i < pastMonthsSearched); ++i) {
        month = month.previous();
        auto found = sameIn(rows, month, row);
        if (!found)
            return found.error();
        isUnbroken = isUnbroken && *found && sideOf((*found)->discrepancy) == sideOf(row);
        if (!*found)
            continue;
        if (isUnbroken) {
            ++past.inARow;
            past.since = month;
            past.impact = together(past.impact, row, (*found)->discrepancy);
            past.isEstimate = past.isEstimate || (*found)->discrepancy.isEstimate;
        }
        if (i >= pastMonthsListed)
            continue;
        past.months.push_back({month, std::move((*found)->discrepancy), {}, {}, {}});
        if (const auto put = words->putInto(past.months.back()); !put)
            return put.error();
    }
    return past;
}

} // namespace br
