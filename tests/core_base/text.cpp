#include "core/base/text.h"
#include "tests/run/registered.h"

#include <QProcess>
#include <QStandardPaths>
#include <QString>

using namespace br;
using namespace Qt::StringLiterals;

namespace text_test {

class TextTest final : public QObject {
    Q_OBJECT

private slots:
    void trims()
    {
        QCOMPARE(std::string(trimmed("  a b\t\r\n")), "a b");
        QCOMPARE(std::string(trimmed("")), "");
        QCOMPARE(std::string(trimmed(" \t ")), "");
        QCOMPARE(std::string(trimmed("\u00a0 Müller\u3000")), "Müller");
        QCOMPARE(std::string(trimmed("é")), "é");
        QCOMPARE(std::string(trimmed("\u00a0")), "");
    }

    void folds()
    {
        QCOMPARE(folded("  PC-01 "), "pc-01");
        QCOMPARE(folded("STRASSE"), folded("straße"));
        QCOMPARE(folded("ÄRZTE"), "ärzte");
        QCOMPARE(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
        QCOMPARE(folded("\u00a0Zoë\u00a0"), "zoë");
    }

    void foldsEveryCharacterLikePython()
    {
        const auto python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("NOT TESTED: python3 is not installed, so case folding was not compared with its own");
        QProcess process;
        process.start(python,
            {u"-c"_s,
                u"import sys\nfor c in range(33, 0x20000):\n  if not 0xd800 <= c < 0xe000 and c != 0xfeff and not chr(c).isspace():"
                "\n    sys.stdout.buffer.write((chr(c) + ' ' + chr(c).casefold() + '\\n').encode())"_s});
        QVERIFY(process.waitForFinished(60'000));
        const auto lines = process.readAllStandardOutput().split('\n');
        QVERIFY(lines.size() > 120'000);
        for (const auto &line : lines) {
            const auto space = line.indexOf(' ');
            if (space > 0 && folded(line.left(space).toStdString()) != line.mid(space + 1).toStdString())
                QFAIL(qPrintable(u"%1 is folded to %2"_s.arg(QString::fromUtf8(line), toQString(folded(line.left(space).toStdString())))));
        }
    }

    void makesHeaderKeys()
    {
        QCOMPARE(headerKey(" Unit Price (€) "), "unitprice");
        QCOMPARE(headerKey("Unité_prix"), "uniteprix");
        QCOMPARE(headerKey("UNIT-PRICE"), "unitprice");
        QCOMPARE(headerKey("Größe"), "grosse");
        QCOMPARE(headerKey("#"), "");
    }

    void matchesWildcards()
    {
        QVERIFY(matchesWildcard("pc-01", "*"));
        QVERIFY(matchesWildcard("pc-01", "pc-*"));
        QVERIFY(matchesWildcard("pc-01", "pc-??"));
        QVERIFY(!matchesWildcard("pc-001", "pc-??"));
        QVERIFY(matchesWildcard("a*b", "a*b"));
        QVERIFY(matchesWildcard("", "*"));
        QVERIFY(!matchesWildcard("", "?"));
        QVERIFY(matchesWildcard("mü", "m?"));
        QVERIFY(matchesWildcard("xaybzab", "*a*ab"));
        QVERIFY(!matchesWildcard("xaybzabc", "*a*ab"));
        QVERIFY(!matchesWildcard("pc", ""));
        QVERIFY(matchesWildcard(std::string("\xff"), "?")); // not UTF-8: no crash, one character
        const std::string many(5000, 'a');
        QVERIFY(!matchesWildcard(many, "*a*a*a*a*a*b"));
    }

    void shortens()
    {
        QCOMPARE(shortened("abc", 5), "abc");
        QCOMPARE(shortened("abcdef", 3), "abc…");
        QCOMPARE(shortened("ééé", 3), "ééé");
        const auto faces = shortened("😀😀😀😀", 3);
        QVERIFY(isValidUtf8(faces));
        QCOMPARE(faces, "😀…");
    }

    void seesEncodings()
    {
        QVERIFY(isValidUtf8("Zoë"));
        QVERIFY(!isValidUtf8("Zo\xeb"));
        QVERIFY(isAscii("abc") && !isAscii("é"));
    }

    void makesSentences()
    {
        QCOMPARE(words("test", "%2 of %1", {"ten", "two"}), "two of ten");
        QCOMPARE(words("test", "%1", {"%2 stays"}), "%2 stays");
        QCOMPARE(words("test", "100 %, %1"), "100 %, %1");
        QCOMPARE(joined({"a", "b"}, ", "), "a, b");
        QCOMPARE(joined({"", "", "a", ""}, ","), ",,a,");
        QCOMPARE(joined({"", ""}, "/"), "/");
        QCOMPARE(joined({""}, "/"), "");
    }
};

} // namespace text_test

BR_TEST(text, TextTest)
#include "text.moc"
