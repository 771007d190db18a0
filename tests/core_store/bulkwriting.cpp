// A large transaction is written without a log where that can be, and every other way where not; the mode is the usual one after.
#include "core/store/bulkwriting.h"
#include "core/store/database.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QTemporaryDir>

using namespace br;

namespace bulkwriting_test {

class BulkWritingTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;
    std::unique_ptr<Database> m_database;

    static std::string mode(Database &database)
    {
        auto statement = database.prepareText("PRAGMA journal_mode");
        return statement && statement->step().value() ? statement->string(0) : std::string();
    }

private slots:
    void init()
    {
        static int last = 0;
        m_path = m_folder.filePath(QString::number(++last) + QStringLiteral(".db")).toStdString();
        auto database = Database::open(m_path, Access::ReadWrite);
        QVERIFY(database);
        m_database = std::move(*database);
        QVERIFY(m_database->runText("PRAGMA journal_mode = WAL"));
        QVERIFY(m_database->runText("CREATE TABLE t (b BLOB) STRICT"));
    }

    void writesOnceAndComesBack()
    {
        {
            const BulkWriting bulk(*m_database, BulkWriting::worthwhileBytes);
            QVERIFY(bulk.isActive());
            QCOMPARE(mode(*m_database), std::string("delete"));
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(m_database->runText("INSERT INTO t VALUES (randomblob(100000))"));
            QVERIFY(transaction->commit());
            QVERIFY(!QFile::exists(QString::fromStdString(m_path + "-wal")));
        }
        QCOMPARE(mode(*m_database), std::string("wal"));
        QCOMPARE(m_database->integer("SELECT sum(length(b)) FROM t").value(), int64_t{100'000});
    }

    void anEndWithoutCommitIsUndone()
    {
        {
            const BulkWriting bulk(*m_database, BulkWriting::worthwhileBytes);
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(m_database->runText("INSERT INTO t VALUES (randomblob(100000))"));
        }
        QCOMPARE(mode(*m_database), std::string("wal"));
        QCOMPARE(m_database->integer("SELECT count(*) FROM t").value(), int64_t{0});
    }

    void littleIsNotWorthIt()
    {
        const BulkWriting bulk(*m_database, BulkWriting::worthwhileBytes - 1);
        QVERIFY(!bulk.isActive());
        QCOMPARE(mode(*m_database), std::string("wal"));
    }

    void aReaderOfTheFileKeepsTheLog()
    {
        const auto reader = Database::open(m_path, Access::ReadOnly);
        QVERIFY(reader);
        QCOMPARE((*reader)->integer("SELECT count(*) FROM t").value(), int64_t{0});
        const BulkWriting bulk(*m_database, BulkWriting::worthwhileBytes);
        QVERIFY(!bulk.isActive());
        QCOMPARE(mode(*m_database), std::string("wal"));
        QVERIFY(m_database->runText("INSERT INTO t VALUES (x'00')"));
        QCOMPARE((*reader)->integer("SELECT count(*) FROM t").value(), int64_t{1});
    }
};

} // namespace bulkwriting_test

BR_TEST(bulkwriting, BulkWritingTest)
#include "bulkwriting.moc"
