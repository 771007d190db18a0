// Findings: the rows of one import that were rejected, and the remarks about rows that were kept.
//
// Thread rule: plain value.
#pragma once

#include "core/base/text.h"
#include "core/domain/batch.h"

#include <string>
#include <vector>

namespace br {

struct Findings {
    std::vector<RejectedRow> rejected;
    std::vector<RejectedRow> warnings;
    std::string file; // the one being read
    int64_t fileOrdinal = -1;
    int64_t rejectedHere = 0; // rows of this file that its reader took and staging did not

    void reject(int64_t row, const char *column, std::string_view value, std::string reason)
    {
        rejected.push_back({file, row, column, shortened(value), std::move(reason)});
        ++rejectedHere;
    }
    void warn(int64_t row, const char *column, std::string_view value, std::string reason)
    {
        warnings.push_back({file, row, column, shortened(value), std::move(reason)});
    }
};

} // namespace br
