// Header: the column names of a table, found again without regard to case, blanks, accents and punctuation.
//
// Thread rule: a plain value.
#pragma once

#include "core/tabular/tablerow.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

class Header final {
public:
    Header() = default;
    explicit Header(const TableRow &row);

    const std::vector<std::string> &names() const { return m_names; } // as the file spells them
    const std::vector<std::string> &keys() const { return m_keys; }   // headerKey of each
    std::optional<size_t> find(std::string_view name) const;          // the first that has this key
    std::vector<size_t> findAll(std::string_view name) const;
    std::vector<std::string> duplicates() const; // names that stand more than once

private:
    std::vector<std::string> m_names;
    std::vector<std::string> m_keys;
};

} // namespace br
