#include "core/exchange/sheetfiles.h"

#include "core/base/text.h"

#include <QtGlobal>

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#ifdef Q_OS_UNIX
#include <locale.h>
#endif
#include <map>

namespace br {

namespace {

constexpr size_t longestCell = 32'767; // characters Excel takes
constexpr lxw_row_t mostRows = 1'048'000;

// libxlsxwriter prints numbers by the C locale in force, and QCoreApplication sets the user's: with a decimal comma the
// workbook would be broken. While this lives, the thread writes numbers with a point.
class PointLocale final {
public:
#ifdef Q_OS_UNIX
    PointLocale()
        : m_point(newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale(nullptr))))
        , m_before(uselocale(m_point))
    {
    }
    ~PointLocale()
    {
        uselocale(m_before);
        freelocale(m_point);
    }

private:
    locale_t m_point;
    locale_t m_before;

public:
#else
    PointLocale()
        : m_before(std::setlocale(LC_NUMERIC, nullptr))
    {
        std::setlocale(LC_NUMERIC, "C");
    }
    ~PointLocale() { std::setlocale(LC_NUMERIC, m_before.c_str()); }

private:
    std::string m_before;

public:
#endif
    PointLocale(const PointLocale &) = delete;
    PointLocale &operator=(const PointLocale &) = delete;
};

// Writes one sheet; every answer of the library is looked at.
class SheetWriter final {
public:
    SheetWriter(lxw_workbook *book, lxw_worksheet *sheet)
        : m_book(book)
        , m_sheet(sheet)
    {
    }

    lxw_error write(const TableSheet &table)
    {
        auto *bold = workbook_add_format(m_book);
        format_set_bold(bold);
        for (size_t i = 0; i < table.header.size(); ++i) {
            keep(worksheet_write_string(m_sheet, 0, column(i), table.header[i].c_str(), bold));
            keep(worksheet_set_column(m_sheet, column(i), column(i), widthOf(table, i), nullptr));
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (const auto &row : table.rows)
            writeRow(row);
        if (!table.rows.empty() && !table.header.empty())
            keep(worksheet_autofilter(m_sheet, 0, 0, m_row - 1, column(table.header.size() - 1)));
        for (const auto &row : table.totals)
            writeRow(row);
        ++m_row;
        for (const auto &note : table.notes)
            keep(worksheet_write_string(m_sheet, m_row++, 0, shortened(note, longestCell).c_str(), nullptr));
        return m_error;
    }

private:
    static lxw_col_t column(size_t index) { return static_cast<lxw_col_t>(index); }

    static double widthOf(const TableSheet &table, size_t index)
    {
        size_t widest = table.header[index].size();
        for (size_t i = 0; i < std::min<size_t>(table.rows.size(), 200); ++i)
            widest = std::max(widest, cellText(table.rows[i][index]).size());
        return static_cast<double>(std::clamp<size_t>(widest + 2, 8, 80));
    }

    void keep(lxw_error error)
    {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }

    lxw_format *format(const std::string &code)
    {
        auto &known = m_formats[code];
        if (!known) {
            known = workbook_add_format(m_book);
            format_set_num_format(known, code.c_str());
        }
        return known;
    }

    // A workbook keeps numbers as binary floats; 15 digits hold every amount that is shown here exactly.
    void number(size_t at, const std::string &text, lxw_format *format)
    {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        keep(worksheet_write_number(m_sheet, m_row, column(at), value, format));
    }

    void cell(size_t at, const Cell &cell)
    {
        if (const auto *text = std::get_if<std::string>(&cell)) {
            keep(worksheet_write_string(m_sheet, m_row, column(at), shortened(*text, longestCell - 1).c_str(), nullptr));
        } else if (const auto *quantity = std::get_if<QuantityCell>(&cell)) {
            number(at, quantity->quantity.toString(), format("#,##0.########"));
        } else if (const auto *money = std::get_if<MoneyCell>(&cell)) {
            const auto places = Money{money->amount, money->currency}.toString();
            const auto dot = places.find('.');
            const auto digits = dot == std::string::npos ? std::string() : "." + std::string(places.size() - dot - 1, '0');
            number(at, places, format("#,##0" + digits + "\\ \"" + money->currency.toString() + "\""));
        } else if (const auto *day = std::get_if<Day>(&cell)) {
            lxw_datetime date{day->year(), day->month(), day->dayOfMonth(), 0, 0, 0.0};
            keep(worksheet_write_datetime(m_sheet, m_row, column(at), &date, format("yyyy-mm-dd")));
        }
    }

    void writeRow(const std::vector<Cell> &row)
    {
        if (++m_row > mostRows) {
            keep(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
            return;
        }
        --m_row;
        for (size_t i = 0; i < row.size(); ++i)
            cell(i, row[i]);
        ++m_row;
    }

    lxw_workbook *m_book;
    lxw_worksheet *m_sheet;
    lxw_row_t m_row = 1;
    lxw_error m_error = LXW_NO_ERROR;
    std::map<std::string, lxw_format *> m_formats;
};

// What Excel takes as the name of a sheet: at most 31 characters, none of []:*?/\ .
std::string sheetName(const std::string &title)
{
    std::string name;
    for (const char c : shortened(title, 28))
        name.push_back(std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ');
    return name;
}

} // namespace

Status writeSheetXlsx(const TableSheet &sheet, const std::string &path)
{
    const PointLocale point;
    auto *book = workbook_new(path.c_str());
    if (!book)
        return Error{Errc::Io, words("SheetFiles", "the workbook could not be begun")};
    lxw_error error = LXW_NO_ERROR;
    const auto add = [&](const TableSheet &table) {
        auto *page = workbook_add_worksheet(book, sheetName(table.title).c_str());
        if (error == LXW_NO_ERROR)
            error = page ? SheetWriter(book, page).write(table) : LXW_ERROR_SHEETNAME_ALREADY_USED;
    };
    add(sheet);
    for (const auto &more : sheet.more)
        add(more);
    // Closing writes the file and frees the workbook, whatever went wrong before.
    const auto closed = workbook_close(book);
    if (error == LXW_NO_ERROR)
        error = closed;
    if (error != LXW_NO_ERROR)
        return Error{Errc::Io, words("SheetFiles", "the workbook could not be written (%1)", {lxw_strerror(error)})};
    return {};
}

} // namespace br
