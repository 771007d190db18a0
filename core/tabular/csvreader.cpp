#include "core/tabular/csvreader.h"

#include "core/base/text.h"
#include "core/tabular/csvscan.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <csv.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace br {

namespace {

constexpr qint64 chunkSize = 1 << 18;
constexpr int rowNotBegun = 0; // csv_parser::pstate: libcsv.c, ROW_NOT_BEGUN; a fresh parser has it too

// Calls visit(place) for each `character` (not NUL) of the text, eight bytes at a step: cells are short, and a search for each
// costs more than the cell.
template <class Visit>
void eachPlace(std::string_view text, char character, const Visit &visit)
{
    constexpr uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
    const uint64_t wanted = 0x0101010101010101ULL * static_cast<unsigned char>(character);
    const auto visitAll = [&](uint64_t eight, size_t at) {
        const uint64_t differing = qFromLittleEndian(eight) ^ wanted;
        // The top bit of each byte that is the character; exact, unlike the shorter well-known form.
        for (uint64_t found = ~(((differing & low) + low) | differing | low); found != 0; found &= found - 1)
            visit(at + static_cast<size_t>(std::countr_zero(found)) / 8);
    };
    uint64_t eight = 0;
    size_t at = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        visitAll(eight, at);
    }
    if (at < text.size()) {
        eight = 0;
        std::memcpy(&eight, text.data() + at, text.size() - at);
        visitAll(eight, at);
    }
}

// Gathers the cells of rows, those that libcsv reports and those of plain rows; counts rows as a spreadsheet does.
class RowGatherer final {
public:
    explicit RowGatherer(const RowHandler &handler)
        : m_handler(handler)
    {
    }
    void cell(const void *bytes, size_t size)
    {
        m_text.append(static_cast<const char *>(bytes), size);
        m_ends.push_back(m_text.size());
        m_lastBreak = 0;
    }
    // `character` ended the row: CR, LF, or -1 at the end of the file. CR LF is one break.
    void endRow(int character)
    {
        if (isRow(character, m_ends.size()) && !m_text.empty()) {
            m_cells.resize(m_ends.size());
            size_t start = 0;
            for (size_t i = 0; i < m_ends.size(); ++i) {
                m_cells[i] = std::string_view(m_text.data() + start, m_ends[i] - start);
                start = m_ends[i];
            }
            deliver();
        }
        m_text.clear();
        m_ends.clear();
    }
    // A whole row without quotation marks: its cells are views into it, as libcsv would report them.
    void plainRow(std::string_view text, char delimiter, int character)
    {
        m_cells.clear();
        size_t size = 0;
        size_t start = 0;
        const auto take = [&](size_t end) {
            const auto cell = withoutBlanks(text.substr(start, end - start), delimiter);
            m_cells.push_back(cell);
            size += cell.size();
            start = end + 1;
        };
        eachPlace(text, delimiter, take);
        take(text.size());
        if (size == 0 && m_cells.size() == 1)
            m_cells.clear();
        if (!m_cells.empty())
            m_lastBreak = 0;
        if (isRow(character, m_cells.size()) && size > 0)
            deliver();
    }
    bool isStopped() const { return m_stopped; }
    int64_t currentRow() const { return m_tooWideRow != 0 ? m_tooWideRow : m_number + 1; }
    bool hasTooWideRow() const { return m_tooWideRow != 0; }
    size_t pendingBytes() const { return m_text.size(); }
    size_t pendingCells() const { return m_ends.size(); }

private:
    static std::string_view withoutBlanks(std::string_view cell, char delimiter)
    {
        if (!cell.empty() && cell.front() > ' ' && cell.back() > ' ')
            return cell;
        const auto isBlank = [delimiter](char c) { return (c == ' ' || c == '\t') && c != delimiter; };
        while (!cell.empty() && isBlank(cell.front()))
            cell.remove_prefix(1);
        while (!cell.empty() && isBlank(cell.back()))
            cell.remove_suffix(1);
        return cell;
    }
    // Counts the row; whether anybody wants it, if there is something in it.
    bool isRow(int character, size_t cells)
    {
        const bool secondHalf = character == CSV_LF && m_lastBreak == CSV_CR && cells == 0;
        m_lastBreak = character;
        if (secondHalf)
            return false;
        ++m_number;
        if (cells > CsvReader::columnLimit && m_tooWideRow == 0)
            m_tooWideRow = m_number;
        return !m_stopped && m_tooWideRow == 0;
    }
    void deliver() { m_stopped = m_handler({m_number, m_cells, {}}) == Flow::Stop; }
    const RowHandler &m_handler;
    std::string m_text;
    std::vector<size_t> m_ends;
    std::vector<std::string_view> m_cells;
    int64_t m_number = 0;
    int64_t m_tooWideRow = 0;
    int m_lastBreak = 0;
    bool m_stopped = false;
};

void onCell(void *bytes, size_t size, void *gatherer) { static_cast<RowGatherer *>(gatherer)->cell(bytes, size); }
void onRowEnd(int character, void *gatherer) { static_cast<RowGatherer *>(gatherer)->endRow(character); }

// The places of one character in a text, looked for once while the reader goes on.
class Next final {
public:
    Next(std::string_view text, char character)
        : m_text(text)
        , m_character(character)
        , m_at(text.find(character))
    {
    }
    size_t from(size_t place)
    {
        if (m_at < place)
            m_at = m_text.find(m_character, place);
        return m_at;
    }

private:
    std::string_view m_text;
    char m_character;
    size_t m_at;
};

// Owns one libcsv parser, which reads what has quotation marks or goes on in the next chunk.
class Tokenizer final {
public:
    Tokenizer(char delimiter, const RowHandler &handler, std::string file)
        : m_rows(handler)
        , m_file(std::move(file))
        , m_delimiter(delimiter)
    {
        csv_init(&m_parser, CSV_REPALL_NL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_blk_size(&m_parser, 4096);
    }
    ~Tokenizer() { csv_free(&m_parser); }
    Tokenizer(const Tokenizer &) = delete;
    Tokenizer &operator=(const Tokenizer &) = delete;

    bool isStopped() const { return m_rows.isStopped(); }
    Status feed(std::string_view text)
    {
        Next feed(text, '\n');
        Next carriageReturn(text, '\r');
        Next quote(text, '"');
        for (size_t at = 0; at < text.size();) {
            const auto end = std::min(feed.from(at), carriageReturn.from(at));
            if (end != std::string_view::npos && m_parser.pstate == rowNotBegun && quote.from(at) > end) {
                m_rows.plainRow(text.substr(at, end - at), m_delimiter, static_cast<unsigned char>(text[end]));
                at = end + 1;
                continue;
            }
            const auto part = text.substr(at, end == std::string_view::npos ? end : end + 1 - at);
            if (csv_parse(&m_parser, part.data(), part.size(), onCell, onRowEnd, &m_rows) != part.size())
                return Error{Errc::Internal,
                    words("csv", "%1 could not be read at row %2: %3", {m_file, row(), csv_strerror(csv_error(&m_parser))})};
            at += part.size();
        }
        if (m_parser.entry_pos > CsvReader::cellLimit)
            return tooLarge(words("csv", "a cell is larger than 1 MB; a quotation mark may be missing before it"));
        if (m_rows.hasTooWideRow() || m_rows.pendingBytes() > CsvReader::rowLimit || m_rows.pendingCells() > CsvReader::columnLimit)
            return tooLarge(words("csv", "the row is larger than any table's; a line break may be missing"));
        return {};
    }
    Status finish()
    {
        csv_set_opts(&m_parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI); // only now: strict would refuse 5" in a plain cell
        if (csv_fini(&m_parser, onCell, onRowEnd, &m_rows) != 0)
            return tooLarge(words("csv", "a quotation mark opens here and never closes"));
        return {};
    }

private:
    std::string row() const { return std::to_string(m_rows.currentRow()); }
    Error tooLarge(const std::string &why) const
    {
        return {Errc::InvalidInput, words("csv", "%1, row %2: %3. Nothing of this file was taken", {m_file, row(), why})};
    }
    RowGatherer m_rows;
    csv_parser m_parser{};
    std::string m_file;
    char m_delimiter;
};

} // namespace

std::string CsvFormat::encodingName() const
{
    switch (encoding) {
    case Encoding::Utf8:
        return "UTF-8";
    case Encoding::Utf16LE:
        return "UTF-16LE";
    case Encoding::Utf16BE:
        return "UTF-16BE";
    case Encoding::Windows1252:
        break;
    }
    return "Latin-1 (assumed)";
}

CsvReader::CsvReader(std::string path, CsvFormat format)
    : m_path(std::move(path))
    , m_format(format)
{
}

Result<CsvReader> CsvReader::open(const std::string &path)
{
    auto format = scanCsv(path);
    if (!format)
        return format.error();
    return CsvReader(path, *format);
}

Status CsvReader::read(const RowHandler &handler, Progress *progress) const
{
    QFile file(toQString(m_path));
    const auto name = toUtf8(QFileInfo(file).fileName());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(m_format.start))
        return Error{Errc::Io, words("csv", "%1 cannot be read: %2", {m_path, toUtf8(file.errorString())})};
    Tokenizer tokenizer(m_format.delimiter, handler, name);
    Utf8Stream decoder(m_format.encoding);
    std::string buffer(static_cast<size_t>(chunkSize), '\0');
    const auto reading = words("csv", "Reading %1", {name});
    int64_t done = m_format.start;
    while (!tokenizer.isStopped()) {
        const auto got = file.read(buffer.data(), chunkSize);
        if (got < 0)
            return Error{Errc::Io, words("csv", "%1 cannot be read to its end: %2", {m_path, toUtf8(file.errorString())})};
        if (got == 0)
            return tokenizer.finish();
        if (const auto fed = tokenizer.feed(decoder.decode({buffer.data(), static_cast<size_t>(got)})); !fed)
            return fed;
        done += got;
        if (progress != nullptr) {
            progress->report({reading, done, m_format.bytes});
            if (progress->cancelled())
                return Error{Errc::Cancelled, words("csv", "reading %1 was cancelled", {name})};
        }
    }
    return {};
}

} // namespace br
