#include "core/tabular/csvreader.h"

#include "core/base/text.h"
#include "core/tabular/csvscan.h"

#include <QFile>
#include <QFileInfo>

#include <csv.h>
#include <vector>

namespace br {

namespace {

constexpr qint64 chunkSize = 1 << 18;

// Gathers the cells that libcsv reports into rows; counts rows as a spreadsheet does.
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
        const bool secondHalf = character == CSV_LF && m_lastBreak == CSV_CR && m_ends.empty();
        m_lastBreak = character;
        if (secondHalf)
            return;
        ++m_number;
        if (m_ends.size() > CsvReader::columnLimit && m_tooWideRow == 0)
            m_tooWideRow = m_number;
        if (!m_stopped && m_tooWideRow == 0 && !isBlank())
            deliver();
        m_text.clear();
        m_ends.clear();
    }
    bool isStopped() const { return m_stopped; }
    int64_t currentRow() const { return m_tooWideRow != 0 ? m_tooWideRow : m_number + 1; }
    bool hasTooWideRow() const { return m_tooWideRow != 0; }
    size_t pendingBytes() const { return m_text.size(); }
    size_t pendingCells() const { return m_ends.size(); }

private:
    bool isBlank() const { return m_text.empty() || m_ends.empty(); }
    void deliver()
    {
        m_cells.resize(m_ends.size());
        size_t start = 0;
        for (size_t i = 0; i < m_ends.size(); ++i) {
            m_cells[i] = std::string_view(m_text.data() + start, m_ends[i] - start);
            start = m_ends[i];
        }
        m_stopped = m_handler({m_number, m_cells}) == Flow::Stop;
    }
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

// Owns one libcsv parser.
class Tokenizer final {
public:
    Tokenizer(char delimiter, const RowHandler &handler, std::string file)
        : m_rows(handler)
        , m_file(std::move(file))
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
        if (csv_parse(&m_parser, text.data(), text.size(), onCell, onRowEnd, &m_rows) != text.size())
            return Error{
                Errc::Internal, words("csv", "%1 could not be read at row %2: %3", {m_file, row(), csv_strerror(csv_error(&m_parser))})};
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
