// A hundred rows decided with keys only; keys are off in text fields; undo reopens; many at once after a preview.
#include "ui/pages/discrepancies/room/triage.h"
#include "core/base/text.h"
#include "tests/run/registered.h"
#include "tests/ui_discrepancies/world.h"
#include "ui/delegates/celldelegate.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/bulkdialog.h"
#include "ui/pages/discrepancies/room/decisionform.h"
#include "ui/pages/discrepancies/room/detailpane.h"
#include "ui/pages/discrepancies/room/lastacts.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/facetpane.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/searchbar.h"
#include "ui/widgets/traceview.h"
#include "ui/widgets/twosides.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <map>

using namespace br;
using namespace Qt::StringLiterals;

namespace triage_test {

namespace {

// Stands for the workspace: keeps decisions and answers as it would.
class Book final {
public:
    explicit Book(Room &room, std::vector<DiscrepancyRow> rows)
        : m_room(room)
    {
        for (auto &row : rows)
            m_rows[row.key] = row;
        QObject::connect(&room, &Room::decideWanted, &room, [this](const std::vector<DecideRequest> &requests) { decide(requests); });
    }
    std::vector<DecideRequest> log;
    bool isRefusing = false;
    void add(const DiscrepancyRow &row) { m_rows[row.key] = row; }

private:
    void decide(const std::vector<DecideRequest> &requests)
    {
        if (isRefusing) {
            m_room.showRefused(u"Nothing was decided: the disk is full."_s, requests);
            return;
        }
        std::vector<DiscrepancyRow> changed;
        for (const auto &request : requests) {
            auto &row = m_rows.at(request.key);
            row.state = request.act == Act::Approve ? State::Approved
                : request.act == Act::Accept        ? State::Accepted
                : request.act == Act::Dismiss       ? State::Dismissed
                                                    : State::Open;
            row.reason = request.reason;
            log.push_back(request);
            changed.push_back(row);
        }
        m_room.showDecided(changed, requests);
    }
    Room &m_room;
    std::map<std::string, DiscrepancyRow> m_rows;
};

} // namespace

class TriageTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void init()
    {
        m_rows = world::rows(160);
        for (auto &row : m_rows)
            row.state = State::Open;
        m_room = std::make_unique<Room>();
        m_book = std::make_unique<Book>(*m_room, m_rows);
        m_room->setFirstDay(*Day::fromDate(2026, 11, 1));
        m_room->setStage(Room::Stage::Ready, u"Oct 2026"_s);
        m_room->showRows(DiscrepancyColumns::from(world::month(), m_rows));
        m_room->resize(1280, 800);
        m_room->show();
        m_room->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
        m_room->list()->setFocus();
        QCOMPARE(m_room->list()->cursorRow(), 0);
    }

    void aHundredRowsWithKeysOnly()
    {
        for (int n = 0; n < 100; ++n) {
            const int cursor = m_room->list()->cursorRow();
            QVERIFY(m_room->table()->isOpen(cursor));
            const auto kind = m_room->table()->row(cursor).discrepancy.kind;
            if (canBeApproved(kind)) {
                QTest::keyClick(m_room->list(), Qt::Key_A);
            } else {
                QTest::keyClick(m_room->list(), n % 2 ? Qt::Key_S : Qt::Key_X);
                QVERIFY(m_room->detail()->form()->isVisible());
                QTest::keyClicks(QApplication::focusWidget(), u"ajx agreed"_s); // letters of acts are letters here
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            }
            QCOMPARE(m_book->log.size(), static_cast<size_t>(n + 1));
            QVERIFY(QApplication::focusWidget() == m_room->list());
        }
        QCOMPARE(m_room->table()->allTotals().open, 60);
        for (const auto &request : m_book->log) {
            QVERIFY(!request.reason.empty());
            if (request.act == Act::Approve)
                QVERIFY(request.from == Day::fromDate(2026, 11, 1));
            else
                QCOMPARE(request.reason, std::string("ajx agreed"));
        }
    }

    void movesAndTicks()
    {
        auto *list = m_room->list();
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_K);
        QCOMPARE(list->cursorRow(), 1);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(m_room->targets(), (std::vector<int>{1, 3}));
        QTest::keyClick(list, Qt::Key_Escape);
        QCOMPARE(m_room->targets(), (std::vector<int>{3}));
        QTest::keyClick(list, Qt::Key_J, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(m_room->targets(), (std::vector<int>{3, 4, 5}));
    }

    // The only ticked row is the one that is decided and asked about, not the row where the cursor stands.
    void oneTickIsMeantAndNotTheCursor()
    {
        auto *list = m_room->list();
        list->setCursorRow(0);
        QTest::keyClick(list, Qt::Key_J);
        const auto ticked = m_room->table()->keyOf(1);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_J);
        QCOMPARE(list->cursorRow(), 3);
        QCOMPARE(m_room->targets(), (std::vector<int>{1}));
        QSignalSpy decided(m_room.get(), &Room::decideWanted);
        QTest::keyClick(list, Qt::Key_X);
        QVERIFY(m_room->detail()->form()->isVisible());
        QCOMPARE(m_room->detail()->key(), ticked);
        QCOMPARE(list->cursorRow(), 1);
        emit m_room->detail()->form()->givenUp();
        QTest::keyClick(list, Qt::Key_A);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.front().front().value<std::vector<DecideRequest>>().front().key, ticked);
    }

    // After a restart: what may still be taken back, act by act, is read from the rows as they stand.
    void theLastActsOfAPersonAreReadFromTheRows()
    {
        const auto row = [](const char *key, State state, const char *by, const char *at) {
            DiscrepancyRow made;
            made.key = key;
            made.state = state;
            made.decidedBy = by;
            made.decidedAt = at;
            made.reason = "because";
            return made;
        };
        std::vector<DiscrepancyRow> rows{row("later", State::Dismissed, "ada", "2026-11-03T10:00:00.000Z"),
            row("many1", State::Approved, "ada", "2026-11-03T09:00:00.000Z"),
            row("exported", State::Approved, "ada", "2026-11-01T09:00:00.000Z"),
            row("many2", State::Approved, "ada", "2026-11-03T09:00:00.000Z"),
            row("another's", State::Approved, "ben", "2026-11-03T11:00:00.000Z"),
            row("undone", State::Open, "ada", "2026-11-03T11:00:00.000Z"),
            row("carried", State::Accepted, "ada", "2026-11-03T11:00:00.000Z")};
        rows.back().carriedFrom = Period::fromMonth(2026, 9).value();
        rows[1].targetQuantity = Decimal::fromInt(7);
        const auto acts = lastActs(rows, "ada", "2026-11-02T00:00:00.000Z");
        QCOMPARE(acts.size(), size_t{2});
        QCOMPARE(acts[0].size(), size_t{2}); // decided together, taken back together
        QCOMPARE(acts[0][0].key, std::string("many1"));
        QCOMPARE(acts[0][0].quantity, std::optional(Decimal::fromInt(7))); // as it would be decided again
        QCOMPARE(acts[1][0].key, std::string("later"));
        QVERIFY(acts[1][0].act == Act::Dismiss && acts[1][0].reason == "because");
        QCOMPARE(lastActs(rows, "ada", "", 1).size(), size_t{1});
        QCOMPARE(lastActs(rows, "ada", "", 1)[0][0].key, std::string("later"));
    }

    void keysAreOffInTextFields()
    {
        QTest::keyClick(m_room->list(), Qt::Key_Slash);
        QVERIFY(QApplication::focusWidget() == m_room->searchBar()->edit());
        QTest::keyClicks(m_room->searchBar()->edit(), u"axs"_s);
        QCOMPARE(m_room->searchBar()->text(), u"axs"_s);
        QVERIFY(m_book->log.empty());
        QTest::keyClick(m_room->searchBar()->edit(), Qt::Key_Escape);
        QCOMPARE(m_room->searchBar()->text(), QString());
    }

    void aFieldOffersItsValuesWhileOneIsTyped()
    {
        auto *edit = m_room->searchBar()->edit();
        for (const auto &query : {u"kind:stale_quantity"_s, u"client:acme"_s, u"service:m"_s}) {
            edit->setFocus();
            QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(edit, query);
            QCOMPARE(m_room->searchBar()->text(), query);
        }
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(m_book->log.empty());
    }

    void escapeClosesTheForm()
    {
        QTest::keyClick(m_room->list(), Qt::Key_S);
        QVERIFY(m_room->detail()->form()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_room->detail()->form()->isVisible());
        QVERIFY(m_room->list()->hasFocus());
        QVERIFY(m_book->log.empty());
    }

    void aLetterThatIsNoKeyMovesNothing()
    {
        const int cursor = m_room->list()->cursorRow();
        QSignalSpy told(m_room->list(), &ListTable::letterUnused);
        for (const auto key : {Qt::Key_U, Qt::Key_Q, Qt::Key_C})
            QTest::keyClick(m_room->list(), key);
        QCOMPARE(m_room->list()->cursorRow(), cursor);
        QCOMPARE(told.count(), 3);
    }

    void undoReopensAsANewDecision()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        const auto key = m_room->table()->keyOf(m_room->list()->cursorRow());
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QCOMPARE(m_room->table()->stateOf(m_room->table()->shownRowOf(key)), State::Approved);
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_book->log.size(), size_t{2});
        QVERIFY(m_book->log.back().act == Act::Reopen && !m_book->log.back().reason.empty());
        QCOMPARE(m_room->table()->keyOf(m_room->list()->cursorRow()), key);
        QVERIFY(m_room->table()->isOpen(m_room->list()->cursorRow()));
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_book->log.back().act == Act::Approve);
        QVERIFY(m_book->log.back().key == key);
    }

    void aRefusedUndoIsNotLost()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        const auto key = m_room->table()->keyOf(m_room->list()->cursorRow());
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QCOMPARE(m_book->log.size(), size_t{1});
        m_book->isRefusing = true;
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_book->log.size(), size_t{1});
        QVERIFY(m_room->triage().undo->isEnabled());
        QVERIFY(!m_room->triage().redo->isEnabled()); // nothing was undone
        m_book->isRefusing = false;
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_book->log.size(), size_t{2});
        QVERIFY(m_book->log.back().act == Act::Reopen && m_book->log.back().key == key);
        m_book->isRefusing = true;
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_room->triage().redo->isEnabled());
        m_book->isRefusing = false;
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_book->log.back().act == Act::Approve && m_book->log.back().key == key);
    }

    // After a restart: only what this person decided last, in this month, and what no sheet has carried out of the house.
    void onlyOnesOwnActsAreOffered()
    {
        const auto decided = [this](size_t at, const char *by, const char *when) {
            auto row = m_rows[at];
            row.state = State::Dismissed;
            row.decidedBy = by;
            row.decidedAt = when;
            row.carriedFrom.reset();
            return row;
        };
        const auto before = decided(0, "maria", "2026-11-01T09:00:00.000Z");
        const auto others = decided(1, "paul", "2026-11-03T09:00:00.000Z");
        auto carried = decided(2, "maria", "2026-11-03T09:00:00.000Z");
        carried.carriedFrom = world::month().previous();
        const auto first = decided(3, "maria", "2026-11-03T08:00:00.000Z");
        const auto last = decided(4, "maria", "2026-11-03T10:00:00.000Z");
        auto open = decided(5, "maria", "2026-11-03T11:00:00.000Z");
        open.state = State::Open;
        const auto acts = lastActs({last, before, others, carried, first, open}, "maria", "2026-11-02T00:00:00.000Z");
        QCOMPARE(acts.size(), size_t{2});
        QCOMPARE(acts[0].front().key, first.key);
        QCOMPARE(acts[1].front().key, last.key);
    }

    void aRowReopenedByHandIsUndoneNoMore()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        const auto first = m_room->table()->keyOf(m_room->list()->cursorRow());
        QTest::keyClick(m_room->list(), Qt::Key_A);
        const auto second = m_room->table()->keyOf(m_room->list()->cursorRow());
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QVERIFY(first != second);
        m_room->list()->setCursorRow(m_room->table()->shownRowOf(second));
        QTest::keyClick(m_room->list(), Qt::Key_R);
        QTest::keyClicks(QApplication::focusWidget(), u"by mistake"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_book->log.back().act == Act::Reopen && m_book->log.back().key == second);
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_book->log.back().act == Act::Reopen && m_book->log.back().key == first);
    }

    void anotherWorkspaceBeginsEmpty()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QTest::keyClick(m_room->list(), Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), u"half a note"_s);
        m_room->forget();
        QVERIFY(!m_room->triage().undo->isEnabled() && !m_room->triage().redo->isEnabled());
        QVERIFY(m_room->searchBar()->text().isEmpty());
        QVERIFY(!m_room->detail()->form()->isOpen());
        m_room->list()->setFocus();
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_book->log.size(), size_t{1});
    }

    void whileAFormAsksOnlyTheFormDecides()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        auto *buttons = m_room->detail()->findChild<QWidget *>(u"decisionButtons"_s);
        QVERIFY(buttons->isVisible());
        QTest::keyClick(m_room->list(), Qt::Key_E);
        QVERIFY(m_room->detail()->form()->isOpen());
        QVERIFY(!buttons->isVisible());
        m_room->list()->setFocus();
        for (const auto key : {Qt::Key_A, Qt::Key_S, Qt::Key_X, Qt::Key_N})
            QTest::keyClick(m_room->list(), key);
        QVERIFY(m_book->log.empty());
        QTest::keyClick(m_room->list(), Qt::Key_Return); // back into the form
        auto *quantity = m_room->detail()->findChild<QLineEdit *>(u"quantityEdit"_s);
        QVERIFY(quantity->hasFocus());
        QTest::keyClicks(quantity, u"10"_s); // over what was proposed
        QTest::keyClick(quantity, Qt::Key_Return);
        QCOMPARE(m_book->log.size(), size_t{1});
        QCOMPARE(*m_book->log.back().quantity, Decimal::fromInt(10));
        QVERIFY(buttons->isVisible());
    }

    void aHalfTypedReasonWaitsAtItsRow()
    {
        auto *list = m_room->list();
        auto *form = m_room->detail()->form();
        auto *reason = form->findChild<QComboBox *>(u"reasonEdit"_s);
        const auto first = m_room->table()->keyOf(0);
        QTest::keyClick(list, Qt::Key_X);
        QTest::keyClicks(QApplication::focusWidget(), u"half a rea"_s);
        list->setFocus();
        list->setCursorRow(4);
        QVERIFY(!form->isOpen());
        QTest::keyClick(list, Qt::Key_N); // another row has a form of its own, and its own text
        QVERIFY(reason->currentText().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        list->setCursorRow(0);
        QVERIFY(form->isOpen());
        QVERIFY(form->purpose() == DecisionForm::Purpose::Dismiss);
        QCOMPARE(reason->currentText(), u"half a rea"_s);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QTest::keyClicks(QApplication::focusWidget(), u"son"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_book->log.size(), size_t{1});
        QCOMPARE(m_book->log.back().key, first);
        QCOMPARE(m_book->log.back().reason, std::string("half a reason"));
    }

    void aQueryThatIsNotReadKeepsTheKeyboard()
    {
        QTest::keyClick(m_room->list(), Qt::Key_Slash);
        auto *edit = m_room->searchBar()->edit();
        QTest::keyClicks(edit, u"impact:>much"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!m_room->searchBar()->problem().isEmpty());
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"aa"_s);
        QVERIFY(m_book->log.empty());
        QTest::keyClick(edit, Qt::Key_Down);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Escape); // clears it
        QTest::keyClicks(edit, u"impact:>5"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_room->list()->hasFocus());
    }

    void keysWorkInTheDetailsToo()
    {
        QTest::keyClick(m_room->list(), Qt::Key_Return);
        auto *details = m_room->detail()->findChild<QWidget *>(u"detailScroll"_s);
        QVERIFY(details->hasFocus());
        QTest::keyClick(details, Qt::Key_J);
        QTest::keyClick(details, Qt::Key_BracketRight);
        QTest::keyClick(details, Qt::Key_K);
        QCOMPARE(m_room->list()->cursorRow(), 1);
        QVERIFY(details->hasFocus());
        QTest::keyClick(details, Qt::Key_X);
        QVERIFY(m_room->detail()->form()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        details->setFocus();
        QTest::keyClick(details, Qt::Key_Slash);
        QVERIFY(m_room->searchBar()->edit()->hasFocus());
        m_room->facetPane()->setFocus();
        QTest::keyClick(m_room->facetPane(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_room->searchBar()->edit()->hasFocus());
    }

    void aLongRefusalMakesTheWindowNoLarger()
    {
        const int before = m_room->layout()->minimumSize().height();
        QStringList lines;
        for (int i = 0; i < 60; ++i)
            lines << u"2026-10/underbilled/client-%1/service: it is open already."_s.arg(i);
        m_room->showRefused(lines.join(u'\n'));
        QApplication::processEvents();
        auto *message = m_room->findChild<QLabel *>(u"roomMessage"_s);
        QVERIFY(message->isVisible());
        const int line = message->fontMetrics().lineSpacing();
        QVERIFY2(m_room->layout()->minimumSize().height() <= before + 3 * line, qPrintable(QString::number(before)));
        QVERIFY(message->height() <= 7 * line);
        QCOMPARE(m_room->height(), 800);
    }

    void aCutToNothingByADoubtedSourceAsksFirst()
    {
        auto doubted = m_rows[0];
        auto &d = doubted.discrepancy;
        d.kind = Kind::NoUsage;
        d.billed = Units::fromInt(12);
        d.counted = Units();
        d.difference = Units::fromInt(-12);
        doubted.doubts = {{SourceName("ninjaone"), Side::Vendor, {}, 120}};
        doubted.key = discrepancyKey(world::month(), d);
        m_book->add(doubted);
        m_room->showRows(DiscrepancyColumns::from(world::month(), {doubted}));
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QVERIFY(m_book->log.empty());
        QVERIFY(m_room->detail()->form()->isOpen());
        QVERIFY(m_room->detail()->findChild<QLabel *>(u"decisionProblem"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_book->log.size(), size_t{1});
        QCOMPARE(*m_book->log.back().quantity, Decimal());
    }

    void anotherQuantityIsReadExactly()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        QTest::keyClick(m_room->list(), Qt::Key_E);
        auto *quantity = m_room->detail()->findChild<QLineEdit *>(u"quantityEdit"_s);
        QVERIFY(quantity->hasFocus());
        QTest::keyClicks(quantity, u"twelve"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QVERIFY(m_book->log.empty());
        QVERIFY(m_room->detail()->findChild<QLabel *>(u"decisionProblem"_s)->isVisible());
        quantity->selectAll();
        QTest::keyClicks(quantity, u"1,234.5"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QCOMPARE(m_book->log.size(), size_t{1});
        QCOMPARE(m_book->log.back().quantity->raw(), int64_t{12'345'000});
    }

    void anOddQuantityIsToldBeforeItIsSaved()
    {
        Discrepancy d;
        d.kind = Kind::Underbilled;
        d.billed = Units::fromInt(40);
        d.counted = Units::fromInt(47);
        d.difference = Units::fromInt(7);
        const auto doubt = [&d](int quantity) { return DecisionForm::doubtAbout(d, Decimal::fromInt(quantity)); };
        QVERIFY(doubt(47).isEmpty());
        QVERIFY(doubt(45).isEmpty());
        QVERIFY(doubt(94).isEmpty()); // exactly double
        QVERIFY(doubt(95).contains(u"more than double"_s));
        QVERIFY(doubt(39).contains(u"would bill less"_s));
        d.counted = Units();
        d.difference = Units::fromInt(-40);
        QVERIFY(doubt(0).isEmpty());
        QVERIFY(doubt(20).contains(u"Nothing is counted"_s));
        d.billed = std::nullopt;
        d.counted = std::nullopt;
        d.difference = std::nullopt;
        QVERIFY(doubt(1000).isEmpty()); // nothing is known to doubt it by

        m_room->showQuery(u"kind:underbilled"_s);
        QTest::keyClick(m_room->list(), Qt::Key_E);
        auto *quantity = m_room->detail()->findChild<QLineEdit *>(u"quantityEdit"_s);
        auto *told = m_room->detail()->findChild<QLabel *>(u"decisionDoubt"_s);
        QVERIFY(!told->isVisible());
        quantity->selectAll();
        QTest::keyClicks(quantity, u"99999"_s);
        QVERIFY(told->isVisible());
        QTest::keyClick(quantity, Qt::Key_Return);
        QCOMPARE(m_book->log.size(), size_t{1}); // told, not refused
        QCOMPARE(*m_book->log.back().quantity, Decimal::fromInt(99999));
    }

    void whatStaysAfterAMoveIsProposed()
    {
        // 47 are counted, 4 of the difference moved to another service: approving takes 43, and the form says so.
        auto row = m_rows.front();
        row.discrepancy.kind = Kind::Underbilled;
        row.discrepancy.billed = Units::fromInt(40);
        row.discrepancy.counted = Units::fromInt(47);
        row.discrepancy.difference = Units::fromInt(3);
        m_room->showRows(DiscrepancyColumns::from(world::month(), {row}));
        QTest::keyClick(m_room->list(), Qt::Key_E);
        QCOMPARE(m_room->detail()->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"43"_s);
    }

    void manyAtOnceAfterAPreview()
    {
        m_room->showQuery(u"kind:underbilled|unverified"_s);
        m_room->list()->selectAll();
        const int all = m_room->table()->rowCount();
        int fitting = 0;
        for (int r = 0; r < all; ++r)
            fitting += canBeApproved(m_room->table()->row(r).discrepancy.kind);
        QVERIFY(fitting > 5 && fitting < all);
        bool wasAsked = false;
        QTimer::singleShot(200, this, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            wasAsked = true;
            QVERIFY(dialog->findChild<QLabel *>(u"bulkLeftOut"_s)->text().startsWith(QString::number(all - fitting)));
            QVERIFY(dialog->findChild<QLabel *>(u"bulkSum"_s)->text().startsWith(u'+'));
            QTest::mouseClick(dialog->findChild<QPushButton *>(u"bulkConfirm"_s), Qt::LeftButton);
        });
        m_room->triage().approve->trigger();
        QVERIFY(wasAsked);
        QCOMPARE(m_book->log.size(), static_cast<size_t>(fitting));
        m_room->activateWindow(); // the dialog had it
        QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
        QTest::keyClick(m_room->list(), Qt::Key_Z, Qt::ControlModifier); // one step back
        QCOMPARE(m_book->log.size(), static_cast<size_t>(2 * fitting));
    }

    // The same row with other numbers, or decided: what stands behind it is asked for once more.
    void whatStandsBehindARowIsReadAgain()
    {
        QSignalSpy wanted(m_room.get(), &Room::detailWanted);
        m_room->showRows(DiscrepancyColumns::from(world::month(), m_rows));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().value<DiscrepancyRow>().key, m_rows.front().key);
        m_room->showQuery(
            toQString("client:\"" + m_rows.front().clientName + "\" kind:" + std::string(kindCode(m_rows.front().discrepancy.kind))));
        QCOMPARE(m_room->table()->rowCount(), 1); // nowhere to go on to
        wanted.clear();
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QCOMPARE(m_book->log.size(), size_t{1});
        QCOMPARE(wanted.size(), 1);
    }

    // What an earlier month approved is what it becomes, not what is counted now.
    void anOldApprovalShowsItsOwnTarget()
    {
        DiscrepancyRow old;
        old.key = "2026-10/not_applied/anker/m365";
        old.clientName = "Anker";
        old.discrepancy.kind = Kind::NotApplied;
        old.discrepancy.billed = Units::fromInt(20);
        old.discrepancy.counted = Units::fromInt(25);
        old.discrepancy.quantity = Units::fromInt(21);
        old.discrepancy.difference = Units::fromInt(1);
        const BulkDialog dialog(BulkPlan{{old, m_rows.front()}, 0, Act::Approve}, *Day::fromDate(2026, 11, 1));
        QStringList texts;
        for (const auto *label : dialog.findChildren<QLabel *>())
            texts << label->text();
        QVERIFY2(texts.contains(u"20 → 21"_s), qPrintable(texts.join(u" | "_s)));
        QVERIFY(!texts.contains(u"20 → 25"_s));
        m_room->showRows(DiscrepancyColumns::from(world::month(), {old}));
        auto *table = m_room->table();
        QCOMPARE(table->index(0, DiscrepancyTable::ChangeColumn).data().toString(), u"20 → 21"_s);
        const auto *right = m_room->findChild<TwoSides *>();
        QVERIFY(right && right->accessibleName().contains(u"21"_s));
    }

    // At 1280 pixels the two quantities share one column.
    void largeQuantitiesAreReadWhole()
    {
        auto large = m_rows.front();
        large.discrepancy.billed = Units::fromInt(1200);
        large.discrepancy.counted = Units::fromInt(1300);
        large.discrepancy.difference = Units::fromInt(100);
        m_room->showRows(DiscrepancyColumns::from(world::month(), {large}));
        const auto *list = m_room->list();
        const auto text = m_room->table()->index(0, DiscrepancyTable::ChangeColumn).data().toString();
        QCOMPARE(text, u"1,200 → 1,300"_s);
        QVERIFY(!list->isColumnHidden(DiscrepancyTable::ChangeColumn));
        QVERIFY(list->columnWidth(DiscrepancyTable::ChangeColumn) >= list->fontMetrics().horizontalAdvance(text) + 2 * space::small);
    }

    void aRowSaysThatItsSourceIsInDoubt()
    {
        auto doubted = m_rows[0];
        doubted.discrepancy.kind = Kind::Underbilled;
        doubted.doubts = {{SourceName("ninjaone"), Side::Vendor, 40, 120}};
        auto other = m_rows[1];
        other.discrepancy.kind = Kind::Underbilled;
        for (auto *row : {&doubted, &other})
            row->key = discrepancyKey(world::month(), row->discrepancy);
        m_room->showRows(DiscrepancyColumns::from(world::month(), {doubted, other}));
        auto *told = m_room->detail()->findChild<QLabel *>(u"detailDoubt"_s);
        m_room->list()->setCursorRow(m_room->table()->shownRowOf(doubted.key));
        QVERIFY(told->isVisible());
        QVERIFY(told->text().contains(u"ninjaone brought 40 rows, 120 last month"_s));
        m_room->list()->setCursorRow(m_room->table()->shownRowOf(other.key));
        QVERIFY(!told->isVisible());
        m_room->list()->selectAll();
        QString preview;
        QTimer::singleShot(0, this, [&preview] {
            auto *dialog = qobject_cast<BulkDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            if (const auto *label = dialog->findChild<QLabel *>(u"bulkDoubt"_s))
                preview = label->text();
            dialog->reject();
        });
        QTest::keyClick(m_room->list(), Qt::Key_A);
        QVERIFY2(preview.contains(u"1 row: ninjaone brought 40 rows"_s), qPrintable(preview));
    }

    void theCursorStaysOnItsRowInAnyOrder()
    {
        auto *list = m_room->list();
        const auto *marker = qobject_cast<CellDelegate *>(list->itemDelegate());
        list->setCursorRow(3);
        const auto key = m_room->table()->keyOf(3);
        auto *header = list->horizontalHeader();
        for (const auto column : {DiscrepancyTable::ClientColumn, DiscrepancyTable::ImpactColumn, DiscrepancyTable::KindColumn}) {
            const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
            for (int click = 0; click < 2; ++click) { // up and down
                QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
                const int cursor = list->cursorRow();
                QCOMPARE(m_room->table()->keyOf(cursor), key);
                QCOMPARE(m_room->detail()->key(), key);
                QCOMPARE(marker->cursorRow(), cursor);
                QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex()).center()));
            }
        }
    }

    void facetsWriteTheQuery()
    {
        QCOMPARE(withFacet(Query(), Facet::Kind, "underbilled", FacetAct::Toggle), std::string("kind:underbilled"));
        auto query = Query::parse("kind:under impact:>5").value();
        QCOMPARE(withFacet(query, Facet::Kind, "overbilled", FacetAct::Toggle), std::string("impact:>5 kind:overbilled|underbilled"));
        QCOMPARE(withFacet(query, Facet::Kind, "underbilled", FacetAct::Toggle), std::string("impact:>5"));
        const auto quoted = withFacet(query, Facet::Client, "Smith \"S\" & Sons", FacetAct::Exclude);
        auto back = Query::parse(quoted);
        QVERIFY(back.ok());
        QVERIFY(facetChoice(*back, Facet::Client).excluded.contains("Smith \"S\" & Sons"));
    }

    void anOutdatedMonthOffersToReconcileAgain()
    {
        auto *again = m_room->findChild<QToolButton *>(u"reconcileAgain"_s);
        QVERIFY(!again->isVisible());
        m_room->setStage(Room::Stage::Outdated, u"Oct 2026"_s);
        QSignalSpy wanted(m_room.get(), &Room::reconcileWanted);
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        m_room->setReadOnly(true);
        QVERIFY(!m_room->triage().approve->isEnabled() && !m_room->triage().accept->isEnabled());
    }

    void aFilterThatHidesAllSaysSo()
    {
        m_room->showQuery(u"client:nobody"_s);
        QVERIFY(m_room->emptyState()->isVisible());
        QVERIFY(m_room->emptyState()->title().contains(u"160 rows"_s));
        QTest::mouseClick(m_room->emptyState()->button(), Qt::LeftButton);
        QCOMPARE(m_room->table()->rowCount(), 160);
    }

    void namesStandBehindTheSteps()
    {
        m_room->showQuery(u"kind:underbilled"_s);
        const auto row = m_room->table()->row(m_room->list()->cursorRow());
        const auto detail = world::detailOf(row);
        m_room->showPosition("another key", detail);
        QCOMPARE(m_room->detail()->trace()->topLevelItemCount(), 0); // an answer about another row is dropped
        m_room->showPosition(row.key, detail);
        QCOMPARE(m_room->detail()->trace()->topLevelItemCount(), 5);
        QCOMPARE(m_room->detail()->trace()->namesBehind(2), 2); // the two that had ended
    }

    void everythingThatTakesFocusHasAName()
    {
        const auto widgets = m_room->findChildren<QWidget *>();
        for (const auto *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s))
                continue;
            if (widget->focusProxy() || qobject_cast<const QLabel *>(widget))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(),
                qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
        for (const auto *action : m_room->triage().all())
            QVERIFY2(!action->shortcut().isEmpty() && !action->text().isEmpty(), qPrintable(action->objectName()));
    }

private:
    QTemporaryDir m_settings;
    std::vector<DiscrepancyRow> m_rows;
    std::unique_ptr<Room> m_room;
    std::unique_ptr<Book> m_book;
};

} // namespace triage_test

BR_TEST(triage, TriageTest)
#include "triage.moc"
