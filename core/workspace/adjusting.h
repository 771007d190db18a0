// Adjusting: turns approved rows into changes of billed lines. Pure functions over values that the verbs have read.
//
// A plain row changes its service by target - billed; a mismatched row takes the moved quantity from the service over and adds
// it to the service under. The change goes to the position's adjustable line (one unit of its product is one of the service).
// Several rows for one service from one day become one adjustment. What no line can carry says so in `problem`.
#pragma once

#include "core/domain/rows.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace br {

struct BilledLineRow {
    BilledLine line;
    Agreement agreement;
};

struct AdjustmentFacts {
    std::map<std::pair<ClientId, ServiceId>, Position> positions;
    std::unordered_map<ServiceId, Service> services;
    std::unordered_map<std::string, std::vector<BilledLineRow>> lines; // by line id
    std::unordered_map<ProductId, std::string> productNames;
    std::unordered_map<ClientId, ClientId> holders; // client -> the client whose positions hold its lines
};

// Somebody entered another target than what approving takes by itself: it is what is billed in the end, and what other rows move until
// then is part of the way there. `usual`: usualTarget() of the row.
bool isEntered(Decimal target, const std::optional<Units> &usual);

// `approved`: rows in state Approved, any order. Sorted by client name, service name, effective day.
std::vector<AdjustmentRow> adjustmentsOf(const std::vector<DiscrepancyRow> &approved, const AdjustmentFacts &facts);

AdjustmentWorth worthOf(const std::vector<AdjustmentRow> &rows);

} // namespace br
