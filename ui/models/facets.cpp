#include "ui/models/facets.h"

#include <algorithm>

namespace br {

namespace {

using C = DiscrepancyColumns;

// Counts and sums by code and currency, flat.
struct Tally {
    explicit Tally(size_t codes, size_t currencies)
        : currencies(currencies)
        , rows(codes)
        , sums(codes * currencies)
        , known(codes * currencies)
    {
    }
    void add(size_t code, size_t currency, int64_t impact)
    {
        ++rows[code];
        if (impact == C::unknown)
            return;
        sums[code * currencies + currency] += impact;
        known[code * currencies + currency] = 1;
    }
    size_t currencies;
    std::vector<int> rows;
    std::vector<int64_t> sums;
    std::vector<uint8_t> known;
};

std::vector<Money> moneyOf(const Tally &tally, size_t code, const C &columns)
{
    std::vector<Money> money;
    for (size_t c = 0; c < tally.currencies; ++c) {
        if (tally.known[code * tally.currencies + c])
            money.push_back({Decimal::fromRaw(tally.sums[code * tally.currencies + c]), columns.currencies[c]});
    }
    return money;
}

FacetValue valueOf(Facet facet, const Tally &tally, size_t code, const C &columns)
{
    FacetValue value;
    value.rows = tally.rows[code];
    value.money = moneyOf(tally, code, columns);
    if (facet == Facet::Kind) {
        value.code = static_cast<int>(code);
        value.value = kindCode(static_cast<Kind>(code));
    } else if (facet == Facet::State) {
        value.code = static_cast<int>(code);
        value.value = stateCode(static_cast<State>(code));
    } else {
        const auto which = facet == Facet::Client ? C::Client : facet == Facet::Service ? C::Service : C::Sources;
        value.value = columns.dictionaries[which][static_cast<uint32_t>(code)].label();
    }
    value.label = value.value;
    return value;
}

// A service's sources come as a list: each name of the list gets the row.
std::vector<FacetValue> sourceValues(const Tally &lists, const C &columns)
{
    Dictionary names;
    for (uint32_t code = 0; code < columns.dictionaries[C::Sources].size(); ++code) {
        for (const auto &name : splitSources(columns.dictionaries[C::Sources][code].id))
            names.add(name);
    }
    Tally single(names.size(), lists.currencies);
    for (uint32_t code = 0; code < columns.dictionaries[C::Sources].size(); ++code) {
        for (const auto &name : splitSources(columns.dictionaries[C::Sources][code].id)) {
            const auto at = names.add(name);
            single.rows[at] += lists.rows[code];
            for (size_t c = 0; c < lists.currencies; ++c) {
                single.sums[at * lists.currencies + c] += lists.sums[code * lists.currencies + c];
                single.known[at * lists.currencies + c] |= lists.known[code * lists.currencies + c];
            }
        }
    }
    std::vector<FacetValue> values;
    for (uint32_t at = 1; at < names.size(); ++at) {
        if (single.rows[at] == 0)
            continue;
        FacetValue value;
        value.value = value.label = names[at].id;
        value.rows = single.rows[at];
        value.money = moneyOf(single, at, columns);
        values.push_back(std::move(value));
    }
    return values;
}

bool isOpen(State state) { return state == State::Open || state == State::InReview || state == State::Outdated; }

} // namespace

FacetCounts facetCounts(const C &columns, const std::vector<FailBits> &fails)
{
    const auto currencies = columns.currencies.size();
    std::array<Tally, facetCount> tallies
        = {Tally(kindCount, currencies), Tally(6, currencies), Tally(columns.dictionaries[C::Client].size(), currencies),
            Tally(columns.dictionaries[C::Service].size(), currencies), Tally(columns.dictionaries[C::Sources].size(), currencies)};
    const auto &impacts = columns.numbers[C::Impact];
    for (size_t at = 0; at < fails.size(); ++at) {
        const unsigned bits = fails[at];
        // Shown, or hidden by one facet alone: then it counts there.
        if ((bits & (bits - 1)) != 0 || bits == 1u << facetCount)
            continue;
        const std::array<size_t, facetCount> codes = {columns.kind[at], columns.state[at], columns.texts[C::Client][at],
            columns.texts[C::Service][at], columns.texts[C::Sources][at]};
        const bool isAMonth = isMoneyAMonth(static_cast<Kind>(columns.kind[at])); // a sum until a date stands under its kind alone
        for (size_t f = 0; f < facetCount; ++f) {
            if (bits == 0 || bits == 1u << f)
                tallies[f].add(codes[f], columns.currency[at], isAMonth || static_cast<Facet>(f) == Facet::Kind ? impacts[at] : C::unknown);
        }
    }
    FacetCounts result;
    for (size_t f = 0; f < facetCount; ++f) {
        const auto facet = static_cast<Facet>(f);
        const bool isCoded = facet == Facet::Kind || facet == Facet::State;
        auto &values = result.values[f];
        if (facet == Facet::Source) {
            values = sourceValues(tallies[f], columns);
        } else {
            for (size_t code = isCoded ? 0 : 1; code < tallies[f].rows.size(); ++code) {
                if (tallies[f].rows[code] > 0)
                    values.push_back(valueOf(facet, tallies[f], code, columns));
            }
        }
        if (!isCoded)
            std::ranges::stable_sort(values, [](const FacetValue &a, const FacetValue &b) { return a.rows > b.rows; });
    }
    return result;
}

Totals totals(const C &columns, const std::vector<FailBits> &fails)
{
    Totals result;
    std::vector<Sums> sums(columns.currencies.size());
    std::vector<uint8_t> seen(columns.currencies.size());
    const auto &impacts = columns.numbers[C::Impact];
    for (size_t at = 0; at < columns.size(); ++at) {
        if (!fails.empty() && fails[at] != 0)
            continue;
        const auto state = static_cast<State>(columns.state[at]);
        ++result.rows;
        if (state != State::Dismissed) // was no finding
            (isOpen(state) ? result.open : state == State::Approved ? result.approved : result.accepted) += 1;
        if (impacts[at] == C::unknown) {
            ++result.unpriced;
            continue;
        }
        if (!isMoneyAMonth(static_cast<Kind>(columns.kind[at])))
            continue;
        auto &sum = sums[columns.currency[at]];
        seen[columns.currency[at]] = 1;
        const auto impact = Decimal::fromRaw(impacts[at]);
        (impact.sign() > 0 ? sum.missed : sum.over) += impact;
        if (isOpen(state)) {
            sum.open += impact;
            (impact.sign() > 0 ? sum.openMissed : sum.openOver) += impact;
        } else if (state != State::Dismissed) {
            (state == State::Approved ? sum.approved : sum.accepted) += impact;
        }
    }
    for (size_t c = 0; c < sums.size(); ++c) {
        sums[c].currency = columns.currencies[c];
        if (seen[c])
            result.sums.push_back(sums[c]);
    }
    std::ranges::stable_sort(result.sums, [](const Sums &a, const Sums &b) { return a.missed - a.over > b.missed - b.over; });
    return result;
}

} // namespace br
