// Both ways to run a statement must behave alike: every test here runs on each.
#include "core/store/database.h"
#include "tests/run/registered.h"

#include <QTemporaryDir>

using namespace br;

namespace database_test {

class DatabaseTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string fresh(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    static Database::Path way()
    {
        QFETCH_GLOBAL(bool, slow);
        return slow ? Database::Path::Query : Database::Path::Fastest;
    }
    std::unique_ptr<Database> opened()
    {
        static int last = 0;
        auto database = Database::open(fresh(("t" + std::to_string(++last)).c_str()), Access::ReadWrite, way());
        if (!database)
            qFatal("%s", database.error().detail.c_str());
        return std::move(*database);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("slow");
        QTest::newRow("C API") << false;
        QTest::newRow("QSqlQuery") << true;
    }

    void usesTheWayAsked()
    {
        QFETCH_GLOBAL(bool, slow);
        QCOMPARE(opened()->usesCApi(), !slow);
    }

    void bindsAndReadsEveryKind()
    {
        auto database = opened();
        QVERIFY(database->runText("CREATE TABLE t (i INTEGER, s TEXT, b BLOB, n TEXT) STRICT"));
        const std::string bytes("\0\xff\x80z", 4);
        {
            auto insert = database->prepareText("INSERT INTO t VALUES (?, ?, ?, ?)");
            QVERIFY(insert);
            insert->bindAll(int64_t{-9'007'199'254'740'993}, "Zürich \xf0\x9f\x8f\x94", Blob{bytes}, std::nullopt);
            QVERIFY(insert->run());
            insert->bindAll(0, "", Blob{}, std::optional<std::string_view>("x"));
            QVERIFY(insert->run());
        }
        QCOMPARE(database->lastInsertId(), int64_t{2});
        QCOMPARE(database->changes(), int64_t{1});
        auto rows = database->prepareText("SELECT i, s, b, n, typeof(s), typeof(b) FROM t ORDER BY rowid");
        QVERIFY(rows);
        QVERIFY(rows->step().value());
        QCOMPARE(rows->integer(0), int64_t{-9'007'199'254'740'993});
        QCOMPARE(rows->string(1), std::string("Zürich \xf0\x9f\x8f\x94"));
        QCOMPARE(std::string(rows->blob(2)), bytes);
        QVERIFY(rows->isNull(3));
        QVERIFY(!rows->maybeInteger(3));
        QVERIFY(rows->step().value());
        QVERIFY(!rows->isNull(1));
        QCOMPARE(rows->string(1), std::string());
        QCOMPARE(rows->string(3), std::string("x"));
        QCOMPARE(rows->string(4), std::string("text"));
        QCOMPARE(rows->string(5), std::string("blob"));
        QVERIFY(!rows->step().value());
    }

    void rollsBackWithoutCommit()
    {
        auto database = opened();
        QVERIFY(database->runText("CREATE TABLE t (i INTEGER) STRICT"));
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(database->runText("INSERT INTO t VALUES (1)"));
            QVERIFY(!Transaction::begin(*database));
        }
        QCOMPARE(database->integer("SELECT count(*) FROM t").value(), int64_t{0});
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->runText("INSERT INTO t VALUES (1)"));
        QVERIFY(transaction->commit());
        QVERIFY(!transaction->commit());
        QCOMPARE(database->integer("SELECT count(*) FROM t").value(), int64_t{1});
    }

    void namesWhatWentWrong()
    {
        auto database = opened();
        QVERIFY(database->runText("CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT CHECK (s <> 'no')) STRICT"));
        QVERIFY(database->runText("INSERT INTO t VALUES (1, 'a')"));
        QCOMPARE(database->runText("INSERT INTO t VALUES (1, 'b')").error().code, Errc::Conflict);
        QCOMPARE(database->runText("INSERT INTO t VALUES (2, 'no')").error().code, Errc::Conflict);
        QCOMPARE(database->runText("INSERT INTO nowhere VALUES (2)").error().code, Errc::Internal);
        QVERIFY(database->runText("PRAGMA max_page_count = 3"));
        const std::string big(1'000'000, 'x');
        auto insert = database->prepareText("INSERT INTO t VALUES (3, ?)");
        QVERIFY(insert);
        insert->bindAll(big);
        const auto full = insert->run();
        QCOMPARE(full.error().code, Errc::Io);
        QVERIFY(full.error().message.find(database->path()) != std::string::npos);
        QCOMPARE(database->integer("SELECT count(*) FROM t").value(), int64_t{1});
    }

    void refusesRelativePathsAndOtherFiles()
    {
        QCOMPARE(Database::open("here.brw", Access::ReadWrite, way()).error().code, Errc::Internal);
        const auto text = fresh("text.brw");
        QFile file(QString::fromStdString(text));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2000, 'x'));
        file.close();
        auto database = Database::open(text, Access::ReadOnly, way());
        const auto code = database ? (*database)->integer("SELECT count(*) FROM sqlite_schema").error().code : database.error().code;
        QCOMPARE(code, Errc::Damaged);
        QCOMPARE(Database::open(fresh("none/none.brw"), Access::ReadWrite, way()).error().code, Errc::Io);
    }
};

} // namespace database_test

BR_TEST(database, DatabaseTest)
#include "database.moc"
