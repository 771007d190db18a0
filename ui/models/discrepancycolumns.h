// DiscrepancyColumns: the discrepancies of a period as columns of numbers; texts by dictionary; 20 to 150 bytes a row.
//
// Made on the worker thread, moved to the interface. row() gives a whole DiscrepancyRow back; keys are derived, not kept.
// Unknown numbers are `unknown` in the columns. Values; no locks.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/dictionary.h"
#include "ui/models/sparsecolumn.h"

#include <array>
#include <limits>

namespace br {

struct DiscrepancyColumns {
    static constexpr int64_t unknown = std::numeric_limits<int64_t>::min();
    static constexpr int32_t noDay = std::numeric_limits<int32_t>::min();

    // Which text a column of codes holds.
    enum Text { Client, Service, OtherService, Account, Meter, Product, Source, Sources, Asset, DecidedBy, DecidedAt, Reason, TextCount };
    enum Number { Billed, Counted, Difference, Quantity, Impact, Price, OtherAmount, LineCost, Target, NumberCount };
    enum Date { Since, CommittedUntil, AcceptedUntil, Effective, DateCount }; // Since: a period's index

    Period period;
    std::vector<uint8_t> kind;
    std::vector<uint8_t> state;
    std::vector<uint8_t> isEstimate;
    std::vector<uint8_t> months;   // of the price's cycle
    std::vector<uint8_t> currency; // into currencies
    SparseColumn<int32_t> notes;   // what follows is the same in most rows of a kind
    std::array<SparseColumn<uint32_t>, TextCount> texts;
    std::array<SparseColumn<int64_t, unknown>, NumberCount> numbers;
    std::array<SparseColumn<int32_t, noDay>, DateCount> dates;
    std::array<Dictionary, TextCount> dictionaries;          // Sources: names joined by '\n' in the id
    SparseColumn<uint32_t> doubts;                           // into doubtLists
    std::vector<std::vector<SourceDoubt>> doubtLists = {{}}; // few: one for each set of sources in doubt
    std::vector<Currency> currencies = {Currency{}};

    static DiscrepancyColumns from(Period period, const std::vector<DiscrepancyRow> &rows);
    size_t size() const { return kind.size(); }
    void append(const DiscrepancyRow &row);
    void replace(size_t at, const DiscrepancyRow &row);
    DiscrepancyRow row(size_t at) const;
    DiscrepancyRow numbersOfRow(size_t at) const; // without texts and key
    std::string key(size_t at) const;
    const Named &text(Text which, size_t at) const { return dictionaries[which][texts[which][at]]; }
    std::optional<Decimal> impact(size_t at) const;

private:
    void put(size_t at, const DiscrepancyRow &row);
    uint32_t doubtCode(const std::vector<SourceDoubt> &list);
    uint8_t currencyCode(Currency currency);
};

std::vector<std::string> splitSources(const std::string &joinedNames);

} // namespace br
