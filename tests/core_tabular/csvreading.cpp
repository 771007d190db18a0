// CsvReader and CsvWriter: cases worked out by hand, and Python's csv module as a second opinion on random tables.
#include "core/base/text.h"
#include "core/tabular/csvreader.h"
#include "core/tabular/csvwriter.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csv.h>

#include <algorithm>
#include <array>

using namespace br;

namespace csvreading_test {

namespace {

struct Row {
    int64_t number = 0;
    std::vector<std::string> cells;
    bool operator==(const Row &) const = default;
};

// With every separator, also between empty cells.
template <class Cells>
std::string cellsOf(const Cells &cells)
{
    std::string text;
    for (size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : "|") + std::string(cells[i]);
    return text;
}

std::string shown(const std::vector<Row> &rows)
{
    std::string text;
    for (const auto &row : rows)
        text += std::to_string(row.number) + ":" + cellsOf(row.cells) + "\n";
    return text;
}

} // namespace

class CsvReading final : public QObject {
    Q_OBJECT

private slots:
    void splitsRows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QByteArray("1:a|b\n2:1|2\n");
        QTest::newRow("crlf, no end") << QByteArray("a,b\r\n1,2") << QByteArray("1:a|b\n2:1|2\n");
        QTest::newRow("cr only") << QByteArray("a,b\r1,2\r") << QByteArray("1:a|b\n2:1|2\n");
        QTest::newRow("blank rows count") << QByteArray("a,b\r\n\r\n\r\n1,2\r\n") << QByteArray("1:a|b\n4:1|2\n");
        QTest::newRow("row of separators") << QByteArray("a,b\n,\n1,2\n") << QByteArray("1:a|b\n3:1|2\n");
        QTest::newRow("break in a cell is no row") << QByteArray("a,b\n\"x\ny\",2\n3,4\n") << QByteArray("1:a|b\n2:x\ny|2\n3:3|4\n");
        QTest::newRow("doubled quotes") << QByteArray("a,b\n\"say \"\"hi\"\", you\",2\n") << QByteArray("1:a|b\n2:say \"hi\", you|2\n");
        QTest::newRow("inch in a plain cell") << QByteArray("a,b\n5\" pipe,2\n") << QByteArray("1:a|b\n2:5\" pipe|2\n");
        QTest::newRow("blanks around") << QByteArray("a , b\n 1 ,\" 2 \"\n") << QByteArray("1:a|b\n2:1| 2 \n");
        QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2\n") << QByteArray("1:a|b\n2:1,5|2\n");
        QTest::newRow("tab") << QByteArray("a\tb\n\t2\n") << QByteArray("1:a|b\n2:|2\n");
        QTest::newRow("pipe") << QByteArray("a|b\n1|2\n") << QByteArray("1:a|b\n2:1|2\n");
        QTest::newRow("sep line is no row") << QByteArray("sep=;\r\na;b\r\n1;2\r\n") << QByteArray("1:a|b\n2:1|2\n");
        QTest::newRow("one column") << QByteArray("name\nx\n") << QByteArray("1:name\n2:x\n");
        QTest::newRow("separator in quotes decides nothing")
            << QByteArray("\"a,b,c,d\";x\n\"e,f,g,h\";y\n") << QByteArray("1:a,b,c,d|x\n2:e,f,g,h|y\n");
    }

    void splitsRows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(shown(readAll(bytes))), expected);
    }

    void stopsWhenAsked()
    {
        const auto reader = CsvReader::open(write("a,b\n1,2\n3,4\n"));
        int rows = 0;
        QVERIFY(reader->read([&rows](const TableRow &) { return ++rows == 2 ? Flow::Stop : Flow::Next; }));
        QCOMPARE(rows, 2);
    }

    void capsAreTold()
    {
        auto reader = CsvReader::open(write("a,b\n1,2\n3," + QByteArray(10'000'000, 'x') + "\n5,6\n"));
        auto status = reader->read([](const TableRow &) { return Flow::Next; });
        QVERIFY(!status);
        QVERIFY2(status.error().message.find("row 3") != std::string::npos, status.error().message.c_str());
        reader = CsvReader::open(write("a,b\n" + QByteArray(50'000, ',') + "\n"));
        status = reader->read([](const TableRow &) { return Flow::Next; });
        QVERIFY(!status);
        QVERIFY2(status.error().message.find("row 2") != std::string::npos, status.error().message.c_str());
    }

    void cancels()
    {
        class Cancelled final : public Progress {
            void report(const ProgressStep &) override { }
            bool cancelled() const override { return true; }
        } progress;
        const auto status = CsvReader::open(write("a,b\n1,2\n"))->read([](const TableRow &) { return Flow::Next; }, &progress);
        QCOMPARE(status.error().code, Errc::Cancelled);
    }

    void writesByTheRfcAndGuardsFormulas()
    {
        CsvWriter plain;
        plain.text("a,b").text("say \"hi\"").text("two\nlines").number("-4.5").blank().endRow();
        QCOMPARE(QByteArray::fromStdString(plain.bytes()), QByteArray("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",-4.5,\r\n"));
        CsvWriter safe(CsvWriter::Profile::SpreadsheetSafe);
        safe.text("=1+1")
            .text("+x")
            .text("-x")
            .text("@x")
            .text("\tx")
            .text("\rx")
            .text(std::string_view("\0x", 2))
            .text("a=1")
            .number("-4.5")
            .endRow();
        QCOMPARE(QByteArray::fromStdString(safe.bytes()), QByteArray("'=1+1,'+x,'-x,'@x,\"'\tx\",\"'\rx\",'\0x,a=1,-4.5\r\n", 44));
    }

    void agreesWithPython()
    {
        const auto python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty())
            QSKIP("NO SECOND OPINION: python3 is not installed, so random tables were not compared with its csv module");
        QRandomGenerator random(20261031);
        const QByteArray letters("ab ,;\"\n\r\t=\xC3\xA9");
        CsvWriter writer;
        std::vector<Row> rows;
        for (int64_t number = 1; number <= 500; ++number) {
            Row row{number, {"row"}};
            for (int cell = 0; cell < 5; ++cell) {
                QByteArray text;
                for (auto size = random.bounded(8); size > 0; --size)
                    text += letters[random.bounded(10)];
                row.cells.push_back(text.toStdString());
            }
            for (const auto &cell : row.cells)
                writer.text(cell);
            writer.endRow();
            rows.push_back(row);
        }
        const auto path = write(QByteArray::fromStdString(writer.bytes()));
        QProcess process;
        process.start(python,
            {QStringLiteral("-c"),
                QStringLiteral("import csv,sys\nfor n,r in enumerate(csv.reader(open(sys.argv[1],newline='',encoding='utf-8')),1): "
                               "sys.stdout.buffer.write((str(n)+':'+'|'.join(r)+'\\n').encode())"),
                QString::fromStdString(path)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const auto theirs = process.readAllStandardOutput();
        QCOMPARE(theirs, QByteArray::fromStdString(shown(rows)));
        QCOMPARE(QByteArray::fromStdString(shown(readAll(QByteArray::fromStdString(writer.bytes())))), theirs);
    }

    // Rows without quotation marks are split without libcsv: libcsv alone must say the same, also where chunks end within rows.
    void plainRowsAreAsLibcsvReadsThem()
    {
        static constexpr std::array<const char *, 14> pieces{
            "a", "bc", ",", ",", ";", " ", "\t", "\n", "\r\n", "\r", "\"", "\"x\ny\"", "long text without anything in it", "\xC3\xA9"};
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes;
            const bool hasQuotes = seed % 2 == 0;
            while (bytes.size() < 300'000 + static_cast<int>(seed)) {
                const auto piece = static_cast<size_t>(random.bounded(static_cast<int>(pieces.size())));
                // A lone quotation mark makes one endless cell: seldom, and closed by another.
                if (pieces[piece][0] != '"')
                    bytes += pieces[piece];
                else if (hasQuotes && random.bounded(40) == 0)
                    bytes += pieces[11];
                else if (hasQuotes && random.bounded(200) == 0)
                    bytes += "a\" b\",";
            }
            for (const char delimiter : {',', ';', '\t'}) {
                auto reader = mustRead(bytes);
                reader.setDelimiter(delimiter);
                const auto ours = rowsOf(reader);
                const auto theirs = byLibcsv(bytes, delimiter);
                QVERIFY2(ours.size() > 1'000, qPrintable(QString::number(ours.size())));
                QVERIFY2(ours == theirs, qPrintable(QString::number(seed) + QLatin1Char(' ') + QLatin1Char(delimiter)));
            }
        }
    }

private:
    static std::vector<Row> byLibcsv(const QByteArray &bytes, char delimiter)
    {
        struct Gathered {
            std::vector<Row> rows;
            Row row;
            int64_t number = 0;
            int last = 0;
        } gathered;
        csv_parser parser{};
        csv_init(&parser, CSV_REPALL_NL);
        csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
        const auto onCell = [](void *cell, size_t size, void *to) {
            auto &here = *static_cast<Gathered *>(to);
            here.row.cells.emplace_back(static_cast<const char *>(cell), size);
            here.last = 0;
        };
        const auto onRow = [](int character, void *to) {
            auto &here = *static_cast<Gathered *>(to);
            const bool secondHalf = character == '\n' && here.last == '\r' && here.row.cells.empty();
            here.last = character;
            if (secondHalf)
                return;
            here.row.number = ++here.number;
            if (std::ranges::any_of(here.row.cells, [](const std::string &cell) { return !cell.empty(); }))
                here.rows.push_back(here.row);
            here.row.cells.clear();
        };
        csv_parse(&parser, bytes.constData(), static_cast<size_t>(bytes.size()), onCell, onRow, &gathered);
        csv_set_opts(&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI); // a cell that never closes is no row
        csv_fini(&parser, onCell, onRow, &gathered);
        csv_free(&parser);
        return gathered.rows;
    }
    CsvReader mustRead(const QByteArray &bytes)
    {
        auto reader = CsvReader::open(write(bytes));
        if (!reader)
            qFatal("%s", reader.error().message.c_str());
        return std::move(*reader);
    }
    static std::vector<Row> rowsOf(const CsvReader &reader)
    {
        std::vector<Row> rows;
        const auto status = reader.read([&rows](const TableRow &row) {
            rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
            return Flow::Next;
        });
        if (!status && status.error().code != Errc::InvalidInput)
            qFatal("%s", status.error().message.c_str());
        return rows;
    }
    std::string write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("table.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    std::vector<Row> readAll(const QByteArray &bytes)
    {
        std::vector<Row> rows;
        const auto reader = CsvReader::open(write(bytes));
        if (!reader)
            return {{0, {reader.error().message}}};
        const auto status = reader->read([&rows](const TableRow &row) {
            rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
            return Flow::Next;
        });
        if (!status)
            rows.push_back({0, {status.error().message}});
        return rows;
    }
    QTemporaryDir m_folder;
};

} // namespace csvreading_test

BR_TEST(csvreading, CsvReading)
#include "csvreading.moc"
