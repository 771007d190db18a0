// SyncBoard: what a line at the terminal says while a source is read; the wait is counted down.
#include "app/cli/syncboard.h"

#include "app/cli/arguments.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::cli;
using std::chrono::seconds;

namespace syncboardtest_test {

class SyncBoardTest final : public QObject {
    Q_OBJECT

private slots:
    void lines()
    {
        const SourceName source("huntress");
        QCOMPARE(SyncBoard::lineOf(source, {}, seconds(0)), std::string("huntress: signing in"));
        ProgressStep step{"Reading", 250, 0, "Agents", 3, 0};
        QCOMPARE(SyncBoard::lineOf(source, step, seconds(9)), std::string("huntress: Agents, page 3, 250 rows"));
        step.total = 900;
        step.waitSeconds = 30;
        QCOMPARE(SyncBoard::lineOf(source, step, seconds(12)),
            std::string("huntress: Agents, page 3, 250 of 900 rows, the vendor asks to wait: 18 s"));
        QCOMPARE(SyncBoard::lineOf(source, step, seconds(30)), std::string("huntress: Agents, page 3, 250 of 900 rows"));
    }

    void optionsThatComeSeveralTimes()
    {
        const VerbInfo verb{
            "sync", {}, {{"FILE", {}}, {"NAME", {}, true, true}}, {{"set", "ID=VALUE", {}, false, true}, {"once", "X", {}}}, {}, {}};
        const auto given = Arguments::parse(verb, {"w.brw", "--set", "b=2", "--set=a=x=y"});
        QVERIFY(given.ok());
        QVERIFY(given->from(1).empty());
        QCOMPARE(given->all("set"), (std::vector<std::string>{"b=2", "a=x=y"}));
        QVERIFY(given->pairs("set").value() == (std::map<std::string, std::string>{{"a", "x=y"}, {"b", "2"}}));
        QVERIFY(!Arguments::parse(verb, {"w.brw", "--once", "1", "--once", "2"}));
        QVERIFY(!Arguments::parse(verb, {}));
        QCOMPARE(Arguments::parse(verb, {"w.brw", "a", "b"}).value().from(1).size(), size_t{2});
        for (const auto *wrong : {"noequals", "=x"})
            QVERIFY2(!Arguments::parse(verb, {"w.brw", "--set", wrong}).value().pairs("set"), wrong);
        QVERIFY(!Arguments::parse(verb, {"w.brw", "--set", "a=1", "--set", "a=2"}).value().pairs("set"));
    }
};

} // namespace syncboardtest_test

BR_TEST(syncboardtest, SyncBoardTest)
#include "syncboardtest.moc"
