#include "core/tabular/xlsxreader.h"

#include "core/base/text.h"
#include "core/tabular/datereader.h"
#include "core/tabular/xlsxbook.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace br {

namespace {

using namespace Qt::StringLiterals;

constexpr int64_t rowsBetweenReports = 1'000;

// "BC12" -> 54; -1 where there are no letters.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const auto c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > XlsxReader::columnLimit)
            return -1;
    }
    return column - 1;
}

std::string isoOf(double serial, bool dates1904, std::string_view raw)
{
    const auto day = dayOfSerial(serial, dates1904);
    if (!day)
        return spreadsheetNumber(raw); // a time of day without a date
    const auto seconds = static_cast<int>(std::lround((serial - std::floor(serial)) * 86'400.0));
    if (seconds <= 0 || seconds >= 86'400)
        return (seconds >= 86'400 ? day->plusDays(1) : *day).toString();
    std::array<char, 48> time{};
    std::snprintf(time.data(), time.size(), "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return day->toString() + time.data();
}

// Reads the rows of one sheet's XML.
class SheetReading final {
public:
    SheetReading(const XlsxBook &book, QIODevice &device, const RowHandler &handler)
        : m_book(book)
        , m_xml(&device)
        , m_handler(handler)
    {
    }
    // One row; false at the end, after Stop and on errors.
    bool readRow()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == "sheetData"_L1)
                return false;
            if (token == QXmlStreamReader::StartElement && m_xml.name() == "row"_L1)
                return takeRow();
        }
        return false;
    }
    const QXmlStreamReader &xml() const { return m_xml; }
    int64_t row() const { return m_number; }

private:
    bool takeRow()
    {
        const auto number = m_xml.attributes().value("r"_L1).toLongLong();
        m_number = number > m_number ? number : m_number + 1;
        size_t used = 0;
        bool blank = true;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != "c"_L1) {
                m_xml.skipCurrentElement();
                continue;
            }
            const int stated = columnOf(m_xml.attributes().value("r"_L1));
            const size_t at = stated >= 0 ? static_cast<size_t>(stated) : used;
            if (m_cells.size() <= at) {
                m_cells.resize(at + 1);
                m_numbers.resize(at + 1);
            }
            for (; used < at; ++used) {
                m_cells[used].clear();
                m_numbers[used] = 0;
            }
            m_isNumber = false;
            m_cells[at] = takeCell();
            m_numbers[at] = m_isNumber ? 1 : 0;
            blank = blank && m_cells[at].empty();
            used = std::max(used, at + 1);
        }
        if (blank || m_xml.hasError())
            return !m_xml.hasError();
        m_views.assign(m_cells.begin(), m_cells.begin() + static_cast<std::ptrdiff_t>(used));
        return m_handler({m_number, m_views, std::span(m_numbers).first(used)}) == Flow::Next;
    }
    std::string takeCell()
    {
        const auto attributes = m_xml.attributes();
        const auto type = attributes.value("t"_L1).toString();
        const auto style = attributes.value("s"_L1).toUInt();
        QString value;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "v"_L1)
                value = m_xml.readElementText();
            else if (m_xml.name() == "is"_L1)
                value = takeInlineText();
            else
                m_xml.skipCurrentElement();
        }
        return textOf(type, style, toUtf8(value));
    }
    QString takeInlineText()
    {
        QString text;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == "is"_L1)
                break;
            if (token == QXmlStreamReader::StartElement && m_xml.name() == "rPh"_L1)
                m_xml.skipCurrentElement();
            else if (token == QXmlStreamReader::StartElement && m_xml.name() == "t"_L1)
                text += m_xml.readElementText();
        }
        return text;
    }
    std::string textOf(const QString &type, uint style, const std::string &value)
    {
        if (type == "s"_L1) {
            const auto index = std::strtoull(value.c_str(), nullptr, 10);
            return index < m_book.texts.size() ? m_book.texts[index] : std::string();
        }
        if (type == "b"_L1)
            return value == "1" || value == "true" ? "TRUE" : "FALSE";
        if (!type.isEmpty() && type != "n"_L1)
            return value; // text, an error, an ISO date
        if (!value.empty() && style < m_book.isDateStyle.size() && m_book.isDateStyle[style])
            return isoOf(std::strtod(value.c_str(), nullptr), m_book.dates1904, value);
        m_isNumber = true;
        return spreadsheetNumber(value);
    }

    const XlsxBook &m_book;
    QXmlStreamReader m_xml;
    const RowHandler &m_handler;
    std::vector<std::string> m_cells;
    std::vector<std::string_view> m_views;
    std::vector<char> m_numbers; // as m_cells
    bool m_isNumber = false;     // the cell taken last
    int64_t m_number = 0;
};

} // namespace

Result<std::vector<XlsxReader>> XlsxReader::openAll(const std::string &path)
{
    const auto book = XlsxBook::load(path);
    if (!book)
        return book.error();
    std::vector<XlsxReader> readers;
    for (const auto &sheet : (*book)->sheets) {
        XlsxReader reader;
        reader.m_book = *book;
        reader.m_sheet = sheet.name;
        reader.m_isHidden = sheet.isHidden;
        reader.m_part = toUtf8(sheet.part);
        readers.push_back(std::move(reader));
    }
    if (readers.empty())
        return Error{Errc::InvalidInput, words("xlsx", "%1 has no sheet with cells", {(*book)->file})};
    return readers;
}

Result<XlsxReader> XlsxReader::open(const std::string &path, const std::string &sheet)
{
    auto readers = openAll(path);
    if (!readers)
        return readers.error();
    std::string names;
    for (auto &reader : *readers) {
        if (folded(reader.m_sheet) == folded(sheet))
            return std::move(reader);
        names += (names.empty() ? "" : ", ") + reader.m_sheet;
    }
    return Error{Errc::NotFound, words("xlsx", "%1 has no sheet \"%2\"; it has: %3", {readers->front().m_book->file, sheet, names})};
}

Status XlsxReader::read(const RowHandler &handler, Progress *progress) const
{
    XlsxPart part(m_book->path, toQString(m_part));
    if (!part.isThere())
        return Error{Errc::InvalidInput, words("xlsx", "%1 is damaged: the sheet \"%2\" is missing in it", {m_book->file, m_sheet})};
    if (auto opened = part.open(m_book->file, sheetLimit); !opened)
        return opened;
    const auto reading = words("xlsx", "Reading %1", {m_book->file});
    SheetReading sheet(*m_book, part.device(), handler);
    for (int64_t rows = 0; sheet.readRow(); ++rows) {
        if (progress == nullptr || rows % rowsBetweenReports != 0)
            continue;
        progress->report({reading, part.unpackedPosition(), part.unpackedSize()});
        if (progress->cancelled())
            return Error{Errc::Cancelled, words("xlsx", "reading %1 was cancelled", {m_book->file})};
    }
    if (sheet.xml().hasError())
        return Error{Errc::InvalidInput,
            words("xlsx", "%1 is damaged after row %2 of the sheet \"%3\": %4",
                {m_book->file, std::to_string(sheet.row()), m_sheet, toUtf8(sheet.xml().errorString())})};
    return {};
}

} // namespace br
