// The first look at a CSV file: encoding, delimiter, empty, binary.
//
// Reads the whole file once in chunks (validity of UTF-8 is known only at its end). Thread rule: a pure function of the file.
#pragma once

#include "core/tabular/csvreader.h"

namespace br {

Result<CsvFormat> scanCsv(const std::string &path);

// Turns bytes of one encoding into UTF-8, chunk by chunk; a character cut at a chunk's end is carried over.
class Utf8Stream final {
public:
    explicit Utf8Stream(CsvFormat::Encoding encoding);
    ~Utf8Stream();
    Utf8Stream(const Utf8Stream &) = delete;
    Utf8Stream &operator=(const Utf8Stream &) = delete;
    // The view lives until the next call, and no longer than `bytes`.
    std::string_view decode(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace br
