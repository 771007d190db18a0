// Files of older programs (fixtures/README.md): copied byte for byte, brought up to date, and everything in them as it was; and
// what is left when that is killed, has no room or may not write.
#include "core/reconcile/standing.h"
#include "core/store/migration.h"
#include "core/workspace/checking.h"
#include "core/workspace/deciding.h"
#include "core/workspace/exporting.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/upgrading.h"
#include "core/workspace/viewing.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace br;

namespace migrating_test {

namespace {

QByteArray bytesOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool exists(const std::string &path) { return QFile::exists(QString::fromStdString(path)); }

QByteArray fixture(const QString &name)
{
    const auto bytes = qUncompress(bytesOf(QDir(QStringLiteral(BR_FIXTURES)).filePath(name).toStdString()));
    if (bytes.isEmpty())
        qFatal("the fixture %s cannot be read", qPrintable(name));
    return bytes;
}

// A folder with a file of version 1 in it, and a clock and a person for what is done with it.
struct Older {
    explicit Older(const QString &name = QStringLiteral("version1.brw.qz"))
        : original(fixture(name))
        , path(folder.filePath(QStringLiteral("old.brw")).toStdString())
        , backup(path + ".v1.backup")
    {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(original) != original.size())
            qFatal("%s cannot be written", path.c_str());
    }
    Environment environment() const { return {&clock, nullptr, "Ada"}; }
    Result<std::unique_ptr<Workspace>> open(OpenMode mode = OpenMode::ReadWrite) const
    {
        return Workspace::open(path, mode, environment());
    }

    QTemporaryDir folder;
    QByteArray original;
    std::string path;
    std::string backup;
    StoppedClock clock;
};

void mustBeWhole(Workspace &workspace)
{
    NoProgress silent;
    for (const auto &finding : mustBe(check(workspace, silent)))
        QVERIFY2(finding.good, (finding.what + ": " + finding.message).c_str());
}

Period month(const char *text) { return mustBe(Period::parse(text)); }

} // namespace

class MigratingTest final : public QObject {
    Q_OBJECT

private slots:
    void theBackupIsTheFileAsItWas()
    {
        const Older older;
        {
            const auto workspace = mustBe(older.open());
            QCOMPARE(workspace->database().integer("PRAGMA user_version").value(), mustBe(shippedMigrations()).back().version);
            QCOMPARE(bytesOf(older.backup), older.original);
            mustBeWhole(*workspace);
        }
        QVERIFY(QFile::remove(QString::fromStdString(older.backup)));
        QVERIFY(older.open());
        QVERIFY(!exists(older.backup)); // up to date: nothing to copy
        QVERIFY(older.open(OpenMode::ReadOnly));
    }

    void theBackupIsForItsOwnerOnly()
    {
        const Older older;
        QCOMPARE(::chmod(older.path.c_str(), 0600), 0);
        QVERIFY(older.open());
        struct stat about { };
        QCOMPARE(::stat(older.backup.c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777, 0600u);
    }

    void everythingInItIsAsItWas()
    {
        const Older older;
        const auto workspace = mustBe(older.open());
        QCOMPARE(workspace->name(), std::string("Muster MSP"));
        QCOMPARE(workspace->currency().toString(), std::string("EUR"));
        QCOMPARE(mustBe(links(*workspace)).size(), size_t{3});
        QCOMPARE(mustBe(services(*workspace)).size(), size_t{2});
        QCOMPARE(mustBe(exceptions(*workspace)).front().reason, std::string("on notice"));
        QCOMPARE(workspace->database().integer("SELECT count(*) FROM batch WHERE state = 'complete'").value(), int64_t{4});
        QCOMPARE(workspace->database().integer("SELECT count(*) FROM batch_line").value(), int64_t{6});
        QCOMPARE(workspace->database().integer("SELECT count(*) FROM event").value(), int64_t{17});
        const auto rows = mustBe(discrepancyRows(*workspace, month("2026-10")));
        QCOMPARE(rows.size(), size_t{3});
        QCOMPARE(rows[0].key, std::string("2026-10/underbilled/C1/edr"));
        QCOMPARE(rows[0].state, State::Approved);
        QCOMPARE(rows[0].targetQuantity.value().toString(), std::string("47"));
        QCOMPARE(rows[0].discrepancy.impact.value().toString(), std::string("31.5"));
        QCOMPARE(rows[0].decidedBy, std::string("Jana"));
        QCOMPARE(rows[0].notes, 1);
        QCOMPARE(rows[1].key, std::string("2026-10/underbilled/C1/backup"));
        QCOMPARE(rows[1].state, State::Accepted);
        QCOMPARE(rows[2].clientName, std::string("Bäckerei Übermut"));
        QCOMPARE(rows[2].discrepancy.counted.value().toString(), std::string("4")); // 5 seen, one on notice
        QCOMPARE(mustBe(handedOver(*workspace, month("2026-10"))).front().rows, int64_t{1});
    }

    void whatTheNewVersionCanDoWorksOnIt()
    {
        const Older older;
        const auto workspace = mustBe(older.open());
        NoProgress silent;
        mustBe(saveView(*workspace, {"discrepancies", "Mine", "client:acme", "[]", {}, {}, {}}));
        QVERIFY(!mustBe(runState(*workspace, month("2026-11")))->upToDate); // it has not looked for October's approval yet
        mustBe(reconcile(*workspace, month("2026-11"), {}, silent));
        const auto row = mustBe(discrepancyRow(*workspace, "2026-11/not_applied/C1/edr"));
        QVERIFY(row);
        QCOMPARE(row->discrepancy.quantity.value().toString(), std::string("47"));
        const auto sheet = older.folder.filePath(QStringLiteral("again.csv")).toStdString();
        QCOMPARE(mustBe(exportAdjustments(*workspace, month("2026-10"), Sheet::Neutral, SheetFormat::Csv, sheet)).before.size(), size_t{1});
        mustBeWhole(*workspace);
    }

    // Migration 10 makes the table of keys anew: what was in it still finds the seats that come twice. Before version 11 packs of
    // assets had another format: the seats' names are read from them.
    void duplicateSeatsAreFoundInAnOlderFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("version 9") << QStringLiteral("version9.brw.qz");
        QTest::newRow("version 10") << QStringLiteral("version10.brw.qz");
    }
    void duplicateSeatsAreFoundInAnOlderFile()
    {
        QFETCH(QString, name);
        const Older older(name);
        const auto workspace = mustBe(older.open());
        const auto kinds = [&] {
            std::vector<std::string> keys;
            for (const auto &row : mustBe(discrepancyRows(*workspace, month("2026-10"))))
                keys.push_back(row.key);
            std::ranges::sort(keys);
            return keys;
        };
        const std::vector<std::string> expected{"2026-10/duplicate_seat/edr/pc-1", "2026-10/duplicate_seat/edr/pc-3",
            "2026-10/underbilled/C1/edr", "2026-10/underbilled/C2/edr"};
        QCOMPARE(kinds(), expected);
        NoProgress silent;
        mustBe(workspace->database().runText("DELETE FROM discrepancy"));
        mustBe(reconcile(*workspace, month("2026-10"), {}, silent));
        QCOMPARE(kinds(), expected);
        QVERIFY(!workspace->database().runText("UPDATE asset_key SET repeated = hashes")); // evidence
        mustBeWhole(*workspace);
    }

    void everyOlderFileOpens()
    {
        const QDir folder(QStringLiteral(BR_FIXTURES));
        const auto names = folder.entryList({QStringLiteral("version*.brw.qz")}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const auto &name : names) {
            const Older older(name);
            const auto workspace = mustBe(older.open());
            mustBeWhole(*workspace);
        }
    }

    void migrationsAscend()
    {
        const auto migrations = mustBe(shippedMigrations());
        QVERIFY(migrations.size() >= 2);
        for (size_t i = 1; i < migrations.size(); ++i)
            QVERIFY(migrations[i - 1].version < migrations[i].version);
    }

    void killedInTheMiddleTheOldFileStays()
    {
        const Older older;
        auto migrations = mustBe(shippedMigrations());
        // Never ends: the file is killed in the middle of the transaction, when megabytes of it are written already.
        migrations.push_back({99,
            "CREATE TABLE endless (i INTEGER, t TEXT) STRICT;\n\nINSERT INTO endless WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i "
            "+ 1 "
            "FROM n) SELECT i, hex(zeroblob(2000)) FROM n;\n"});
        const auto child = ::fork();
        if (child == 0) {
            auto database = Database::open(older.path, Access::ReadWrite);
            if (database)
                (void)migrate(**database, migrations);
            ::_exit(1);
        }
        const QFileInfo log(QString::fromStdString(older.path + "-wal"));
        QTRY_VERIFY_WITH_TIMEOUT((QFileInfo(log.filePath()).size() > (40 << 20)), 60'000);
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(bytesOf(older.path), older.original);
        const auto workspace = mustBe(older.open());
        QCOMPARE(bytesOf(older.backup), older.original);
        QCOMPARE(workspace->database().integer("SELECT count(*) FROM sqlite_schema WHERE name = 'endless'").value(), int64_t{0});
        QCOMPARE(mustBe(discrepancyRows(*workspace, month("2026-10"))).size(), size_t{3});
        mustBeWhole(*workspace);
    }

    void killedAfterTheCopyItIsCopiedAgain()
    {
        const Older older;
        mustBe(backUpOlder(QString::fromStdString(older.path)));
        QCOMPARE(bytesOf(older.backup), older.original);
        QCOMPARE(bytesOf(older.path), older.original);
        QVERIFY(older.open());
        QCOMPARE(bytesOf(older.backup), older.original);
    }

    void noRoomForTheBackupNothingIsChanged()
    {
        const Older older;
        struct rlimit before { };
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        struct rlimit small = before;
        small.rlim_cur = 600'000; // the file has 1.4 MB
        auto *const was = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = older.open();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, was);
        QCOMPARE(refused.error().code, Errc::Io);
        QVERIFY(refused.error().message.find(older.backup) != std::string::npos);
        QVERIFY(!exists(older.backup));
        QCOMPARE(bytesOf(older.path), older.original);
        QVERIFY(older.open());
    }

    void inAFolderThatCannotBeWrittenItIsTold()
    {
        const Older older;
        const auto folder = older.folder.path().toStdString();
        const bool isRoot = ::geteuid() == 0;
        QCOMPARE(::chmod(older.path.c_str(), 0644), 0);
        QCOMPARE(::chmod(folder.c_str(), 0555), 0);
        if (isRoot)
            QCOMPARE(::seteuid(65534), 0);
        const auto writing = older.open();
        const auto reading = older.open(OpenMode::ReadOnly);
        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        QCOMPARE(::chmod(folder.c_str(), 0755), 0);
        for (const auto *refused : {&writing, &reading}) {
            QCOMPARE(refused->error().code, Errc::ReadOnly);
            QVERIFY(refused->error().message.find(older.path) != std::string::npos);
        }
        QVERIFY(reading.error().message.find("older") != std::string::npos);
        QVERIFY(reading.error().message.find("copy it") != std::string::npos);
        QCOMPARE(bytesOf(older.path), older.original);
        QCOMPARE(QDir(older.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("old.brw")});
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        const Older older;
        {
            auto database = mustBe(Database::open(older.path, Access::ReadWrite));
            mustBe(database->runText("PRAGMA user_version = 1000"));
        }
        const auto before = bytesOf(older.path);
        for (const auto mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto refused = older.open(mode);
            QCOMPARE(refused.error().code, Errc::NewerFile);
            QVERIFY(refused.error().message.find("1000") != std::string::npos);
        }
        QCOMPARE(bytesOf(older.path), before);
        QVERIFY(!exists(older.path + ".v1000.backup"));
    }
};

} // namespace migrating_test

BR_TEST(migrating, MigratingTest)
#include "migrating.moc"
