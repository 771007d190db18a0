#include "core/base/period.h"
#include "core/base/clock.h"
#include "tests/run/registered.h"

using namespace br;

namespace period_test {

namespace {

Day day(const char *iso) { return *Day::parse(iso); }

// The definition, month by month: what begunMonths computes in one step.
int countedMonths(Day from, Day to)
{
    const bool isLastOfMonth = from.plusDays(1).month() != from.month();
    int months = 0;
    Day end = from; // of the months counted
    while (end < to) {
        end = from.plusMonths(++months);
        while (isLastOfMonth && end.plusDays(1).month() == end.month())
            end = end.plusDays(1);
    }
    return months;
}

} // namespace

class PeriodTest final : public QObject {
    Q_OBJECT

private slots:
    void readsDays()
    {
        QCOMPARE(day("1970-01-01").number(), 0);
        QCOMPARE(day("2026-10-31").number(), 20757);
        QCOMPARE(day("2024-02-29").toString(), "2024-02-29");
        for (const char *bad : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "31.10.2026", "2026/10/31", "1899-12-31",
                 "2026-10-31x", "+026-10-31"})
            QVERIFY2(!Day::parse(bad).ok(), bad);
    }

    void addsMonthsAtTheirEnds()
    {
        QCOMPARE(day("2026-01-31").plusMonths(1).toString(), "2026-02-28");
        QCOMPARE(day("2024-01-31").plusMonths(1).toString(), "2024-02-29");
        QCOMPARE(day("2026-01-31").plusMonths(2).toString(), "2026-03-31");
        QCOMPARE(day("2026-03-15").plusMonths(-3).toString(), "2025-12-15");
        QCOMPARE(day("2026-12-31").plusDays(1).toString(), "2027-01-01");
    }

    void knowsMonths()
    {
        const auto october = *Period::parse("2026-10");
        QCOMPARE(october.firstDay().toString(), "2026-10-01");
        QCOMPARE(october.lastDay().toString(), "2026-10-31");
        QCOMPARE(Period::parse("2024-02")->lastDay().toString(), "2024-02-29");
        QCOMPARE(Period::parse("2100-02")->lastDay().toString(), "2100-02-28");
        QCOMPARE(Period::parse("9999-12")->lastDay().toString(), "9999-12-31"); // there is no month after it
        QCOMPARE(Period::parse("1900-01")->firstDay().toString(), "1900-01-01");
        QCOMPARE(Period::parse("2026-12")->next().toString(), "2027-01");
        QCOMPARE(Period::parse("2026-01")->previous().toString(), "2025-12");
        QVERIFY(october.contains(day("2026-10-31")));
        QVERIFY(!october.contains(day("2026-11-01")));
        QVERIFY(october < october.next());
        for (const char *bad : {"", "2026-13", "2026-00", "2026-1", "202610", "2026-10-01", "october"})
            QVERIFY2(!Period::parse(bad).ok(), bad);
    }

    void countsBegunMonths()
    {
        QCOMPARE(begunMonths(day("2026-10-31"), day("2027-01-31")), 3);
        QCOMPARE(begunMonths(day("2026-10-31"), day("2026-11-01")), 1);
        QCOMPARE(begunMonths(day("2026-10-31"), day("2026-10-31")), 0);
        QCOMPARE(begunMonths(day("2026-10-31"), day("2026-10-01")), 0);
        QCOMPARE(begunMonths(day("2026-10-15"), day("2026-11-15")), 1);
        QCOMPARE(begunMonths(day("2026-10-15"), day("2026-11-16")), 2);
        QCOMPARE(begunMonths(day("2026-10-28"), day("2027-02-28")), 4); // not five: February just ends sooner
        QCOMPARE(begunMonths(day("2026-10-30"), day("2026-11-30")), 1);
        QCOMPARE(begunMonths(day("2026-02-28"), day("2026-03-31")), 1);
    }

    void countsBegunMonthsLikeTheDefinition()
    {
        const auto first = day("2023-12-25").number();
        for (int32_t from = first; from < first + 45; ++from) {
            for (int32_t to = from - 5; to < from + 460; ++to)
                QCOMPARE(
                    begunMonths(Day::fromNumber(from), Day::fromNumber(to)), countedMonths(Day::fromNumber(from), Day::fromNumber(to)));
        }
    }

    void tellsTheTime()
    {
        const auto now = SystemClock().nowUtc();
        QCOMPARE(now.size(), size_t{24});
        QVERIFY(now.back() == 'Z' && now[10] == 'T');
        QVERIFY(SystemClock().today() > day("2020-01-01"));
    }
};

} // namespace period_test

BR_TEST(period, PeriodTest)
#include "period.moc"
