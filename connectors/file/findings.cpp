#include "connectors/file/findings.h"

#include "core/base/text.h"

namespace br {

Findings::Findings(RecordSink &sink, std::string file)
    : m_sink(sink)
    , m_file(std::move(file))
{
}

void Findings::setColumns(std::vector<std::string> columnOfSlot) { m_columns = std::move(columnOfSlot); }

std::string Findings::columnOf(size_t slot) const { return slot < m_columns.size() ? m_columns[slot] : std::string(); }

Status Findings::reject(int64_t row, size_t slot, std::string_view value, const std::string &reason)
{
    ++m_rejected;
    return m_sink.reject({m_file, row, columnOf(slot), shortened(value), reason});
}

Status Findings::rejectRow(int64_t row, const std::string &reason)
{
    ++m_rejected;
    return m_sink.reject({m_file, row, {}, {}, reason});
}

Status Findings::warn(int64_t row, size_t slot, std::string_view value, const std::string &reason)
{
    if (++m_warned[reason] > warningsOfAKind)
        return {};
    return m_sink.warn({m_file, row, columnOf(slot), shortened(value), reason});
}

std::vector<std::string> Findings::remarks() const
{
    std::vector<std::string> all;
    for (const auto &[why, rows] : m_skipped) {
        if (!why.empty())
            all.push_back(words("file", "%1: %2 rows left out: %3", {m_file, std::to_string(rows), why}));
    }
    for (const auto &[reason, times] : m_warned) {
        if (times > warningsOfAKind)
            all.push_back(words("file", "%1: %2 rows in all: %3", {m_file, std::to_string(times), reason}));
    }
    return all;
}

} // namespace br
