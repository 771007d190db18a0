// RowsModel<Row>: a table of a few thousand values of any struct: columns are given as functions of a row.
//
// For all lists but the discrepancies. Filtering is by text over all columns or by a function; sorting is stable. Example:
//     auto *model = new RowsModel<ClientRow>({
//         {{u"client"_s, tr("Client"), CellKind::Text, 28}, [](const ClientRow &r) { return textCell(r.name); }},
//         {{u"open"_s, tr("Open"), CellKind::Number, 8}, [](const ClientRow &r) { return numberCell(r.openRows); }},
//     }, [](const ClientRow &r) { return toQString(r.client.text); }, this);
//     model->setRows(std::move(rows));   model->setFilterText(edit->text());   model->row(index.row()).client
#pragma once

#include "ui/models/cells.h"
#include "ui/models/tablemodel.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace br {

template <class Row>
struct RowColumn {
    Column column;
    std::function<Cell(const Row &)> cell;
};

template <class Row>
class RowsModel final : public TableModel {
public:
    RowsModel(std::vector<RowColumn<Row>> columns, std::function<QString(const Row &)> keyOf, QObject *parent = nullptr)
        : TableModel(columnsOf(columns), parent)
        , m_columns(std::move(columns))
        , m_keyOf(std::move(keyOf))
    {
    }

    void setRows(std::vector<Row> rows)
    {
        changeOrder([&] {
            m_rows = std::move(rows);
            arrange();
        });
    }
    // Keeps rows of which any cell's text holds every word, ignoring case.
    void setFilterText(const QString &text)
    {
        changeOrder([&] {
            m_words = text.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
            arrange();
        });
    }
    void setFilter(std::function<bool(const Row &)> keeps)
    {
        changeOrder([&] {
            m_keeps = std::move(keeps);
            arrange();
        });
    }

    const Row &row(int shown) const { return m_rows[m_order[static_cast<size_t>(shown)]]; }
    const std::vector<Row> &allRows() const { return m_rows; }
    int totalRows() const override { return static_cast<int>(m_rows.size()); }
    int shownRowOf(const QString &rowKey) const // -1: not shown
    {
        const auto found = std::ranges::find_if(m_order, [&](size_t i) { return m_keyOf(m_rows[i]) == rowKey; });
        return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
    }

protected:
    int rows() const override { return static_cast<int>(m_order.size()); }
    Cell cell(int shown, int column) const override { return m_columns[static_cast<size_t>(column)].cell(row(shown)); }
    QString key(int shown) const override { return m_keyOf(row(shown)); }
    void reorder(int, Qt::SortOrder) override { arrange(); }
    size_t identity(int shown) const override { return m_order[static_cast<size_t>(shown)]; }
    int rowOfIdentity(size_t identity) const override
    {
        const auto found = std::ranges::find(m_order, identity);
        return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
    }

private:
    static std::vector<Column> columnsOf(const std::vector<RowColumn<Row>> &columns)
    {
        std::vector<Column> result;
        for (const auto &c : columns)
            result.push_back(c.column);
        return result;
    }
    bool passes(const Row &row) const
    {
        if (m_keeps && !m_keeps(row))
            return false;
        if (m_words.isEmpty())
            return true;
        QString all;
        for (const auto &c : m_columns)
            all += c.cell(row).text.toCaseFolded() + u'\n';
        return std::ranges::all_of(m_words, [&](const QString &word) { return all.contains(word); });
    }
    void arrange()
    {
        m_order.clear();
        for (size_t i = 0; i < m_rows.size(); ++i) {
            if (passes(m_rows[i]))
                m_order.push_back(i);
        }
        if (sortColumn() < 0)
            return;
        const auto &cellOf = m_columns[static_cast<size_t>(sortColumn())].cell;
        std::vector<QVariant> values(m_rows.size());
        for (const auto i : m_order)
            values[i] = cellOf(m_rows[i]).sort;
        const bool down = sortOrder() == Qt::DescendingOrder;
        std::ranges::stable_sort(m_order, [&](size_t a, size_t b) { return comesBefore(values[a], values[b], down); });
    }

    std::vector<RowColumn<Row>> m_columns;
    std::function<QString(const Row &)> m_keyOf;
    std::function<bool(const Row &)> m_keeps;
    QStringList m_words;
    std::vector<Row> m_rows;
    std::vector<size_t> m_order; // shown rows, as indices into m_rows
};

} // namespace br
