// RuleOptions: what there is to choose from when a rule is written: products, meters, sources of the period.
#pragma once

#include "core/domain/rows.h"

#include <vector>

namespace br {

struct RuleOptions {
    std::vector<ProductRow> products;
    std::vector<MeterRow> meters;
};

} // namespace br
