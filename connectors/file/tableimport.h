// TableImport: reads one recognised table row by row into records.
//
// Thread rule: one thread, blocking; polls progress through the reader. Errors name the file.
#pragma once

#include "connectors/file/filestyle.h"
#include "connectors/file/rawcells.h"
#include "connectors/file/recordmaker.h"

namespace br {

class TableImport final {
public:
    TableImport(
        const Match &match, const SampledTable &sample, const CellStyle &style, RecordSink &sink, Findings &findings, BatchMemory &memory);
    void setPeriod(Period period) { m_values.setMonth(period.lastDay(), m_dates); }
    void setTenant(const TenantOfFile &tenant) { m_tenant = tenant; }

    br::Status run(Progress &progress);
    const MonthVotes &months() const { return m_maker.months(); }

private:
    Flow take(const TableRow &row);
    br::Status takeRow(const TableRow &row);
    br::Status rejectShifted(const TableRow &row);
    br::Status leaveOut(const TableRow &row, const SkipRule &rule);
    void fill(const TableRow &row);
    void setCell(size_t slot, const TableRow &row, size_t column);
    const SkipRule *skippedBy() const;
    bool hasExtraCells(const TableRow &row) const;
    bool repeatsHeader(const TableRow &row) const;
    static bool mayBeFooter(const TableRow &row);

    struct Filled {
        size_t slot = 0;
        size_t column = 0;
    };
    const Match &m_match;
    const Layout &m_layout;
    const TableFile &m_table;
    int64_t m_headerRow = 0;
    Findings &m_findings;
    RecordMaker m_maker;
    RawCells m_raw;
    RowValues m_values;
    char m_decimal; // of the file's texts
    DateOrder m_dates;
    const NamesApart &m_apart;
    std::vector<Filled> m_filled;
    TenantOfFile m_tenant;
    br::Status m_outcome;
    bool m_ended = false;
};

} // namespace br
