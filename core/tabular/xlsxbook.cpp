// Source of part names, builtin date formats (14-22, 27-36, 45-47, 50-58) and the date system: ECMA-376 part 1, 18.2 and 18.8.
#include "core/tabular/xlsxbook.h"

#include "core/base/text.h"
#include "core/tabular/xlsxreader.h"

#include <QFileInfo>
#include <QXmlStreamReader>

#include <functional>
#include <map>

namespace br {

namespace {

using namespace Qt::StringLiterals;

struct Relation {
    QString target;
    QString type;
};

using Relations = std::map<QString, Relation>;

// r:id, whatever the prefix and the (strict or transitional) namespace.
QString relationId(const QXmlStreamAttributes &attributes)
{
    for (const auto &attribute : attributes) {
        if (attribute.name() == "id"_L1 && !attribute.prefix().isEmpty())
            return attribute.value().toString();
    }
    return {};
}

QString resolved(const QString &target) { return target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target; }

bool isDateFormat(const QString &code)
{
    bool quoted = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (c == u'"')
            quoted = !quoted;
        else if (c == u'\\')
            ++i;
        else if (!quoted && c == u'[' && i + 1 < code.size() && !u"hmsHMS"_s.contains(code[i + 1]))
            i = std::max(i, code.indexOf(u']', i)); // a colour, condition or locale
        else if (!quoted && (c == u'y' || c == u'd' || c == u'm' || c == u'h'))
            return true;
    }
    return false;
}

bool isBuiltInDate(int id) { return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58); }

class BookLoader final {
public:
    explicit BookLoader(const std::string &path)
    {
        m_book->path = path;
        m_book->file = toUtf8(QFileInfo(toQString(path)).fileName());
    }
    Result<std::shared_ptr<const XlsxBook>> load()
    {
        if (const auto read = readPart(u"xl/_rels/workbook.xml.rels"_s, true, [this](auto &xml) { takeRelations(xml); }); !read)
            return read.error();
        if (const auto read = readPart(u"xl/workbook.xml"_s, true, [this](auto &xml) { takeWorkbook(xml); }); !read)
            return read.error();
        for (const auto &[id, relation] : m_relations) {
            const bool texts = relation.type.endsWith("/sharedStrings"_L1);
            const bool styles = relation.type.endsWith("/styles"_L1);
            if (!texts && !styles)
                continue;
            const auto read
                = readPart(resolved(relation.target), false, [this, texts](auto &xml) { texts ? takeTexts(xml) : takeStyles(xml); });
            if (!read)
                return read.error();
        }
        return std::shared_ptr<const XlsxBook>(m_book);
    }

private:
    Status readPart(const QString &name, bool needed, const std::function<void(QXmlStreamReader &)> &take)
    {
        XlsxPart part(m_book->path, name);
        if (!part.isThere())
            return needed ? Status(Error{Errc::InvalidInput,
                       words("xlsx", "%1 is no Excel workbook (.xlsx); export the table as XLSX or CSV", {m_book->file})})
                          : Status();
        if (const auto opened = part.open(m_book->file, XlsxReader::bookLimit); !opened)
            return opened;
        QXmlStreamReader xml(&part.device());
        take(xml);
        if (xml.hasError())
            return Error{
                Errc::InvalidInput, words("xlsx", "%1 is damaged: %2 (%3)", {m_book->file, toUtf8(xml.errorString()), toUtf8(name)})};
        return {};
    }
    void takeRelations(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "Relationship"_L1)
                continue;
            const auto attributes = xml.attributes();
            m_relations[attributes.value("Id"_L1).toString()]
                = {attributes.value("Target"_L1).toString(), attributes.value("Type"_L1).toString()};
        }
    }
    void takeWorkbook(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attributes = xml.attributes();
            if (xml.name() == "workbookPr"_L1) {
                const auto flag = attributes.value("date1904"_L1);
                m_book->dates1904 = flag == "1"_L1 || flag == "true"_L1;
            } else if (xml.name() == "sheet"_L1) {
                const auto relation = m_relations.find(relationId(attributes));
                if (relation != m_relations.end() && relation->second.type.endsWith("/worksheet"_L1))
                    m_book->sheets.push_back({toUtf8(attributes.value("name"_L1).toString()), resolved(relation->second.target),
                        attributes.value("state"_L1).endsWith("idden"_L1)}); // hidden, veryHidden
            }
        }
    }
    // <si> holds <t>, or runs <r><t>; phonetic hints <rPh> are no text.
    void takeTexts(QXmlStreamReader &xml)
    {
        QString text;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::StartElement && xml.name() == "si"_L1)
                text.clear();
            else if (token == QXmlStreamReader::StartElement && xml.name() == "rPh"_L1)
                xml.skipCurrentElement();
            else if (token == QXmlStreamReader::StartElement && xml.name() == "t"_L1)
                text += xml.readElementText();
            else if (token == QXmlStreamReader::EndElement && xml.name() == "si"_L1)
                m_book->texts.push_back(toUtf8(text));
        }
    }
    void takeStyles(QXmlStreamReader &xml)
    {
        std::map<int, bool> ownFormats;
        bool inCellFormats = false;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (xml.name() == "cellXfs"_L1)
                inCellFormats = token == QXmlStreamReader::StartElement;
            if (token != QXmlStreamReader::StartElement)
                continue;
            const auto id = xml.attributes().value("numFmtId"_L1).toInt();
            if (xml.name() == "numFmt"_L1) {
                ownFormats[id] = isDateFormat(xml.attributes().value("formatCode"_L1).toString());
            } else if (inCellFormats && xml.name() == "xf"_L1) {
                const auto own = ownFormats.find(id);
                m_book->isDateStyle.push_back(own != ownFormats.end() ? own->second : isBuiltInDate(id));
            }
        }
    }

    std::shared_ptr<XlsxBook> m_book = std::make_shared<XlsxBook>();
    Relations m_relations;
};

} // namespace

Result<std::shared_ptr<const XlsxBook>> XlsxBook::load(const std::string &path) { return BookLoader(path).load(); }

} // namespace br
