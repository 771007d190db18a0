// QueryFields: the names that may stand before ':' in a query, their aliases, and what they look at in a DiscrepancyRow.
//
// Thread rule: pure functions over values.
#pragma once

#include "core/domain/rows.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br {

enum class Field {
    Client,
    Service,
    Vendor,
    Kind,
    Status,
    Delta,
    Billed,
    Counted,
    Impact,
    Quantity,
    Note,
    Notes,
    Account,
    Meter,
    Product,
    Key,
    By,
    Since,
    Until,
    Currency,
    From,
    Target,
};

enum class FieldType { Text, Kind, Status, Number, Months, Days };

std::optional<Field> fieldOf(std::string_view name); // aliases too, case folded
FieldType typeOf(Field field);
std::vector<std::string> fieldNames(bool withAliases);
const std::string &fieldName(Field field);

// All texts of a field that a value may match; views into the row.
void textsOf(const DiscrepancyRow &row, Field field, std::vector<std::string_view> &out);
std::optional<Units> numberOf(const DiscrepancyRow &row, Field field);
struct DayRange {
    Day first;
    Day last;
};
std::optional<DayRange> daysOf(const DiscrepancyRow &row, Field field);

std::vector<Kind> kindsFor(std::string_view value); // by code, alias or beginning: "under", "unmapped"
std::vector<State> statesFor(std::string_view value);
std::vector<std::string> kindValues();
std::vector<std::string> stateValues();

} // namespace br
