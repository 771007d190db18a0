// Seats: one key counted more than once, by each way to combine and over clients, worked out by hand.
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace seats_test {

class Seats final : public QObject {
    Q_OBJECT

private slots:
    void withinOneEntry();
    void overEntries_data();
    void overEntries();
    void acrossClients();
    void onlyWhatIsCounted();
    void oneAssetThroughTwoEntries();
    void candidatesOfTalliedMeters();

private:
    static TestWorld twoMeters(Combine combine);
    static QString duplicates(const TestWorld &world);
};

// Service s counts the meters a and b of edr; c1 has account t1, c2 has t2.
TestWorld Seats::twoMeters(Combine combine)
{
    TestWorld world;
    auto &service = world.service("s", "", "edr", "a");
    service.counted.push_back({SourceName("edr"), MeterId("b"), Measure::Assets, dec("1"), {}, {}, {}});
    service.combine = combine;
    world.link("edr", "t1", "c1");
    world.link("edr", "t2", "c2");
    return world;
}

QString Seats::duplicates(const TestWorld &world)
{
    QStringList kept;
    for (const auto &line : world.rows().split(u'\n')) {
        if (line.startsWith(u"duplicate_seat"_s))
            kept << line;
    }
    return kept.join(u'\n');
}

void Seats::withinOneEntry()
{
    for (const auto combine : {Combine::Sum, Combine::Max, Combine::Distinct}) {
        auto world = twoMeters(combine);
        world.asset("edr", "t1", "a", "PC-1");
        world.asset("edr", "t1", "a", " pc-1");
        world.asset("edr", "t1", "a", "pc-2");
        world.asset("edr", "t1", "a", "");
        world.asset("edr", "t1", "a", ""); // an empty key is nobody's
        QCOMPARE(duplicates(world), combine == Combine::Distinct ? u""_s : u"duplicate_seat/s/pc-1 at c1 quantity 2"_s);
        world.rules.services.front().distinctBy = DistinctBy::Id;
        QCOMPARE(duplicates(world), u""_s);
    }
}

void Seats::overEntries_data()
{
    QTest::addColumn<int>("combine");
    QTest::addColumn<QString>("row");
    QTest::newRow("sum") << int(Combine::Sum) << u"duplicate_seat/s/pc-1 at c1 quantity 2"_s;
    QTest::newRow("max") << int(Combine::Max) << u""_s;
    QTest::newRow("distinct") << int(Combine::Distinct) << u""_s;
}

void Seats::overEntries()
{
    QFETCH(int, combine);
    QFETCH(QString, row);
    auto world = twoMeters(static_cast<Combine>(combine));
    world.asset("edr", "t1", "a", "pc-1");
    world.asset("edr", "t1", "b", "pc-1");
    QCOMPARE(duplicates(world), row);
}

void Seats::acrossClients()
{
    struct Case {
        Combine combine;
        const char16_t *row;
    };
    for (const auto &c : {Case{Combine::Sum, u"duplicate_seat/s/pc-1 - quantity 4"}, // 3 at c1, 1 at c2
             Case{Combine::Max, u"duplicate_seat/s/pc-1 - quantity 3"},              // 2 within a, 1
             Case{Combine::Distinct, u"duplicate_seat/s/pc-1 - quantity 2"}}) {      // once each
        auto world = twoMeters(c.combine);
        world.asset("edr", "t1", "a", "pc-1");
        world.asset("edr", "t1", "a", "pc-1");
        world.asset("edr", "t1", "b", "pc-1");
        world.asset("edr", "t2", "b", "pc-1");
        QCOMPARE(duplicates(world), QString::fromUtf16(c.row));
        world.client("c2", "c1", true); // rolled up: one client now
        const auto atOne = duplicates(world);
        QVERIFY(c.combine == Combine::Distinct ? atOne.isEmpty() : atOne.startsWith(u"duplicate_seat/s/pc-1 at c1"_s));
    }
}

void Seats::onlyWhatIsCounted()
{
    auto world = twoMeters(Combine::Sum);
    world.asset("edr", "t1", "a", "pc-1");
    world.asset("edr", "t1", "a", "pc-1").ended = day("2026-01-01");
    QCOMPARE(duplicates(world), u""_s); // not live
    world.facts.assets.back().ended.reset();
    QCOMPARE(duplicates(world), u"duplicate_seat/s/pc-1 at c1 quantity 2"_s);
    world.rules.services.front().counted.front().classes = {"server"};
    world.facts.assets.front().assetClass = "server";
    QCOMPARE(duplicates(world), u""_s); // filtered
    world.rules.services.front().counted.front().classes.clear();
    world.sourceNamed("edr").hasCompleteBatch = false;
    QCOMPARE(duplicates(world), u""_s); // not verified
    world.sourceNamed("edr").hasCompleteBatch = true;
    world.rules.links.clear();
    QCOMPARE(duplicates(world), u""_s); // of nobody
}

void Seats::oneAssetThroughTwoEntries()
{
    auto world = twoMeters(Combine::Sum);
    world.rules.services.front().counted.back().meter = MeterId("a");
    world.asset("edr", "t1", "a", "pc-1");
    QCOMPARE(world.run().positions.front().counted, units("2"));
    QCOMPARE(duplicates(world), u"duplicate_seat/s/pc-1 at c1 quantity 2"_s); // it is billed twice
    world.rules.services.front().combine = Combine::Max;
    QCOMPARE(duplicates(world), u""_s);
}

void Seats::candidatesOfTalliedMeters()
{
    auto world = twoMeters(Combine::Sum);
    world.asset("edr", "t1", "a", "pc-1");
    world.asset("edr", "t1", "b", "pc-1");
    const auto expected = duplicates(world);
    QVERIFY(!expected.isEmpty());
    // The same with meter b tallied: the tally counts, the candidate only names.
    const auto candidate = world.facts.assets.back();
    world.facts.assets.pop_back();
    world.facts.wholeMeters.erase(candidate.meter);
    world.facts.looks = {{}};
    world.facts.tallies.push_back({candidate.account, candidate.meter, 0, 1, std::nullopt, std::nullopt, std::nullopt});
    world.facts.keyCandidates[ServiceId("s")] = {candidate};
    QCOMPARE(world.run().positions.front().counted, units("2"));
    QCOMPARE(duplicates(world), expected);
    world.facts.keyCandidates[ServiceId("s")].front().ended = day("2026-01-01");
    QCOMPARE(duplicates(world), u""_s);
}

} // namespace seats_test

BR_TEST(seats, Seats)
#include "seats.moc"
