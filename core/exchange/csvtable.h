// CsvTable: a small CSV file read whole, its columns found by name; for files that people keep by hand.
//
// Errors name the file and the missing column. Thread rule: a plain value.
#pragma once

#include "core/base/result.h"
#include "core/domain/batch.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace br {

class CsvTable final {
public:
    struct Row {
        int64_t number = 0;
        std::vector<std::string> cells;
    };
    // `wanted`: name of a column -> whether it must be there.
    static Result<CsvTable> read(const std::string &file, const std::vector<std::pair<std::string, bool>> &wanted);

    const std::string &fileName() const { return m_fileName; } // without folder
    char delimiter() const { return m_delimiter; }
    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<std::string> &unusedColumns() const { return m_unused; }
    std::string_view cell(const Row &row, std::string_view column) const; // empty where the column is not there
    RejectedRow reject(const Row &row, std::string_view column, std::string reason) const;

private:
    std::string m_fileName;
    char m_delimiter = ',';
    std::vector<std::string> m_header;
    std::map<std::string, size_t, std::less<>> m_columns;
    std::vector<std::string> m_unused;
    std::vector<Row> m_rows;
};

} // namespace br
