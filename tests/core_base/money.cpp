#include "core/base/money.h"
#include "tests/run/registered.h"

using namespace br;

namespace money_test {

namespace {

Currency currency(const char *code) { return *Currency::parse(code); }
CyclePrice price(const char *amount, int months = 1, const char *code = "EUR")
{
    return {*parseExactDecimal(amount), months, currency(code)};
}
Units units(const char *text) { return toUnits(*parseExactDecimal(text)); }

} // namespace

class MoneyTest final : public QObject {
    Q_OBJECT

private slots:
    void knowsCurrencies()
    {
        QCOMPARE(currency(" eur ").toString(), "EUR");
        QCOMPARE(currency("JPY").minorPlaces(), 0);
        QCOMPARE(currency("KWD").minorPlaces(), 3);
        QCOMPARE(currency("USD").minorPlaces(), 2);
        QVERIFY(Currency().isNone());
        for (const char *bad : {"", "EU", "EURO", "XYZ", "E R", "ED ", "D A", "12€", "€"})
            QVERIFY2(!Currency::parse(bad).ok(), bad);
    }

    void worksOutWorthWithOneRounding()
    {
        QCOMPARE(worth(units("3"), price("4.50"))->toString(2), "13.50");
        QCOMPARE(worth(units("1"), price("100", 12))->toString(2), "8.33");  // 8.3333…
        QCOMPARE(worth(units("6"), price("100", 12))->toString(2), "50.00"); // not 6 x 8.33
        QCOMPARE(worth(units("1"), price("10", 3))->toString(2), "3.33");
        QCOMPARE(worth(units("2"), price("10", 3))->toString(2), "6.67");
        QCOMPARE(worth(units("0.5"), price("0.01"))->toString(2), "0.01"); // half away from zero
        QCOMPARE(worth(units("-0.5"), price("0.01"))->toString(2), "-0.01");
        QCOMPARE(worth(units("1"), price("0.5", 1, "JPY"))->toString(), "1");
        QCOMPARE(worth(units("1"), price("0.0005", 1, "KWD"))->toString(3), "0.001");
        QVERIFY(!worth(Units::fromRaw(INT64_MAX), price("80000000000")));
    }

    void worksOutChangesOfPrice()
    {
        QCOMPARE(worthOfChange(units("4"), price("14.50"), price("25"))->toString(2), "42.00");
        QCOMPARE(worthOfChange(units("1"), price("10", 3), price("100", 12))->toString(2), "5.00"); // 8.3333 - 3.3333
        QVERIFY(!worthOfChange(units("1"), price("1", 1, "USD"), price("1", 1, "EUR")));
    }

    void comparesBeforeRounding()
    {
        QVERIFY(worthWithin(units("1"), price("10", 3), *parseExactDecimal("3.3334")));
        QVERIFY(!worthWithin(units("1"), price("10", 3), *parseExactDecimal("3.3333")));
        QVERIFY(worthWithin(units("-2"), price("5"), *parseExactDecimal("10")));
        QVERIFY(!worthWithin(units("2"), price("5.0001"), *parseExactDecimal("10")));
    }

    void showsPricesPerMonth()
    {
        QCOMPARE(price("100", 12).perMonth().toString(), "8.3333");
        QCOMPARE(price("-100", 3).perMonth().toString(), "-33.3333");
        QCOMPARE(price("0.0006", 12).perMonth().toString(), "0.0001");
        QCOMPARE(roundedToMinor(*parseExactDecimal("1.005"), currency("EUR")).toString(2), "1.01");
        QCOMPARE((Money{*parseExactDecimal("7"), currency("JPY")}.toString()), "7");
        QCOMPARE((Money{*parseExactDecimal("7"), currency("EUR")}.toString()), "7.00");
    }
};

} // namespace money_test

BR_TEST(money, MoneyTest)
#include "money.moc"
