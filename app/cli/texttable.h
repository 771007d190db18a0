// TextTable: rows of text as aligned columns, for people at a terminal.
//
// Numbers are right-aligned; width is counted in characters, not bytes. Unknown is shown as "–". Thread rule: a value.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"

#include <optional>
#include <string>
#include <vector>

namespace br::cli {

class TextTable final {
public:
    struct Column {
        std::string title;
        bool isNumber = false;
    };
    explicit TextTable(std::vector<Column> columns)
        : m_columns(std::move(columns))
    {
    }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    bool isEmpty() const { return m_rows.empty(); }
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

std::string orDash(const std::string &text);
template <int Places>
std::string orDash(const std::optional<Fixed<Places>> &value, int minPlaces = 0)
{
    return orDash(value ? value->toString(minPlaces) : std::string());
}

// "31.50 EUR": in a terminal numbers are as JSON has them, whatever the language; unknown: "–".
std::string exactMoney(const std::optional<Decimal> &amount, Currency currency);

} // namespace br::cli
