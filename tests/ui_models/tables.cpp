// The table contract and cells: sort by value, unknown last, exact numbers, copying that no spreadsheet takes for a formula.
#include "tests/run/registered.h"
#include "ui/models/rowsmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace br;
using namespace Qt::StringLiterals;

namespace tables_test {

namespace {

struct Row {
    std::string name;
    std::optional<Units> count;
    std::optional<Decimal> money;
};

const Currency eur = Currency::parse("EUR").value();

std::vector<RowColumn<Row>> columns()
{
    return {
        {{.id = u"name"_s, .title = u"Name"_s}, [](const Row &r) { return textCell(r.name); }},
        {{.id = u"count"_s, .title = u"Count"_s, .kind = CellKind::Number}, [](const Row &r) { return numberCell(r.count); }},
        {{.id = u"money"_s, .title = u"Money"_s, .kind = CellKind::Money}, [](const Row &r) { return moneyCell(r.money, eur); }},
    };
}

std::vector<Row> rows()
{
    return {{"beta", Units::fromInt(9), Decimal::fromInt(-3)}, {"Alpha", Units::fromInt(10), Decimal::fromRaw(12'345'000)},
        {"gamma", {}, {}}, {"=HYPERLINK(1)", Units::fromInt(100), Decimal::fromInt(0)}};
}

RowsModel<Row> *made(QObject *parent)
{
    auto *model = new RowsModel<Row>(
        columns(), [](const Row &r) { return QString::fromStdString(r.name); }, parent);
    model->setRows(rows());
    return model;
}

} // namespace

class TablesTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void showsRowsAsText()
    {
        QObject owner;
        auto *model = made(&owner);
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->asText(),
            u"  beta | 9 | −3.00 EUR\n"
            "  Alpha | 10 | +1,234.50 EUR\n"
            "  gamma | – | –\n"
            "  =HYPERLINK(1) | 100 | 0.00 EUR\n"_s.replace(u" EUR"_s, QString(QChar(0xA0)) + u"EUR"_s));
    }

    void sortsByValueAndUnknownGoesLastBothWays()
    {
        QObject owner;
        auto *model = made(&owner);
        model->sort(1, Qt::AscendingOrder);
        QStringList names;
        const auto read = [&] {
            names.clear();
            for (int r = 0; r < model->rowCount(); ++r)
                names << model->index(r, 0).data(KeyRole).toString();
            return names;
        };
        QCOMPARE(read(), QStringList({u"beta"_s, u"Alpha"_s, u"=HYPERLINK(1)"_s, u"gamma"_s})); // 9 < 10 < 100: not by text
        model->sort(1, Qt::DescendingOrder);
        QCOMPARE(read(), QStringList({u"=HYPERLINK(1)"_s, u"Alpha"_s, u"beta"_s, u"gamma"_s}));
        model->sort(0, Qt::AscendingOrder);
        QCOMPARE(read().mid(1), QStringList({u"Alpha"_s, u"beta"_s, u"gamma"_s})); // case does not matter
    }

    void selectionStaysOnItsRowWhileSorting()
    {
        QObject owner;
        auto *model = made(&owner);
        const QPersistentModelIndex alpha = model->index(1, 0);
        model->sort(1, Qt::DescendingOrder);
        QCOMPARE(alpha.row(), 1);
        model->sort(2, Qt::DescendingOrder);
        QCOMPARE(alpha.data(KeyRole).toString(), u"Alpha"_s);
    }

    void filtersByEveryWordInAnyColumn()
    {
        QObject owner;
        auto *model = made(&owner);
        QSignalSpy resets(model, &QAbstractItemModel::modelReset);
        model->setFilterText(u"ALPHA 1,234"_s);
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->totalRows(), 4);
        QCOMPARE(resets.count(), 1); // one reset, never row by row
        model->setFilterText(u"alpha beta"_s);
        QCOMPARE(model->rowCount(), 0);
    }

    void copiesPlainNumbersAndNoFormulas()
    {
        QObject owner;
        auto *model = made(&owner);
        QCOMPARE(model->copied({1, 3}, {0, 1, 2}, true), u"Name\tCount\tMoney\nAlpha\t10\t1234.50\n'=HYPERLINK(1)\t100\t0.00\n"_s);
        QCOMPARE(model->copied({0}, {2}, false), u"-3.00\n"_s);
    }

    void speaksWithTheColumnsName()
    {
        QObject owner;
        auto *model = made(&owner);
        QCOMPARE(model->index(0, 1).data(Qt::AccessibleTextRole).toString(), u"Count: 9"_s);
    }

    void numbersFollowTheLocaleExactly()
    {
        QCOMPARE(numberText(Decimal::fromRaw(-12'345'678'901)), u"−1,234,567.8901"_s);
        QCOMPARE(signedAmountText(Decimal::fromRaw(92'233'720'368'547'758), eur), u"+9,223,372,036,854.7758"_s + QChar(0xA0) + u"EUR"_s);
        QCOMPARE(signedNumberText(std::optional<Units>()), u"–"_s);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(amountText(Decimal::fromRaw(12'345'600), eur), u"1.234,56"_s + QChar(0xA0) + u"EUR"_s);
        QCOMPARE(dayText(Day::fromDate(2026, 10, 5)), u"05.10.2026"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
};

} // namespace tables_test

BR_TEST(tables, TablesTest)
#include "tables.moc"
