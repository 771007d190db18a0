// The whole job through the real window on a real workspace: new, import, link, service, reconcile, approve by key, export.
// What is asserted is what the verbs say is stored, not what a label shows.
#include "ui/mainwindow/mainwindow.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/deciding.h"
#include "core/workspace/exporting.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/sourcing.h"
#include "tests/gui/scriptedprompts.h"
#include "tests/run/registered.h"
#include "ui/dialogs/importdialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace br;

namespace mainwindow_test {

namespace {

const char psaFile[] = "client_id,client_name,agreement_id,agreement_name,billing_cycle,line_id,product_id,product_name,quantity,unit_"
                       "price,currency,billable\n"
                       "c1,Acme Dental,a1,Managed services,monthly,l1,EDR,Endpoint protection,4,5.00,EUR,yes\n"
                       "c2,Blue Bakery,a2,Managed services,monthly,l2,EDR,Endpoint protection,3,5.00,EUR,yes\n";

QByteArray agentsFile()
{
    QByteArray text("account_id,account_name,meter_id,meter_name,asset_id,asset_name,asset_class,status\n");
    for (int i = 1; i <= 6; ++i)
        text += "acme,Acme Dental,agent,EDR agent,a" + QByteArray::number(i) + ",acme-pc" + QByteArray::number(i) + ",workstation,active\n";
    for (int i = 1; i <= 3; ++i)
        text += "bakery,Blue Bakery,agent,EDR agent,b" + QByteArray::number(i) + ",bakery-pc" + QByteArray::number(i)
            + ",workstation,active\n";
    return text;
}

class FixedClock final : public Clock {
public:
    std::string nowUtc() const override { return "2026-11-03T09:00:00.000Z"; }
};

const Period october = Period::fromMonth(2026, 10).value();

} // namespace

class MainWindowTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<Session> m_session;
    ScriptedPrompts m_prompts;
    std::unique_ptr<MainWindow> m_window;

    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }

    // A verb's answer, waited for without stopping the window.
    template <class Verb>
    auto answerOf(Verb verb)
    {
        using Outcome = std::invoke_result_t<Verb, Workspace &>;
        std::optional<Outcome> answer;
        m_session->ask(this, verb, [&answer](Outcome outcome) { answer = std::move(outcome); });
        for (int i = 0; i < 1000 && !answer; ++i)
            QTest::qWait(10);
        return answer.value_or(Outcome(Error{Errc::Internal, "no answer", {}}));
    }

    void settle()
    {
        int quiet = 0;
        for (int i = 0; i < 2000 && quiet < 6; ++i) {
            QTest::qWait(20);
            quiet = m_window->isSettled() ? quiet + 1 : 0;
        }
        QVERIFY(quiet >= 6);
    }

    // With BR_GUI_SHOTS=folder every step leaves a picture, for people to look at.
    static void picture(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("BR_GUI_SHOTS");
        if (!folder.isEmpty())
            widget.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }

    template <class T>
    T *find(const char *name)
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qWarning("no widget %s", name);
        return found;
    }

    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY(button);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    // Fills in the import dialog for a new source and imports; then closes the report.
    void importInto(const QString &source, Side side, const QString &file, int rowsShown)
    {
        m_prompts.dialogs.push_back([=](QDialog &dialog) {
            auto *sources = dialog.findChild<QComboBox *>(QStringLiteral("importSource"));
            sources->setCurrentIndex(sources->count() - 1);
            QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("newSourceName")), source);
            auto *sides = dialog.findChild<QComboBox *>(QStringLiteral("newSourceSide"));
            sides->setCurrentIndex(sides->findData(static_cast<int>(side)));
            auto *preview = dialog.findChild<QTableWidget *>(QStringLiteral("importPreview"));
            for (int i = 0; i < 500 && preview->rowCount() != rowsShown; ++i)
                QTest::qWait(10);
            picture(dialog, "import");
            if (preview->rowCount() < rowsShown || !dialog.findChild<QAbstractButton *>(QStringLiteral("importGo"))->isEnabled())
                return static_cast<int>(QDialog::Rejected);
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("importGo")), Qt::LeftButton);
            return dialog.result();
        });
        m_prompts.dialogs.push_back([](QDialog &dialog) {
            picture(dialog, "report");
            return dialog.objectName() == QLatin1String("importReport") ? 0 : 1;
        });
        emit find<Page>("overview")->importWanted({file});
        for (int i = 0; i < 500 && !m_prompts.dialogs.empty(); ++i)
            QTest::qWait(10);
        QVERIFY(m_prompts.dialogs.empty());
        settle();
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("BillingReconcileTest"));
        QCoreApplication::setApplicationName(QStringLiteral("gui"));
        QSettings().clear();
        QLocale::setDefault(QLocale::c());
        m_registry = std::make_unique<Registry>(Registry::defaultFolders());
        m_session = std::make_unique<Session>(Environment{&m_clock, m_registry.get(), "maria"});
        Shell shell;
        shell.session = m_session.get();
        shell.prompts = &m_prompts;
        shell.clock = &m_clock;
        shell.setTheme = [](ThemeChoice) {};
        m_window = std::make_unique<MainWindow>(std::move(shell));
        m_window->show();
        QVERIFY(!m_window->isWorking());
        picture(*m_window, "start");
    }

    void makesAWorkspace()
    {
        m_prompts.dialogs.push_back([this](QDialog &dialog) {
            QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("workspaceName")), QStringLiteral("Northwind"));
            dialog.findChild<QComboBox *>(QStringLiteral("workspaceCurrency"))->setCurrentText(QStringLiteral("EUR"));
            auto *file = dialog.findChild<QLineEdit *>(QStringLiteral("workspaceFile"));
            file->selectAll();
            QTest::keyClicks(file, m_folder.filePath(QStringLiteral("north.brw")));
            picture(dialog, "new");
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("createWorkspace")), Qt::LeftButton);
            return dialog.result();
        });
        click("newWorkspace");
        QTRY_VERIFY(m_window->isWorking());
        QCOMPARE(m_session->current().name, QStringLiteral("Northwind"));
        settle();
        QVERIFY(find<Page>("sources")->isVisible()); // there is nothing to look at yet
    }

    void importsBothSides()
    {
        importInto(QStringLiteral("psa"), Side::Psa, write("lines-2026-10.csv", psaFile), 2);
        importInto(QStringLiteral("huntress"), Side::Vendor, write("agents-2026-10.csv", agentsFile()), 9);
        const auto known = answerOf([](Workspace &workspace) { return sourceRows(workspace, october); });
        QVERIFY(known.ok());
        QCOMPARE(known->size(), size_t{2});
        for (const SourceRow &row : *known) {
            QVERIFY(row.fresh);
            QCOMPARE(row.batch->rowsKept, row.source.side == Side::Psa ? 2 : 9);
        }
    }

    void linksBySuggestion()
    {
        m_window->showPage(QStringLiteral("mapping"));
        settle();
        m_prompts.confirms.push_back(true);
        click("acceptAll");
        settle();
        const auto stored = answerOf([](Workspace &workspace) { return links(workspace); });
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), size_t{2});
        for (const AccountLink &link : *stored)
            QCOMPARE(link.client.text, link.account.text == "acme" ? std::string("c1") : std::string("c2"));
    }

    void savesAServiceByTheForm()
    {
        m_window->showPage(QStringLiteral("mapping/meters"));
        settle();
        click("meterToService");
        settle();
        auto *name = find<QLineEdit>("serviceName");
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("EDR seats"));
        click("addBilled");
        auto *product = find<QComboBox>("billedProduct0");
        product->setCurrentIndex(product->findData(QStringLiteral("EDR")));
        QTest::keyClicks(find<QLineEdit>("defaultPrice"), QStringLiteral("5.00"));
        settle();
        picture(*m_window, "service");
        click("saveService");
        settle();
        const auto stored = answerOf([](Workspace &workspace) { return services(workspace); });
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), size_t{1});
        QCOMPARE(stored->front().id.text, std::string("edr-seats"));
        QCOMPARE(stored->front().billed.front().product.text, std::string("EDR"));
        QCOMPARE(stored->front().counted.front().meter.text, std::string("agent"));
        QVERIFY(stored->front().defaultPrice == Decimal::fromInt(5));
    }

    void reconcilesByItself()
    {
        const auto rows = answerOf([](Workspace &workspace) { return discrepancyRows(workspace, october); });
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), size_t{1}); // Acme 6 - 4; the bakery is a match
        QCOMPARE(rows->front().discrepancy.kind, Kind::Underbilled);
        QCOMPARE(rows->front().discrepancy.subject.client.text, std::string("c1"));
        QVERIFY(rows->front().discrepancy.impact == Decimal::fromInt(10)); // 2 x 5.00
    }

    void approvesByKey()
    {
        picture(*m_window, "overview-empty");
        m_window->showPage(QStringLiteral("discrepancies"));
        settle();
        auto *list = find<QTableView>("discrepanciesTable");
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 1));
        QTest::keyClick(list, Qt::Key_A);
        settle();
        const auto rows = answerOf([](Workspace &workspace) { return discrepancyRows(workspace, october); });
        QCOMPARE(rows->front().state, State::Approved);
        QVERIFY(rows->front().targetQuantity == Decimal::fromInt(6));
        QCOMPARE(rows->front().decidedBy, std::string("maria"));
    }

    void exportsTheSheet()
    {
        m_window->showPage(QStringLiteral("export"));
        settle();
        auto *format = find<QComboBox>("format");
        format->setCurrentIndex(format->findData(static_cast<int>(SheetFormat::Csv)));
        const QString file = m_folder.filePath(QStringLiteral("out.csv"));
        m_prompts.saves.push_back(file);
        click("exportGo");
        settle();
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("Acme Dental"));
        const auto made = answerOf([](Workspace &workspace) { return handedOver(workspace, october); });
        QVERIFY(made.ok());
        QCOMPARE(made->size(), size_t{1});
        QCOMPARE(made->front().rows, 1);
        picture(*m_window, "export");
        // Once more: it says that the same content left before.
        m_prompts.saves.push_back(m_folder.filePath(QStringLiteral("again.csv")));
        m_prompts.told.clear();
        click("exportGo");
        settle();
        QVERIFY2(m_prompts.told.join(QLatin1Char('\n')).contains(QStringLiteral("same content")),
            qPrintable(m_prompts.told.join(QLatin1Char('\n'))));
    }

    void drillsIntoAClient()
    {
        m_window->showPage(QStringLiteral("clients"));
        settle();
        auto *list = find<QTableView>("clientsTable");
        QCOMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        settle();
        QTRY_COMPARE(find<QTableView>("clientPositionsTable")->model()->rowCount(), 1);
        picture(*m_window, "client");
        QTest::keyClick(find<QTableView>("clientPositionsTable"), Qt::Key_Escape);
        QTRY_VERIFY(list->isVisible());
    }

    void everyFocusableWidgetHasAName()
    {
        const QStringList pages = m_window->pageNames();
        QCOMPARE(pages.size(), 7);
        QStringList nameless;
        for (const QString &page : pages) {
            m_window->showPage(page);
            settle();
            const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                const QString name = face ? face->text(QAccessible::Name) : QString();
                if (name.isEmpty() && widget->accessibleName().isEmpty())
                    nameless << page + QLatin1Char('/') + QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                            + widget->objectName();
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void aSecondWindowIsOfferedReadOnly()
    {
        const QString file = m_session->current().path;
        Session other(Environment{&m_clock, nullptr, "second"});
        ScriptedPrompts prompts;
        prompts.confirms.push_back(true);
        Shell shell;
        shell.session = &other;
        shell.prompts = &prompts;
        shell.clock = &m_clock;
        shell.setTheme = [](ThemeChoice) {};
        MainWindow second(std::move(shell));
        second.show();
        second.files().open(file);
        QTRY_VERIFY(second.isWorking());
        QVERIFY(other.isReadOnly());
        QVERIFY(second.findChild<QWidget *>(QStringLiteral("readOnlyBanner"))->isVisible());
        QTRY_VERIFY(second.isSettled());
        QVERIFY(!second.findChild<QAbstractButton *>(QStringLiteral("reconcileButton"))->isEnabled());
    }

    void nothingUnexpectedWasAsked() { QVERIFY2(m_prompts.unexpected.isEmpty(), qPrintable(m_prompts.unexpected.join(QLatin1Char('\n')))); }

    void cleanupTestCase()
    {
        m_window.reset();
        m_session.reset();
        m_registry.reset();
    }
};

} // namespace mainwindow_test

BR_TEST(mainwindow, MainWindowTest)
#include "mainwindow.moc"
