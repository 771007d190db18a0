// MonthFigures: the month at a glance, worked out of what the lists show; pure function over rows.
//
// Money is kept by currency and never added across them; a row without a known impact is counted, not valued.
#pragma once

#include "core/domain/rows.h"

#include <array>
#include <vector>

namespace br {

struct MonthRows {
    std::vector<Position> positions;
    std::vector<DiscrepancyRow> discrepancies;
    std::vector<ClientRow> clients;
    std::vector<SourceRow> sources;
    std::vector<AccountRow> accounts;
    std::vector<MeterRow> meters;
    std::vector<ProductRow> products;
};

struct KindFigure {
    Kind kind = Kind::Underbilled;
    int rows = 0;
    int open = 0;
    std::vector<Money> impact; // one a currency
};

struct MonthFigures {
    std::vector<Money> billed;  // of positions with a known price
    std::vector<Money> counted; // the same positions, where the counted side is known
    std::vector<Money> missing; // billed too little: sum of positive impacts
    std::vector<Money> tooMuch; // billed too much: sum of negative impacts
    std::vector<Money> approved;
    std::vector<Money> accepted;    // accepted or dismissed
    std::vector<Money> unexplained; // still needs a person
    int openRows = 0;
    int decidedRows = 0;
    int checkedPercent = -1; // of the billed value; -1: nothing billed
    int unmappedAccounts = 0;
    int unmappedMeters = 0;
    int productsWithoutService = 0;
    int staleSources = 0;
    std::vector<KindFigure> kinds; // that have rows, by |money|
};

bool needsAPerson(State state); // open, in review, outdated
MonthFigures monthFigures(const MonthRows &rows);

} // namespace br
