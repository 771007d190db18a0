// Saved views of lists: kept by page and name, replaced by name, in the record, refused where they make no sense.
#include "core/workspace/viewing.h"

#include "core/workspace/deciding.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

using namespace br;

namespace viewing_test {

class ViewingTest final : public QObject {
    Q_OBJECT

private:
    static SavedView view(const char *page, const char *name, const char *query)
    {
        return {page, name, query, R"(["client","impact"])", "-impact", {}, {}};
    }

private slots:
    void keepsAndReplacesByPageAndName()
    {
        TestWorld world;
        auto &workspace = *world.workspace;
        const auto first = mustBe(saveView(workspace, view("discrepancies", "  Größte ", "impact:>100")));
        QCOMPARE(first.name, std::string("Größte"));
        QCOMPARE(first.by, std::string("Ada"));
        QCOMPARE(first.at, world.clock.nowUtc());
        mustBe(saveView(workspace, view("discrepancies", "Backups", "service:backup")));
        mustBe(saveView(workspace, view("clients", "Backups", "open:>0")));
        auto replaced = view("discrepancies", "Größte", "impact:>500 state:open");
        replaced.by = "Petr";
        replaced.columns.clear();
        mustBe(saveView(workspace, replaced));
        world.reopen();
        const auto found = mustBe(savedViews(*world.workspace, "discrepancies"));
        QCOMPARE(found.size(), size_t{2});
        QCOMPARE(found[0].name, std::string("Backups"));
        QCOMPARE(found[0].query, std::string("service:backup"));
        QCOMPARE(found[0].columns, std::string(R"(["client","impact"])"));
        QCOMPARE(found[0].sort, std::string("-impact"));
        QCOMPARE(found[1].query, std::string("impact:>500 state:open"));
        QCOMPARE(found[1].columns, std::string("[]"));
        QCOMPARE(found[1].by, std::string("Petr"));
        QCOMPARE(mustBe(savedViews(*world.workspace, "clients")).front().query, std::string("open:>0"));
        QVERIFY(mustBe(savedViews(*world.workspace, "sources")).empty());
    }

    void removesAndTellsTheRecord()
    {
        TestWorld world;
        auto &workspace = *world.workspace;
        mustBe(saveView(workspace, view("clients", "Mine", "x")));
        QCOMPARE(removeView(workspace, "clients", "Yours").error().code, Errc::NotFound);
        QCOMPARE(removeView(workspace, "discrepancies", "Mine").error().code, Errc::NotFound);
        mustBe(removeView(workspace, "clients", "Mine"));
        QVERIFY(mustBe(savedViews(workspace, "clients")).empty());
        const auto told = mustBe(events(workspace, 0, 2));
        QCOMPARE(told[0].what, std::string("view.remove"));
        QCOMPARE(told[1].what, std::string("view.save"));
        QCOMPARE(told[1].subject, std::string("clients/Mine"));
    }

    void refusesWhatMakesNoSense()
    {
        TestWorld world;
        QCOMPARE(saveView(*world.workspace, view("clients", "  ", "x")).error().code, Errc::InvalidInput);
        QCOMPARE(saveView(*world.workspace, view("", "Mine", "x")).error().code, Errc::InvalidInput);
        auto broken = view("clients", "Mine", "x");
        for (const char *columns : {"client", "{\"a\":1}", "[1,"}) {
            broken.columns = columns;
            const auto refused = saveView(*world.workspace, broken);
            QCOMPARE(refused.error().code, Errc::InvalidInput);
            QVERIFY(refused.error().message.find("Mine") != std::string::npos);
        }
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(saveView(*world.workspace, view("clients", "Mine", "x")).error().code, Errc::ReadOnly);
        QVERIFY(mustBe(savedViews(*world.workspace, "clients")).empty());
    }
};

} // namespace viewing_test

BR_TEST(viewing, ViewingTest)
#include "viewing.moc"
