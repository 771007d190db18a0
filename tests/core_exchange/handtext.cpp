// What people write by hand: JSON read strictly, and texts that a spreadsheet must not run but that come back as they were.
#include "core/exchange/jsontree.h"
#include "core/exchange/rulecsv.h"
#include "tests/run/registered.h"

#include <QRandomGenerator>

using namespace br;

namespace handtext_test {

class HandTextTest final : public QObject {
    Q_OBJECT

private slots:
    void numbersStayAsWritten()
    {
        const auto root = parseJson(R"({"a": 0.10, "b": [-3, 1e400, "x\u00e9\ud83d\ude00\n"], "c": {"d": true, "e": null}})").value();
        QCOMPARE(root.find("a")->text, std::string("0.10"));
        QCOMPARE(root.find("b")->items[1].text, std::string("1e400"));
        QCOMPARE(root.find("b")->items[2].text, std::string("xé😀\n"));
        QVERIFY(root.find("c")->find("d")->flag);
        QVERIFY(root.find("c")->find("e")->isNull());
        QVERIFY(!root.find("z"));
    }

    void wrongJsonIsRefused()
    {
        for (const auto *text :
            {"", "{", "[", "\"", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "tru", "+1", ".5", "1.", "01", "-", "1e", "\"\\x\"",
                "\"\\ud83d\"", "\"\\u12\"", "\"a\nb\"", "1 2", "[1]]", "NaN", "Infinity", "'a'", "// x\n1", "{\"a\":1,\"a\":2}"})
            QVERIFY2(!parseJson(text), text);
        for (const auto *text : {"0", "-0.5e+3", "\"\"", " [ ] ", "{}", "\xEF\xBB\xBF[]", "[[[1]]]"})
            QVERIFY2(parseJson(text), text);
    }

    void noBytesBreakTheParser()
    {
        QRandomGenerator random(7);
        const std::string sample = R"([{"id": "a", "n": [1, -2.5e3, "x\u00e9"], "t": true, "o": {"p": null}}])";
        for (int i = 0; i < 50'000; ++i) {
            auto text = sample;
            for (auto n = random.bounded(4); n >= 0; --n)
                text[static_cast<size_t>(random.bounded(static_cast<int>(text.size())))] = static_cast<char>(random.bounded(256));
            const auto parsed
                = parseJson(std::string_view(text).substr(0, static_cast<size_t>(random.bounded(static_cast<int>(text.size()) + 1))));
            if (!parsed)
                QVERIFY(parsed.error().message.starts_with("line "));
        }
    }

    void guardedTextsComeBack()
    {
        for (const std::string text : {"", "a", "=1+1", "+49 30", "-5", "@x", "\tx", "\rx", "'=1", "''=1", "'", "''", "'a", "'a=", "a=1"}) {
            const auto guarded = guardedText(text);
            QCOMPARE(std::string(unguardedText(guarded)), text);
            QVERIFY2(guarded.empty() || std::string_view("=+-@\t\r").find(guarded.front()) == std::string_view::npos, guarded.c_str());
        }
        QCOMPARE(guardedText("a"), std::string("a"));
        QCOMPARE(guardedText("'a"), std::string("'a"));
    }
};

} // namespace handtext_test

BR_TEST(handtext, HandTextTest)
#include "handtext.moc"
