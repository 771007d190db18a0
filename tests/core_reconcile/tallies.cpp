// Tallies: which days are kept apart, when whole assets are needed, and the rule as text, worked out by hand.
#include "core/reconcile/tally.h"
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

#include <map>
#include <tuple>

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace tallies_test {

class Tallies final : public QObject {
    Q_OBJECT

private slots:
    void canonicalDays_data();
    void canonicalDays();
    void everyDayKeepsItsAnswers_data();
    void everyDayKeepsItsAnswers();
    void numbersInOrderOfDays_data();
    void numbersInOrderOfDays();
    void ruleForPeriod();
    void ruleAsText();
    void damagedRuleText_data();
    void damagedRuleText();
    void wholeWhereNeeded();
    void hashesAreNeverZero();
};

namespace {

TallyRule october() { return {day("2026-10-31"), {0, 7, 30}, {30, 60}}; }

std::string said(MaybeDay day) { return day ? day->toString() : "-"; }

} // namespace

void Tallies::canonicalDays_data()
{
    QTest::addColumn<QString>("days");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing known") << u"- - -"_s << u"- - -"_s;
    QTest::newRow("assigned") << u"2020-01-01 - -"_s << u"- - -"_s;
    QTest::newRow("assigned on D") << u"2026-10-31 - -"_s << u"- - -"_s;
    QTest::newRow("not yet assigned") << u"2026-12-24 2026-12-25 2020-01-01"_s << u"2026-11-01 - -"_s; // never live: the rest tells nothing
    QTest::newRow("ends later") << u"- 2027-01-01 -"_s << u"- - -"_s;
    QTest::newRow("ends on D") << u"- 2026-10-31 -"_s << u"- - -"_s;
    QTest::newRow("within 7 days of grace") << u"- 2026-10-30 -"_s << u"- 2026-10-24 -"_s;
    QTest::newRow("on the 7th day") << u"- 2026-10-24 -"_s << u"- 2026-10-24 -"_s;
    QTest::newRow("within 30 days") << u"- 2026-10-23 2020-01-01"_s << u"- 2026-10-01 2026-08-31"_s;
    QTest::newRow("beyond all grace") << u"- 2026-09-30 2020-01-01"_s << u"- 2026-09-30 -"_s;
    QTest::newRow("long beyond") << u"- 2020-01-01 -"_s << u"- 2026-09-30 -"_s;
    QTest::newRow("seen lately") << u"- - 2026-10-01"_s << u"- - -"_s; // 30 days: not stale
    QTest::newRow("31 days") << u"- - 2026-09-30"_s << u"- - 2026-09-01"_s;
    QTest::newRow("61 days") << u"- - 2026-08-31"_s << u"- - 2026-08-31"_s;
}

void Tallies::canonicalDays()
{
    QFETCH(QString, days);
    QFETCH(QString, expected);
    const auto parts = days.split(u' ');
    const auto part = [&](int i) { return parts[i] == u"-"_s ? std::nullopt : MaybeDay(day(parts[i].toStdString())); };
    const auto made = TallyDays(october()).canonical(part(0), part(1), part(2));
    QCOMPARE(toQString(said(made.assigned) + " " + said(made.ended) + " " + said(made.lastSeen)), expected);
    QVERIFY(TallyDays(october()).canonical(made.assigned, made.ended, made.lastSeen) == made); // doing it again changes nothing
}

void Tallies::everyDayKeepsItsAnswers_data()
{
    QTest::addColumn<QString>("rule");
    for (const auto *rule :
        {"grace 0,7,30 stale 30,60", "grace 0 stale -", "grace 0 stale 0", "grace 0,1,2,3 stale 1", "grace 0,45 stale 0,1,90"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void Tallies::everyDayKeepsItsAnswers()
{
    QFETCH(QString, rule);
    const auto made = TallyRule::fromText("1 2026-10-31 " + rule.toStdString()).value();
    const TallyDays days(made);
    for (int ago = -70; ago <= 100; ++ago) {
        const auto when = made.asOf.plusDays(-ago);
        for (const int grace : made.graceDays) {
            const auto limit = made.asOf.plusDays(-grace);
            const auto ended = days.canonical(std::nullopt, when, std::nullopt).ended;
            QCOMPARE(!ended || *ended >= limit, when >= limit);
        }
        for (const int stale : made.staleAfterDays) {
            const auto limit = made.asOf.plusDays(-stale);
            const auto seen = days.canonical(std::nullopt, std::nullopt, when).lastSeen;
            QCOMPARE(seen && *seen < limit, when < limit);
        }
        const auto assigned = days.canonical(when, std::nullopt, std::nullopt).assigned;
        QCOMPARE(!assigned || *assigned <= made.asOf, when <= made.asOf);
    }
}

void Tallies::numbersInOrderOfDays_data() { everyDayKeepsItsAnswers_data(); }

// Stored groups are sorted by number; a number's days have that number again.
void Tallies::numbersInOrderOfDays()
{
    QFETCH(QString, rule);
    const auto made = TallyRule::fromText("1 2026-10-31 " + rule.toStdString()).value();
    const TallyDays days(made);
    std::map<uint32_t, CanonicalDays> found;
    std::vector<MaybeDay> some{std::nullopt};
    for (int ago = -1; ago <= 92; ++ago)
        some.emplace_back(made.asOf.plusDays(-ago));
    for (const auto &ended : some) {
        for (const auto &seen : some)
            found.emplace(days.number(std::nullopt, ended, seen), days.canonical(std::nullopt, ended, seen));
    }
    found.emplace(days.number(some[1], std::nullopt, std::nullopt), days.canonical(some[1], std::nullopt, std::nullopt));
    const CanonicalDays *before = nullptr;
    for (const auto &[number, those] : found) {
        QCOMPARE(days.number(those.assigned, those.ended, those.lastSeen), number);
        QVERIFY(days.days(number) == those);
        if (before)
            QVERIFY(std::tie(before->assigned, before->ended, before->lastSeen) < std::tie(those.assigned, those.ended, those.lastSeen));
        before = &those;
    }
    QVERIFY(found.size() >= 3);
}

void Tallies::ruleForPeriod()
{
    Service service;
    service.graceDays = 45;
    service.staleAfterDays = 10;
    const auto rule = TallyRule::forPeriod(period("2026-02"), {service});
    QCOMPARE(rule.asOf, day("2026-02-28"));
    QVERIFY(rule.covers(day("2026-02-28"), 45, 10));
    QVERIFY(rule.covers(day("2026-02-28"), 0, std::nullopt));
    QVERIFY(!rule.covers(day("2026-02-27"), 0, std::nullopt));
    QVERIFY(!rule.covers(day("2026-02-28"), 46, std::nullopt));
    QVERIFY(!rule.covers(day("2026-02-28"), 0, 11));
    QVERIFY(std::ranges::is_sorted(rule.graceDays) && rule.graceDays.front() == 0);
}

void Tallies::ruleAsText()
{
    QCOMPARE(october().toText(), std::string("1 2026-10-31 grace 0,7,30 stale 30,60"));
    QVERIFY(TallyRule::fromText(october().toText()).value() == october());
    const TallyRule bare{day("2026-10-31"), {0}, {}};
    QVERIFY(TallyRule::fromText(bare.toText()).value() == bare);
}

void Tallies::damagedRuleText_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text :
        {u"", u"2 2026-10-31 grace 0 stale -", u"1 2026-02-30 grace 0 stale -", u"1 2026-10-31 grace 7 stale -",
            u"1 2026-10-31 grace 0,x stale -", u"1 2026-10-31 grace 7,0 stale -", u"1 2026-10-31 grace 0, stale -", u"1 2026-10-31 grace 0",
            u"1 2026-10-31 grace 0 stale - more", u"1 2026-10-31 grace - stale -", u"1 2026-10-31 grace 0,99999999999 stale -"})
        QTest::addRow("%s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void Tallies::damagedRuleText()
{
    QFETCH(QString, text);
    const auto rule = TallyRule::fromText(text.toStdString());
    QVERIFY(!rule && rule.error().code == Errc::Damaged);
}

void Tallies::wholeWhereNeeded()
{
    const auto rule = october();
    TestWorld world;
    auto &service = world.service("s", "", "edr", "a");
    const auto whole = [&](const TallyRule *given = nullptr) {
        const auto *used = given ? given : &rule;
        return wholeMeters(service, day("2026-10-31"), [used](const SourceName &source) {
            return source.text == "none" ? nullptr : used;
        }).size();
    };
    QCOMPARE(whole(), size_t{0});
    service.combine = Combine::Distinct;
    QCOMPARE(whole(), size_t{1});
    service.combine = Combine::Sum;
    service.counted.front().namePattern = " * ";
    QCOMPARE(whole(), size_t{0});
    service.counted.front().namePattern = "srv*";
    QCOMPARE(whole(), size_t{1});
    service.counted.front().namePattern.clear();
    service.graceDays = 1;
    QCOMPARE(whole(), size_t{1});
    service.graceDays = 7;
    service.staleAfterDays = 31;
    QCOMPARE(whole(), size_t{1});
    service.staleAfterDays = 60;
    const TallyRule september{day("2026-09-30"), {0, 7}, {60}};
    QCOMPARE(whole(&september), size_t{1});
    service.counted.push_back(service.counted.front()); // two entries of one meter, told apart by class or not
    service.counted.front().classes = {"Server"};
    QCOMPARE(whole(), size_t{1});
    service.counted.back().classes = {"workstation"};
    QCOMPARE(whole(), size_t{0});
    service.counted.back().classes = {" SERVER"};
    QCOMPARE(whole(), size_t{1});
    service.counted.back().measure = Measure::Used; // counts have no assets
    QCOMPARE(whole(), size_t{0});
    service.counted.front().source = SourceName("none"); // no rule: nothing was tallied
    QCOMPARE(whole(), size_t{1});
}

void Tallies::hashesAreNeverZero()
{
    QCOMPARE(keyHash("pc-1"), keyHash("pc-1"));
    QVERIFY(keyHash("pc-1") != keyHash("pc-2"));
    std::set<uint32_t> seen;
    for (int i = 0; i < 100'000; ++i)
        seen.insert(keyHash("asset-" + std::to_string(i)));
    QVERIFY(!seen.contains(0) && seen.size() > 99'980); // about one pair in 100,000 is expected to fall together
}

} // namespace tallies_test

BR_TEST(tallies, Tallies)
#include "tallies.moc"
