#include "core/tabular/csvscan.h"

#include "core/base/text.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cstring>
#include <map>

namespace br {

namespace {

using Encoding = CsvFormat::Encoding;

constexpr size_t scanChunk = 1 << 18; // stays in the cache
constexpr size_t sampleSize = 1 << 16;
constexpr int sampleRows = 40;

// Walks over UTF-8 byte by byte; knows after the last byte whether all of it was valid (RFC 3629).
class Utf8Check final {
public:
    void feed(std::string_view bytes)
    {
        size_t i = 0;
        while (i < bytes.size() && m_valid) {
            if (m_left == 0 && i + plainStep <= bytes.size() && isPlain(bytes.data() + i)) {
                i += plainStep;
                continue;
            }
            step(static_cast<unsigned char>(bytes[i++]));
        }
        if (!m_sawNul)
            m_sawNul = std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
    }
    bool isValid() const { return m_valid && m_left == 0; }
    bool sawNul() const { return m_sawNul; }

private:
    static constexpr size_t plainStep = 32;
    static bool isPlain(const char *at)
    {
        std::array<uint64_t, plainStep / 8> words{};
        std::memcpy(words.data(), at, plainStep);
        return ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ULL) == 0;
    }
    void step(unsigned char byte)
    {
        if (m_left > 0) {
            m_valid = byte >= m_low && byte <= m_high;
            m_low = 0x80;
            m_high = 0xBF;
            --m_left;
        } else if (byte >= 0x80) {
            m_valid = byte >= 0xC2 && byte <= 0xF4;
            m_left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
            m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
            m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
        }
    }
    bool m_valid = true;
    bool m_sawNul = false;
    int m_left = 0;
    unsigned char m_low = 0x80;
    unsigned char m_high = 0xBF;
};

struct Mark {
    Encoding encoding = Encoding::Utf8;
    int64_t size = 0;
};

Mark byteOrderMark(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"))
        return {Encoding::Utf8, 3};
    if (head.starts_with("\xFF\xFE"))
        return {Encoding::Utf16LE, 2};
    if (head.starts_with("\xFE\xFF"))
        return {Encoding::Utf16BE, 2};
    return {};
}

// UTF-16 without a mark: Latin text leaves every second byte zero.
std::optional<Encoding> byNulPattern(std::string_view head)
{
    std::array<size_t, 2> nuls{};
    for (size_t i = 0; i < head.size(); ++i)
        nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
    const size_t half = head.size() / 2;
    if (half < 2)
        return std::nullopt;
    if (nuls[1] * 10 >= half * 7 && nuls[0] * 20 <= half)
        return Encoding::Utf16LE;
    if (nuls[0] * 10 >= half * 7 && nuls[1] * 20 <= half)
        return Encoding::Utf16BE;
    return std::nullopt;
}

bool hasControlBytes(std::string_view head)
{
    size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        controls += byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A ? 1U : 0U;
    }
    return controls * 200 > head.size(); // more than one in 200: no text a program writes
}

// How well `delimiter` explains the sample: rows that have the most usual number of cells (more than one), and that number.
std::pair<int, size_t> delimiterScore(std::string_view sample, char delimiter)
{
    std::map<size_t, int> rowsByCells;
    size_t cells = 1;
    bool quoted = false;
    bool blank = true;
    int rows = 0;
    for (size_t i = 0; i < sample.size() && rows < sampleRows; ++i) {
        const char c = sample[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == delimiter) {
            ++cells;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank) {
                ++rowsByCells[cells];
                ++rows;
            }
            cells = 1;
            blank = true;
            continue;
        }
        blank = false;
    }
    if (!blank && rows < sampleRows && sample.size() < sampleSize)
        ++rowsByCells[cells];
    std::pair<int, size_t> best{0, 0};
    for (const auto &[count, times] : rowsByCells) {
        if (count > 1)
            best = std::max(best, {times, count});
    }
    return best;
}

char findDelimiter(std::string_view sample)
{
    char found = ',';
    std::pair<int, size_t> best{0, 0};
    for (const char candidate : {',', ';', '\t', '|'}) {
        const auto score = delimiterScore(sample, candidate);
        if (score > best) {
            best = score;
            found = candidate;
        }
    }
    return found;
}

// "sep=;" alone on the first line tells spreadsheets the delimiter; they do not show it as a row.
void takeSeparatorLine(CsvFormat &format, std::string_view sample)
{
    const auto end = sample.find_first_of("\r\n");
    const auto line = sample.substr(0, end);
    if (end == std::string_view::npos || line.size() != 5 || folded(line.substr(0, 4)) != "sep=")
        return;
    format.delimiter = line[4];
    const bool twoBytes = sample.substr(end).starts_with("\r\n");
    const int width = format.encoding == Encoding::Utf16LE || format.encoding == Encoding::Utf16BE ? 2 : 1;
    format.start += static_cast<int64_t>(end + (twoBytes ? 2 : 1)) * width;
}

Error binaryFile(const std::string &name)
{
    return {Errc::InvalidInput,
        words("csv", "%1 is not a text file (it holds bytes that no text has); export it again as CSV or XLSX", {name})};
}

Result<Encoding> findEncoding(QFile &file, const std::string &name, std::string_view head, const Mark &mark)
{
    if (mark.size == 2)
        return mark.encoding;
    if (const auto wide = byNulPattern(head))
        return *wide;
    if (hasControlBytes(head))
        return binaryFile(name);
    Utf8Check check;
    check.feed(head);
    std::string chunk(scanChunk, '\0');
    for (qint64 got = 1; got > 0;) {
        got = file.read(chunk.data(), static_cast<qint64>(chunk.size()));
        if (got < 0)
            return Error{Errc::Io, words("csv", "%1 cannot be read to its end: %2", {name, toUtf8(file.errorString())})};
        check.feed(std::string_view(chunk).substr(0, static_cast<size_t>(got)));
    }
    if (check.sawNul())
        return binaryFile(name);
    if (check.isValid())
        return Encoding::Utf8;
    if (mark.size == 3)
        return Error{Errc::InvalidInput,
            words("csv", "%1 says that it is UTF-8 and then holds bytes that are not; export it again as CSV UTF-8", {name})};
    return Encoding::Windows1252;
}

} // namespace

Result<CsvFormat> scanCsv(const std::string &path)
{
    QFile file(toQString(path));
    const auto name = toUtf8(QFileInfo(file).fileName());
    if (!file.exists())
        return Error{Errc::NotFound, words("csv", "there is no file %1", {path})};
    if (QFileInfo(file).isDir())
        return Error{Errc::InvalidInput, words("csv", "%1 is a folder; name a file in it", {path})};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Errc::Io, words("csv", "%1 cannot be read: %2", {path, toUtf8(file.errorString())})};
    const auto bytes = file.read(static_cast<qint64>(sampleSize));
    const std::string_view head(bytes.constData(), static_cast<size_t>(bytes.size()));
    CsvFormat format;
    format.bytes = file.size();
    const auto mark = byteOrderMark(head);
    format.start = mark.size;
    if (trimmed(head.substr(static_cast<size_t>(mark.size))).empty() && static_cast<size_t>(format.bytes) == head.size())
        return Error{Errc::InvalidInput, words("csv", "%1 is empty; there is nothing to import in it", {name})};
    const auto encoding = findEncoding(file, name, head, mark);
    if (!encoding)
        return encoding.error();
    format.encoding = *encoding;
    format.encodingAssumed = *encoding == Encoding::Windows1252;
    Utf8Stream decoder(format.encoding);
    const auto sample = decoder.decode(head.substr(static_cast<size_t>(format.start)));
    if (mark.size == 2 && sample.find('\0') != std::string_view::npos)
        return binaryFile(name);
    format.delimiter = findDelimiter(sample);
    takeSeparatorLine(format, sample);
    return format;
}

} // namespace br
