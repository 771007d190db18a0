// JSON of vendors: what is read exactly, and what is refused with its place (never read wrongly, never a crash).
#include "connectors/rest/json/jsonreader.h"
#include "tests/connectors_rest/restfixture.h"
#include "tests/run/registered.h"

#include <QtTest>

#include <random>

using namespace br;
using namespace br::rest;
using br::test::quoted;

namespace rest_json_test {

namespace {

std::string errorOf(const std::string &text)
{
    const auto read = readJson(text);
    return read ? "was read: " + read->root().json() : read.error().message;
}

std::string page()
{
    return quoted("{'data': [{'id': 182483948009279264, 'name': 'M\\u00fcller \\ud83d\\ude00', 'price': 0.10, 'tags': ['a', 'b\\n'], "
                  "'on': true, 'off': false, 'none': null, 'deep': {'x': {'y': [[-1.5E+3]]}}}], 'meta': {'next': 'abc/\\/'}}");
}

} // namespace

class RestJsonTest : public QObject {
    Q_OBJECT

private slots:
    void numbersStayTheTextTheyWere()
    {
        const auto tree = test::tree("{'a': 18446744073709551616, 'b': 0.10, 'c': -1.5E+3, 'd': 1e400, 'e': -0}");
        const auto root = tree.root();
        QCOMPARE(root.member("a").text(), std::string_view("18446744073709551616"));
        QCOMPARE(root.member("b").text(), std::string_view("0.10"));
        QCOMPARE(root.member("c").text(), std::string_view("-1.5E+3"));
        QCOMPARE(root.member("d").text(), std::string_view("1e400"));
        QCOMPARE(root.member("e").text(), std::string_view("-0"));
    }

    void textsAreUnescaped()
    {
        const auto read = readJson(page());
        QVERIFY(read);
        const auto first = read->root().member("data").at(0);
        QCOMPARE(first.member("name").text(), std::string_view("M\xC3\xBCller \xF0\x9F\x98\x80"));
        QCOMPARE(first.member("tags").at(1).text(), std::string_view("b\n"));
        QCOMPARE(read->root().member("meta").member("next").text(), std::string_view("abc//"));
        QCOMPARE(first.member("on").type(), JsonType::True);
        QVERIFY(first.member("none").isAbsent());
        QVERIFY(first.member("nothing").isAbsent());
        QCOMPARE(first.member("deep").json(), quoted("{'x':{'y':[[-1.5E+3]]}}"));
    }

    void keysAreUnescapedAndFound()
    {
        const auto tree = test::tree("{'error message': 1, '@odata.\\u006eextLink': 2, '': 3}");
        QCOMPARE(tree.root().member("error message").text(), std::string_view("1"));
        QCOMPARE(tree.root().member("@odata.nextLink").text(), std::string_view("2"));
        QCOMPARE(tree.root().member("").text(), std::string_view("3"));
    }

    void listsAndObjectsAreWalkedInOrder()
    {
        const auto tree = test::tree("{'b': [1, [2, 3], {'x': 4}], 'a': {}}");
        std::string walked;
        for (const auto member : tree.root())
            walked += std::string(member.key()) + "=" + member.json() + ";";
        QCOMPARE(walked, quoted("b=[1,[2,3],{'x':4}];a={};"));
        QCOMPARE(tree.root().member("b").size(), size_t(3));
        QCOMPARE(tree.root().member("b").at(2).member("x").text(), std::string_view("4"));
        QVERIFY(tree.root().member("b").at(3).isAbsent());
    }

    void aPartCanBeKeptByItself()
    {
        JsonTree kept;
        {
            const auto whole = readJson(page());
            QVERIFY(whole);
            kept = JsonTree::copyOf(whole->root().member("data").at(0));
        }
        QCOMPARE(kept.root().member("id").text(), std::string_view("182483948009279264"));
        QCOMPARE(kept.root().member("deep").member("x").member("y").at(0).at(0).text(), std::string_view("-1.5E+3"));
        QVERIFY(JsonTree::copyOf({}).root().isAbsent());
    }

    void scalarsMayStandAlone()
    {
        for (const auto *text : {"null", " 12 ", "\"abc\"", "true", "[]", "{}"})
            QVERIFY2(readJson(text), text);
    }

    void aByteOrderMarkIsPassedOver()
    {
        const auto read = readJson("\xEF\xBB\xBF{\"a\": 1}");
        QVERIFY(read);
        QCOMPARE(read->root().member("a").text(), std::string_view("1"));
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, std::string text, const char *part) {
            QTest::newRow(name) << QByteArray::fromStdString(quoted(std::move(text))) << QString::fromUtf8(part);
        };
        row("empty", "", "the answer is empty");
        row("blank", " \n ", "the answer is empty");
        row("html", "\n<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page, not data");
        row("html in utf-16 bytes", std::string("<\0h\0t\0", 6), "is a web page, not data");
        row("twice", "{'a': 1,\n 'b': 2, 'a': 3}", "line 2, column 11: the member \"a\" stands twice");
        row("twice by escape", "{'a': 1, '\\u0061': 2}", "stands twice");
        row("nan", "{'a': NaN}", "column 7: ");
        row("infinity", "[-Infinity]", "\"-Infinity\" is no value that JSON knows");
        row("word", "[nul]", "no value that JSON knows");
        row("word2", "[truex]", "no value that JSON knows");
        row("leading zero", "[007]", "\"007\" is no value that JSON knows");
        row("plus", "[+1]", "column 2: ");
        row("point", "[1.]", "\"1.\" is no value");
        row("exponent", "[1e]", "\"1e\" is no value");
        row("hex", "[0x10]", "is no value");
        row("cut in list", "[1, 2", "line 1, column 6: the answer ends in the middle");
        row("cut in text", "{'a': 'bc", "ends in the middle");
        row("garbage", "{'a': 1} x", "line 1");
        row("second document", "{'a': 1}{'b': 2}", "something stands behind it");
        row("second list", "[1][2]", "something stands behind it");
        row("behind a text", "'a': 1", "something stands behind it");
        row("behind a number", "12 [1]", "something stands behind it");
        row("behind null", "null, 1", "something stands behind it");
        row("missing comma", "[1 2]", "missing near here");
        row("missing colon", "{'a' 1}", "missing near here");
        row("colon in list", "['a': 1]", "missing near here");
        row("colon deep in list", "[['a': 1], [2]]", "missing near here");
        row("trailing comma", "[1,]", "a value is needed here");
        row("trailing comma in object", "{'a': 1,}", "missing near here");
        row("wrong bracket", "[1}", "ends in the middle");
        row("wrong bracket inside", "{'a': [1}]}", "missing near here");
        row("bad escape", "['\\x41']", "a backslash stands before a letter that needs none");
        row("half a pair", "['\\ud83d']", "\\u is not followed");
        row("short unicode", "['\\u12']", "\\u is not followed");
        row("control character", "['a\x01']", "control character");
        row("utf-8", "{'a': 'x', \n 'b': '\xFF'}", "line 2, column 8: the answer is not UTF-8");
        row("latin-1", "{'a': 'M\xFCller'}", "not UTF-8");
        row("single word", "hello", "");
    }

    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        const auto error = errorOf(text.toStdString());
        QVERIFY2(error.find(part.toStdString()) != std::string::npos && error.find("was read") == std::string::npos, error.c_str());
    }

    void depthIsLimited()
    {
        const auto nested = [](size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
        QVERIFY(readJson(nested(64)));
        QVERIFY(errorOf(nested(65)).find("more than 64 levels") != std::string::npos);
        QVERIFY(errorOf(nested(10'000)).find("more than 64 levels") != std::string::npos);
        QVERIFY(errorOf(std::string(10'000, '[')).find("levels") != std::string::npos
            || errorOf(std::string(10'000, '[')).find("middle") != std::string::npos);
    }

    // Members beyond a few are compared another way.
    void manyMembersAreComparedToo()
    {
        std::string text = "{";
        for (int i = 0; i < 500; ++i)
            text += "\"member" + std::to_string(i) + "\": " + std::to_string(i) + ", ";
        QVERIFY(readJson(text + "\"last\": 1}"));
        QVERIFY(errorOf(text + "\"member7\": 1}").find("\"member7\" stands twice") != std::string::npos);
    }

    void everyCutOfAPageIsRefused()
    {
        const auto whole = page();
        QVERIFY(readJson(whole));
        for (size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(!readJson(whole.substr(0, size)), std::to_string(size).c_str());
    }

    // Whatever is read of a damaged page is written back and read again to the same: no value is made up.
    void damagedPagesAreRefusedOrReadWhole()
    {
        std::mt19937 random(20260731);
        const auto whole = page();
        const std::string signs = "{}[]\":,\\0019eEtfn.- \x80\xFF\x01";
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            auto text = whole;
            for (auto changes = random() % 3 + 1; changes > 0; --changes)
                text[random() % text.size()] = signs[random() % signs.size()];
            const auto read = readJson(text);
            if (!read) {
                ++refused;
                continue;
            }
            const auto written = read->root().json();
            const auto again = readJson(written);
            QVERIFY2(again && again->root().json() == written, text.c_str());
        }
        QVERIFY(refused > 10'000);
    }

    void aReaderIsGoodForTheNextPage()
    {
        JsonReader reader;
        JsonTree tree;
        QVERIFY(reader.read(page(), tree));
        QVERIFY(!reader.read("[1, 2", tree));
        QVERIFY(tree.root().isAbsent());
        QVERIFY(reader.read(quoted("{'a': 'b'}"), tree));
        QCOMPARE(tree.root().member("a").text(), std::string_view("b"));
    }

    void linesAreKnownWhereAsked()
    {
        const auto read = readJson(quoted("{\n 'a': 1,\n 'b': {\n  'c': 'x\\ny'}, 'd': 2}"), JsonReader::Lines::Keep);
        QVERIFY(read);
        QCOMPARE(read->root().line(), 1);
        QCOMPARE(read->root().member("a").line(), 2);
        QCOMPARE(read->root().member("b").line(), 3);
        QCOMPARE(read->root().member("b").member("c").line(), 4);
        QCOMPARE(read->root().member("d").line(), 4);
    }
};

} // namespace rest_json_test

BR_TEST(rest_json, RestJsonTest)
#include "rest_json.moc"
