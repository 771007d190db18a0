#include "ui/pages/overview/monthfigures.h"

#include <algorithm>

namespace br {

namespace {

void add(std::vector<Money> &sums, const std::optional<Decimal> &amount, Currency currency)
{
    if (!amount)
        return;
    const auto found = std::find_if(sums.begin(), sums.end(), [&](const Money &sum) { return sum.currency == currency; });
    if (found == sums.end())
        sums.push_back({*amount, currency});
    else
        found->amount += *amount;
}

int64_t size(const std::vector<Money> &sums)
{
    int64_t most = 0;
    for (const Money &sum : sums)
        most = std::max(most, sum.amount.abs().raw());
    return most;
}

void addPositions(MonthFigures &figures, const std::vector<Position> &positions)
{
    std::vector<Money> checked;
    for (const Position &position : positions) {
        if (!position.price)
            continue;
        const Currency currency = position.price->currency;
        const auto billed = worth(position.billed, *position.price);
        add(figures.billed, billed, currency);
        if (!position.counted)
            continue;
        add(figures.counted, worth(*position.counted, *position.price), currency);
        add(checked, billed, currency);
    }
    // Of the currency with the most money: a share of mixed currencies would be no number at all.
    const auto most = std::max_element(
        figures.billed.begin(), figures.billed.end(), [](const Money &a, const Money &b) { return a.amount < b.amount; });
    if (most == figures.billed.end() || most->amount.sign() <= 0)
        return;
    const auto same = std::find_if(checked.begin(), checked.end(), [&](const Money &sum) { return sum.currency == most->currency; });
    figures.checkedPercent = same == checked.end() ? 0 : static_cast<int>(same->amount.raw() * 100 / most->amount.raw());
}

void addRow(MonthFigures &figures, const DiscrepancyRow &row)
{
    const Discrepancy &found = row.discrepancy;
    const bool open = needsAPerson(row.state);
    ++(open ? figures.openRows : figures.decidedRows);
    auto kind = std::find_if(figures.kinds.begin(), figures.kinds.end(), [&](const KindFigure &known) { return known.kind == found.kind; });
    if (kind == figures.kinds.end())
        kind = figures.kinds.insert(figures.kinds.end(), KindFigure{found.kind, 0, 0, {}});
    ++kind->rows;
    kind->open += open ? 1 : 0;
    add(kind->impact, found.impact, found.currency);
    if (!found.impact || found.isEstimate)
        return;
    add(found.impact->sign() > 0 ? figures.missing : figures.tooMuch, found.impact, found.currency);
    add(open ? figures.unexplained : row.state == State::Approved ? figures.approved : figures.accepted, found.impact, found.currency);
}

} // namespace

bool needsAPerson(State state) { return state == State::Open || state == State::InReview || state == State::Outdated; }

MonthFigures monthFigures(const MonthRows &rows)
{
    MonthFigures figures;
    addPositions(figures, rows.positions);
    for (const DiscrepancyRow &row : rows.discrepancies)
        addRow(figures, row);
    std::stable_sort(figures.kinds.begin(), figures.kinds.end(),
        [](const KindFigure &a, const KindFigure &b) { return size(a.impact) > size(b.impact); });
    figures.unmappedAccounts
        = static_cast<int>(std::count_if(rows.accounts.begin(), rows.accounts.end(), [](const AccountRow &row) { return !row.link; }));
    figures.unmappedMeters = static_cast<int>(
        std::count_if(rows.meters.begin(), rows.meters.end(), [](const MeterRow &row) { return row.services.empty() && !row.ignored; }));
    figures.productsWithoutService = static_cast<int>(std::count_if(
        rows.products.begin(), rows.products.end(), [](const ProductRow &row) { return row.services.empty() && row.lines > 0; }));
    figures.staleSources
        = static_cast<int>(std::count_if(rows.sources.begin(), rows.sources.end(), [](const SourceRow &row) { return !row.fresh; }));
    return figures;
}

} // namespace br
