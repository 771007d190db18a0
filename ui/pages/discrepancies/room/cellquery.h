// CellQuery: what "only this" and "exclude this" mean for a cell of the list: the query's text after it.
//
// State, kind, client, service and source act as their facet does, so that list, facets and chips say the same. Pure function.
#pragma once

#include "core/domain/rows.h"
#include "core/query/query.h"

#include <optional>

namespace br {

// `column` is DiscrepancyTable::ColumnAt. None: the cell holds nothing one would ask for, such as an unknown number.
std::optional<std::string> cellQuery(const Query &query, const DiscrepancyRow &row, int column, bool exclude);

} // namespace br
