// Creating and opening a workspace: lock, read-only, foreign, newer, older and altered files, paths that are not there.
#include "core/store/bulkwriting.h"
#include "core/store/migration.h"
#include "core/workspace/workspacefile.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace br;

namespace opening_test {

class OpeningTest final : public QObject {
    Q_OBJECT

private:
    static void overwrite(const std::string &path, qint64 at, const QByteArray &bytes)
    {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(at);
        file.write(bytes);
    }
    static void write(const std::string &path, const QByteArray &bytes)
    {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void keepsWhatItIs()
    {
        TestWorld world;
        QCOMPARE(world.workspace->name(), std::string("Test MSP"));
        world.reopen();
        QCOMPARE(world.workspace->name(), std::string("Test MSP"));
        QCOMPARE(world.workspace->currency().toString(), std::string("EUR"));
        QVERIFY(!world.workspace->isReadOnly());
        struct stat about { };
        QCOMPARE(::stat(world.path().c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777, 0600u);
        auto &database = world.workspace->database();
        QCOMPARE(database.integer("PRAGMA page_size").value(), int64_t{32'768});
        QCOMPARE(database.integer("PRAGMA synchronous").value(), int64_t{2});
        QCOMPARE(database.integer("PRAGMA foreign_keys").value(), int64_t{1});
        QCOMPARE(database.integer("PRAGMA trusted_schema").value(), int64_t{0});
        QCOMPARE(database.integer("PRAGMA application_id").value(), int64_t{0x42525731});
    }

    void neverTwoWriters()
    {
        TestWorld world;
        const auto second = Workspace::open(world.path(), OpenMode::ReadWrite, world.environment());
        QCOMPARE(second.error().code, Errc::Locked);
        QVERIFY(second.error().message.find(std::to_string(::getpid())) != std::string::npos);
        QVERIFY(second.error().message.find(world.path()) != std::string::npos);
        const auto beside = Workspace::open(world.path(), OpenMode::ReadOnly, world.environment());
        QVERIFY(beside);
        QVERIFY((*beside)->isReadOnly());
        QCOMPARE(sources(**beside).value().size(), size_t{2});
        QCOMPARE(addSource(**beside, {SourceName("x"), Side::Vendor, "fake", "{}"}).error().code, Errc::ReadOnly);
    }

    void takesOverFromADeadProcess()
    {
        TestWorld world;
        world.workspace.reset();
        const auto child = ::fork();
        if (child == 0) {
            auto held = Workspace::open(world.path(), OpenMode::ReadWrite, world.environment());
            ::_exit(held ? 0 : 1); // leaves without giving the lock back
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
        QVERIFY(QFile::exists(QString::fromStdString(world.path() + ".lock")));
        QVERIFY(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()));
    }

    void takesOverALockThatNobodyHasWrittenInto()
    {
        TestWorld world;
        world.workspace.reset();
        write(world.path() + ".lock", {}); // killed between making it and writing into it
        QVERIFY(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()));
    }

    // Killed while it took a dead holder's lock away: what is left of that must not keep the next one out for half a minute.
    void takesOverWhereTakingOverWasKilled()
    {
        for (const bool isWritten : {false, true}) {
            TestWorld world;
            world.workspace.reset();
            const auto child = ::fork();
            if (child == 0) {
                auto held = Workspace::open(world.path(), OpenMode::ReadWrite, world.environment());
                QLockFile removing(QString::fromStdString(world.path() + ".lock.rmlock"));
                ::_exit(held && (!isWritten || removing.tryLock()) ? 0 : 1);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
            if (!isWritten)
                write(world.path() + ".lock.rmlock", {});
            QVERIFY(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()));
            QVERIFY(!QFile::exists(QString::fromStdString(world.path() + ".lock.rmlock")));
        }
    }

    void leavesAnUnwrittenLockToItsLivingHolder()
    {
        TestWorld world;
        world.workspace.reset();
        const auto lockPath = world.path() + ".lock";
        int ready[2] = {};
        QCOMPARE(::pipe(ready), 0);
        const auto child = ::fork();
        if (child == 0) {
            const int held = ::open(lockPath.c_str(), O_CREAT | O_RDWR, 0644);
            const char sign = ::flock(held, LOCK_EX) == 0 ? 'y' : 'n';
            (void)!::write(ready[1], &sign, 1);
            ::pause();
        }
        char sign = 0;
        QCOMPARE(::read(ready[0], &sign, 1), ssize_t{1});
        QCOMPARE(sign, 'y');
        const auto refused = Workspace::open(world.path(), OpenMode::ReadWrite, world.environment());
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        ::close(ready[0]);
        ::close(ready[1]);
        QCOMPARE(refused.error().code, Errc::Locked);
        QVERIFY(QFile::exists(QString::fromStdString(lockPath)));
        QVERIFY(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment())); // its holder is gone
    }

    void opensInAFolderThatCannotBeWritten()
    {
        TestWorld world;
        world.workspace.reset();
        const auto folder = world.folder.path().toStdString();
        QVERIFY(!QFile::exists(QString::fromStdString(world.path() + "-wal")));
        // Root may write anywhere: become nobody for a moment.
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) {
            QCOMPARE(::chmod(world.path().c_str(), 0644), 0);
            QCOMPARE(::chmod(folder.c_str(), 0555), 0);
            QCOMPARE(::seteuid(65534), 0);
        } else {
            QCOMPARE(::chmod(folder.c_str(), 0555), 0);
        }
        const auto readOnly = Workspace::open(world.path(), OpenMode::ReadOnly, world.environment());
        const auto writing = Workspace::open(world.path(), OpenMode::ReadWrite, world.environment());
        const auto created = Workspace::create(world.path("new.brw"), {"N", {}}, world.environment());
        const auto count = readOnly ? sources(**readOnly).value().size() : size_t{0};
        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        QCOMPARE(::chmod(folder.c_str(), 0755), 0);
        QVERIFY2(readOnly, readOnly ? "" : readOnly.error().detail.c_str());
        QCOMPARE(count, size_t{2});
        QCOMPARE(writing.error().code, Errc::ReadOnly);
        QCOMPARE(created.error().code, Errc::ReadOnly);
    }

    void refusesWhatIsNotOurs()
    {
        TestWorld world;
        const auto environment = world.environment();
        const auto open = [&](const std::string &path) { return Workspace::open(path, OpenMode::ReadWrite, environment).error(); };
        write(world.path("text.brw"), "client_id,client_name\nC1,Acme\n");
        QCOMPARE(open(world.path("text.brw")).code, Errc::ForeignFile);
        write(world.path("empty.brw"), "");
        QCOMPARE(open(world.path("empty.brw")).code, Errc::ForeignFile);
        {
            auto other = mustBe(Database::open(world.path("other.db"), Access::ReadWrite));
            mustBe(other->runText("CREATE TABLE t (a)"));
        }
        QCOMPARE(open(world.path("other.db")).code, Errc::ForeignFile);
        QCOMPARE(open(world.path("none.brw")).code, Errc::NotFound);
        QCOMPARE(open(world.folder.path().toStdString()).code, Errc::ForeignFile);
        QCOMPARE(open("").code, Errc::NotFound);
        for (const char *name : {"text.brw", "none.brw", "other.db"}) {
            QVERIFY(open(world.path(name)).message.find(world.path(name)) != std::string::npos);
            QVERIFY(!QFile::exists(QString::fromStdString(world.path(name) + ".lock")));
        }
        QCOMPARE(Workspace::create(world.path(), {"N", {}}, environment).error().code, Errc::Conflict);
        QCOMPARE(Workspace::create(world.path("no/where.brw"), {"N", {}}, environment).error().code, Errc::NotFound);
        QCOMPARE(Workspace::create(world.folder.path().toStdString(), {"N", {}}, environment).error().code, Errc::InvalidInput);
    }

    void refusesNewerAndAlteredFiles()
    {
        TestWorld world;
        mustBe(world.workspace->database().runText("PRAGMA user_version = 99"));
        world.workspace.reset();
        const auto newer = Workspace::open(world.path(), OpenMode::ReadOnly, world.environment());
        QCOMPARE(newer.error().code, Errc::NewerFile);
        QVERIFY(newer.error().message.find("99") != std::string::npos);
        {
            auto database = mustBe(Database::open(world.path(), Access::ReadWrite));
            const auto version = mustBe(shippedMigrations()).back().version;
            mustBe(database->runText("PRAGMA user_version = " + std::to_string(version)));
            mustBe(database->runText("CREATE VIEW extra AS SELECT 1"));
        }
        QCOMPARE(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()).error().code, Errc::Damaged);
        {
            auto database = mustBe(Database::open(world.path(), Access::ReadWrite));
            mustBe(database->runText("DROP VIEW extra"));
        }
        QVERIFY(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()));
    }

    // What a kill in the middle of a large import leaves: new pages in the file, and the old ones in the journal beside it.
    void aKilledBulkImportIsTakenBack()
    {
        TestWorld world;
        const auto killed = world.path("killed.brw");
        {
            auto &database = world.workspace->database();
            const BulkWriting bulk(database, BulkWriting::worthwhileBytes);
            QVERIFY(bulk.isActive());
            mustBe(database.runText("PRAGMA cache_size = 1"));
            auto transaction = mustBe(Transaction::begin(database));
            mustBe(database.runText("UPDATE setting SET value = 'half done' WHERE name = 'name'"));
            for (int i = 0; i < 40; ++i)
                mustBe(database.runText("INSERT INTO setting (name, value) VALUES ('filler' || random(), hex(randomblob(100000)))"));
            for (const char *suffix : {"", "-journal"})
                QVERIFY(QFile::copy(QString::fromStdString(world.path() + suffix), QString::fromStdString(killed + suffix)));
        }
        QVERIFY(QFileInfo(QString::fromStdString(killed)).size() > 4'000'000); // the pages are in it
        {
            const auto held = mustBe(lockWorkspace(QString::fromStdString(killed)));
            QCOMPARE(Workspace::open(killed, OpenMode::ReadOnly, world.environment()).error().code, Errc::Locked); // it may be running yet
        }
        {
            const auto reading = Workspace::open(killed, OpenMode::ReadOnly, world.environment());
            QVERIFY(reading);
            QVERIFY((*reading)->isReadOnly());
            QCOMPARE((*reading)->name(), world.workspace->name());
            QCOMPARE((*reading)->database().integer("SELECT count(*) FROM setting WHERE name LIKE 'filler%'").value(), int64_t{0});
        }
        QVERIFY(!QFile::exists(QString::fromStdString(killed + "-journal")));
        QVERIFY(Workspace::open(killed, OpenMode::ReadWrite, world.environment()));
    }

    void aDamagedFileIsTold()
    {
        TestWorld world;
        world.workspace.reset();
        overwrite(world.path(), 100, QByteArray(500, '\xff'));
        QCOMPARE(Workspace::open(world.path(), OpenMode::ReadWrite, world.environment()).error().code, Errc::Damaged);
    }

    void pathsMayHoldAnything()
    {
        TestWorld world;
        const auto odd = world.path("f\xc3\xbcr ?mode=ro#%41'\".brw");
        QVERIFY(Workspace::create(odd, {"N", {}}, world.environment()));
        QVERIFY(QFile::exists(QString::fromStdString(odd)));
        QVERIFY(Workspace::open(odd, OpenMode::ReadOnly, world.environment()));
    }
};

} // namespace opening_test

BR_TEST(opening, OpeningTest)
#include "opening.moc"
