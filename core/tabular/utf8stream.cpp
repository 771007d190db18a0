#include "core/tabular/csvscan.h"

#include <QByteArray>
#include <QString>
#include <QStringConverter>

#include <array>
#include <optional>

namespace br {

namespace {

// Windows-1252, 0x80 to 0x9F (the rest is Latin-1): unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr std::array<char16_t, 32> upperControls
    = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendCharacter(std::string &out, char16_t c)
{
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xE0 | (c >> 12)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

} // namespace

struct Utf8Stream::State {
    CsvFormat::Encoding encoding = CsvFormat::Encoding::Utf8;
    std::optional<QStringDecoder> decoder;
    std::string out;
};

Utf8Stream::Utf8Stream(CsvFormat::Encoding encoding)
    : m_state(std::make_unique<State>())
{
    m_state->encoding = encoding;
    if (encoding == CsvFormat::Encoding::Utf16LE)
        m_state->decoder.emplace(QStringDecoder::Utf16LE, QStringDecoder::Flag::ConvertInitialBom);
    else if (encoding == CsvFormat::Encoding::Utf16BE)
        m_state->decoder.emplace(QStringDecoder::Utf16BE, QStringDecoder::Flag::ConvertInitialBom);
}

Utf8Stream::~Utf8Stream() = default;

std::string_view Utf8Stream::decode(std::string_view bytes)
{
    auto &out = m_state->out;
    if (m_state->encoding == CsvFormat::Encoding::Utf8)
        return bytes;
    out.clear();
    if (m_state->decoder) {
        const QString wide = (*m_state->decoder)(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        const auto narrow = wide.toUtf8();
        out.assign(narrow.constData(), static_cast<size_t>(narrow.size()));
        return out;
    }
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool special = byte >= 0x80 && byte < 0xA0;
        appendCharacter(out, special ? upperControls[byte - 0x80U] : static_cast<char16_t>(byte));
    }
    return out;
}

} // namespace br
