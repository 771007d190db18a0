// Every statement that ships is prepared on a fresh migrated file, on both paths; and migrations go one by one.
#include "core/store/migration.h"
#include "tests/run/registered.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace br;

namespace statements_test {

class StatementsTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> opened(const char *name, Database::Path path = Database::Path::Fastest)
    {
        auto database = Database::open(m_folder.filePath(QString::fromLatin1(name)).toStdString(), Access::ReadWrite, path);
        if (!database)
            qFatal("%s", database.error().detail.c_str());
        return std::move(*database);
    }
    static std::vector<Migration> shipped()
    {
        auto migrations = shippedMigrations();
        if (!migrations)
            qFatal("%s", migrations.error().detail.c_str());
        return std::move(*migrations);
    }

private slots:
    void everyStatementPrepares()
    {
        for (const auto path : {Database::Path::Fastest, Database::Path::Query}) {
            auto database = opened(path == Database::Path::Query ? "slow" : "fast", path);
            QVERIFY(migrate(*database, shipped()));
            int prepared = 0;
            QDirIterator files(QStringLiteral(":/sql"), {QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const auto file = files.next();
                if (file.startsWith(QStringLiteral(":/sql/migrations/")))
                    continue;
                const auto name = file.mid(6).chopped(4).toStdString();
                const auto statement = database->prepare(name);
                QVERIFY2(statement, statement ? "" : (name + ": " + statement.error().detail).c_str());
                ++prepared;
            }
            QVERIFY(prepared > 60);
        }
        QCOMPARE(opened("fast")->prepare("no/such").error().code, Errc::Internal);
    }

    void aMissingMigrationIsMadeUpFor()
    {
        const std::vector<Migration> first{{1, "CREATE TABLE a (x INTEGER) STRICT;\n\nINSERT INTO a VALUES (7);\n"}};
        auto both = first;
        both.push_back(
            {2, "ALTER TABLE a ADD COLUMN y TEXT;\n\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN SELECT RAISE(ABORT, 'kept'); END;\n"});
        auto database = opened("old");
        QVERIFY(migrate(*database, first));
        QCOMPARE(schemaVersion(*database).value(), int64_t{1});
        QVERIFY(migrate(*database, both));
        QCOMPARE(schemaVersion(*database).value(), int64_t{2});
        QCOMPARE(database->integer("SELECT x FROM a").value(), int64_t{7});
        QCOMPARE(schemaText(*database).value(), expectedSchema(both).value());
        QVERIFY(schemaText(*database).value() != expectedSchema(first).value());
        QCOMPARE(database->runText("DELETE FROM a").error().code, Errc::Conflict);
        QCOMPARE(database->integer("PRAGMA application_id").value(), applicationId);
    }

    void theDigestIsOfTheShippedSchema()
    {
        const auto schema = expectedSchema(shippedMigrations().value()).value();
        QCryptographicHash digest(QCryptographicHash::Sha256);
        digest.addData(QByteArray::fromStdString(schema));
        QVERIFY2(isShippedSchema(schema), ("core/store/migration.cpp must say " + digest.result().toHex()).constData());
        QVERIFY(!isShippedSchema(schema + "CREATE VIEW extra AS SELECT 1\n"));
    }

    void aFailedMigrationLeavesTheFileAsItWas()
    {
        const std::vector<Migration> migrations{
            {1, "CREATE TABLE a (x INTEGER) STRICT;\n"}, {2, "CREATE TABLE b (x INTEGER) STRICT;\n\nINSERT INTO nowhere VALUES (1);\n"}};
        auto fresh = opened("failed");
        QVERIFY(!migrate(*fresh, migrations));
        QCOMPARE(schemaVersion(*fresh).value(), int64_t{0});
        QCOMPARE(schemaText(*fresh).value(), std::string());
        auto older = opened("older");
        QVERIFY(migrate(*older, {migrations[0]}));
        QVERIFY(!migrate(*older, migrations));
        QCOMPARE(schemaVersion(*older).value(), int64_t{1});
        QCOMPARE(schemaText(*older).value(), expectedSchema({migrations[0]}).value());
    }
};

} // namespace statements_test

BR_TEST(statements, StatementsTest)
#include "statements.moc"
