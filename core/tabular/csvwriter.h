// CsvWriter: makes CSV text by RFC 4180: comma, CRLF, quotes only where needed, doubled inside.
//
// Profile SpreadsheetSafe keeps a spreadsheet from taking text for a formula: a text cell that begins with = + - @ tab CR
// or NUL gets a leading single quote. Numbers are never touched. The bytes are handed to writeFileSafely by the caller.
// Thread rule: one thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace br {

class CsvWriter final {
public:
    enum class Profile { Plain, SpreadsheetSafe };

    explicit CsvWriter(Profile profile = Profile::Plain, bool byteOrderMark = false);
    CsvWriter &text(std::string_view cell);
    CsvWriter &number(std::string_view cell); // as written by Decimal::toString: no quoting is ever needed
    CsvWriter &blank();
    void endRow();
    const std::string &bytes() const { return m_bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    void separate();
    Profile m_profile;
    bool m_atRowStart = true;
    std::string m_bytes;
};

} // namespace br
