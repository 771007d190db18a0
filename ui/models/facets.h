// Facets: what the rows hold, per facet and value, with counts and money; and the totals of what is shown.
//
// A facet's counts take the query without the terms on that facet's own field. Money is never added across currencies.
#pragma once

#include "ui/models/discrepancyfilter.h"

namespace br {

struct FacetValue {
    std::string value; // as it is written in a query: code of kind or state, name of the rest
    std::string label; // what people read; words for kinds and states come from the view
    int code = -1;     // Kind or State
    int rows = 0;
    std::vector<Money> money; // signed sum of impacts, one a currency, none where all are unknown
};

struct FacetCounts {
    std::array<std::vector<FacetValue>, facetCount> values; // only values with rows; kinds and states in their order, the rest by rows
};

struct Sums {
    Currency currency;
    Decimal missed;   // positive impacts
    Decimal over;     // negative impacts
    Decimal approved; // signed
    Decimal accepted; // signed; what was dismissed is in none of them
    Decimal open;     // signed: open, in review, outdated
    Decimal openMissed;
    Decimal openOver;
};

struct Totals {
    int rows = 0;
    int open = 0; // open, in review, outdated
    int approved = 0;
    int accepted = 0;
    int unpriced = 0;       // impact unknown
    std::vector<Sums> sums; // one a currency, largest turnover first
};

FacetCounts facetCounts(const DiscrepancyColumns &columns, const std::vector<FailBits> &fails);
Totals totals(const DiscrepancyColumns &columns, const std::vector<FailBits> &fails);

} // namespace br
