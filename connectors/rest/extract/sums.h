// Sums: counts of one stream added up by account, meter, subscription and measure.
//
// What the added counts do not agree on (cost, currency, term, commitment, status) is left out;
// the evidence of the first of them is kept as {"sum_of": [ … ]}. Thread rule: one thread.
#pragma once

#include "core/base/result.h"
#include "core/connect/recordsink.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace br::rest {

class Sums final {
public:
    Status add(const CountRecord &record); // InvalidInput where the sum leaves the range
    std::vector<CountRecord> take();

private:
    struct Sum {
        CountRecord record;
        int64_t times = 1;
        std::string evidence; // without brackets
    };
    using Key = std::tuple<std::string, std::string, std::string, Measure>;
    std::map<Key, Sum> m_sums;
};

} // namespace br::rest
