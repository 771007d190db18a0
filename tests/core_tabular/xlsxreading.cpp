// XlsxReader: workbooks written here by libxlsxwriter, damaged ones, and openpyxl as a second opinion.
#include "core/base/text.h"
#include "core/tabular/xlsxreader.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <xlsxwriter.h>
#include <zip.h>

using namespace br;

namespace xlsxreading_test {

namespace {

// With every separator, also between empty cells.
template <class Cells>
std::string cellsOf(const Cells &cells)
{
    std::string text;
    for (size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : "|") + std::string(cells[i]);
    return text;
}

} // namespace

class XlsxReading final : public QObject {
    Q_OBJECT

private slots:
    void readsValuesOnly()
    {
        const auto path = file("values.xlsx");
        auto *book = workbook_new(path.c_str());
        auto *first = workbook_add_worksheet(book, "First");
        auto *second = workbook_add_worksheet(book, "Zweites & more");
        auto *dates = workbook_add_format(book);
        format_set_num_format(dates, "dd.mm.yyyy");
        auto *times = workbook_add_format(book);
        format_set_num_format_index(times, 22);
        auto *red = workbook_add_format(book);
        format_set_num_format(red, "[Red]#,##0.00 \"days\"");
        worksheet_write_string(first, 0, 0, "name", nullptr);
        worksheet_write_string(second, 1, 0, "=SUM(1)", nullptr); // a text
        worksheet_write_number(second, 1, 2, 4.4000000000000004, nullptr);
        worksheet_write_boolean(second, 1, 3, 1, nullptr);
        worksheet_write_number(second, 3, 0, 46326, dates);
        worksheet_write_number(second, 3, 1, 46326.75, times);
        worksheet_write_number(second, 3, 2, 46326, red);
        worksheet_write_formula_num(second, 3, 3, "=6*7", nullptr, 42);
        worksheet_write_formula_str(second, 3, 4, "=A1&\"x\"", nullptr, "Müller");
        QCOMPARE(workbook_close(book), LXW_NO_ERROR);
        QCOMPARE(QByteArray::fromStdString(shown(path, "zweites & MORE")),
            QByteArray("2:=SUM(1)||4.4|TRUE\n4:2026-10-31|2026-10-31T18:00:00|46326|42|Müller\n"));
        const auto all = XlsxReader::openAll(path);
        QCOMPARE(all->size(), size_t{2});
        QCOMPARE(all->at(1).sheet(), std::string("Zweites & more"));
        const auto missing = XlsxReader::open(path, "Third");
        QCOMPARE(missing.error().code, Errc::NotFound);
        QVERIFY(missing.error().message.find("First, Zweites & more") != std::string::npos);
    }

    void readsInlineTextRunsAndTheOtherDateSystem()
    {
        const auto path = file("made.xlsx");
        QVERIFY(pack(path,
            {{"xl/workbook.xml",
                 "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='/xl/s.xml'/><Relationship Id='rId2' "
                    "Type='x/sharedStrings' Target='t.xml'/><Relationship Id='rId3' Type='x/styles' Target='y.xml'/></Relationships>"},
                {"xl/t.xml", "<sst><si><r><t>Har</t></r><r><t>bour</t></r><rPh><t>no</t></rPh></si></sst>"},
                {"xl/y.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"},
                {"xl/s.xml",
                    "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>in</t></is></c></row>"
                    "<row r='7'><c r='C7' s='1'><v>44864</v></c><c r='D7' t='e'><v>#N/A</v></c></row></sheetData></worksheet>"}}));
        QCOMPARE(QByteArray::fromStdString(shown(path, "S")), QByteArray("1:Harbour|in\n7:||2026-10-31|#N/A\n"));
    }

    void refusesBombsAndDamage()
    {
        const auto bomb = file("bomb.xlsx");
        const std::string relations = "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='s.xml'/></Relationships>";
        const std::string book = "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='rId1'/></sheets></workbook>";
        QVERIFY(pack(bomb,
            {{"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", relations},
                {"xl/s.xml", "<worksheet><sheetData>" + std::string(60'000'000, ' ') + "</sheetData></worksheet>"}}));
        const auto read = shown(bomb, "S");
        QVERIFY2(read.find("unpacks to more") != std::string::npos, read.c_str());
        const auto cut = file("cut.xlsx");
        QVERIFY(pack(cut,
            {{"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", relations},
                {"xl/s.xml", "<worksheet><sheetData><row r='1'><c><v>1</v></c></row><row r='2'><c>"}}));
        QVERIFY(shown(cut, "S").find("damaged after row 2") != std::string::npos);
        const auto other = file("other.xlsx");
        QVERIFY(pack(other, {{"word/document.xml", "<document/>"}}));
        QVERIFY(XlsxReader::openAll(other).error().message.find("no Excel workbook") != std::string::npos);
    }

    void agreesWithOpenpyxl()
    {
        const QString python = QStringLiteral("/usr/bin/python3");
        QProcess probe;
        probe.start(python, {QStringLiteral("-c"), QStringLiteral("import openpyxl")});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("NO SECOND OPINION: python3-openpyxl is not installed, so no workbook of another writer was compared");
        const auto path = file("theirs.xlsx");
        QProcess process;
        process.start(python,
            {QStringLiteral("-c"), QStringLiteral(R"PY(
import openpyxl, datetime, random, sys
random.seed(31); wb = openpyxl.Workbook(); ws = wb.active; ws.title = "Data"; out = []
for n in range(1, 301):
    row = ["r%d" % n, random.choice(["é & <x>", "a\nb", "  pad ", "0012"]), random.randint(-9, 9**9), round(random.uniform(0, 999), 3),
           datetime.date(2026, random.randint(1, 12), random.randint(1, 28)), random.choice([True, False])]
    ws.append(row)
    shown = [str(c).upper() if isinstance(c, bool) else c.isoformat() if isinstance(c, datetime.date) else ("%d" % c if c == int(c) else repr(c)) if isinstance(c, float) else str(c) for c in row]
    out.append("%d:%s\n" % (n, "|".join(shown)))
wb.save(sys.argv[1]); sys.stdout.buffer.write("".join(out).encode())
)PY"),
                QString::fromStdString(path)});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(QByteArray::fromStdString(shown(path, "Data")), process.readAllStandardOutput());
    }

private:
    std::string file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    static std::string shown(const std::string &path, const std::string &sheet)
    {
        const auto reader = XlsxReader::open(path, sheet);
        if (!reader)
            return reader.error().message;
        std::string text;
        const auto status = reader->read([&text](const TableRow &row) {
            text += std::to_string(row.number) + ":" + cellsOf(row.cells) + "\n";
            return Flow::Next;
        });
        return status ? text : text + status.error().message;
    }
    static bool pack(const std::string &path, const std::vector<std::pair<std::string, std::string>> &parts)
    {
        auto *zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
        bool written = zip != nullptr;
        for (const auto &[name, text] : parts) {
            written = written
                && zipOpenNewFileInZip64(zip, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 0) == ZIP_OK
                && zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size())) == ZIP_OK && zipCloseFileInZip(zip) == ZIP_OK;
        }
        return zip != nullptr && zipClose(zip, nullptr) == ZIP_OK && written;
    }
    QTemporaryDir m_folder;
};

} // namespace xlsxreading_test

BR_TEST(xlsxreading, XlsxReading)
#include "xlsxreading.moc"
