#include "core/tabular/csvwriter.h"

namespace br {

namespace {

constexpr std::string_view formulaStarts("=+-@\t\r\0", 7);

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool startsLikeFormula(std::string_view cell) { return !cell.empty() && formulaStarts.find(cell.front()) != std::string_view::npos; }

} // namespace

CsvWriter::CsvWriter(Profile profile, bool byteOrderMark)
    : m_profile(profile)
{
    if (byteOrderMark)
        m_bytes = "\xEF\xBB\xBF";
}

void CsvWriter::separate()
{
    if (!m_atRowStart)
        m_bytes.push_back(',');
    m_atRowStart = false;
}

CsvWriter &CsvWriter::text(std::string_view cell)
{
    separate();
    const bool guarded = m_profile == Profile::SpreadsheetSafe && startsLikeFormula(cell);
    const bool blankAtEnd = !cell.empty() && (isBlank(cell.front()) || isBlank(cell.back())); // readers may drop it
    if (!blankAtEnd && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        if (guarded)
            m_bytes.push_back('\'');
        m_bytes += cell;
        return *this;
    }
    m_bytes.push_back('"');
    if (guarded)
        m_bytes.push_back('\'');
    for (const char c : cell) {
        if (c == '"')
            m_bytes.push_back('"');
        m_bytes.push_back(c);
    }
    m_bytes.push_back('"');
    return *this;
}

CsvWriter &CsvWriter::number(std::string_view cell)
{
    separate();
    m_bytes += cell;
    return *this;
}

CsvWriter &CsvWriter::blank()
{
    separate();
    return *this;
}

void CsvWriter::endRow()
{
    m_bytes += "\r\n";
    m_atRowStart = true;
}

} // namespace br
