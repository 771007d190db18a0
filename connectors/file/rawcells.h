// RawCells: the JSON object of the cells that no slot takes, kept as evidence with each record.
//
// Thread rule: one thread; the view lives until the next call.
#pragma once

#include "connectors/file/binding.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

class RawCells final {
public:
    RawCells(const Header &header, const Binding &binding);
    // Empty where the row has no filled cell of that kind.
    std::string_view of(const TableRow &row);

private:
    struct Column {
        size_t at = 0;
        std::string key; // quoted, with the colon
    };
    std::vector<Column> m_columns;
    std::string m_json;
};

} // namespace br
