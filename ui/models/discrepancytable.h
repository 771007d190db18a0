// DiscrepancyTable: the list of discrepancies: columns of numbers, one index of shown rows, filter, sort, facets and totals.
//
// Sized for a million rows: every change of filter or order is one pass over columns and one reset. The query's text is the
// only truth about the filter. Facets and totals are made when asked for. Thread rule: interface thread.
#pragma once

#include "ui/models/facets.h"
#include "ui/models/tablemodel.h"

namespace br {

class DiscrepancyTable final : public TableModel {
    Q_OBJECT

public:
    enum ColumnAt {
        StateColumn,
        KindColumn,
        ClientColumn,
        SubjectColumn,
        BilledColumn,
        CountedColumn,
        DifferenceColumn,
        ChangeColumn,
        ImpactColumn,
        SourceColumn,
        SinceColumn,
        NotesColumn,
        DecidedByColumn,
        ReasonColumn
    };

    explicit DiscrepancyTable(QObject *parent = nullptr);

    void setRows(DiscrepancyColumns rows);
    void setQuery(const Query &query);
    const Query &query() const { return m_query; }

    int totalRows() const override { return static_cast<int>(m_columns.size()); }
    DiscrepancyRow row(int shown) const;
    std::string keyOf(int shown) const;
    int shownRowOf(const std::string &key) const; // -1: not shown
    State stateOf(int shown) const;
    bool isOpen(int shown) const;  // open, in review or outdated
    int nextOpen(int shown) const; // from `shown` on, then from the top; -1: none
    // New values of rows that are there (by key); filter and order are kept up to date.
    void replaceRows(const std::vector<DiscrepancyRow> &rows);

    FacetCounts facets() const { return facetCounts(m_columns, m_fails); }
    Totals shownTotals() const { return totals(m_columns, m_fails); }
    Totals allTotals() const { return totals(m_columns, {}); }
    const DiscrepancyColumns &values() const { return m_columns; }

protected:
    int rows() const override { return static_cast<int>(m_shown.size()); }
    Cell cell(int shown, int column) const override;
    QString key(int shown) const override;
    void reorder(int column, Qt::SortOrder order) override;
    size_t identity(int shown) const override { return at(shown); }
    int rowOfIdentity(size_t identity) const override;

private:
    size_t at(int shown) const { return m_shown[static_cast<size_t>(shown)]; }
    std::vector<uint64_t> keysOf(int column, bool descending) const;
    void showPassing();
    Cell plainCell(size_t at, int column) const;
    Cell clientCell(size_t at) const;
    Cell subjectCell(size_t at) const;
    Cell sinceCell(size_t at) const;

    DiscrepancyColumns m_columns;
    Query m_query;
    std::vector<FailBits> m_fails;
    std::vector<uint32_t> m_order; // all rows
    std::vector<uint32_t> m_shown; // rows that pass, in order
};

} // namespace br
