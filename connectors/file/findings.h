// Findings: counts the rows of one file and passes what is wrong with them to the sink, named by file, row and column.
//
// rowsIn = rows kept + rows rejected; rows that a layout skips (footers, users without a licence) are not rows in and are
// told by number and reason. Warnings of one kind are passed one by one up to a limit, then by number.
// Thread rule: one thread. Errors are the sink's.
#pragma once

#include "core/connect/recordsink.h"

#include <map>
#include <string>
#include <vector>

namespace br {

class Findings final {
public:
    Findings(RecordSink &sink, std::string file);

    void setColumns(std::vector<std::string> columnOfSlot); // as the file's header spells it, by slot
    Status reject(int64_t row, size_t slot, std::string_view value, const std::string &reason);
    Status rejectRow(int64_t row, const std::string &reason);
    Status warn(int64_t row, size_t slot, std::string_view value, const std::string &reason);
    void keep() { ++m_kept; }
    void skip(const std::string &why) { ++m_skipped[why]; }

    int64_t rowsIn() const { return m_kept + m_rejected; }
    int64_t kept() const { return m_kept; }
    int64_t rejected() const { return m_rejected; }
    std::vector<std::string> remarks() const; // skipped rows and warnings beyond the limit

private:
    static constexpr int64_t warningsOfAKind = 200;
    std::string columnOf(size_t slot) const;
    RecordSink &m_sink;
    std::string m_file;
    std::vector<std::string> m_columns;
    std::map<std::string, int64_t> m_skipped;
    std::map<std::string, int64_t> m_warned;
    int64_t m_kept = 0;
    int64_t m_rejected = 0;
};

} // namespace br
