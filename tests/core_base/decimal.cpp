#include "core/base/decimal.h"
#include "tests/run/registered.h"

using namespace br;
using namespace Qt::StringLiterals;

namespace decimal_test {

namespace {

std::string read(const char *text, NumberStyle style = {})
{
    const auto parsed = parseDecimal(text, style);
    return parsed ? parsed->value.toString() + (parsed->rounded ? "~" : "") : "refused";
}

} // namespace

class DecimalTest final : public QObject {
    Q_OBJECT

private slots:
    void readsPlainNumbers()
    {
        QCOMPARE(read("0"), "0");
        QCOMPARE(read("12.5"), "12.5");
        QCOMPARE(read(" -3 "), "-3");
        QCOMPARE(read("+2"), "2");
        QCOMPARE(read("007.2500"), "7.25");
        QCOMPARE(read(".5"), "0.5");
        QCOMPARE(read("\xE2\x88\x92"
                      "4"),
            "-4");
        QCOMPARE(read("-0"), "0");
        QCOMPARE(read("89999999999.9999"), "89999999999.9999");
    }

    void roundsHalfAwayFromZeroAndSaysSo()
    {
        QCOMPARE(read("1.00004"), "1~");
        QCOMPARE(read("1.00005"), "1.0001~");
        QCOMPARE(read("-1.00005"), "-1.0001~");
        QCOMPARE(read("1.000049999"), "1~");
        QCOMPARE(read("2.123400000"), "2.1234");
    }

    void readsByStyle()
    {
        const NumberStyle german{',', '.'};
        QCOMPARE(read("1.234,56", german), "1234.56");
        QCOMPARE(read("1234,56", german), "1234.56");
        QCOMPARE(read("1.234.567", german), "1234567");
        const NumberStyle english{'.', ','};
        QCOMPARE(read("1,234.56", english), "1234.56");
        QCOMPARE(read("999,999", english), "999999");
    }

    void refusesGroupsThatAreNone()
    {
        const NumberStyle english{'.', ','};
        QCOMPARE(read("1,23", english), "refused");
        QCOMPARE(read("1234,567", english), "refused");
        QCOMPARE(read(",123", english), "refused");
        QCOMPARE(read("1,,234", english), "refused");
        QCOMPARE(read("1,234,56", english), "refused");
        QCOMPARE(read("1,234"), "refused");
    }

    void refusesWhatIsNoNumber_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", " ", "-", "+", ".", "NaN", "inf", "-Infinity", "1e5", "1E400", "0x10", "12a", "1 2", "(3.50)", "$5",
                 "5 EUR", "--1", "1.2.3", "90000000000", "99999999999999999999999999"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void refusesWhatIsNoNumber()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseDecimal(text.constData());
        QVERIFY(!parsed.ok());
        QVERIFY(!parsed.error().message.empty());
    }

    void eachRefusalHasItsOwnSentence()
    {
        QVERIFY(parseDecimal("").error().message.find("empty") != std::string::npos);
        QVERIFY(parseDecimal("1e400").error().message.find("scientific") != std::string::npos);
        QVERIFY(parseDecimal("90000000000").error().message.find("too large") != std::string::npos);
        QVERIFY(parseExactDecimal("1.00001").error().message.find("4 decimal places") != std::string::npos);
        QCOMPARE(parseExactDecimal("1.50000")->toString(), "1.5");
    }

    void writesText()
    {
        QCOMPARE(Decimal::fromRaw(-1).toString(), "-0.0001");
        QCOMPARE(Decimal::fromRaw(45'000).toString(2), "4.50");
        QCOMPARE(Decimal::fromInt(5).toString(), "5");
        QCOMPARE(Decimal::fromInt(5).toString(2), "5.00");
        QCOMPARE(Decimal::fromRaw(INT64_MIN).toString(), "-922337203685477.5808");
        QCOMPARE(Units::fromRaw(1).toString(), "0.00000001");
    }

    void multipliesExactlyOrNotAtAll()
    {
        QCOMPARE(multiply(*parseExactDecimal("0.0001"), *parseExactDecimal("0.0001"))->raw(), 1);
        QCOMPARE(multiply(*parseExactDecimal("12.5"), *parseExactDecimal("-4"))->toString(), "-50");
        QVERIFY(!multiply(*parseExactDecimal("80000000000"), *parseExactDecimal("10")));
        QCOMPARE(multiply(int64_t{3}, *parseExactDecimal("2.5"))->toString(), "7.5");
        QVERIFY(!multiply(int64_t{INT64_MAX}, *parseExactDecimal("2")));
        QVERIFY(!checkedAdd(Units::fromRaw(INT64_MAX), Units::fromRaw(1)));
        QCOMPARE(checkedAdd(Units::fromInt(2), Units::fromInt(-5))->toString(), "-3");
    }

    void narrowsUnitsHalfAwayFromZero()
    {
        QCOMPARE(toDecimal(Units::fromRaw(5'000)).raw(), 1);
        QCOMPARE(toDecimal(Units::fromRaw(4'999)).raw(), 0);
        QCOMPARE(toDecimal(Units::fromRaw(-5'000)).raw(), -1);
        QCOMPARE(toDecimal(Units::fromRaw(-4'999)).raw(), 0);
        QCOMPARE(toDecimal(Units::fromRaw(INT64_MAX)).raw(), INT64_MAX / 10'000 + 1);
        QCOMPARE(toUnits(*parseExactDecimal("89999999999.9999")).raw(), 8'999'999'999'999'990'000);
    }
};

} // namespace decimal_test

BR_TEST(decimal, DecimalTest)
#include "decimal.moc"
