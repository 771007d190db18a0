// Pricing: the adjustable line, what a difference is worth, and tolerance, worked out by hand.
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace pricing_test {

class Pricing final : public QObject {
    Q_OBJECT

private slots:
    void adjustableLineIsTheLargest();
    void adjustableLineTies();
    void onlyBillableSingleLinesAdjust();
    void fallsBackToDefaultThenList();
    void includedQuantity_data();
    void includedQuantity();
    void cyclesAreBroughtToAMonth();
    void currencies();
    void tolerance_data();
    void tolerance();
    void moneyTolerance();

private:
    static TestWorld counting(int counted);
};

TestWorld Pricing::counting(int counted)
{
    TestWorld world;
    world.service("edr", "EDR", "edr", "agent");
    world.link("edr", "t1", "c1");
    world.assets("edr", "t1", "agent", counted);
    return world;
}

void Pricing::adjustableLineIsTheLargest()
{
    auto world = counting(20);
    world.line("c1", "EDR", "5", "9");
    world.line("c1", "EDR", "7", "3");
    const auto position = world.run().positions.front();
    QCOMPARE(position.adjustableLine, LineId("L2"));
    QCOMPARE(position.adjustableQuantity, dec("7"));
    QCOMPARE(world.positions(), u"c1/edr 12|20 3 24.00 underbilled"_s);
}

void Pricing::adjustableLineTies()
{
    auto world = counting(1);
    world.line("c1", "EDR", "5", "1").effective = std::nullopt;
    world.line("c1", "EDR", "5", "2").effective = day("2025-01-01");
    world.line("c1", "EDR", "5", "3").effective = day("2026-01-01");
    QCOMPARE(world.run().positions.front().adjustableLine, LineId("L3")); // the latest
    world.line("c1", "EDR", "5", "4").effective = day("2026-01-01");
    world.facts.lines.back().id = LineId("L10"); // as text before L3
    QCOMPARE(world.run().positions.front().adjustableLine, LineId("L10"));
}

void Pricing::onlyBillableSingleLinesAdjust()
{
    auto world = counting(30);
    world.rules.services.front().billed.push_back({ProductId("BUNDLE"), dec("2")});
    world.line("c1", "BUNDLE", "9", "50"); // each is 2
    world.line("c1", "EDR", "8", "7").billable = false;
    world.line("c1", "EDR", "1", "6");
    QCOMPARE(world.run().positions.front().adjustableLine, LineId("L3"));
    QCOMPARE(world.positions(), u"c1/edr 27|30 6 18.00 underbilled"_s);
}

void Pricing::fallsBackToDefaultThenList()
{
    auto world = counting(15);
    world.line("c1", "EDR", "10").included = dec("4"); // a line without a price: its included quantity does not count either
    QCOMPARE(world.positions(), u"c1/edr 10|15 - - underbilled"_s);
    world.product("EDR", "2.5");
    QCOMPARE(world.positions(), u"c1/edr 10|15 2.5 12.50 underbilled"_s);
    world.rules.services.front().defaultPrice = dec("4.5");
    QCOMPARE(world.positions(), u"c1/edr 10|15 4.5 22.50 underbilled"_s);
    const auto position = world.run().positions.front();
    QCOMPARE(position.adjustableLine, LineId("L1")); // it can still be adjusted
    QCOMPARE(position.adjustableIncluded, Decimal());
    world.rules.services.front().defaultPrice.reset();
    world.rules.services.front().billed.push_back({ProductId("OTHER"), dec("2")});
    QCOMPARE(world.positions(), u"c1/edr 10|15 2.5 12.50 underbilled"_s); // still one product with each = 1
    world.rules.services.front().billed.back().each = dec("1");
    QCOMPARE(world.positions(), u"c1/edr 10|15 - - underbilled"_s); // two: not known which
}

void Pricing::includedQuantity_data()
{
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("included");
    QTest::addColumn<int>("counted");
    QTest::addColumn<QString>("impact");
    QTest::newRow("none") << u"10"_s << u"0"_s << 13 << u"30.00"_s;
    QTest::newRow("below the included") << u"10"_s << u"15"_s << 13 << u"0.00"_s;
    QTest::newRow("over the included") << u"10"_s << u"12"_s << 20 << u"80.00"_s; // 8 - 0
    QTest::newRow("from above it") << u"10"_s << u"4"_s << 13 << u"30.00"_s;      // 9 - 6
    QTest::newRow("down through it") << u"10"_s << u"4"_s << 1 << u"-60.00"_s;    // 0 - 6
}

void Pricing::includedQuantity()
{
    QFETCH(QString, quantity);
    QFETCH(QString, included);
    QFETCH(int, counted);
    QFETCH(QString, impact);
    auto world = counting(counted);
    world.line("c1", "EDR", quantity.toStdString(), "10").included = dec(included.toStdString());
    QCOMPARE(world.run().positions.front().impact, dec(impact.toStdString()));
}

void Pricing::cyclesAreBroughtToAMonth()
{
    auto world = counting(13);
    world.line("c1", "EDR", "10", "100");
    world.agreement("c1", "A-c1").cycle = BillingCycle::Annual;
    QCOMPARE(world.run().positions.front().impact, dec("25")); // 3 x 100 / 12, not 3 x 8.33
    world.facts.agreements.front().cycle = BillingCycle::Quarterly;
    world.facts.lines.front().unitPrice = dec("0.05");
    QCOMPARE(world.run().positions.front().impact, dec("0.05")); // 3 x 0.05 / 3
    world.facts.agreements.front().client = ClientId("c2");      // an agreement id that only another client states
    QCOMPARE(world.run().positions.front().impact, dec("0.05"));
    world.agreement("c1", "A-c1"); // the client's own goes first
    QCOMPARE(world.run().positions.front().impact, dec("0.15"));
    world.facts.lines.front().unitPrice = dec("0.0017"); // 3 x 0.0017 = 0.0051: half away from zero
    QCOMPARE(world.run().positions.front().impact, dec("0.01"));
}

void Pricing::currencies()
{
    auto world = counting(3);
    world.facts.workspaceCurrency = currency("JPY");
    world.line("c1", "EDR", "1", "10.4").currency = Currency();
    QCOMPARE(world.run().positions.front().price->currency, currency("JPY"));
    QCOMPARE(world.run().positions.front().impact, dec("21")); // 20.8 yen
    world.facts.lines.front().currency = currency("KWD");
    world.facts.lines.front().unitPrice = dec("0.0003");
    QCOMPARE(world.run().positions.front().impact, dec("0.001")); // 0.0006 to three places
    world.facts.lines.clear();
    world.rules.services.front().defaultPrice = dec("1");
    QCOMPARE(world.run().positions.front().price->currency, currency("JPY"));
    world.rules.services.front().currency = currency("USD");
    QCOMPARE(world.run().positions.front().price->currency, currency("USD"));
}

void Pricing::tolerance_data()
{
    QTest::addColumn<int>("counted"); // against 40 billed at 10
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("percent");
    QTest::addColumn<bool>("match");
    QTest::newRow("none") << 41 << u"0"_s << u"0"_s << false;
    QTest::newRow("quantity") << 42 << u"2"_s << u"0"_s << true;
    QTest::newRow("over quantity") << 43 << u"2"_s << u"0"_s << false;
    QTest::newRow("below") << 38 << u"2"_s << u"0"_s << true;
    QTest::newRow("percent") << 42 << u"1"_s << u"5"_s << true;
    QTest::newRow("over percent") << 43 << u"1"_s << u"7.4999"_s << false;
    QTest::newRow("on percent") << 43 << u"1"_s << u"7.5"_s << true;
    QTest::newRow("larger of both") << 43 << u"3"_s << u"5"_s << true;
}

void Pricing::tolerance()
{
    QFETCH(int, counted);
    QFETCH(QString, quantity);
    QFETCH(QString, percent);
    QFETCH(bool, match);
    auto world = counting(counted);
    world.line("c1", "EDR", "40", "10");
    world.rules.services.front().tolerance.quantity = dec(quantity.toStdString());
    world.rules.services.front().tolerance.percent = dec(percent.toStdString());
    QCOMPARE(world.run().positions.front().standing == Standing::Match, match);
    QCOMPARE(world.rows().isEmpty(), match);
}

void Pricing::moneyTolerance()
{
    auto world = counting(13);
    world.line("c1", "EDR", "10", "1.0014"); // 3.0042
    auto &tolerance = world.rules.services.front().tolerance;
    tolerance.money = dec("3.0041");
    QCOMPARE(world.run().positions.front().standing, Standing::Underbilled); // decided before rounding to 3.00
    world.rules.services.front().tolerance.money = dec("3.0042");
    QCOMPARE(world.run().positions.front().standing, Standing::Match);
    world.facts.lines.front().included = dec("20"); // nothing more to bill
    world.rules.services.front().tolerance.money = dec("0");
    QCOMPARE(world.run().positions.front().standing, Standing::Match);
    world.facts.lines.front().unitPrice.reset(); // unknown money is not within any tolerance
    QCOMPARE(world.run().positions.front().standing, Standing::Underbilled);
}

} // namespace pricing_test

BR_TEST(pricing, Pricing)
#include "pricing.moc"
