#include "connectors/file/tablefile.h"

#include "core/base/text.h"

#include <QFile>
#include <QFileInfo>

namespace br {

namespace {

Result<QByteArray> firstBytes(const std::string &path, const std::string &name)
{
    QFile file(toQString(path));
    if (!file.exists())
        return Error{Errc::NotFound, words("file", "There is no file %1", {path})};
    if (QFileInfo(file).isDir())
        return Error{Errc::InvalidInput, words("file", "%1 is a folder; name the files in it", {path})};
    if (!QFileInfo(toQString(path)).isFile())
        return Error{Errc::InvalidInput, words("file", "%1 is not an ordinary file; save the table to a file first", {path})};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io, words("file", "%1 cannot be read: %2", {name, toUtf8(file.errorString())})};
    return file.read(32);
}

QByteArray withoutMark(const QByteArray &head) { return (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed(); }

bool looksLikeMarkup(const QByteArray &head)
{
    const auto text = withoutMark(head).toLower();
    return text.startsWith("<html") || text.startsWith("<!doct") || text.startsWith("<?xml") || text.startsWith("<table");
}

bool looksLikeJson(const QByteArray &head)
{
    const auto text = withoutMark(head);
    if (text.startsWith('['))
        return text.mid(1).trimmed().startsWith('{');
    return text.startsWith('{') && (text.mid(1).trimmed().isEmpty() || text.mid(1).trimmed().startsWith('"'));
}

} // namespace

Result<std::vector<TableFile>> TableFile::open(const std::string &path)
{
    TableFile table;
    table.m_path = path;
    const QFileInfo info(toQString(path));
    table.m_name = toUtf8(info.fileName());
    table.m_bytes = info.size();
    const auto head = firstBytes(path, table.m_name);
    if (!head)
        return head.error();
    if (head->startsWith("\xD0\xCF\x11\xE0"))
        return Error{Errc::InvalidInput,
            words("file", "%1 is an old .xls workbook or one with a password; save it as .xlsx without a password, or as CSV",
                {table.m_name})};
    if (head->startsWith("%PDF"))
        return Error{Errc::InvalidInput, words("file", "%1 is a PDF document; export the table as CSV or XLSX", {table.m_name})};
    if (looksLikeMarkup(*head))
        return Error{Errc::InvalidInput,
            words("file", "%1 is a web page or XML, whatever its name ends with; open it in a spreadsheet and save it as .xlsx or CSV",
                {table.m_name})};
    if (looksLikeJson(*head))
        return Error{Errc::InvalidInput, words("file", "%1 is JSON, no table; export the report as CSV or XLSX", {table.m_name})};
    std::vector<TableFile> tables;
    if (head->startsWith("PK\x03\x04")) {
        auto sheets = XlsxReader::openAll(path);
        if (!sheets)
            return sheets.error();
        for (auto &sheet : *sheets) {
            table.m_sheet = sheet.sheet();
            table.m_xlsx = std::move(sheet);
            tables.push_back(table);
        }
        return tables;
    }
    auto reader = CsvReader::open(path);
    if (!reader)
        return reader.error();
    table.m_csv = std::move(*reader);
    tables.push_back(std::move(table));
    return tables;
}

std::string TableFile::encodingName() const { return m_csv ? m_csv->format().encodingName() : std::string("Excel"); }

char TableFile::delimiter() const { return m_csv ? m_csv->format().delimiter : ','; }

Status TableFile::read(const RowHandler &handler, Progress *progress) const
{
    return m_csv ? m_csv->read(handler, progress) : m_xlsx->read(handler, progress);
}

Result<std::vector<SampleRow>> TableFile::sample(size_t rows) const
{
    std::vector<SampleRow> taken;
    const auto read = this->read(
        [&taken, rows](const TableRow &row) {
            taken.push_back({row.number, {row.cells.begin(), row.cells.end()}, {row.numbers.begin(), row.numbers.end()}});
            return taken.size() < rows ? Flow::Next : Flow::Stop;
        },
        nullptr);
    if (!read)
        return read.error();
    return taken;
}

} // namespace br
