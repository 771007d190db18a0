// Exporting: from an approved row to the change of a line in each PSA's sheet, as CSV, workbook and document.
#include "core/workspace/exporting.h"
#include "app/printing/pdfprinter.h"

#include "core/base/safefile.h"
#include "core/exchange/adjustmentsheet.h"
#include "core/store/eventstore.h"
#include "core/workspace/adjusting.h"
#include "core/workspace/deciding.h"
#include "tests/core_workspace_verbs/msp.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QTranslator>

#include <clocale>

using namespace br;

namespace exporting_test {

namespace {

Period october() { return Period::parse("2026-10").value(); }

DecideRequest approve(const char *key) { return {key, Act::Approve, {}, {}, {}, "", {}}; }

// One position of C1 with an adjustable line L1 of `quantity`, 4.00 EUR a unit.
Position position(const char *service, int billed, int counted)
{
    Position p;
    p.client = ClientId("C1");
    p.service = ServiceId(service);
    p.billed = Units::fromInt(billed);
    p.counted = Units::fromInt(counted);
    p.price = CyclePrice{Decimal::fromInt(4), 1, Currency::parse("EUR").value()};
    p.hasActiveLine = true;
    p.adjustableLine = LineId(std::string("L-") + service);
    p.adjustableQuantity = Decimal::fromInt(billed);
    return p;
}

void addPosition(AdjustmentFacts &facts, const Position &p)
{
    BilledLine line{p.adjustableLine, AgreementId("A1"), p.client, ProductId("P-" + p.service.text), p.adjustableQuantity, {}, {}, {}, {},
        true, {}, {}, {}};
    facts.lines[line.id.text].push_back({line, {AgreementId("A1"), "Managed", p.client, {}, {}, BillingCycle::Monthly}});
    facts.positions.emplace(std::pair(p.client, p.service), p);
}

// One line of 10 that bills both services.
AdjustmentFacts sharedLine(int edrCounted, int mailCounted)
{
    AdjustmentFacts facts;
    auto edr = position("edr", 10, edrCounted);
    auto mail = position("mail", 10, mailCounted);
    edr.adjustableLine = mail.adjustableLine = LineId("B1");
    edr.isPriceOfLine = mail.isPriceOfLine = true;
    addPosition(facts, edr);
    facts.positions.emplace(std::pair(mail.client, mail.service), mail);
    return facts;
}

DiscrepancyRow approved(Kind kind, const char *service, const char *other, int target)
{
    DiscrepancyRow row;
    row.key = std::string("2026-10/") + std::string(kindCode(kind)) + "/" + service;
    row.discrepancy.kind = kind;
    row.discrepancy.subject.client = ClientId("C1");
    row.discrepancy.subject.service = ServiceId(service);
    row.discrepancy.subject.otherService = ServiceId(other);
    row.clientName = "Acme";
    row.serviceName = service;
    row.otherServiceName = other;
    row.state = State::Approved;
    row.targetQuantity = Decimal::fromInt(target);
    row.effective = Day::parse("2026-11-01").value();
    return row;
}

} // namespace

class ExportingTest final : public QObject {
    Q_OBJECT

private slots:
    void aMovedQuantityChangesTwoLines()
    {
        AdjustmentFacts facts;
        addPosition(facts, position("basic", 10, 6));
        addPosition(facts, position("plus", 20, 24));
        const auto rows = adjustmentsOf({approved(Kind::MismatchedService, "basic", "plus", 4)}, facts);
        QCOMPARE(rows.size(), size_t{2});
        QCOMPARE(rows[0].service.text, std::string("basic"));
        QCOMPARE(rows[0].targetLineQuantity, Decimal::fromInt(6));
        QCOMPARE(rows[0].impact, std::optional(Decimal::fromInt(-16)));
        QCOMPARE(rows[1].service.text, std::string("plus"));
        QCOMPARE(rows[1].targetLineQuantity, Decimal::fromInt(24));
        QCOMPARE(rows[1].impact, std::optional(Decimal::fromInt(16)));
    }

    void aMoveAndTheRestBecomeOneChange()
    {
        AdjustmentFacts facts;
        addPosition(facts, position("basic", 10, 6));
        addPosition(facts, position("plus", 20, 27));
        // 4 moved; of plus 3 remain under: its own row is approved with 20 + 3.
        const auto rows
            = adjustmentsOf({approved(Kind::MismatchedService, "basic", "plus", 4), approved(Kind::Underbilled, "plus", "", 23)}, facts);
        QCOMPARE(rows.size(), size_t{2});
        QCOMPARE(rows[1].targetLineQuantity, Decimal::fromInt(27));
        QCOMPARE(rows[1].moreKeys.size(), size_t{1});
        QCOMPARE(rows[1].impact, std::optional(Decimal::fromInt(28)));
    }

    void whatSomebodyEnteredIsBilledInTheEnd()
    {
        AdjustmentFacts facts;
        addPosition(facts, position("basic", 10, 5));
        addPosition(facts, position("plus", 2, 5));
        const auto move = approved(Kind::MismatchedService, "basic", "plus", 3);
        const auto restTo = [](int target) {
            auto rest = approved(Kind::Overbilled, "basic", "", target);
            rest.discrepancy.billed = Units::fromInt(10);
            rest.discrepancy.difference = Units::fromInt(-2);
            return rest;
        };
        // 8 is what approving takes where nobody says another quantity: before the three that are moved, which is told.
        const auto usual = adjustmentsOf({move, restTo(8)}, facts);
        QCOMPARE(usual[0].targetQuantity, Decimal::fromInt(5));
        QCOMPARE(usual[0].doubts.size(), size_t{1});
        QVERIFY2(usual[0].doubts[0].find("5 are billed in the end") != std::string::npos, usual[0].doubts[0].c_str());
        const auto entered = adjustmentsOf({move, restTo(6)}, facts);
        QCOMPARE(entered[0].targetQuantity, Decimal::fromInt(6));
        QCOMPARE(entered[0].targetLineQuantity, Decimal::fromInt(6));
        QVERIFY(entered[0].doubts.empty());
        // From another day: each row goes on from where the one before it ends.
        auto later = restTo(5);
        later.effective = Day::parse("2026-12-01").value();
        const auto days = adjustmentsOf({later, move}, facts);
        QCOMPARE(days.size(), size_t{3});
        QCOMPARE(days[0].targetQuantity, Decimal::fromInt(7));
        QCOMPARE(days[1].billed, Units::fromInt(7));
        QCOMPARE(days[1].targetQuantity, Decimal::fromInt(5));
        QCOMPARE(days[1].lineQuantity, Decimal::fromInt(7));
        QCOMPARE(days[1].targetLineQuantity, Decimal::fromInt(5));
        QCOMPARE(days[1].impact, std::optional(Decimal::fromInt(-8))); // two at 4.00
    }

    void whatIsIncludedIsNotCharged()
    {
        AdjustmentFacts facts;
        auto p = position("edr", 8, 15);
        p.adjustableIncluded = Decimal::fromInt(10);
        p.isPriceOfLine = true;
        addPosition(facts, p);
        const auto rows = adjustmentsOf({approved(Kind::Underbilled, "edr", "", 15)}, facts);
        QCOMPARE(rows[0].impact, std::optional(Decimal::fromInt(20))); // (15 - 10) x 4; 8 of 10 were free
    }

    // What a person sees beside the row goes with it: into the notes, once for a source, and for either service of a bundle.
    void aDoubtLeavesWithTheNumber()
    {
        const auto facts = sharedLine(0, 0);
        auto first = approved(Kind::NoUsage, "edr", "", 0);
        auto second = approved(Kind::NoUsage, "mail", "", 0);
        const SourceDoubt silent{SourceName("ninjaone"), Side::Vendor, {}, 120};
        const SourceDoubt shrunk{SourceName("huntress"), Side::Vendor, 40, 120};
        first.doubts = {silent};
        second.doubts = {silent, shrunk};
        const auto rows = adjustmentsOf({first, second}, facts);
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows[0].doubts.size(), size_t{2});
        for (const auto sheet : {Sheet::Neutral, Sheet::Autotask}) {
            const auto notes = adjustmentSheet(sheet, rows).notes;
            const auto about = [&](const char *source) {
                return std::ranges::count_if(notes, [&](const std::string &note) { return note.find(source) != std::string::npos; });
            };
            QCOMPARE(about("ninjaone"), 1);
            QCOMPARE(about("huntress brought 40 rows"), 1);
        }
        QVERIFY(!printedSheet(rows).notes.empty());
    }

    // A product that bills two services has one line: the sheet changes it once, to what covers both.
    void aLineOfTwoServicesChangesOnce()
    {
        const auto facts = sharedLine(12, 13);
        const auto adjust = [&](int edrTarget, int mailTarget) {
            return adjustmentsOf({approved(edrTarget < 10 ? Kind::Overbilled : Kind::Underbilled, "edr", "", edrTarget),
                                     approved(mailTarget < 10 ? Kind::Overbilled : Kind::Underbilled, "mail", "", mailTarget)},
                facts);
        };
        const auto up = adjust(12, 13);
        QCOMPARE(up.size(), size_t{1});
        QCOMPARE(up[0].line.text, std::string("B1"));
        QCOMPARE(up[0].targetLineQuantity, Decimal::fromInt(13));
        QCOMPARE(up[0].impact, std::optional(Decimal::fromInt(12)));
        QCOMPARE(up[0].serviceName, std::string("mail, edr"));
        QCOMPARE(up[0].moreKeys, std::vector<std::string>{"2026-10/underbilled/edr"});
        QVERIFY(up[0].problem.empty());
        const auto down = adjust(8, 6);
        QCOMPARE(down.size(), size_t{1});
        QCOMPARE(down[0].targetLineQuantity, Decimal::fromInt(8)); // 6 would leave two of edr unbilled
        QCOMPARE(down[0].impact, std::optional(Decimal::fromInt(-8)));
        const auto apart = adjust(12, 8);
        QCOMPARE(apart.size(), size_t{2});
        QVERIFY(apart[0].problem.find("B1") != std::string::npos && apart[1].problem == apart[0].problem);
        QVERIFY(adjustmentSheet(Sheet::Autotask, apart).rows.empty());
    }

    void aLineOfTwoServicesFromTwoDaysIsLeftToAPerson()
    {
        const auto facts = sharedLine(12, 13);
        auto later = approved(Kind::Underbilled, "mail", "", 13);
        later.effective = Day::parse("2026-12-01").value();
        const auto rows = adjustmentsOf({approved(Kind::Underbilled, "edr", "", 12), later}, facts);
        QCOMPARE(rows.size(), size_t{2});
        QVERIFY(!rows[0].problem.empty() && !rows[1].problem.empty());
    }

    void aLineThatTwoDaysWouldTakeBelowZeroIsTold()
    {
        AdjustmentFacts facts;
        addPosition(facts, position("basic", 10, 4));
        addPosition(facts, position("plus", 5, 11));
        auto rest = approved(Kind::Overbilled, "basic", "", 4);
        rest.effective = Day::parse("2026-12-01").value();
        const auto rows = adjustmentsOf({approved(Kind::MismatchedService, "basic", "plus", 6), rest}, facts);
        QCOMPARE(rows.size(), size_t{3});
        QCOMPARE(rows[0].targetLineQuantity, Decimal::fromInt(4));
        QVERIFY(rows[0].problem.empty());
        QVERIFY(rows[1].problem.find("L-basic has only 4") != std::string::npos);
        QCOMPARE(adjustmentSheet(Sheet::Autotask, rows).rows.size(), size_t{2});
    }

    // As the engine values the row itself: the line's price cannot take off more than the line holds.
    void anAdjustmentIsValuedAsItsRow()
    {
        AdjustmentFacts facts;
        auto p = position("edr", 18, 3); // 10 on the line, 8 in a bundle
        p.adjustableQuantity = Decimal::fromInt(10);
        p.isPriceOfLine = true;
        addPosition(facts, p);
        QCOMPARE(adjustmentsOf({approved(Kind::Overbilled, "edr", "", 3)}, facts)[0].impact, std::optional(Decimal::fromInt(-40)));
        facts.positions.begin()->second.isPriceOfLine = false; // a default price
        QCOMPARE(adjustmentsOf({approved(Kind::Overbilled, "edr", "", 3)}, facts)[0].impact, std::optional(Decimal::fromInt(-60)));
    }

    void theWorthOfWhatIsApprovedIsThatOfItsAdjustments()
    {
        Msp msp;
        msp.compare();
        auto request = approve(acmeUnder);
        request.quantity = Decimal::fromInt(43); // 47 are counted, 40 billed at 4.00
        QVERIFY(decide(msp.workspace(), request));
        QVERIFY(decide(msp.workspace(), approve(contosoMissing)));
        const auto rows = discrepancyRows(msp.workspace(), october());
        const auto worth = approvedWorth(msp.workspace(), october(), *rows);
        QVERIFY(worth.ok());
        QCOMPARE(worth->sums.size(), size_t{1});
        QCOMPARE(worth->sums.front().amount, Decimal::fromInt(12) + Decimal::fromRaw(225000)); // 3 x 4.00 + 5 x 4.50
        QCOMPARE(worth->unpriced, 0);
        QCOMPARE(worthOf(*adjustments(msp.workspace(), october())), *worth);
    }

    void whatNoLineCanCarryIsTold()
    {
        AdjustmentFacts facts;
        auto p = position("edr", 5, 0);
        p.adjustableQuantity = Decimal::fromInt(3); // two more on another line
        addPosition(facts, p);
        const auto rows = adjustmentsOf({approved(Kind::NoUsage, "edr", "", 0)}, facts);
        QVERIFY(rows[0].problem.find("L-edr has only 3") != std::string::npos);
        const auto sheet = adjustmentSheet(Sheet::ConnectWise, rows);
        QVERIFY(sheet.rows.empty());
        QCOMPARE(sheet.notes.size(), size_t{1});
        QCOMPARE(adjustmentSheet(Sheet::Neutral, rows).rows.size(), size_t{1});
    }

    // 60 on each of two lines and 60 counted: the rules take one of them to 0, and a person may have meant the other.
    void thatOtherLinesBillItTooIsToldWhereLessIsBilled()
    {
        AdjustmentFacts facts;
        auto p = position("edr", 120, 60);
        p.adjustableQuantity = Decimal::fromInt(60);
        addPosition(facts, p);
        const auto less = adjustmentsOf({approved(Kind::Overbilled, "edr", "", 60)}, facts);
        QCOMPARE(less[0].targetLineQuantity, Decimal());
        QCOMPARE(less[0].doubts,
            std::vector<std::string>{"Other lines bill 60 of it as well and stay as they are; this one goes from 60 to 0."});
        QVERIFY(adjustmentsOf({approved(Kind::Underbilled, "edr", "", 130)}, facts)[0].doubts.empty());
        facts.positions.begin()->second.billed = Units::fromInt(60); // it alone
        QVERIFY(adjustmentsOf({approved(Kind::Overbilled, "edr", "", 50)}, facts)[0].doubts.empty());
    }

    void theChangeSheetNamesTheAgreementTypeWhereThePsaStatesIt()
    {
        Msp msp;
        mustBe(msp.world.import("psa", "2026-10", [](RecordSink &sink) {
            auto line = aLine("C1", "A1", "L1", "EDR", 40, 2);
            line.raw = R"({"Agreement Type":"Managed Services","Location":"Graz"})";
            mustBe(sink.line(line));
            return int64_t{1};
        }));
        msp.compare();
        mustBe(decide(msp.workspace(), {acmeUnder, Act::Approve, {}, {}, {}, {}, "Jana"}));
        const auto rows = mustBe(adjustments(msp.workspace(), mustBe(Period::parse("2026-10"))));
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows[0].agreementType, std::string("Managed Services"));
        mustBe(exportAdjustments(
            msp.workspace(), mustBe(Period::parse("2026-10")), Sheet::ConnectWise, SheetFormat::Csv, msp.world.path("cw.csv")));
        QVERIFY(msp.read("cw.csv").contains("C1,Client C1,Managed,Managed Services,EDR,"));
    }

    void everySheetOfTheSmallWorld()
    {
        Msp msp;
        msp.compare();
        mustBe(decideAll(msp.workspace(), {approve(acmeUnder), approve(contosoMissing)}));
        const auto rows = adjustments(msp.workspace(), october()).value();
        QCOMPARE(rows.size(), size_t{2});
        const auto csv = [&](Sheet sheet) {
            const auto report = exportAdjustments(msp.workspace(), october(), sheet, SheetFormat::Csv, msp.world.path("out.csv"));
            if (!report)
                qFatal("%s", report.error().message.c_str());
            return msp.read("out.csv");
        };
        QCOMPARE(csv(Sheet::ConnectWise),
            QByteArray(
                "Company Id,Company Name,Agreement Name,Agreement Type,Additions Product ID,Additions Description,Effective Date,Additions "
                "Quantity,Proposed Quantity\r\nC1,Client C1,Managed,,EDR,EDR,2026-11-01,40,47\r\n"));
        QCOMPARE(csv(Sheet::Autotask),
            QByteArray("Client Id,Client,ContractID,Contract,ContractServiceID,ServiceID,Service,Units Now,UnitChange,Units "
                       "New,EffectiveDate\r\nC1,Client C1,A1,Managed,L1,EDR,EDR,40,7,47,2026-11-01\r\n"));
        QCOMPARE(csv(Sheet::HaloPsa),
            QByteArray("Client Id,Client,Recurring Invoice Id,Recurring Invoice,Line Id,Item Code,Item,Quantity Now,Quantity New,Unit "
                       "Price,Currency,Effective Date\r\nC1,Client C1,A1,Managed,L1,EDR,EDR,40,47,4.00,EUR,2026-11-01\r\n"));
        const auto neutral = csv(Sheet::Neutral);
        QVERIFY(neutral.contains("2026-10/underbilled/C1/edr,C1,Client C1,edr,Endpoint "
                                 "protection,A1,Managed,L1,EDR,EDR,40,47,47,7,40,47,2026-11-01,4.00,28.00,EUR,,Ada,"));
        // A client called "=Contoso" is a text, not a formula; its new line is told.
        QVERIFY(neutral.contains("C2,'=Contoso,edr"));
        QVERIFY(neutral.contains("A new line is needed in the PSA, with quantity 5."));
    }

    void thePreviewIsTheSheetItself()
    {
        Msp msp;
        msp.compare();
        mustBe(decideAll(msp.workspace(), {approve(acmeUnder), approve(contosoMissing)})); // the second has no line to change
        for (const auto sheet : {Sheet::Neutral, Sheet::ConnectWise, Sheet::Autotask, Sheet::HaloPsa}) {
            const auto preview = mustBe(previewSheet(msp.workspace(), october(), sheet));
            QCOMPARE(preview.rows.size(), size_t(sheet == Sheet::Neutral ? 2 : 1));
            QCOMPARE(preview.rows.size() + preview.byHand.size(), size_t{2});
            const auto made
                = mustBe(exportAdjustments(msp.workspace(), october(), sheet, SheetFormat::Csv, msp.world.path("out.csv"))).made;
            QCOMPARE(made.rows, static_cast<int64_t>(preview.rows.size()));
            QCOMPARE(made.contentHash, preview.contentHash);
            const auto after = mustBe(previewSheet(msp.workspace(), october(), sheet));
            QCOMPARE(after.before.size(), preview.before.size() + 1);
            QCOMPARE(after.before.front().contentHash, after.contentHash); // so "the same content" can be said before it is written
        }
        msp.importPeriod("2026-10", 48);
        msp.compare();
        const auto outdated = mustBe(previewSheet(msp.workspace(), october(), Sheet::Neutral));
        QCOMPARE(outdated.rows.size(), size_t{1});
        QVERIFY(outdated.before.front().contentHash != outdated.contentHash);
        QCOMPARE(outdated.warnings.size(), size_t{1}); // told before it is missed in the sheet
    }

    void theRecordKeepsTheAbsolutePath()
    {
        Msp msp;
        msp.compare();
        mustBe(decide(msp.workspace(), approve(acmeUnder)));
        const auto was = QDir::currentPath();
        QVERIFY(QDir::setCurrent(msp.world.folder.path()));
        const auto report = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, "here.csv");
        QDir::setCurrent(was);
        const auto path = QDir(msp.world.folder.path()).absoluteFilePath(QStringLiteral("here.csv")).toStdString();
        QCOMPARE(mustBe(report).made.file, path);
        QCOMPARE(mustBe(handedOver(msp.workspace(), october())).front().file, path);
        const auto told = mustBe(events(msp.workspace(), 0, 1)).front();
        QCOMPARE(told.subject, std::string("here.csv"));
        QVERIFY2(told.detail.find("\"file\": \"" + path + "\"") != std::string::npos, told.detail.c_str());
    }

    void theSameContentAgainIsNoticed()
    {
        Msp msp;
        msp.compare();
        mustBe(decide(msp.workspace(), approve(acmeUnder)));
        const auto first = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("a.csv")).value();
        QVERIFY(first.before.empty());
        QCOMPARE(first.made.rows, int64_t{1});
        QCOMPARE(first.made.fileHash, sha256Hex(msp.read("a.csv").toStdString()));
        const auto again
            = exportAdjustments(msp.workspace(), october(), Sheet::ConnectWise, SheetFormat::Csv, msp.world.path("b.csv")).value();
        QCOMPARE(again.before.size(), size_t{1});
        QCOMPARE(again.before[0].at, std::string("2026-11-02T08:15:30.123Z"));
        mustBe(decide(msp.workspace(), approve(contosoMissing)));
        QVERIFY(exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("c.csv"))->before.empty());
        QCOMPARE(handedOver(msp.workspace(), october())->size(), size_t{3});
        QCOMPARE(events(msp.workspace(), 0, 1)->front().what, std::string("export"));
        QVERIFY(verifyChain(msp.workspace().database())->isWhole);
    }

    // Contoso has no line that could carry the change, which the sheet says in the reader's language.
    void theSameContentInAnotherLanguageIsNoticed()
    {
        class Foreign final : public QTranslator {
        public:
            QString translate(const char *, const char *text, const char *, int) const override
            {
                return QStringLiteral("fr: ") + QString::fromUtf8(text);
            }
            bool isEmpty() const override { return false; }
        };
        Msp msp;
        msp.compare();
        mustBe(decide(msp.workspace(), approve(contosoMissing)));
        const auto first = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("a.csv")).value();
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        const auto again = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("b.csv")).value();
        QCoreApplication::removeTranslator(&foreign);
        QVERIFY(msp.read("b.csv").contains("fr: ")); // the problem itself is said as the reader speaks
        QVERIFY(!msp.read("a.csv").contains("fr: "));
        QCOMPARE(again.made.contentHash, first.made.contentHash);
        QCOMPARE(again.before.size(), size_t{1});
    }

    void onlyWhatIsApprovedAndStillTrueLeaves()
    {
        Msp msp;
        msp.compare();
        mustBe(decide(msp.workspace(), approve(acmeUnder)));
        mustBe(decide(msp.workspace(), {contosoMissing, Act::Accept, {}, {}, {}, "free trial", {}}));
        msp.importPeriod("2026-10", 48);
        msp.compare();
        QVERIFY(adjustments(msp.workspace(), october())->empty());
        const auto report
            = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("a.csv")).value();
        QCOMPARE(report.made.rows, int64_t{0});
        QVERIFY(report.warnings.size() >= 2); // outdated, and empty
        msp.importPeriod("2026-10", 40);      // now it matches
        msp.compare();
        const auto gone = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("a.csv")).value();
        QVERIFY(gone.warnings.front().find(acmeUnder) != std::string::npos);
    }

    void aFailedExportLeavesTheOldFileAndNoRecord()
    {
        Msp msp;
        msp.compare();
        mustBe(decide(msp.workspace(), approve(acmeUnder)));
        const auto folder
            = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.folder.path().toStdString());
        QVERIFY(!folder);
        QVERIFY(!exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Xlsx, msp.world.path("no/such/folder.xlsx")));
        QVERIFY(handedOver(msp.workspace(), october())->empty());
        QVERIFY(QDir(msp.world.folder.path()).entryList({QStringLiteral("*.tmp")}, QDir::Files | QDir::Hidden).isEmpty());
        msp.world.reopen(OpenMode::ReadOnly);
        QCOMPARE(exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Csv, msp.world.path("x.csv")).error().code,
            Errc::ReadOnly);
        QVERIFY(!QFile::exists(QString::fromStdString(msp.world.path("x.csv"))));
    }

    // Read back with unzip: numbers are numbers with a point, texts are never formulas, the evidence is there.
    void aWorkbookOfTypedCells()
    {
        Msp msp;
        msp.compare();
        mustBe(decideAll(msp.workspace(), {approve(acmeUnder), approve(contosoMissing)}));
        for (const auto *name : {"de_DE.UTF-8", "C"}) { // where the first is not installed, the second still tells
            std::setlocale(LC_ALL, name);
            mustBe(exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Xlsx, msp.world.path("out.xlsx")));
            std::setlocale(LC_ALL, "C");
            const auto part = [&](const char *inside) {
                QProcess unzip;
                unzip.start(QStringLiteral("unzip"),
                    {QStringLiteral("-p"), QString::fromStdString(msp.world.path("out.xlsx")), QString::fromLatin1(inside)});
                if (!unzip.waitForFinished() || unzip.exitCode() != 0)
                    qFatal("unzip is needed to look into the workbook, or there is no %s in it", inside);
                return unzip.readAllStandardOutput();
            };
            const auto sheet = part("xl/worksheets/sheet1.xml");
            QVERIFY(sheet.contains("<v>22.5</v>"));
            QVERIFY(sheet.contains("<v>50.5</v>")); // 28 + 22.50, the sum
            QVERIFY(!sheet.contains("<f>"));
            const auto texts = part("xl/sharedStrings.xml");
            QVERIFY(texts.contains("=Contoso"));
            QVERIFY2(texts.contains("Billed: 40 of EDR by line L1 of Managed."), texts.constData());
            QVERIFY(texts.contains("pc-a46"));
            QVERIFY2(texts.contains("edr comes from made.csv, imported on 2026-"), texts.constData());
            QVERIFY(texts.contains("psa comes from made.csv, imported on 2026-"));
            QVERIFY(part("xl/workbook.xml").contains("Evidence"));
        }
    }

    void aDocumentWithPagesAndHash()
    {
        Msp msp;
        msp.compare();
        mustBe(decideAll(msp.workspace(), {approve(acmeUnder), approve(contosoMissing)}));
        const auto refused = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Pdf, msp.world.path("none.pdf"));
        QCOMPARE(refused.error().code, Errc::Unsupported); // nobody here prints
        QVERIFY(!QFile::exists(QString::fromStdString(msp.world.path("none.pdf"))));
        PdfPrinter printer;
        msp.world.printer = &printer;
        msp.world.reopen();
        const auto report
            = exportAdjustments(msp.workspace(), october(), Sheet::Neutral, SheetFormat::Pdf, msp.world.path("out.pdf")).value();
        QVERIFY(msp.read("out.pdf").startsWith("%PDF-"));
        QProcess text;
        text.start(QStringLiteral("pdftotext"),
            {QStringLiteral("-layout"), QString::fromStdString(msp.world.path("out.pdf")), QStringLiteral("-")});
        if (!text.waitForStarted())
            QSKIP("pdftotext (poppler-utils) is not installed: the text of the document was NOT looked at");
        QVERIFY(text.waitForFinished());
        const auto words = text.readAllStandardOutput();
        QVERIFY2(words.contains("Page 1 of 2"), words.constData());
        QVERIFY(words.contains("Page 2 of 2"));
        QVERIFY(words.contains(QByteArray::fromStdString(report.made.contentHash)));
        QVERIFY(words.contains("2026-11-01"));
    }
};

} // namespace exporting_test

BR_TEST(exporting, ExportingTest)
#include "exporting.moc"
