// Syncs in the real window: stand-in vendors over TLS side by side, one busy, one that refuses its key; a source added by form.
#include "app/demo/demoworkspace.h"
#include "core/workspace/deciding.h"
#include "core/workspace/sourcing.h"
#include "tests/gui/guiworld.h"
#include "tests/run/registered.h"
#include "ui/dialogs/addsourcedialog.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/syncboard.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace br;

namespace syncwindow_test {

namespace {

const Period october = Period::fromMonth(2026, 10).value();

} // namespace

class SyncWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto stand = demo::Stand::start(Day::parse("2026-11-03").value());
        QVERIFY2(stand, stand ? "" : stand.error().message.c_str());
        m_stand = std::move(*stand);
        m_world = std::make_unique<GuiWorld>("syncwindow");
        m_secrets = std::make_unique<DemoSecrets>(nullptr, *m_stand);
        m_world->window.reset();
        m_world->environment.secrets = m_secrets.get();
        m_world->session = std::make_unique<Session>(m_world->environment);
        m_world->makeWindow();
        m_file = m_world->folder.filePath(QStringLiteral("demo.brw"));
        const auto uuid = makeDemoWorkspace(toUtf8(m_file), m_world->environment, *m_stand);
        QVERIFY2(uuid, uuid ? "" : uuid.error().message.c_str());
        m_secrets->setWorkspace(*uuid);
        m_world->window->choosePeriod(october);
        m_world->window->files().open(m_file);
        QVERIFY(m_world->settles());
    }

    void everySourceSyncsSideBySideAndOneFailureStopsNone()
    {
        auto *board = m_world->find<SyncBoard>("syncBoard");
        QVERIFY(board);
        m_world->window->syncAll();
        QVERIFY(m_world->settles());
        GuiWorld::picture(*m_world->window, "synced");
        for (const char *source : {"connectwise", "huntress", "ninjaone", "pax8", "sentinelone"})
            QVERIFY2(board->sentence(QLatin1String(source)).contains(QStringLiteral("rows for Oct 2026")),
                qPrintable(board->sentence(QLatin1String(source))));
        const QString refused = board->sentence(QStringLiteral("sherweb"));
        QVERIFY2(!refused.isEmpty() && !refused.contains(QStringLiteral("rows for")), qPrintable(refused));
        QVERIFY(!refused.contains(QStringLiteral("withdrawn"))); // the secret itself

        const auto rows = m_world->answerOf([](Workspace &workspace) { return sourceRows(workspace, october); });
        QVERIFY(rows);
        QCOMPARE(rows->size(), size_t(6));
        for (const SourceRow &row : *rows)
            QCOMPARE(row.fresh, row.source.name.text != "sherweb");
        QCOMPARE(m_world->prompts.unexpected, QStringList());
    }

    void aSourceIsAddedByTheFormOfItsVendorTestedAndSynced()
    {
        QVERIFY(m_world->shows("sources"));
        const auto huntress = std::ranges::find(m_stand->sources(), "huntress", [](const auto &s) { return s.source.name.text; });
        QVERIFY(huntress != m_stand->sources().end());
        m_world->prompts.dialogs.push_back([&](QDialog &dialog) {
            auto *choice = dialog.findChild<QListWidget *>(QStringLiteral("vendorChoice"));
            auto *filter = dialog.findChild<QLineEdit *>(QStringLiteral("vendorFilter"));
            auto *add = dialog.findChild<QPushButton *>(QStringLiteral("addSourceGo"));
            QTest::keyClicks(filter, QStringLiteral("huntr"));
            GuiWorld::picture(dialog, "add-source");
            if (!choice->currentItem() || !choice->currentItem()->text().startsWith(QStringLiteral("Huntress")))
                return int(QDialog::Rejected);
            // The name of the first source is taken; a required secret is missing: it cannot be added yet.
            auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("sourceName"));
            m_offered = name->text();
            m_wasOfferedTooEarly = add->isEnabled();
            for (const auto &[field, secret] : huntress->secrets) {
                auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("secret_") + toQString(field));
                m_isHidden = m_isHidden && edit && edit->echoMode() == QLineEdit::Password;
                if (edit)
                    QTest::keyClicks(edit, QStringLiteral("not the right one"));
            }
            GuiWorld::picture(dialog, "add-source-filled");
            m_couldBeAdded = add->isEnabled();
            QTest::mouseClick(add, Qt::LeftButton);
            return dialog.result();
        });
        QVERIFY(m_world->click("addSource"));
        QVERIFY(m_world->settles());
        QCOMPARE(m_offered, QStringLiteral("huntress-2"));
        QVERIFY(!m_wasOfferedTooEarly);
        QVERIFY(m_isHidden);
        QVERIFY(m_couldBeAdded);
        const auto all = m_world->answerOf([](Workspace &workspace) { return sources(workspace); });
        QVERIFY(all);
        const auto added = std::ranges::find(*all, SourceName("huntress-2"), &Source::name);
        QVERIFY(added != all->end());
        QCOMPARE(added->connector, std::string("rest"));
        QVERIFY(added->settings.find("not the right one") == std::string::npos);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("not the right one"));
    }

    void aSourceIsChangedByTheSameForm()
    {
        QVERIFY(m_world->shows("sources"));
        auto *table = m_world->find<ListTable>("sourcesTable");
        const auto row = [&] {
            for (int i = 0; i < table->table()->rowCount(); ++i) {
                if (table->table()->index(i, 0).data(KeyRole).toString() == QStringLiteral("connectwise"))
                    return i;
            }
            return -1;
        }();
        QVERIFY(row >= 0);
        table->setCursorRow(row);
        QVERIFY(m_world->settles());
        const auto settingsOf = [this] {
            const auto all = m_world->answerOf([](Workspace &workspace) { return sources(workspace); });
            return QJsonDocument::fromJson(
                QByteArray::fromStdString(std::ranges::find(*all, SourceName("connectwise"), &Source::name)->settings))
                .object();
        };
        const auto before = settingsOf();
        QString company;
        bool couldBeSaved = false;
        QString said;
        m_world->prompts.dialogs.push_back([&](QDialog &dialog) {
            const auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("sourceName"));
            auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("setting_company"));
            auto *save = dialog.findChild<QPushButton *>(QStringLiteral("addSourceGo"));
            if (!edit || name->text() != QStringLiteral("connectwise") || !name->isReadOnly())
                return int(QDialog::Rejected);
            company = edit->text();
            // The secrets are left empty: the test signs in with those that are kept.
            QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("testConnection")), Qt::LeftButton);
            const auto *answer = dialog.findChild<QLabel *>(QStringLiteral("addSourceSaid"));
            for (int i = 0; i < 500 && !answer->text().startsWith(QStringLiteral("The connection")); ++i)
                QTest::qWait(20);
            said = answer->text();
            GuiWorld::picture(dialog, "change-source");
            edit->setText(QStringLiteral("othercompany"));
            couldBeSaved = save->isEnabled();
            QTest::mouseClick(save, Qt::LeftButton);
            return dialog.result();
        });
        QVERIFY(m_world->click("editSource"));
        QVERIFY(m_world->settles());
        QVERIFY(!company.isEmpty());
        QVERIFY2(said.startsWith(QStringLiteral("The connection works")), qPrintable(said));
        QVERIFY(couldBeSaved);
        const auto after = settingsOf();
        QCOMPARE(after.value(u"values")[u"company"].toString(), QStringLiteral("othercompany"));
        QCOMPARE(after.value(u"vendor"), before.value(u"vendor"));
        QCOMPARE(after.value(u"connect_to"), before.value(u"connect_to")); // what the form does not show stays
        const auto log = m_world->answerOf([](Workspace &workspace) { return events(workspace, 0, 9); });
        QVERIFY(log.ok());
        const auto told = std::ranges::find(*log, "source.edit", &Event::what);
        QVERIFY(told != log->end());
        QVERIFY(told->detail.find("othercompany") != std::string::npos);
        // Evidence of one vendor must not become that of another.
        const auto refused = m_world->answerOf(
            [](Workspace &workspace) { return editSource(workspace, SourceName("connectwise"), R"({"vendor":"huntress"})", {}); });
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::Conflict);
    }

private:
    std::unique_ptr<demo::Stand> m_stand;
    std::unique_ptr<DemoSecrets> m_secrets;
    std::unique_ptr<GuiWorld> m_world;
    QString m_file;
    QString m_offered;
    bool m_wasOfferedTooEarly = true;
    bool m_isHidden = true;
    bool m_couldBeAdded = false;
};

} // namespace syncwindow_test

BR_TEST(syncwindow, SyncWindow)
#include "syncwindow.moc"
