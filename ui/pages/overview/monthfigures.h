// MonthFigures: how much of the month is checked, and the money by kind; pure function over rows.
//
// Money is kept by currency and never added across them; a row without a known impact is counted, not valued.
#pragma once

#include "core/domain/rows.h"
#include "ui/pages/parts/sourcehealth.h"

#include <array>
#include <vector>

namespace br {

struct MonthRows {
    std::vector<Position> positions;
    std::vector<BilledWorth> billed; // of the positions' month
    std::vector<DiscrepancyRow> discrepancies;
    std::vector<ClientRow> clients;
    std::vector<SourceHealth> sources;
    std::vector<AccountRow> accounts;
    std::vector<MeterRow> meters;
    std::vector<ProductRow> products;
};

struct KindFigure {
    Kind kind = Kind::Underbilled;
    int rows = 0;
    std::vector<Money> impact; // missed and too much apart, of each currency: netted, one would hide the other
    int64_t shown() const;     // of the bar: |money| a month of the first currency, both ways, in raw units; a sum until a date has none
};

struct MonthFigures {
    int checkedPercent = -1; // of the billed value whose price is known; -1: nothing billed
    int unmappedAccounts = 0;
    int unmappedMeters = 0;
    int productsWithoutService = 0;
    int staleSources = 0;          // missing or shrunk
    std::vector<KindFigure> kinds; // that have rows, by |money|
};

MonthFigures monthFigures(const MonthRows &rows);

} // namespace br
