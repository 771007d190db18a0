// Dates and number styles as files write them.
#include "core/tabular/datereader.h"
#include "core/tabular/numberstyle.h"
#include "core/tabular/xlsxbook.h"
#include "tests/run/registered.h"

using namespace br;

namespace datesandnumbers_test {

class DatesAndNumbers final : public QObject {
    Q_OBJECT

private slots:
    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("order");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *text, DateOrder order, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(order) << QByteArray(expected);
        };
        row("2026-10-31", DateOrder::Unknown, "2026-10-31");
        row("2026-10-31T23:30:00-05:00", DateOrder::Unknown, "2026-10-31"); // the day as written
        row("2026-10-31 08:00:00Z", DateOrder::Unknown, "2026-10-31");
        row("2026/10/31", DateOrder::Unknown, "2026-10-31");
        row("31.10.2026", DateOrder::MonthFirst, "2026-10-31");
        row("1.2.26", DateOrder::Unknown, "2026-02-01");
        row("10/31/2026", DateOrder::Unknown, "2026-10-31");
        row("31/10/2026", DateOrder::Unknown, "2026-10-31");
        row("3/4/2026", DateOrder::MonthFirst, "2026-03-04");
        row("3/4/2026 9:15:00 AM", DateOrder::DayFirst, "2026-04-03");
        row("3/4/2026", DateOrder::Unknown, "?");
        row("4/4/2026", DateOrder::Unknown, "2026-04-04");
        row("10-31-2026", DateOrder::MonthFirst, "2026-10-31");
        row("31/10/2026", DateOrder::MonthFirst, "");
        row("Oct 31, 2026 10:22:31 AM", DateOrder::Unknown, "2026-10-31");
        row("31 October 2026", DateOrder::Unknown, "2026-10-31");
        row("Sep 3rd 2026, 11:23", DateOrder::Unknown, "2026-09-03");
        row("46326", DateOrder::Unknown, "2026-10-31"); // spreadsheet serial
        row("46326.75", DateOrder::Unknown, "2026-10-31");
        row("20261031", DateOrder::Unknown, "2026-10-31");
        row("1793404800", DateOrder::Unknown, "2026-10-31"); // Unix seconds
        row("2026-02-30", DateOrder::Unknown, "");
        row("31.10.2026 x", DateOrder::Unknown, "");
        row("soon", DateOrder::Unknown, "");
        row("", DateOrder::Unknown, "");
        row("99999999999999999999", DateOrder::Unknown, "");
    }

    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, order);
        QFETCH(QByteArray, expected);
        const auto read = readDate(text.toStdString(), static_cast<DateOrder>(order));
        const auto shown = read.needsOrder ? std::string("?") : read.day ? read.day->toString() : std::string();
        QCOMPARE(QByteArray::fromStdString(shown), expected);
    }

    void serialsOfBothSystems()
    {
        QCOMPARE(dayOfSerial(1, false)->toString(), std::string("1900-01-01"));
        QCOMPARE(dayOfSerial(59, false)->toString(), std::string("1900-02-28"));
        QCOMPARE(dayOfSerial(61, false)->toString(), std::string("1900-03-01"));
        QCOMPARE(dayOfSerial(44864, true)->toString(), std::string("2026-10-31"));
        QVERIFY(!dayOfSerial(0.5, false));
        QVERIFY(!dayOfSerial(1e300, false));
    }

    void theColumnDecidesTheOrder()
    {
        DateOrderVote vote;
        vote.add("03/04/2026");
        QVERIFY(vote.isNeeded() && !vote.isProven());
        vote.add("25/04/2026");
        QCOMPARE(vote.order(), DateOrder::DayFirst);
        vote.add("04/25/2026");
        QVERIFY(vote.isContradictory());
        QCOMPARE(vote.order(), DateOrder::Unknown);
    }

    void theValuesDecideTheDecimalSign_data()
    {
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<bool>("semicolons");
        QTest::addColumn<char>("decimal");
        QTest::addColumn<bool>("guess");
        using L = QList<QByteArray>;
        QTest::newRow("plain") << L{"1", "2.5"} << false << '.' << false;
        QTest::newRow("comma") << L{"1", "2,5"} << false << ',' << false;
        QTest::newRow("both") << L{"1.234,50"} << false << ',' << false;
        QTest::newRow("both, other way") << L{"1,234.50"} << true << '.' << false;
        QTest::newRow("twice groups") << L{"1,234,567"} << false << '.' << false;
        QTest::newRow("open") << L{"1,234"} << false << '.' << true;
        QTest::newRow("open, semicolons") << L{"1,234"} << true << ',' << true;
        QTest::newRow("zero in front") << L{"0,125"} << false << ',' << false;
        QTest::newRow("with currency") << L{"4,50 \xE2\x82\xAC"} << false << ',' << false;
        QTest::newRow("words say nothing") << L{"n/a", "v1,2,x"} << false << '.' << false;
    }

    void theValuesDecideTheDecimalSign()
    {
        QFETCH(QList<QByteArray>, values);
        QFETCH(bool, semicolons);
        QFETCH(char, decimal);
        QFETCH(bool, guess);
        NumberStyleVote vote(semicolons);
        for (const auto &value : values)
            vote.add(value.toStdString());
        QCOMPARE(vote.style().decimal, decimal);
        QCOMPARE(vote.isGuess(), guess);
    }

    void numbersOfWorkbooksLookAsPeopleSeeThem()
    {
        QCOMPARE(spreadsheetNumber("4.4000000000000004"), std::string("4.4"));
        QCOMPARE(spreadsheetNumber("0.1"), std::string("0.1"));
        QCOMPARE(spreadsheetNumber("18"), std::string("18"));
        QCOMPARE(spreadsheetNumber("-2.9999999999999996"), std::string("-3"));
        QCOMPARE(spreadsheetNumber("1E-2"), std::string("0.01"));
        QCOMPARE(spreadsheetNumber("1.5E+3"), std::string("1500"));
        QCOMPARE(spreadsheetNumber("0.30000000000000004"), std::string("0.3"));
        QCOMPARE(spreadsheetNumber("1e400"), std::string("1e400"));
        QCOMPARE(spreadsheetNumber("x"), std::string("x"));
    }
};

} // namespace datesandnumbers_test

BR_TEST(datesandnumbers, DatesAndNumbers)
#include "datesandnumbers.moc"
