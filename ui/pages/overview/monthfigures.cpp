#include "ui/pages/overview/monthfigures.h"

#include <algorithm>

namespace br {

namespace {

void addApart(std::vector<Money> &sums, const std::optional<Decimal> &amount, Currency currency)
{
    if (!amount || amount->isZero())
        return;
    const auto found = std::find_if(
        sums.begin(), sums.end(), [&](const Money &sum) { return sum.currency == currency && sum.amount.sign() == amount->sign(); });
    if (found == sums.end())
        sums.push_back({*amount, currency});
    else
        found->amount += *amount;
}

// Missed before too much, each currency together.
void arrange(std::vector<Money> &sums)
{
    std::stable_sort(sums.begin(), sums.end(), [](const Money &a, const Money &b) {
        return a.currency == b.currency ? a.amount.sign() > b.amount.sign() : a.currency < b.currency;
    });
}

// Of the currency with the most money: a share of mixed currencies would be no number at all. Rounded down: 100 is all of it.
int percentChecked(const std::vector<BilledWorth> &worth)
{
    const auto most = std::ranges::max_element(worth, {}, &BilledWorth::billed);
    if (most == worth.end() || most->billed.sign() <= 0)
        return -1;
    const auto percent = static_cast<int>(most->checked.raw() / std::max<int64_t>(1, most->billed.raw() / 100));
    return most->checked < most->billed ? std::min(percent, 99) : percent;
}

void addRow(std::vector<KindFigure> &kinds, const Discrepancy &found)
{
    auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindFigure &known) { return known.kind == found.kind; });
    if (kind == kinds.end())
        kind = kinds.insert(kinds.end(), KindFigure{found.kind, 0, {}});
    ++kind->rows;
    addApart(kind->impact, found.impact, found.currency);
}

} // namespace

int64_t KindFigure::shown() const
{
    if (!isMoneyAMonth(kind))
        return 0;
    int64_t sum = 0;
    for (const Money &money : impact)
        sum += money.currency == impact.front().currency ? money.amount.abs().raw() : 0;
    return sum;
}

MonthFigures monthFigures(const MonthRows &rows)
{
    MonthFigures figures;
    figures.checkedPercent = percentChecked(rows.billed);
    for (const DiscrepancyRow &row : rows.discrepancies)
        addRow(figures.kinds, row.discrepancy);
    for (KindFigure &kind : figures.kinds)
        arrange(kind.impact);
    std::stable_sort(
        figures.kinds.begin(), figures.kinds.end(), [](const KindFigure &a, const KindFigure &b) { return a.shown() > b.shown(); });
    figures.unmappedAccounts
        = static_cast<int>(std::count_if(rows.accounts.begin(), rows.accounts.end(), [](const AccountRow &row) { return !row.link; }));
    figures.unmappedMeters = static_cast<int>(
        std::count_if(rows.meters.begin(), rows.meters.end(), [](const MeterRow &row) { return row.services.empty() && !row.ignored; }));
    figures.productsWithoutService = static_cast<int>(std::count_if(
        rows.products.begin(), rows.products.end(), [](const ProductRow &row) { return row.services.empty() && row.lines > 0; }));
    figures.staleSources = static_cast<int>(
        std::count_if(rows.sources.begin(), rows.sources.end(), [](const SourceHealth &source) { return !source.isGood(); }));
    return figures;
}

} // namespace br
