// Files brought in through the window: an unknown header is mapped once and recognised next time; a file is dropped; a refused
// import is forced by a person. What is asserted is what the verbs say is stored.
#include "core/workspace/sourcing.h"
#include "core/workspace/staging.h"
#include "core/workspace/workspace.h"
#include "tests/gui/guiworld.h"
#include "tests/run/registered.h"
#include "ui/dialogs/importdialog.h"
#include "ui/pages/services/serviceform.h"
#include "ui/widgets/listtable.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QTableWidget>

#include <algorithm>

using namespace br;

namespace fileswindow_test {

namespace {

const Period october = Period::fromMonth(2026, 10).value();
const Period november = Period::fromMonth(2026, 11).value();
const Period december = Period::fromMonth(2026, 12).value();

// No layout of the program has these titles.
const char unknownFile[] = "Kunde;Kennung;Ware;Anzahl\nAcme Dental;acme;backup;6\nBlue Bakery;bakery;backup;3\n";

// Three charges of October, as a vendor's hub hands them out.
QByteArray charged()
{
    QByteArray text("PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,PartnerInvoiceNumber,OrderNumber,OrderDate,"
                    "ProductId,PartNumber,SkuName,ProductName,ChargeType,PartnerUnitPrice,Quantity,PartnerSubTotal,PartnerTaxTotal,"
                    "PartnerTotal,PricingCurrency,SubscriptionId,ChargeStartDate,ChargeEndDate,Term,BillingCycle,"
                    "PartnerEffectiveUnitPrice\n");
    for (int i = 1; i <= 3; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += ",h-" + n + ",Lakeside " + n + ",,,,,,CFQ7TTC0LCHC,0002,Business Premium,M365 Business Premium,cycleCharge,18.04,12,216.48,"
            + ",,EUR,hs-" + n + ",10/1/2026,10/31/2026,1 Year,Monthly,18.04\n";
    }
    return text;
}

QByteArray manyRejected()
{
    QByteArray text("account_id,account_name,meter_id,meter_name,measure,quantity\n");
    for (int i = 0; i < 8; ++i)
        text += "a" + QByteArray::number(i) + ",Account " + QByteArray::number(i) + ",seat,Seat,used,5\n";
    for (int i = 0; i < 4; ++i)
        text += "b" + QByteArray::number(i) + ",Account b,seat,Seat,used,many\n"; // 4 of 12: more than the 10 % that are let pass
    return text;
}

} // namespace

class FilesWindowTest final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GuiWorld> m;
    static inline QString m_broken; // what did not hold inside of a dialog

    static bool showsText(const QLabel &label, const QString &part)
    {
        for (int i = 0; i < 300 && !label.text().contains(part); ++i)
            QTest::qWait(10);
        return label.text().contains(part);
    }

    // Waits until the preview of the dialog is there: `rows` of the file are shown.
    static bool previews(QDialog &dialog, int rows)
    {
        const auto *preview = dialog.findChild<QTableWidget *>(QStringLiteral("importPreview"));
        for (int i = 0; i < 500 && preview->rowCount() != rows; ++i)
            QTest::qWait(10);
        return preview->rowCount() == rows;
    }

    static void nameSource(QDialog &dialog, const char *name)
    {
        auto *sources = dialog.findChild<QComboBox *>(QStringLiteral("importSource"));
        sources->setCurrentIndex(sources->count() - 1);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("newSourceName")), QLatin1String(name));
    }

    static void pick(QDialog &dialog, const char *box, const QVariant &value)
    {
        auto *choice = dialog.findChild<QComboBox *>(QLatin1String(box));
        QVERIFY2(choice, box);
        QVERIFY2(choice->findData(value) >= 0, box);
        choice->setCurrentIndex(choice->findData(value));
    }

    static int import(QDialog &dialog)
    {
        auto *go = dialog.findChild<QAbstractButton *>(QStringLiteral("importGo"));
        if (!go->isEnabled())
            return QDialog::Rejected;
        QTest::mouseClick(go, Qt::LeftButton);
        for (int i = 0; i < 500 && dialog.result() != QDialog::Accepted; ++i) // what was mapped is kept first
            QTest::qWait(10);
        return dialog.result();
    }

    static QString adviceOf(QDialog &report)
    {
        const auto *label = report.findChild<QLabel *>(QStringLiteral("whatToDo"));
        return label ? label->text() : QString();
    }

    bool answered()
    {
        for (int i = 0; i < 800 && !m->prompts.dialogs.empty(); ++i)
            QTest::qWait(10);
        return m->prompts.dialogs.empty() && m->settles();
    }

    static int closeReport(QDialog &dialog) { return dialog.objectName() == QLatin1String("importReport") ? 0 : 1; }

    std::optional<SourceRow> source(const char *name, Period period)
    {
        const auto rows = m->answerOf([period](Workspace &workspace) { return sourceRows(workspace, period); });
        for (const SourceRow &row : rows ? *rows : std::vector<SourceRow>()) {
            if (row.source.name.text == name)
                return row;
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        m = std::make_unique<GuiWorld>("fileswindow");
        m->session->create(m->folder.filePath(QStringLiteral("north.brw")), NewWorkspace{"Northwind", Currency::parse("EUR").value()});
        QTRY_VERIFY(m->window->isWorking());
        QVERIFY(m->settles());
    }

    void anUnknownFileIsMappedOnce()
    {
        const QString file = m->write("backup-2026-10.csv", unknownFile);
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            nameSource(dialog, "cove");
            if (!previews(dialog, 2))
                return 1;
            auto *mapping = dialog.findChild<QWidget *>(QStringLiteral("columnMapping"));
            auto *keep = dialog.findChild<QAbstractButton *>(QStringLiteral("saveLayout"));
            if (!mapping->isVisible())
                return 1;
            // Column by column, as a person would: what the file calls otherwise.
            pick(dialog, "map-account_name", 0);
            pick(dialog, "map-account_id", 1);
            pick(dialog, "map-meter_name", 2);
            pick(dialog, "map-quantity", 3);
            auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("layoutName"));
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("Backup list"));
            QTest::qWait(60); // the form takes its place
            GuiWorld::picture(dialog, "mapping-unknown");
            if (!keep->isEnabled())
                return 1;
            QTest::mouseClick(keep, Qt::LeftButton);
            for (int i = 0; i < 500 && mapping->isVisible(); ++i)
                QTest::qWait(10);
            GuiWorld::picture(dialog, "mapping-known");
            return mapping->isVisible() ? 1 : import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        const auto row = source("cove", october);
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{2});
        QCOMPARE(row->batch->files.front().layout, std::string("Backup list"));
    }

    void theSourceOfTheSameKindOfFileIsProposed()
    {
        QVERIFY(m->answerOf([](Workspace &workspace) { return addSource(workspace, {SourceName("also"), Side::Vendor, "file", "{}"}); }));
        m->session->tellChanged(Session::Change::Sources);
        QVERIFY(m->shows("sources")); // where the first source of the list is marked by itself
        const QString known = m->write("backup-2026-12.csv", "Kunde;Kennung;Ware;Anzahl\nAcme Dental;acme;backup;7\n");
        const QString seats
            = m->write("seats-2026-12.csv", "account_id,account_name,meter_id,meter_name,measure,quantity\na,A,s,S,used,4\n");
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            if (!previews(dialog, 1))
                return 1;
            auto *sources = dialog.findChild<QComboBox *>(QStringLiteral("importSource"));
            const auto *doubt = dialog.findChild<QLabel *>(QStringLiteral("importDoubt"));
            const auto *go = dialog.findChild<QAbstractButton *>(QStringLiteral("importGo"));
            GuiWorld::picture(dialog, "proposed");
            if (!(sources->currentData().toString() == QLatin1String("cove") && go->isEnabled() && doubt->isHidden())) {
                m_broken = QStringLiteral("line %1").arg(__LINE__);
                return 1;
            }
            pick(dialog, "importSource", QStringLiteral("also")); // against the proposal
            if (!showsText(*doubt, QStringLiteral("also has never had a file of this kind; cove has.")))
                return 1;
            GuiWorld::picture(dialog, "doubted");
            if (!(sources->currentData().toString() == QLatin1String("also") && go->isEnabled())) {
                m_broken = QStringLiteral("line %1").arg(__LINE__);
                return 1;
            }
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({known});
        QVERIFY(answered());
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            if (!previews(dialog, 1))
                return 1;
            auto *sources = dialog.findChild<QComboBox *>(QStringLiteral("importSource"));
            const auto *doubt = dialog.findChild<QLabel *>(QStringLiteral("importDoubt"));
            GuiWorld::picture(dialog, "nothing-proposed");
            if (!(sources->currentIndex() == -1 && doubt->text() == QLatin1String("Choose the source that these files are of."))) {
                m_broken = QStringLiteral("line %1").arg(__LINE__);
                return 1;
            }
            if (!(!dialog.findChild<QAbstractButton *>(QStringLiteral("importGo"))->isEnabled())) {
                m_broken = QStringLiteral("line %1").arg(__LINE__);
                return 1;
            }
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({seats});
        QVERIFY(answered());
        QVERIFY2(m_broken.isEmpty(), qPrintable(m_broken));
    }

    void theSameHeaderIsRecognisedNextTime()
    {
        const QString file = m->write("backup-2026-11.csv", "Kunde;Kennung;Ware;Anzahl\nAcme Dental;acme;backup;7\n");
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            pick(dialog, "importSource", QStringLiteral("cove"));
            if (!previews(dialog, 1) || dialog.findChild<QWidget *>(QStringLiteral("columnMapping"))->isVisible())
                return 1;
            return import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        const auto row = source("cove", november);
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{1});
        QCOMPARE(row->batch->files.front().layout, std::string("Backup list"));
    }

    // A file with the clients that were missing would be all that counts of the month.
    void whatAnImportReplacesIsSaidBefore()
    {
        const QString rest = m->write("backup-2026-11.csv", "Kunde;Kennung;Ware;Anzahl\nBakery;bakery;backup;2\n");
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            pick(dialog, "importSource", QStringLiteral("cove"));
            const auto *doubt = dialog.findChild<QLabel *>(QStringLiteral("importDoubt"));
            if (!previews(dialog, 1) || !showsText(*doubt, QStringLiteral("cove has 1 row(s) of Nov 2026 already")))
                return 1;
            GuiWorld::picture(dialog, "replaces");
            auto *months = dialog.findChild<QComboBox *>(QStringLiteral("importPeriod"));
            if (months->findData(december.index()) < 0)
                months->insertItem(0, QStringLiteral("Dec"), december.index());
            months->setCurrentIndex(months->findData(december.index()));
            for (int i = 0; i < 500 && !doubt->isHidden(); ++i)
                QTest::qWait(10);
            if (!doubt->isHidden())
                m_broken = QStringLiteral("line %1").arg(__LINE__);
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({rest});
        QVERIFY(answered());
        QVERIFY2(m_broken.isEmpty(), qPrintable(m_broken));
    }

    void aFileIsDroppedOnTheWindow()
    {
        const QString file = m->write(
            "seats-2026-10.csv", "account_id,account_name,meter_id,meter_name,measure,quantity\nacme,Acme Dental,seat,Seat,assigned,4\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m->window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QString shown;
        m->prompts.dialogs.push_back([&shown](QDialog &dialog) {
            nameSource(dialog, "dropped");
            if (!previews(dialog, 1))
                return 1;
            shown = dynamic_cast<ImportDialog &>(dialog).request().files.empty()
                ? QString()
                : toQString(dynamic_cast<ImportDialog &>(dialog).request().files.front());
            return import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m->window.get(), &drop);
        QVERIFY(answered());
        QCOMPARE(shown, file);
        const auto row = source("dropped", october); // the month of the file's name, not the one before today
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{1});
    }

    void aFileNamesItsMonthAndItsSide()
    {
        // Neither the month nor its neighbours were known; a price is what only a PSA's file has.
        const QString file = m->write("sold-2025-03.csv", "Client,Product,Quantity,Unit Price\nAcme Dental,EDR,5,4.50\n");
        int month = 0;
        QVariant side;
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            nameSource(dialog, "sold");
            if (!previews(dialog, 1))
                return 1;
            month = dialog.findChild<QComboBox *>(QStringLiteral("importPeriod"))->currentData().toInt();
            auto *sides = dialog.findChild<QComboBox *>(QStringLiteral("newSourceSide"));
            (void)QTest::qWaitFor([&] { return sides->currentData().toInt() == static_cast<int>(Side::Psa); });
            side = sides->currentData();
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QCOMPARE(month, Period::fromMonth(2025, 3)->index());
        QCOMPARE(side.toInt(), static_cast<int>(Side::Psa));
    }

    void aMeterThatJustCameBecomesAService()
    {
        // The page of services was read before the file came: what it knew of meters is not what there is now.
        m->window->choosePeriod(october);
        QVERIFY(m->shows("services"));
        const QString file = m->write(
            "mail-2026-10.csv", "account_id,account_name,meter_id,meter_name,measure,quantity\nacme,Acme Dental,box,Mailbox,assigned,4\n");
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            nameSource(dialog, "mail");
            return previews(dialog, 1) ? import(dialog) : 1;
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QVERIFY(m->shows("mapping/meters"));
        auto *meters = m->find<ListTable>("metersTable");
        int mailbox = -1;
        for (int row = 0; row < meters->table()->rowCount(); ++row) {
            if (meters->table()->index(row, meters->table()->columnOf(QStringLiteral("meter"))).data() == QStringLiteral("Mailbox"))
                mailbox = row;
        }
        QVERIFY(mailbox >= 0);
        meters->setCursorRow(mailbox);
        QVERIFY(m->click("meterToService"));
        QVERIFY(m->settles());
        QVERIFY(m->find<Page>("services")->isVisible());
        auto *name = m->find<QLineEdit>("serviceName");
        QCOMPARE(name->text(), QStringLiteral("Mailbox"));
        QCOMPARE(m->find<QLineEdit>("serviceId")->text(), QStringLiteral("mailbox")); // it can be saved as it stands
        QVERIFY(m->window->focusWidget() == name);
        GuiWorld::picture(*m->window, "meter-to-service");
        const Service made = m->window->findChild<ServiceForm *>()->service();
        QCOMPARE(made.counted.size(), size_t{1});
        QCOMPARE(made.counted.front().source, SourceName("mail"));
        QCOMPARE(made.counted.front().meter, MeterId("box"));
        QCOMPARE(made.counted.front().measure, Measure::Assigned); // the only one that the file states
        QVERIFY(m->click("revertService"));
        QVERIFY(m->settles());
    }

    void theFirstFileOfAPsaIsTakenForOne()
    {
        // Another workspace, without a source: "New source…" stands there by itself, and on the vendor's side.
        m->session->create(m->folder.filePath(QStringLiteral("first.brw")), NewWorkspace{"First", Currency::parse("EUR").value()});
        QTRY_COMPARE(m->session->current().name, QStringLiteral("First"));
        QVERIFY(m->settles());
        const QString lines = m->write("lines-2026-10.csv",
            "client_id,client_name,agreement_id,agreement_name,line_id,product_id,product_name,quantity,unit_price\n"
            "C1,Acme,A1,Managed,L1,EDR,Endpoint protection,10,4.50\n");
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            if (!previews(dialog, 1))
                return 1;
            const auto *side = dialog.findChild<QComboBox *>(QStringLiteral("newSourceSide"));
            const auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("newSourceName"));
            const auto *problems = dialog.findChild<QLabel *>(QStringLiteral("importProblems"));
            GuiWorld::picture(dialog, "first-psa");
            if (side->currentData().toInt() != static_cast<int>(Side::Psa) || name->text() != QLatin1String("psa")
                || !problems->text().isEmpty() || dialog.findChild<QWidget *>(QStringLiteral("columnMapping"))->isVisible()) {
                m_broken = QStringLiteral("side %1, name %2, %3").arg(side->currentText(), name->text(), problems->text());
                return 1;
            }
            return import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({lines});
        QVERIFY2(answered() && m_broken.isEmpty(), qPrintable(m_broken));
        const auto row = source("psa", october);
        QVERIFY(row && row->fresh && row->source.side == Side::Psa);
        // A vendor's source that a person chose for it: one sentence, that names the layout, and no columns to map.
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            nameSource(dialog, "wrong");
            pick(dialog, "newSourceSide", static_cast<int>(Side::Psa));
            pick(dialog, "newSourceSide", static_cast<int>(Side::Vendor));
            const auto *problems = dialog.findChild<QLabel *>(QStringLiteral("importProblems"));
            if (!showsText(*problems, QStringLiteral("is a file of a PSA")))
                m_broken = problems->text();
            QStringList texts;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                texts << label->text();
            if (!texts.filter(QStringLiteral("No layout fits")).isEmpty())
                m_broken = texts.join(u'\n');
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({lines});
        QVERIFY2(answered() && m_broken.isEmpty(), qPrintable(m_broken));
        m->window->files().open(m->folder.filePath(QStringLiteral("north.brw")));
        QTRY_COMPARE(m->session->current().name, QStringLiteral("Northwind"));
        QVERIFY(m->settles());
    }

    void aRefusedImportIsForcedByAPerson()
    {
        const QString file = m->write("rejects-2026-10.csv", manyRejected());
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            nameSource(dialog, "rejects");
            return previews(dialog, 12) ? import(dialog) : 1;
        });
        bool wasThere = true;
        QString advice;
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            wasThere = source("rejects", october).has_value();
            GuiWorld::picture(dialog, "refused");
            advice = adviceOf(dialog);
            auto *anyway = dialog.findChild<QAbstractButton *>(QStringLiteral("importAnyway"));
            if (!anyway)
                return 1;
            QTest::mouseClick(anyway, Qt::LeftButton);
            return dialog.result();
        });
        m->prompts.confirms.push_back(true);
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QVERIFY(m->prompts.confirms.empty());
        QVERIFY2(advice.contains(QStringLiteral("the rejected rows are left out")), qPrintable(advice));
        QVERIFY(!wasThere); // nothing was stored by the refused one, and its source is not there either
        const auto row = source("rejects", october);
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{8});
        QCOMPARE(row->batch->rowsRejected, int64_t{4});
    }

    void aRefusedImportSaysWhatToDoNext()
    {
        // Of another month: "choose again" brings the dialog back with the same file and source.
        const QString charges = m->write("charges.csv", charged());
        QString advice;
        QString again;
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            nameSource(dialog, "csp");
            if (!previews(dialog, 3))
                return 1;
            pick(dialog, "importPeriod", november.index());
            return import(dialog);
        });
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            advice = adviceOf(dialog);
            GuiWorld::picture(dialog, "other-month");
            if (!dialog.findChild<QAbstractButton *>(QStringLiteral("importAnyway")))
                return 1;
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("chooseAgain")), Qt::LeftButton);
            return dialog.result();
        });
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            again = dialog.findChild<QLineEdit *>(QStringLiteral("newSourceName"))->text(); // that is to be made once more
            return previews(dialog, 3) ? 0 : 1;
        });
        emit m->find<Page>("overview")->importWanted({charges});
        QVERIFY(answered());
        QVERIFY2(advice.contains(QStringLiteral("choose again with the month of the file")), qPrintable(advice));
        QCOMPARE(again, QStringLiteral("csp"));
        QVERIFY(!source("csp", october));
    }

    // Nothing can be imported before it is said which column is what; then the import keeps that by itself.
    void whatIsMappedIsKeptByTheImport()
    {
        const QString unknown = m->write("usage 2026-10.csv", "Eins;Zwei;Drei\nAcme;Backup;12\n");
        bool wasRefused = false;
        QString name;
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            nameSource(dialog, "usage");
            auto *go = dialog.findChild<QAbstractButton *>(QStringLiteral("importGo"));
            if (!previews(dialog, 1))
                return 1;
            wasRefused = !go->isEnabled();
            pick(dialog, "map-account_name", 0);
            pick(dialog, "map-account_id", 0);
            pick(dialog, "map-meter_name", 1);
            pick(dialog, "map-quantity", 2);
            name = dialog.findChild<QLineEdit *>(QStringLiteral("layoutName"))->text();
            return import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({unknown});
        QVERIFY(answered());
        QVERIFY(wasRefused);
        QCOMPARE(name, QStringLiteral("usage")); // without the month: it is for the next files too
        const auto row = source("usage", october);
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{1});
        QCOMPARE(row->batch->files.front().layout, std::string("usage"));
        // Another vendor's report of that name does not take the place of the layout.
        const QString other = m->write("usage 2026-10.csv", "Kunde;Was;Menge;Stand\nAcme;Backup;12;x\n");
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            nameSource(dialog, "other");
            if (!previews(dialog, 1))
                return 1;
            name = dialog.findChild<QLineEdit *>(QStringLiteral("layoutName"))->text();
            return 0;
        });
        emit m->find<Page>("overview")->importWanted({other});
        QVERIFY(answered());
        QCOMPARE(name, QStringLiteral("usage 2"));
    }

    // SentinelOne calls a column otherwise: only that is asked, with what looks like it proposed, and next month nothing is.
    void aRenamedColumnIsAskedOnce()
    {
        const QByteArray endpoints = "Endpoint Name,Account,Site Name,Agent Version,Last Active,Device Type,OS,Network Status\n"
                                     "HD-PC-01,Our MSP,Harbour Dental,23.4,\"Oct 30, 2026 10:22:31 AM\",desktop,Windows 11 Pro,Connected\n";
        const QString file = m->write("endpoints 2026-10.csv", endpoints);
        QStringList asked;
        QString what;
        QString proposed;
        QString name;
        int all = 0;
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            nameSource(dialog, "s1");
            if (!previews(dialog, 1))
                return 1;
            auto *mapping = dialog.findChild<QWidget *>(QStringLiteral("columnMapping"));
            auto *other = dialog.findChild<QAbstractButton *>(QStringLiteral("mappingOther"));
            const auto choices = [mapping] { return mapping->findChildren<QComboBox *>(QRegularExpression(QStringLiteral("^map-"))); };
            for (const QComboBox *choice : choices())
                asked << choice->accessibleName();
            what = dialog.findChild<QLabel *>(QStringLiteral("mappingWhat"))->text();
            proposed = choices().isEmpty() ? QString() : choices().front()->currentText();
            name = dialog.findChild<QLineEdit *>(QStringLiteral("layoutName"))->text();
            GuiWorld::picture(dialog, "mapping-renamed");
            QTest::mouseClick(other, Qt::LeftButton); // every column, and back
            QTest::qWait(20);
            all = static_cast<int>(choices().size());
            QTest::mouseClick(other, Qt::LeftButton);
            QTest::qWait(20);
            return import(dialog);
        });
        m->prompts.dialogs.push_back(closeReport);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QCOMPARE(asked, QStringList{QStringLiteral("Column for Site")});
        QVERIFY2(what.contains(QStringLiteral("SentinelOne endpoints")), qPrintable(what));
        QCOMPARE(proposed, QStringLiteral("Site Name"));
        QCOMPARE(name, QStringLiteral("SentinelOne endpoints 2"));
        QVERIFY(all > 10);
        const auto row = source("s1", october);
        QVERIFY(row && row->fresh);
        QCOMPARE(row->batch->rowsKept, int64_t{1});
        QCOMPARE(row->batch->files.front().layout, std::string("SentinelOne endpoints 2"));
        const auto known = m->answerOf([file](Workspace &workspace) {
            return previewFile(workspace, {SourceName("s1"), october, {toUtf8(file)}, "auto", false, 10.0}, toUtf8(file));
        });
        QCOMPARE(known->layout, std::string("SentinelOne endpoints 2"));
    }

    // Columns that were said wrongly are said again: the layout is forgotten in the window where it shows.
    void aKeptLayoutIsForgotten()
    {
        const QString file = m->write("meters 2026-10.csv", "Wer;Was;Zahl\nAcme;Backup;12\n");
        bool wasOffered = true;
        m->prompts.dialogs.push_back([&](QDialog &dialog) {
            nameSource(dialog, "meters");
            if (!previews(dialog, 1))
                return 1;
            auto *forget = dialog.findChild<QAbstractButton *>(QStringLiteral("forgetLayout"));
            wasOffered = forget->isVisible();
            pick(dialog, "map-account_name", 1); // what is meant is column 0
            pick(dialog, "map-meter_name", 0);
            pick(dialog, "map-quantity", 2);
            auto *mapping = dialog.findChild<QWidget *>(QStringLiteral("columnMapping"));
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("saveLayout")), Qt::LeftButton);
            for (int i = 0; i < 500 && !forget->isVisible(); ++i)
                QTest::qWait(10);
            if (mapping->isVisible() || !forget->isVisible())
                return 1;
            GuiWorld::picture(dialog, "mapping-forget");
            m->prompts.confirms.push_back(false);
            QTest::mouseClick(forget, Qt::LeftButton);
            QTest::qWait(60);
            if (!forget->isVisible())
                return 1;
            m->prompts.confirms.push_back(true);
            QTest::mouseClick(forget, Qt::LeftButton);
            for (int i = 0; i < 500 && !mapping->isVisible(); ++i)
                QTest::qWait(10);
            return mapping->isVisible() && !forget->isVisible() ? 0 : 1;
        });
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QVERIFY(!wasOffered);
        const auto kept = m->answerOf([](Workspace &workspace) { return profiles(workspace); });
        QVERIFY(std::ranges::none_of(*kept, [](const LayoutProfile &profile) { return profile.name == "meters"; }));
    }

    void aForceThatIsNotMeantStoresNothing()
    {
        const QString file = m->write("rejects-2026-11.csv", manyRejected());
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            pick(dialog, "importSource", QStringLiteral("rejects"));
            return previews(dialog, 12) ? import(dialog) : 1;
        });
        m->prompts.dialogs.push_back([](QDialog &dialog) {
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("importAnyway")), Qt::LeftButton);
            return dialog.result();
        });
        m->prompts.confirms.push_back(false);
        emit m->find<Page>("overview")->importWanted({file});
        QVERIFY(answered());
        QVERIFY(m->prompts.confirms.empty());
        const auto row = source("rejects", november);
        QVERIFY(row && !row->fresh);
    }

    void nothingUnexpectedWasAsked() { QVERIFY2(m->prompts.unexpected.isEmpty(), qPrintable(m->prompts.unexpected.join(u'\n'))); }

    void cleanupTestCase() { m.reset(); }
};

} // namespace fileswindow_test

BR_TEST(fileswindow, FilesWindowTest)
#include "fileswindow.moc"
