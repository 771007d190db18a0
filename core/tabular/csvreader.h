// CsvReader: reads a CSV file of any size row by row, whatever encoding and delimiter it came with.
//
// open() looks through the file once: encoding (UTF-8 with or without BOM, UTF-16, else Windows-1252, which is told),
// delimiter (, ; tab |), empty and binary files. read() streams in chunks; libcsv does the tokenizing. A cell larger than
// `cellLimit` or a row larger than `rowLimit` bytes ends reading with an error that names the row. Unquoted cells come
// without the blanks around them. Errors name the file and say what to do. Thread rule: one thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/tabular/tablerow.h"

#include <memory>
#include <string>

namespace br {

struct CsvFormat {
    enum class Encoding { Utf8, Utf16LE, Utf16BE, Windows1252 };
    Encoding encoding = Encoding::Utf8;
    bool encodingAssumed = false; // nothing in the file says so: it was no valid UTF-8
    int64_t start = 0;            // bytes before the first row: byte order mark, "sep=;" line
    char delimiter = ',';
    int64_t bytes = 0; // of the file

    std::string encodingName() const; // "UTF-8", "UTF-16LE", "Latin-1 (assumed)"
};

class CsvReader final {
public:
    static constexpr size_t cellLimit = 1'000'000;
    static constexpr size_t rowLimit = 8'000'000;
    static constexpr size_t columnLimit = 16'384;

    static Result<CsvReader> open(const std::string &path);
    const CsvFormat &format() const { return m_format; }
    void setDelimiter(char delimiter) { m_format.delimiter = delimiter; } // a layout knows better

    // Calls `handler` for every row that is not blank, from the first on; Stop ends reading with success.
    // Reports bytes to `progress` where it is given; Errc::Cancelled when it was cancelled.
    Status read(const RowHandler &handler, Progress *progress = nullptr) const;

private:
    CsvReader(std::string path, CsvFormat format);
    std::string m_path;
    CsvFormat m_format;
};

} // namespace br
