// RuleCsv: account links and dated exceptions as CSV, in and out, so that what was written reads back the same.
//
// In: BOM, "," or ";", any column order, headers without regard to case. Every row that cannot be taken is told with row,
// column, value and reason. Out: sorted, comma, CRLF; a text that begins with = + - @ tab or CR gets a leading single quote
// so that no spreadsheet runs it (one that already begins with quotes and then such a sign gets one more), and reading takes
// exactly that quote off again: safe to open, and the round trip stays exact. Thread rule: pure but for reading the file.
#pragma once

#include "core/base/result.h"
#include "core/domain/batch.h"
#include "core/domain/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

template <class Row>
struct CsvRows {
    struct Read {
        Row value;
        int64_t row = 0;
    };
    std::vector<Read> rows;
    int64_t rowsIn = 0;
    std::vector<RejectedRow> rejected;
    std::vector<std::string> warnings;
};

Result<CsvRows<AccountLink>> readLinksCsv(const std::string &file);
Result<CsvRows<CountException>> readExceptionsCsv(const std::string &file);
std::string writeLinksCsv(std::vector<AccountLink> links);
std::string writeExceptionsCsv(std::vector<CountException> exceptions);

std::string guardedText(std::string_view text);        // the quote put on
std::string_view unguardedText(std::string_view text); // the quote taken off

} // namespace br
