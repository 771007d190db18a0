// The big list: columns give the rows back, filter and facets agree with row-by-row evaluation, order is stable, speed is told.
#include "ui/models/discrepancytable.h"

#include "tests/run/registered.h"
#include "tests/ui_discrepancies/world.h"
#include "ui/models/ordering.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <map>

using namespace br;
using namespace Qt::StringLiterals;

namespace discrepancytable_test {

namespace {

Query parsed(const char *text)
{
    auto query = Query::parse(std::string_view(text));
    if (!query)
        qFatal("%s: %s", text, query.error().message.c_str());
    return *query;
}

std::vector<std::string> keysOf(const DiscrepancyTable &table)
{
    std::vector<std::string> keys;
    for (int r = 0; r < table.rowCount(); ++r)
        keys.push_back(table.keyOf(r));
    return keys;
}

const char *const queries[] = {"", "edr", "microsoft", "under", "client:juniper", "client:=\"Lumen Studio\"", "-client:juniper",
    "client:none", "-client:none", "service:exchange", "service:=\"exchange online plan 1\"", "service:none", "vendor:pax8|duo",
    "source:none", "kind:under", "kind:stale|unverified", "status:todo", "status:approved|accepted", "-status:todo impact:>100",
    "impact:-50..50", "impact:none", "-impact:none", "billed:none", "counted:0", "delta:>=5", "delta:<0 kind:no_usage", "quantity:2",
    "notes:>0", "since:2026-08", "until:2026-11", "from:2026-11-01", "target:>10", "note:notice", "by:dana", "account:wren",
    "meter:*add-on*", "key:anna", "key:underbilled/c1/", "currency:eur", "cloud* kind:over", "ar?hitects", "-dental -clinic edr|mail",
    "vendor:huntress status:open impact:>20 client:vets|law|legal"};

} // namespace

class DiscrepancyTableTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_rows = world::rows(2000);
        m_table.setRows(DiscrepancyColumns::from(world::month(), m_rows));
        QCOMPARE(m_table.rowCount(), 2000);
    }

    void columnsGiveTheRowsBack()
    {
        const auto &columns = m_table.values();
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const auto back = columns.row(i);
            const auto &row = m_rows[i];
            QCOMPARE(back.key, row.key);
            QVERIFY(back.discrepancy == row.discrepancy);
            QVERIFY(back.state == row.state && back.until == row.until && back.effective == row.effective
                && back.targetQuantity == row.targetQuantity);
            QVERIFY(
                back.clientName == row.clientName && back.serviceName == row.serviceName && back.otherServiceName == row.otherServiceName);
            QVERIFY(back.accountName == row.accountName && back.meterName == row.meterName && back.sources == row.sources);
            QVERIFY(
                back.reason == row.reason && back.decidedBy == row.decidedBy && back.decidedAt == row.decidedAt && back.notes == row.notes);
        }
    }

    void filterAgreesWithTheLanguage()
    {
        for (const auto *text : queries) {
            const auto query = parsed(text);
            std::vector<std::string> expected;
            for (const auto &row : m_rows) {
                if (query.matches(row))
                    expected.push_back(row.key);
            }
            m_table.setQuery(query);
            QVERIFY2(keysOf(m_table) == expected,
                qPrintable(u"%1: %2 rows, expected %3"_s.arg(QLatin1String(text)).arg(m_table.rowCount()).arg(expected.size())));
        }
        m_table.setQuery(Query());
    }

    void aFacetIgnoresItsOwnChoice()
    {
        // By hand: 2000 rows; the kind facet of "kind:overbilled client:juniper" counts all kinds of Juniper, and its money.
        m_table.setQuery(parsed("kind:overbilled client:juniper"));
        std::map<Kind, std::pair<int, Decimal>> expected;
        for (const auto &row : m_rows) {
            if (row.clientName != "Juniper Accountancy")
                continue;
            auto &[count, sum] = expected[row.discrepancy.kind];
            ++count;
            if (row.discrepancy.impact)
                sum += *row.discrepancy.impact;
        }
        const auto facets = m_table.facets();
        const auto &kinds = facets.values[static_cast<size_t>(Facet::Kind)];
        QCOMPARE(kinds.size(), expected.size());
        QVERIFY(kinds.size() > 3);
        for (const auto &value : kinds) {
            const auto &[count, sum] = expected[static_cast<Kind>(value.code)];
            QCOMPARE(value.rows, count);
            if (!value.money.empty())
                QCOMPARE(value.money.front().amount.raw(), sum.raw());
        }
        // The client facet ignores the client: every client that has an overbilled row is offered.
        std::map<std::string, int> clients;
        for (const auto &row : m_rows) {
            if (row.discrepancy.kind == Kind::Overbilled)
                ++clients[row.clientName];
        }
        std::map<std::string, int> offered;
        for (const auto &value : facets.values[static_cast<size_t>(Facet::Client)])
            offered[value.value] += value.rows;
        QVERIFY(offered == clients);
        m_table.setQuery(Query());
    }

    void totalsAreTheSumsOfTheRows()
    {
        m_table.setQuery(parsed("vendor:pax8"));
        Decimal missed, over, open;
        int openRows = 0;
        for (const auto &row : m_rows) {
            if (row.sources != std::vector<std::string>{"pax8"})
                continue;
            const bool isOpen = row.state == State::Open || row.state == State::InReview || row.state == State::Outdated;
            openRows += isOpen;
            if (!row.discrepancy.impact)
                continue;
            (row.discrepancy.impact->sign() > 0 ? missed : over) += *row.discrepancy.impact;
            if (isOpen)
                open += *row.discrepancy.impact;
        }
        const auto totals = m_table.shownTotals();
        QCOMPARE(totals.sums.size(), size_t{1});
        QCOMPARE(totals.sums[0].missed.raw(), missed.raw());
        QCOMPARE(totals.sums[0].over.raw(), over.raw());
        QCOMPARE(totals.sums[0].open.raw(), open.raw());
        QCOMPARE(totals.open, openRows);
        m_table.setQuery(Query());
    }

    void sortIsStableAndUnknownIsLast()
    {
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            for (int column = 0; column < m_table.columnCount(); ++column) {
                m_table.sort(column, order);
                std::map<std::string, size_t> place;
                for (size_t i = 0; i < m_rows.size(); ++i)
                    place[m_rows[i].key] = i;
                bool sawUnknown = false;
                for (int r = 0; r < m_table.rowCount(); ++r) {
                    const auto cell = m_table.cellAt(m_table.index(r, column));
                    const bool isUnknown = cell.text == u"–"_s;
                    if (column >= DiscrepancyTable::BilledColumn && column <= DiscrepancyTable::ImpactColumn
                        && column != DiscrepancyTable::ChangeColumn) {
                        QVERIFY2(!sawUnknown || isUnknown, qPrintable(u"column %1"_s.arg(column)));
                        sawUnknown = sawUnknown || isUnknown;
                    }
                    if (r > 0 && cell.text == m_table.cellAt(m_table.index(r - 1, column)).text && column == DiscrepancyTable::KindColumn)
                        QVERIFY(place[m_table.keyOf(r - 1)] < place[m_table.keyOf(r)]);
                }
            }
        }
        m_table.sort(DiscrepancyTable::ImpactColumn, Qt::DescendingOrder);
        QVERIFY(m_table.row(0).discrepancy.impact->abs() >= m_table.row(1).discrepancy.impact->abs());
        m_table.sort(-1);
    }

    void radixOrderIsTheOrderOfASort()
    {
        std::vector<uint64_t> keys;
        for (const int64_t value : {5, -5, 0, 70000, -70000, 5, 1, 0})
            keys.push_back(orderKey(value, DiscrepancyColumns::unknown, false));
        keys.push_back(orderKey(DiscrepancyColumns::unknown, DiscrepancyColumns::unknown, true));
        QCOMPARE(stableOrder(keys), (std::vector<uint32_t>{4, 1, 2, 7, 6, 0, 5, 3, 8}));
    }

    void decidedRowsAreReplacedInPlace()
    {
        auto row = m_table.row(3);
        row.state = State::Dismissed;
        row.reason = "Internal use, as agreed";
        m_table.replaceRows({row});
        QCOMPARE(m_table.stateOf(3), State::Dismissed);
        QCOMPARE(m_table.row(3).reason, std::string("Internal use, as agreed"));
        m_table.setQuery(parsed("status:todo"));
        QCOMPARE(m_table.shownRowOf(row.key), -1);
        QVERIFY(m_table.isOpen(m_table.nextOpen(0)));
        m_table.setQuery(Query());
    }

    void keepsTheModelContract()
    {
        DiscrepancyTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setRows(DiscrepancyColumns::from(world::month(), world::rows(50)));
        table.setQuery(parsed("kind:under"));
        table.sort(DiscrepancyTable::ClientColumn);
        QCOMPARE(table.cellAt(table.index(0, DiscrepancyTable::KindColumn)).code, static_cast<int>(Kind::Underbilled));
    }

    void speedOfAMillionRows()
    {
        auto columns = DiscrepancyColumns::from(world::month(), m_rows);
        QElapsedTimer timer;
        timer.start();
        const auto base = world::rows(20'000);
        DiscrepancyColumns million;
        million.period = world::month();
        for (int n = 0; n < 50; ++n) {
            for (const auto &row : base)
                million.append(row);
        }
        qInfo("1,000,000 rows appended: %lld ms", timer.restart());
        DiscrepancyTable table;
        table.setRows(std::move(million));
        qInfo("shown: %lld ms", timer.restart());
        for (const auto *text : {"microsoft", "client:juniper kind:under", "impact:>100", "-status:approved vendor:pax8"}) {
            const auto query = parsed(text);
            timer.restart();
            table.setQuery(query);
            qInfo("filter %s: %lld ms, %d rows", text, timer.elapsed(), table.rowCount());
        }
        timer.restart();
        const auto facets = table.facets();
        const auto sums = table.shownTotals();
        qInfo("facets and totals: %lld ms, %zu kinds, %d rows", timer.elapsed(), facets.values[0].size(), sums.rows);
        table.setQuery(Query());
        for (const int column :
            {int(DiscrepancyTable::ImpactColumn), int(DiscrepancyTable::ClientColumn), int(DiscrepancyTable::SubjectColumn)}) {
            timer.restart();
            table.sort(column, Qt::DescendingOrder);
            qInfo("sort by %s: %lld ms", qUtf8Printable(table.columns()[static_cast<size_t>(column)].id), timer.elapsed());
        }
        QCOMPARE(table.rowCount(), 1'000'000);
    }

private:
    std::vector<DiscrepancyRow> m_rows;
    DiscrepancyTable m_table;
};

} // namespace discrepancytable_test

BR_TEST(discrepancytable, DiscrepancyTableTest)
#include "discrepancytable.moc"
