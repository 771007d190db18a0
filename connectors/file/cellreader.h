// CellReader: turns the texts of one row's slots into numbers, dates, booleans and currencies, by the file's styles.
//
// The first cell that cannot be read is kept as the row's problem; later reads of that row go on and do not replace it.
// What was read with a loss (rounded) is kept as a remark. Thread rule: one thread; reset() between rows.
#pragma once

#include "connectors/file/rowvalues.h"
#include "core/base/money.h"
#include "core/tabular/datereader.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace br {

struct CellStyle {
    DateOrder dates = DateOrder::Unknown;
    NumberStyle numbers;
    bool numbersAreOpen = false; // no cell says whether the sign in "1.200" is of decimals or of thousands
    Currency currency;           // of the workspace: for files that state none
};

struct CellRemark {
    size_t slot = 0;
    std::string value;
    std::string reason;
};

class CellReader final {
public:
    CellReader(const RowValues &values, const CellStyle &style)
        : m_values(values)
        , m_style(style)
    {
    }
    void reset();

    std::string_view text(size_t slot) const { return m_values[slot]; }
    std::string_view neededText(size_t slot);
    Decimal neededNumber(size_t slot);
    std::optional<Decimal> number(size_t slot);
    // As number(), with a currency sign or code before or after it. A sign that contradicts `currency` fails the row.
    std::optional<Decimal> money(size_t slot, const br::Currency &currency);
    MaybeDay day(size_t slot);
    bool truth(size_t slot, bool whenBlank);
    Currency currency(size_t slot); // the workspace's where the cell is blank
    void fail(size_t slot, std::string reason);
    void remark(size_t slot, std::string reason);

    const std::optional<CellRemark> &problem() const { return m_problem; }
    const std::vector<CellRemark> &remarks() const { return m_remarks; }

private:
    // A date as most files write it, 2026-10-31, and the day it was read as: a report has few different days in many rows.
    struct KnownDay {
        std::array<char, 10> text{{'\xFF'}}; // in no text of UTF-8
        Day day;
    };
    static constexpr size_t knownDays = 1'024;

    KnownDay &knownDayOf(std::string_view text);
    std::optional<Decimal> parsed(size_t slot, std::string_view text);
    void tellAmbiguous(size_t slot, std::string_view text, Decimal taken);
    const RowValues &m_values;
    const CellStyle &m_style;
    std::optional<CellRemark> m_problem;
    std::vector<CellRemark> m_remarks;
    std::string m_lastCurrencyText;
    Currency m_lastCurrency;
    std::vector<KnownDay> m_days;
    std::string m_plain; // of the number being read
};

} // namespace br
