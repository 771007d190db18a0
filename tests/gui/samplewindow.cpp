// The sample in the real window at 1280 x 800: links into the list, views, chips, the menu of a cell, keys of one's own, the
// trend, the choice of a sheet.
#include "core/base/loginname.h"
#include "core/workspace/billedworth.h"
#include "core/workspace/deciding.h"
#include "core/workspace/exporting.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/viewing.h"
#include "tests/gui/sampleworld.h"
#include "tests/run/registered.h"
#include "ui/mainwindow/username.h"
#include "ui/models/cells.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/pages/overview/monthfigures.h"
#include "ui/pages/overview/trendview.h"
#include "ui/pages/services/ruledoubts.h"
#include "ui/widgets/differencestrip.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/searchbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace br;

namespace samplewindow_test {

namespace {

const Period october = Period::fromMonth(2026, 10).value();

// Answers the next popup menu: triggers the action of this object name.
void whenMenuOpens(const QString &action, bool *found)
{
    QTimer::singleShot(60, qApp, [action, found] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        GuiWorld::picture(*menu, "menu");
        for (QAction *entry : menu->actions()) {
            if (entry->objectName() == action) {
                *found = true;
                menu->setActiveAction(entry);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        menu->close();
    });
}

} // namespace

class SampleWindowTest final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GuiWorld> m;

    Room *room() { return m->window->findChild<Room *>(); }
    ListTable *list() { return room()->list(); }
    DiscrepancyTable *table() { return room()->table(); }

    bool menuOnCell(int row, int column, const char *action)
    {
        const QModelIndex cell = table()->index(row, column);
        list()->setCurrentIndex(cell);
        list()->scrollTo(cell);
        const QPoint at = list()->visualRect(cell).center();
        bool found = false;
        whenMenuOpens(QLatin1String(action), &found);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list()->viewport(), &event);
        return found;
    }

    bool chooseView(const QString &name)
    {
        for (QAction *action : m->find<QMenu>("viewsMenu")->actions()) {
            if (action->objectName() == name) {
                action->trigger();
                return m->settles();
            }
        }
        return false;
    }

private slots:
    void initTestCase()
    {
        m = std::make_unique<GuiWorld>("samplewindow");
        // The first page: its first choice has the keyboard, arrows and Tab go on.
        auto *sample = m->find<QAbstractButton>("openSample");
        QTRY_VERIFY(sample->hasFocus());
        QTest::keyClick(sample, Qt::Key_Down);
        QVERIFY(m->find<QAbstractButton>("newWorkspace")->hasFocus());
        QTest::keyClick(m->find<QAbstractButton>("newWorkspace"), Qt::Key_Tab);
        auto *open = m->find<QAbstractButton>("openWorkspace");
        QVERIFY(open->hasFocus());
        m->prompts.files.push_back({}); // asked for a file, and given up
        QTest::keyClick(open, Qt::Key_Return);
        QVERIFY(m->prompts.files.empty());
        QVERIFY(openSample(*m, october));
    }

    void aLinkFillsTheListWithoutAGap()
    {
        m->find<QAbstractButton>("kind-underbilled")->click();
        QVERIFY(m->settles());
        QTRY_VERIFY(list()->isVisible());
        QVERIFY(table()->rowCount() > 0);
        for (int row = 0; row < table()->rowCount(); ++row)
            QCOMPARE(table()->row(row).discrepancy.kind, Kind::Underbilled);
        const auto *header = list()->horizontalHeader();
        int used = 0;
        for (int column = 0; column < header->count(); ++column)
            used += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
        const int gap = list()->viewport()->width() - used;
        QVERIFY2(gap >= 0 && gap <= 2, qPrintable(QStringLiteral("%1 pixels are left").arg(gap)));
        GuiWorld::picture(*m->window, "linked");
    }

    void moneyUntilADateIsToldApart()
    {
        room()->showQuery(QStringLiteral("kind:commitment"));
        QVERIFY(table()->rowCount() > 0);
        const Cell total = table()->cellAt(table()->index(0, DiscrepancyTable::ImpactColumn));
        QCOMPARE(total.prefix, QStringLiteral("in all"));
        bool isNumber = false;
        total.copy.toDouble(&isNumber);
        QVERIFY2(!isNumber, "pasted into a spreadsheet it must not be added to the months");
        list()->setCursorRow(0);
        QVERIFY(m->find<QLabel>("detailMoneyNote")->text().startsWith(QStringLiteral("in all until")));
        const auto facets = table()->facets().values[static_cast<size_t>(Facet::Client)];
        QCOMPARE(facets.size(), size_t{1}); // the client of the one commitment
        QVERIFY2(facets.front().money.empty(), "a sum until a date is not money a month of its client");
        room()->showQuery(QStringLiteral("kind:underbilled"));
        QVERIFY(table()->cellAt(table()->index(0, DiscrepancyTable::ImpactColumn)).prefix.isEmpty());
    }

    void theTraceSpeaksOfNames()
    {
        room()->showQuery(QStringLiteral("service:\"Business Basic\" -kind:commitment counted:>0"));
        QVERIFY(table()->rowCount() > 0);
        list()->setCursorRow(0);
        QVERIFY(m->settles());
        const QString line = m->find<QLabel>("detailTraceLine")->text();
        QVERIFY2(line.contains(QStringLiteral("Microsoft 365 Business Basic")), qPrintable(line));
        QVERIFY2(!line.contains(QStringLiteral("CFQ7TTC0LH18")), qPrintable(line));
    }

    void aShrunkSourceIsNotCalledImported()
    {
        QVERIFY(m->shows("overview"));
        const auto *health = m->find<QTableView>("sourceHealthTable")->model();
        QString told;
        for (int row = 0; row < health->rowCount(); ++row) {
            if (health->index(row, 0).data().toString() == QLatin1String("mailfilter"))
                told = health->index(row, 1).data().toString();
        }
        QCOMPARE(told, QStringLiteral("Shrunk: 4 of 9")); // rows of the two files
        QVERIFY(m->shows("sources"));
        const auto *sources = m->find<QTableView>("sourcesTable")->model();
        int shrunk = 0;
        for (int row = 0; row < sources->rowCount(); ++row)
            shrunk += sources->index(row, 2).data().toString().startsWith(QLatin1String("Shrunk"));
        QCOMPARE(shrunk, 1);
    }

    void theTrendIsWhatTheMonthsHold()
    {
        QVERIFY(m->shows("overview"));
        auto *trend = m->find<TrendView>("monthTrend");
        QCOMPARE(trend->trend().months.size(), size_t{3});
        // Worked out again from the rows themselves.
        Decimal missed;
        Decimal over;
        const auto rows = m->answerOf([](Workspace &workspace) { return discrepancyRows(workspace, october); });
        QVERIFY(rows.ok());
        for (const DiscrepancyRow &row : *rows) {
            const auto &impact = row.discrepancy.impact;
            if (!impact || row.discrepancy.kind == Kind::Commitment || row.discrepancy.currency != trend->trend().currency)
                continue;
            (impact->sign() > 0 ? missed : over) += *impact;
        }
        QVERIFY(trend->trend().months.back().missed == missed);
        QVERIFY(trend->trend().months.back().over == over);
        GuiWorld::picture(*m->window, "overview");
        trend->setFocus();
        QTest::keyClick(trend, Qt::Key_Left);
        QTest::keyClick(trend, Qt::Key_Return);
        QVERIFY(m->settles());
        auto *months = m->find<QComboBox>("periodChooser");
        QVERIFY(months);
        QVERIFY2(months->currentText().contains(QStringLiteral("Sep")), qPrintable(months->currentText()));
        m->window->choosePeriod(october);
        QVERIFY(m->settles());
    }

    void aSourceOfTheHealthListOpensWhereItIsLookedAt()
    {
        for (const char *wanted : {"sentinelone", "cove"}) {
            QVERIFY(m->shows("overview"));
            auto *health = m->find<ListTable>("sourceHealthTable");
            for (int row = 0; row < health->table()->rowCount(); ++row) {
                if (health->table()->index(row, 0).data().toString() == QLatin1String(wanted))
                    health->setCursorRow(row);
            }
            health->setFocus();
            QTest::keyClick(health, Qt::Key_Return);
            QVERIFY(m->settles());
            auto *sources = m->find<ListTable>("sourcesTable");
            QVERIFY(sources->isVisible());
            QCOMPARE(sources->table()->index(sources->cursorRow(), 0).data().toString(), QLatin1String(wanted));
        }
    }

    void everyFigureOfTheStripLeadsToItsRows()
    {
        QVERIFY(m->shows("overview"));
        auto *strip = m->find<DifferenceStrip>("overviewStrip");
        QSignalSpy positions(strip, &DifferenceStrip::positionsRequested);
        QSignalSpy queries(strip, &DifferenceStrip::queryRequested);
        strip->setFocus();
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(strip, Qt::Key_Left);
        QTest::keyClick(strip, Qt::Key_Return); // billed: what is compared, client by client
        QVERIFY(m->settles());
        QCOMPARE(positions.count(), 1);
        QVERIFY(m->find<QWidget>("clients")->isVisible());
        for (int box = 1; box < 6; ++box) {
            QVERIFY(m->shows("overview"));
            strip->setFocus();
            QTest::keyClick(strip, Qt::Key_Right);
            QTest::keyClick(strip, Qt::Key_Return);
        }
        QCOMPARE(positions.count() + queries.count(), 6);
    }

    void missedAndTooMuchAreNotNettedByKind()
    {
        MonthRows rows;
        for (const int amount : {300, -120, 40}) {
            DiscrepancyRow row;
            row.discrepancy.kind = Kind::StaleQuantity;
            row.discrepancy.impact = Decimal::fromInt(amount);
            row.discrepancy.currency = Currency::parse("EUR").value();
            rows.discrepancies.push_back(row);
        }
        const MonthFigures figures = monthFigures(rows);
        QCOMPARE(figures.kinds.size(), size_t{1});
        const KindFigure &stale = figures.kinds.front();
        QCOMPARE(stale.impact.size(), size_t{2});
        QCOMPARE(stale.impact[0].amount, Decimal::fromInt(340));
        QCOMPARE(stale.impact[1].amount, Decimal::fromInt(-120));
        QCOMPARE(stale.shown(), Decimal::fromInt(460).raw()); // of the bar
        // What a commitment costs until its end is no money a month: no bar among those, and behind them.
        rows.discrepancies.push_back(rows.discrepancies.front());
        rows.discrepancies.back().discrepancy.kind = Kind::Commitment;
        rows.discrepancies.back().discrepancy.impact = Decimal::fromInt(9000);
        const MonthFigures both = monthFigures(rows);
        QCOMPARE(both.kinds.size(), size_t{2});
        QCOMPARE(both.kinds[1].kind, Kind::Commitment);
        QCOMPARE(both.kinds[1].shown(), int64_t{0});
        QVERIFY(m->shows("overview"));
        const QString spoken = m->find<QAbstractButton>("kind-stale_quantity")->accessibleName();
        QVERIFY2(spoken.contains(u'+') && spoken.contains(QChar(0x2212)), qPrintable(spoken));
    }

    void theStripIsUsedByKeys()
    {
        QVERIFY(m->shows("overview"));
        auto *strip = m->find<DifferenceStrip>("overviewStrip");
        QSignalSpy asked(strip, &DifferenceStrip::queryRequested);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Return); // unexplained
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.last().first().toString(), QStringLiteral("status:todo"));
        QVERIFY(m->settles());
        QCOMPARE(room()->searchBar()->text(), QStringLiteral("status:todo"));
    }

    void chipsAreTheTextAgain()
    {
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery(QStringLiteral("kind:underbilled impact:>10"));
        QTRY_VERIFY(m->find<QToolButton>("chip1"));
        QTRY_VERIFY(m->find<QToolButton>("chip1")->isVisible());
        QCOMPARE(m->find<QToolButton>("chip1")->text(), QStringLiteral("impact:>10"));
        GuiWorld::picture(*m->window, "chips");
        m->find<QToolButton>("chip1")->click();
        QCOMPARE(qobject_cast<QLineEdit *>(room()->searchBar()->edit())->selectedText(), QStringLiteral("impact:>10"));
        m->find<QToolButton>("removeChip0")->click();
        QCOMPARE(room()->searchBar()->text(), QStringLiteral("impact:>10"));
        room()->showQuery({});
        QVERIFY(!m->find<QWidget>("queryChips")->isVisible());
    }

    void theMenuOfACellFilters()
    {
        room()->showQuery({});
        const int all = table()->rowCount();
        const std::string client = table()->row(0).clientName;
        QVERIFY(!client.empty());
        int own = 0;
        for (int row = 0; row < all; ++row)
            own += table()->row(row).clientName == client;
        QVERIFY(menuOnCell(0, DiscrepancyTable::ClientColumn, "onlyThis"));
        QCOMPARE(table()->rowCount(), own);
        room()->showQuery({});
        QVERIFY(menuOnCell(0, DiscrepancyTable::ClientColumn, "excludeThis"));
        QCOMPARE(table()->rowCount(), all - own);
        room()->showQuery({});
        QVERIFY(menuOnCell(0, DiscrepancyTable::ClientColumn, "copyCell"));
        QCOMPARE(QGuiApplication::clipboard()->text(), toQString(client));
    }

    void aViewIsSavedForEverybody()
    {
        room()->showQuery(QStringLiteral("kind:overbilled"));
        list()->setColumnShown(QStringLiteral("source"), true);
        list()->sortByCode(QStringLiteral("client"));
        m->prompts.texts.push_back(QStringLiteral(" Too much "));
        QVERIFY(chooseView(QStringLiteral("saveView")));
        const auto stored = m->answerOf([](Workspace &workspace) { return savedViews(workspace, "discrepancies"); });
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), size_t{1});
        QCOMPARE(stored->front().name, std::string("Too much"));
        QCOMPARE(stored->front().query, std::string("kind:overbilled"));
        QCOMPARE(stored->front().sort, std::string("client"));
        const QStringList shown = list()->shownColumnIds();
        QVERIFY(shown.contains(QStringLiteral("source")));
        // Something else, and back.
        list()->setColumnShown(QStringLiteral("source"), false);
        list()->sortByCode(QStringLiteral("-impact"));
        QVERIFY(chooseView(QStringLiteral("view-All open")));
        QCOMPARE(room()->searchBar()->text(), QStringLiteral("status:todo"));
        QVERIFY(chooseView(QStringLiteral("view-Too much")));
        QCOMPARE(room()->searchBar()->text(), QStringLiteral("kind:overbilled"));
        QCOMPARE(list()->shownColumnIds(), shown);
        QCOMPARE(list()->sortCode(), QStringLiteral("client"));
        GuiWorld::picture(*m->window, "view");
        auto *remove = m->find<QMenu>("viewsMenu")->findChild<QAction *>(QStringLiteral("removeView-Too much"));
        QVERIFY(remove);
        remove->trigger();
        QVERIFY(m->settles());
        QVERIFY(m->answerOf([](Workspace &workspace) { return savedViews(workspace, "discrepancies"); })->empty());
        list()->setColumnShown(QStringLiteral("source"), false);
        list()->sortByCode(QStringLiteral("-impact"));
    }

    void everyShippedViewIsReadable()
    {
        for (QAction *action : m->find<QMenu>("viewsMenu")->actions()) {
            if (!action->objectName().startsWith(QLatin1String("view-")))
                continue;
            action->trigger();
            QVERIFY2(room()->searchBar()->problem().isEmpty(), qPrintable(action->text() + room()->searchBar()->problem()));
        }
    }

    void theLastDecisionIsTakenBack()
    {
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery(QStringLiteral("kind:underbilled status:open"));
        m->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m->window.get()));
        list()->setFocus();
        list()->setCursorRow(0);
        const std::string key = table()->keyOf(0);
        auto *undo = m->find<QToolButton>("undoButton");
        QVERIFY(!undo->isEnabled());
        QTest::keyClick(list(), Qt::Key_A);
        QVERIFY(m->settles());
        const auto stateOf = [this, &key] {
            const auto row = m->answerOf([key](Workspace &workspace) { return discrepancyRow(workspace, key); });
            return row.ok() && *row ? (*row)->state : State::Dismissed;
        };
        QCOMPARE(stateOf(), State::Approved);
        QVERIFY(undo->isEnabled());
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(m->settles());
        QCOMPARE(stateOf(), State::Open);
        // After a restart it is still offered: the same person, the same file, a new window.
        list()->setFocus();
        list()->setCursorRow(table()->shownRowOf(key));
        QTest::keyClick(list(), Qt::Key_A);
        QVERIFY(m->settles());
        QCOMPARE(stateOf(), State::Approved);
        const QString file = m->session->current().path;
        m->session->close();
        QVERIFY(m->settles());
        m->makeWindow();
        m->window->choosePeriod(october);
        m->window->files().open(file);
        QTRY_VERIFY(m->window->isWorking());
        QVERIFY(m->settles());
        QVERIFY(m->shows("discrepancies"));
        QVERIFY(m->find<QToolButton>("undoButton")->isEnabled());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m->settles());
        QCOMPARE(stateOf(), State::Open);
        QVERIFY(!m->find<QToolButton>("undoButton")->isEnabled());
        room()->showQuery({});
    }

    void whoDecidesIsNamed()
    {
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery(QStringLiteral("kind:underbilled status:open"));
        list()->setFocus();
        list()->setCursorRow(0);
        const std::string key = table()->keyOf(0);
        const auto byOf = [this, &key] {
            const auto row = m->answerOf([key](Workspace &workspace) { return discrepancyRow(workspace, key); });
            return row.ok() && *row && (*row)->state == State::Approved ? (*row)->decidedBy : std::string("nobody");
        };
        m->prompts.texts = {QStringLiteral("  Maria\n Brandmüller ")};
        m->find<QAction>("actionUserName")->trigger();
        QVERIFY(m->settles());
        QTest::keyClick(list(), Qt::Key_A);
        QVERIFY(m->settles());
        QCOMPARE(byOf(), std::string("Maria Brandmüller"));
        m->session->close();
        QVERIFY(m->settles());
        QCOMPARE(userName(), QStringLiteral("Maria Brandmüller")); // also of the next start
        m->prompts.texts = {QStringLiteral(" ")};
        m->find<QAction>("actionUserName")->trigger();
        QCOMPARE(userName(), toQString(loginName()));
        QCOMPARE(m->session->environment().user, loginName());
        m->session->setUser("Maria Brandmüller");
        m->window->choosePeriod(october);
        m->window->files().open(m->folder.filePath(QStringLiteral("sample.brw")));
        QTRY_VERIFY(m->window->isWorking());
        QVERIFY(m->settles());
        QVERIFY(m->shows("discrepancies"));
        QVERIFY(m->find<QToolButton>("undoButton")->isEnabled()); // of one's own decision
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m->settles());
        QCOMPARE(byOf(), std::string("nobody"));
        m->session->setUser("maria");
        m->window->showPage(QStringLiteral("overview"));
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery({});
    }

    void theStripSaysWhatWillLeave()
    {
        // Another quantity than the counted one is approved: strip, overview and sheet say the same money.
        room()->showQuery(QStringLiteral("kind:underbilled status:open"));
        QVERIFY(table()->rowCount() > 0);
        list()->setFocus();
        list()->setCursorRow(0);
        const auto row = table()->row(0);
        QTest::keyClick(list(), Qt::Key_E);
        auto *quantity = m->find<QLineEdit>("quantityEdit");
        quantity->setText(toQString((toDecimal(*row.discrepancy.billed) + Decimal::fromInt(1)).toString()));
        QTest::keyClick(quantity, Qt::Key_Return);
        QVERIFY(m->settles());
        const auto leaving = m->answerOf([](Workspace &workspace) { return adjustments(workspace, october); });
        QVERIFY(leaving.ok());
        QCOMPARE(leaving->size(), size_t{1});
        QVERIFY(leaving->front().impact && leaving->front().impact != row.discrepancy.impact);
        const auto says = QStringLiteral("Approved: %1 ").arg(bareAmountText(*leaving->front().impact, leaving->front().currency, true));
        const auto told = [this](const char *strip) { return m->find<DifferenceStrip>(strip)->accessibleDescription(); };
        QVERIFY2(told("differenceStrip").contains(says), qPrintable(told("differenceStrip")));
        QVERIFY(m->shows("overview"));
        QVERIFY2(told("overviewStrip").contains(says), qPrintable(told("overviewStrip")));
        QVERIFY(m->shows("discrepancies"));
        QTest::mouseClick(m->find<QToolButton>("undoButton"), Qt::LeftButton);
        QVERIFY(m->settles());
        QVERIFY2(!told("differenceStrip").contains(says), "an undone approval leaves with nothing");
        room()->showQuery({});
    }

    void aHalfTypedTermFiltersNothing()
    {
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery({});
        const int all = table()->totalRows();
        auto *edit = m->find<QLineEdit>("searchEdit");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("client:"));
        QTest::qWait(250); // the pause of typing is over
        QCOMPARE(room()->searchBar()->problem(), QString());
        QCOMPARE(table()->rowCount(), all);
        QTest::keyClicks(edit, QStringLiteral("larkspur"));
        QTRY_VERIFY(table()->rowCount() > 0 && table()->rowCount() < all);
        const int larkspur = table()->rowCount();
        QTest::keyClicks(edit, QStringLiteral(" impact:>"));
        QTest::qWait(250);
        QCOMPARE(room()->searchBar()->problem(), QString());
        QCOMPARE(table()->rowCount(), larkspur); // the term before it stays in force
        QTest::keyClick(edit, Qt::Key_Return);   // said so: now it is a mistake
        QVERIFY(!room()->searchBar()->problem().isEmpty());
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("clent:"));
        QTRY_VERIFY(!room()->searchBar()->problem().isEmpty()); // no field of that name will ever have a value
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), QString());
        QVERIFY(edit->hasFocus());
        QCOMPARE(table()->rowCount(), all);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(list()->hasFocus());
    }

    void theSheetOfKeysNamesThePagesAndThePalette()
    {
        QVERIFY(m->shows("discrepancies"));
        QStringList keys;
        m->prompts.dialogs.push_back([&keys](QDialog &dialog) {
            const auto *tree = dialog.findChild<QTreeWidget *>(QStringLiteral("shortcutList"));
            for (int group = 0; group < tree->topLevelItemCount(); ++group) {
                for (int i = 0; i < tree->topLevelItem(group)->childCount(); ++i)
                    keys << tree->topLevelItem(group)->child(i)->text(1);
            }
            GuiWorld::picture(dialog, "keys");
            return 0;
        });
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Question);
        QVERIFY(m->prompts.dialogs.empty());
        for (int page = 1; page <= m->window->pageNames().size(); ++page)
            QVERIFY2(keys.contains(QStringLiteral("Ctrl+%1").arg(page)), qPrintable(keys.join(u' ')));
        QVERIFY(keys.contains(QStringLiteral("Ctrl+K")));
        QVERIFY(keys.contains(QStringLiteral("Esc")));
    }

    void aSmallWindowNeedsNoScrollingSideways()
    {
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery({});
        const QSize before = m->window->size();
        for (const QSize size : {QSize(1280, 800), QSize(1000, 650)}) {
            m->window->resize(size);
            QVERIFY(m->settles());
            QCOMPARE(m->window->size(), size);
            const auto *header = list()->horizontalHeader();
            int used = 0;
            for (int column = 0; column < header->count(); ++column)
                used += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
            QVERIFY2(used <= list()->viewport()->width(),
                qPrintable(QStringLiteral("%1 of %2 pixels").arg(used).arg(list()->viewport()->width())));
            for (const QString &id : {QStringLiteral("kind"), QStringLiteral("client"), QStringLiteral("subject"), QStringLiteral("change"),
                     QStringLiteral("impact")})
                QVERIFY2(!header->isSectionHidden(table()->columnOf(id)), qPrintable(id));
            QVERIFY(header->sectionSize(table()->columnOf(QStringLiteral("client"))) >= 100);
            GuiWorld::picture(*m->window, size.width() == 1000 ? "list-1000" : "list-1280");
        }
        auto *facets = m->find<QWidget>("facetPane");
        QVERIFY(!facets->isVisible());
        m->window->activateWindow(); // a dialog had the keyboard before
        QVERIFY(QTest::qWaitForWindowActive(m->window.get()));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F); // they are one key away
        QVERIFY(facets->isVisible());
        QTest::keyClick(list(), Qt::Key_F);
        QVERIFY(!facets->isVisible());
        m->window->resize(before);
        QVERIFY(m->settles());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F);
        QVERIFY(facets->isVisible());
    }

    void keysAreOnesOwn()
    {
        QAction *approve = room()->triage().approve;
        QCOMPARE(approve->shortcut(), QKeySequence(QStringLiteral("A")));
        m->prompts.dialogs.push_back([this](QDialog &sheet) {
            auto *actions = sheet.findChild<QTreeWidget *>(QStringLiteral("shortcutList"));
            auto *edit = sheet.findChild<QKeySequenceEdit *>(QStringLiteral("shortcutEdit"));
            auto *set = sheet.findChild<QAbstractButton *>(QStringLiteral("setShortcut"));
            auto *answer = sheet.findChild<QLabel *>(QStringLiteral("shortcutAnswer"));
            const auto found = actions->findItems(room()->triage().approve->text(), Qt::MatchExactly | Qt::MatchRecursive);
            if (found.size() != 1)
                return 1;
            actions->setCurrentItem(found.first());
            edit->setKeySequence(QKeySequence(QStringLiteral("J"))); // the next row's
            set->click();
            GuiWorld::picture(sheet, "shortcuts");
            if (!answer->text().contains(QStringLiteral("Next row"))
                || room()->triage().approve->shortcut() != QKeySequence(QStringLiteral("A")))
                return 1;
            edit->setKeySequence(QKeySequence(QStringLiteral("F9")));
            set->click();
            return 0;
        });
        m->find<QAction>("actionShortcuts")->trigger();
        QCOMPARE(approve->shortcut(), QKeySequence(QStringLiteral("F9")));
        QVERIFY(approve->toolTip().contains(QStringLiteral("F9")));
        QCOMPARE(QSettings().value(QStringLiteral("keys/approve")).toString(), QStringLiteral("F9"));
        m->prompts.dialogs.push_back([](QDialog &sheet) {
            sheet.findChild<QAbstractButton *>(QStringLiteral("resetAllShortcuts"))->click();
            return 0;
        });
        m->find<QAction>("actionShortcuts")->trigger();
        QCOMPARE(approve->shortcut(), QKeySequence(QStringLiteral("A")));
        QVERIFY(!QSettings().contains(QStringLiteral("keys/approve")));
    }

    void thePaletteDoesWhatIsTyped()
    {
        QVERIFY(m->shows("overview"));
        m->prompts.dialogs.push_back([](QDialog &palette) {
            QTest::keyClicks(palette.findChild<QLineEdit *>(QStringLiteral("paletteText")), QStringLiteral("mapp"));
            GuiWorld::picture(palette, "palette");
            QTest::keyClick(palette.findChild<QLineEdit *>(QStringLiteral("paletteText")), Qt::Key_Return);
            return palette.result();
        });
        m->find<QAction>("actionPalette")->trigger();
        QVERIFY(m->settles());
        QVERIFY(m->find<QWidget>("mapping")->isVisible());
    }

    void theSheetIsRememberedForTheWorkspace()
    {
        QVERIFY(m->shows("export"));
        auto *sheet = m->find<QComboBox>("sheet");
        const int autotask = sheet->findData(static_cast<int>(Sheet::Autotask));
        sheet->setFocus();
        sheet->setCurrentIndex(autotask);
        emit sheet->activated(autotask); // by a person
        const QString file = m->session->current().path;
        m->session->create(m->folder.filePath(QStringLiteral("other.brw")), NewWorkspace{"Other", Currency::parse("EUR").value()});
        QTRY_COMPARE(m->session->current().name, QStringLiteral("Other"));
        QVERIFY(m->settles());
        const int halo = sheet->findData(static_cast<int>(Sheet::HaloPsa));
        sheet->setCurrentIndex(halo);
        emit sheet->activated(halo);
        m->window->files().open(file);
        QTRY_COMPARE(m->session->current().path, file);
        QVERIFY(m->settles());
        QCOMPARE(sheet->currentIndex(), autotask);
    }

    void whatWasExportedBeforeIsSaidBeforeItIsExportedAgain()
    {
        const auto rows = m->answerOf([](Workspace &workspace) { return discrepancyRows(workspace, october); });
        QVERIFY(rows.ok());
        std::vector<DecideRequest> approvals;
        for (const DiscrepancyRow &row : *rows) { // some have a line to change, some need a new one
            const bool wanted = row.discrepancy.kind == Kind::Underbilled || row.discrepancy.kind == Kind::NotBilled;
            if (wanted && row.state == State::Open && approvals.size() < 9)
                approvals.push_back({row.key, Act::Approve, {}, {}, {}, "counted", {}});
        }
        QVERIFY(m->answerOf([approvals](Workspace &workspace) { return decideAll(workspace, approvals); }));
        m->session->tellChanged(Session::Change::Decisions);
        QVERIFY(m->shows("export"));
        auto *sheet = m->find<QComboBox>("sheet");
        auto *format = m->find<QComboBox>("format");
        const int csv = format->findData(static_cast<int>(SheetFormat::Csv));
        format->setCurrentIndex(csv);
        emit format->activated(csv);
        const auto *already = m->find<QLabel>("exportedAlready");
        int differing = 0;
        for (const Sheet which : {Sheet::ConnectWise, Sheet::Neutral}) {
            sheet->setCurrentIndex(sheet->findData(static_cast<int>(which)));
            emit sheet->activated(sheet->currentIndex());
            QVERIFY(m->settles());
            QCOMPARE(already->isVisible(), which == Sheet::Neutral); // the first export of the month says nothing of an earlier one
            const int shown = m->find<QTableView>("adjustmentsTable")->model()->rowCount();
            const int byHand = m->find<QTableView>("byHandTable")->model()->rowCount();
            differing += byHand > 0;
            const QString file = m->folder.filePath(QStringLiteral("sheet%1.csv").arg(static_cast<int>(which)));
            m->prompts.saves.push_back(file);
            QVERIFY(m->click("exportGo"));
            QVERIFY(m->settles());
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            QCOMPARE(written.readAll().count("\r\n") - 1, shown); // the rows behind the header
            const QString totals = m->find<QLabel>("exportTotals")->text();
            QVERIFY2(totals.startsWith(QStringLiteral("%1 row").arg(shown)), qPrintable(totals));
            QVERIFY(already->isVisible());
            QVERIFY2(already->text().contains(QStringLiteral("by maria")) && already->text().contains(QStringLiteral("the same content")),
                qPrintable(already->text()));
            GuiWorld::picture(*m->window, which == Sheet::Neutral ? "exported-neutral" : "exported-connectwise");
        }
        QCOMPARE(differing, 1); // or the sheets would have told nothing apart
        QVERIFY(m->answerOf([key = approvals.front().key](Workspace &workspace) {
            return decide(workspace, {key, Act::Reopen, {}, {}, {}, "not yet", {}});
        }));
        m->session->tellChanged(Session::Change::Decisions);
        QVERIFY(m->settles());
        QVERIFY2(already->text().contains(QStringLiteral("with other content")), qPrintable(already->text()));
        for (size_t i = 1; i < approvals.size(); ++i)
            QVERIFY(m->answerOf([key = approvals[i].key](Workspace &workspace) {
                return decide(workspace, {key, Act::Reopen, {}, {}, {}, "not yet", {}});
            }));
        m->session->tellChanged(Session::Change::Decisions);
        QVERIFY(m->settles());
        m->prompts.told.clear();
    }

    void aChangedServiceIsNotLostAndNotLeftWithoutAWord()
    {
        QVERIFY(m->shows("services"));
        auto *services = m->find<ListTable>("servicesTable");
        auto *name = m->find<QLineEdit>("serviceName");
        services->setCursorRow(2);
        QVERIFY(m->settles());
        const QString first = name->text();
        const QString key = services->table()->index(2, 0).data(KeyRole).toString();
        name->setText(first + QStringLiteral(" x"));
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Cancel); });
        services->setCursorRow(0);
        QVERIFY(m->settles());
        QCOMPARE(name->text(), first + QStringLiteral(" x")); // stayed
        QCOMPARE(services->cursorRow(), 2);
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Discard); });
        services->setCursorRow(0);
        QVERIFY(m->settles());
        QVERIFY(!name->text().contains(QStringLiteral(" x")));
        services->setCursorRow(2);
        QVERIFY(m->settles());
        QCOMPARE(name->text(), first);
        name->setText(first + QStringLiteral(" y"));
        QVERIFY(m->click("saveService"));
        QVERIFY(m->settles());
        QCOMPARE(services->table()->index(services->cursorRow(), 0).data(KeyRole).toString(), key); // the saved one, not the first
        QCOMPARE(name->text(), first + QStringLiteral(" y"));
        // Saved by the question, and then what was wanted.
        name->setText(first);
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Save); });
        QVERIFY(m->click("copyService"));
        QVERIFY(m->settles());
        QVERIFY(m->prompts.dialogs.empty());
        QVERIFY(name->text().contains(first + QStringLiteral(" y"))); // a copy of what was stored when it was asked for
        QVERIFY(services->cursorRow() < 0);
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Discard); });
        services->setCursorRow(2);
        QVERIFY(m->settles());
        QCOMPARE(name->text(), first); // it was saved
    }

    void unlinkingIsAskedFirst()
    {
        QVERIFY(m->shows("mapping"));
        auto *accounts = m->find<ListTable>("accountsTable");
        const auto links = [this] { return m->answerOf([](Workspace &workspace) { return br::links(workspace); })->size(); };
        const auto before = links();
        int linked = -1;
        for (int row = 0; row < accounts->table()->rowCount() && linked < 0; ++row)
            linked = accounts->table()->index(row, 0).data().toString() == QStringLiteral("linked") ? row : -1;
        QVERIFY(linked >= 0);
        accounts->setCursorRow(linked);
        m->prompts.confirms.push_back(false);
        QVERIFY(m->click("unlinkAccount"));
        QVERIFY(m->settles());
        QCOMPARE(links(), before);
        m->prompts.confirms.push_back(true);
        QVERIFY(m->click("unlinkAccount"));
        QVERIFY(m->settles());
        QCOMPARE(links(), before - 1);
        // Taken back, and done again: each an entry of the log.
        const auto told = [this] { // of links: the month is compared again by itself meanwhile
            auto all = *m->answerOf([](Workspace &workspace) { return events(workspace, 0, 500); });
            std::erase_if(all, [](const Event &event) { return !event.what.starts_with("link."); });
            return all;
        };
        const auto log = [&told] { return told().front(); };
        const auto was = log();
        const auto entries = told().size();
        QCOMPARE(toQString(was.what), QStringLiteral("link.remove"));
        m->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m->window.get()));
        accounts->setFocus();
        QTest::keyClick(accounts, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m->settles());
        QCOMPARE(links(), before);
        QCOMPARE(log().what, std::string("link.undo"));
        QCOMPARE(log().subject, was.subject);
        QTest::keyClick(accounts, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m->settles());
        QCOMPARE(links(), before - 1);
        QCOMPARE(told().size(), entries + 2);
        QVERIFY(m->click("undoLinkButton"));
        QVERIFY(m->settles());
        QCOMPARE(links(), before);
    }

    void aRuleIsHeldAgainstWhatTheMonthKnows()
    {
        MeterRow seats;
        seats.meter.source = SourceName("microsoft");
        seats.meter.id = MeterId("seat");
        seats.meter.name = "Seat";
        seats.purchased = Units::fromInt(9);
        ProductRow product;
        product.product.id = ProductId("SEAT");
        const RuleOptions options{{product}, {seats}};
        Service draft;
        draft.counted.emplace_back();
        draft.counted.front().source = seats.meter.source;
        draft.counted.front().meter = seats.meter.id;
        draft.billed.push_back({ProductId("SEAT"), Decimal::fromInt(1)});
        completeDraft(draft, options);
        QCOMPARE(draft.counted.front().measure, Measure::Purchased); // it states a number and has no assets
        QCOMPARE(draft.name, std::string("Seat"));
        QVERIFY(doubtsAbout(draft, options).isEmpty());
        draft.counted.front().measure = Measure::Used; // not stated: it would count as nothing
        QCOMPARE(doubtsAbout(draft, options).size(), 1);
        QCOMPARE(statedMeasure(seats, Measure::Used), Measure::Purchased);
        QCOMPARE(statedMeasure(MeterRow{}, Measure::Used), Measure::Used); // nothing is known of it
        draft.billed.front().product = ProductId("SAET");
        draft.counted.front().meter = MeterId("seats");
        QCOMPARE(doubtsAbout(draft, options).size(), 2);
    }

    void anAddedMonthSaysThatNothingWasCompared()
    {
        m->window->choosePeriod(october);
        QVERIFY(m->settles());
        QVERIFY(m->shows("overview"));
        QVERIFY(m->click("addMonth"));
        QVERIFY(m->settles());
        const Period november = october.next();
        QCOMPARE(m->find<QComboBox>("periodChooser")->currentData().toInt(), november.index());
        QVERIFY(m->find<QLabel>("overviewEmptyTitle")->isVisible());
        QVERIFY(!m->find<DifferenceStrip>("overviewStrip")->isVisible());
        QVERIFY(m->find<QAbstractButton>("overviewSources")->isVisible());
        QVERIFY2(m->find<QLabel>("runState")->text().contains(QStringLiteral("Nothing compared")),
            qPrintable(m->find<QLabel>("runState")->text()));
        QVERIFY(!m->find<QAbstractButton>("reconcileButton")->isEnabled());
        GuiWorld::picture(*m->window, "added-month");
        const auto run = m->answerOf([november](Workspace &workspace) { return runState(workspace, november); });
        QVERIFY2(run.ok() && !run->has_value(), "choosing a month without data must not store a comparison of nothing");
        QVERIFY(m->shows("discrepancies"));
        QVERIFY(!list()->isVisible());
        m->window->choosePeriod(october);
        QVERIFY(m->settles());
        QVERIFY(list()->isVisible());
    }

    void aNewWorkspaceShowsNothingOfTheOneBefore()
    {
        QVERIFY(m->shows("services"));
        QVERIFY(!m->find<QLineEdit>("serviceName")->text().isEmpty());
        QVERIFY(m->shows("mapping"));
        auto *accounts = m->find<ListTable>("accountsTable");
        QVERIFY(accounts->table()->totalRows() > 0);
        QVERIFY(m->shows("clients"));
        m->find<QLineEdit>("clientSearch")->setText(QStringLiteral("nobody"));
        m->find<QLineEdit>("accountSearch")->setText(QStringLiteral("nobody"));
        QVERIFY(m->shows("discrepancies"));
        room()->showQuery(QStringLiteral("kind:underbilled status:open"));
        QVERIFY(table()->rowCount() > 0);
        m->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m->window.get()));
        list()->setFocus();
        list()->setCursorRow(0);
        QTest::keyClick(list(), Qt::Key_A);
        QVERIFY(m->settles());
        QVERIFY(room()->triage().undo->isEnabled());
        const QString file = m->session->current().path;
        m->session->create(m->folder.filePath(QStringLiteral("empty.brw")), NewWorkspace{"Empty", Currency::parse("EUR").value()});
        QTRY_COMPARE(m->session->current().name, QStringLiteral("Empty"));
        QVERIFY(m->settles());
        QCOMPARE(table()->totalRows(), 0);
        QVERIFY(!room()->triage().undo->isEnabled());
        QVERIFY(room()->searchBar()->text().isEmpty());
        QVERIFY(m->find<QLineEdit>("clientSearch")->text().isEmpty());
        QVERIFY(m->find<QLineEdit>("accountSearch")->text().isEmpty());
        QStringList texts;
        for (const QLabel *label : m->window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        QVERIFY2(texts.filter(QStringLiteral("2026")).isEmpty(), qPrintable(texts.filter(QStringLiteral("2026")).join(u'\n')));
        for (const char *page : {"mapping", "services"}) {
            QVERIFY(m->shows(page));
            QCOMPARE(accounts->table()->totalRows(), 0);
            QVERIFY(m->find<QLineEdit>("serviceName")->text().isEmpty());
        }
        m->window->choosePeriod(october);
        m->window->files().open(file);
        QTRY_COMPARE(m->session->current().path, file);
        QVERIFY(m->settles());
        QVERIFY(m->shows("discrepancies"));
        QVERIFY(table()->totalRows() > 0);
    }

    void anUnsavedServiceIsAskedAboutBeforeTheWorkspaceIsLeft()
    {
        QVERIFY(m->shows("services"));
        auto *services = m->find<ListTable>("servicesTable");
        auto *name = m->find<QLineEdit>("serviceName");
        services->setCursorRow(1);
        QVERIFY(m->settles());
        const QString first = name->text();
        const QString file = m->session->current().path;
        const auto trigger = [this](const char *action) { m->find<QAction>(action)->trigger(); };
        name->setText(first + QStringLiteral(" z"));
        QVERIFY(m->shows("discrepancies"));
        for (const char *action : {"actionClose", "actionNew", "actionOpen"}) {
            m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Cancel); });
            trigger(action);
            QVERIFY(m->settles());
            QVERIFY2(m->prompts.dialogs.empty(), action);
            QVERIFY(m->session->isOpen());
            QVERIFY(m->find<Page>("services")->isVisible()); // what is asked about is seen
            QCOMPARE(name->text(), first + QStringLiteral(" z"));
        }
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Cancel); });
        QVERIFY(!m->window->close());
        QVERIFY(m->window->isVisible());
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Save); });
        trigger("actionClose");
        QTRY_VERIFY(!m->session->isOpen());
        m->window->choosePeriod(october);
        m->window->files().open(file);
        QTRY_VERIFY(m->window->isWorking());
        QVERIFY(m->shows("services"));
        QStringList names;
        for (int row = 0; row < services->table()->rowCount(); ++row)
            names << services->table()->index(row, 0).data().toString();
        QVERIFY2(names.contains(first + QStringLiteral(" z")), qPrintable(names.join(u'\n')));
        services->setCursorRow(static_cast<int>(names.indexOf(first + QStringLiteral(" z"))));
        QVERIFY(m->settles());
        name->setText(first);
        QVERIFY(m->click("saveService"));
        QVERIFY(m->settles());
        name->setText(QStringLiteral("never kept"));
        m->prompts.dialogs.push_back([](QDialog &) { return int(QMessageBox::Discard); });
        m->prompts.files.push_back({}); // asked for a file, and given up: the workspace is here still, as it is stored
        trigger("actionOpen");
        QVERIFY(m->settles());
        QCOMPARE(name->text(), first);
    }

    void theCheckedShareIsOfTheLinesOwnMoney()
    {
        struct Sums {
            Decimal all, inService;
        };
        // By hand, line by line, from what the clients' pages show.
        const auto byHand = m->answerOf([](Workspace &workspace) -> Result<Sums> {
            const auto rows = clientRows(workspace, october);
            const auto products = productRows(workspace, october);
            if (!rows || !products)
                return rows ? products.error() : rows.error();
            Sums sums;
            for (const ClientRow &client : *rows) {
                const auto detail = clientDetail(workspace, october, client.client);
                if (!detail)
                    return detail.error();
                for (const LineRow &row : detail->lines) {
                    if (row.line.client != client.client || !row.active || !row.line.billable || !row.line.unitPrice)
                        continue;
                    const auto charged = std::max(Decimal(), row.line.quantity - row.line.included);
                    const auto money = worth(toUnits(charged),
                        {*row.line.unitPrice, static_cast<int>(termsOf(row.agreement, row.line).cycle), row.line.currency});
                    sums.all += *money;
                    const auto product = std::ranges::find(*products, row.line.product, [](const ProductRow &p) { return p.product.id; });
                    if (product != products->end() && !product->services.empty())
                        sums.inService += *money;
                }
            }
            return sums;
        });
        QVERIFY(byHand.ok());
        const auto told = m->answerOf([](Workspace &workspace) -> Result<std::vector<BilledWorth>> {
            const auto all = positions(workspace, october);
            return all ? billedWorth(workspace, october, *all) : Result<std::vector<BilledWorth>>(all.error());
        });
        QVERIFY(told.ok());
        QCOMPARE(told->size(), size_t{1});
        QCOMPARE(told->front().billed, byHand->all);
        QVERIFY(told->front().checked.sign() > 0);
        QVERIFY(told->front().checked <= byHand->inService);
        // Products in no service are money that nobody checks, whether they have a list price or not.
        MonthRows rows;
        rows.billed = {{Currency::parse("EUR").value(), Decimal::fromInt(200), Decimal::fromInt(199)}};
        QCOMPARE(monthFigures(rows).checkedPercent, 99);
        rows.billed.front().checked = Decimal::fromInt(200) - Decimal::fromRaw(1); // nearly all is not all
        QCOMPARE(monthFigures(rows).checkedPercent, 99);
        rows.billed.front().checked = Decimal::fromInt(200);
        QCOMPARE(monthFigures(rows).checkedPercent, 100);
    }

    void nothingUnexpectedWasAsked() { QVERIFY2(m->prompts.unexpected.isEmpty(), qPrintable(m->prompts.unexpected.join(u'\n'))); }

    void cleanupTestCase() { m.reset(); }
};

} // namespace samplewindow_test

BR_TEST(samplewindow, SampleWindowTest)
#include "samplewindow.moc"
