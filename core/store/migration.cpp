#include "core/store/migration.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QDir>
#include <QFile>

namespace br {

namespace {

constexpr std::string_view shippedSchema = "24d931e579f79eb5ff6cd9498ad3c34d785274b075fed98d9f88c45b0ac922e8";

std::vector<std::string_view> statementsOf(std::string_view sql)
{
    std::vector<std::string_view> statements;
    while (!sql.empty()) {
        const auto end = sql.find(";\n\n");
        const auto statement = trimmed(sql.substr(0, end == std::string_view::npos ? sql.size() : end + 1));
        if (!statement.empty())
            statements.push_back(statement);
        sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 3);
    }
    return statements;
}

Status apply(Database &database, const Migration &migration)
{
    for (const auto statement : statementsOf(migration.sql)) {
        if (auto done = database.runText(statement); !done)
            return done;
    }
    if (auto done = database.runText("PRAGMA application_id = " + std::to_string(applicationId)); !done)
        return done;
    return database.runText("PRAGMA user_version = " + std::to_string(migration.version));
}

} // namespace

Result<std::vector<Migration>> shippedMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/sql/migrations"));
    const auto names = folder.entryList(QDir::Files, QDir::Name);
    for (const auto &name : names) {
        const auto base = toUtf8(name.chopped(4));
        const auto sql = sqlText("migrations/" + base);
        if (!sql)
            return sql.error();
        migrations.push_back({name.left(4).toLongLong(), *sql});
    }
    return migrations;
}

Result<int64_t> schemaVersion(Database &database) { return database.integer("PRAGMA user_version"); }

Status migrate(Database &database, const std::vector<Migration> &migrations)
{
    const auto version = schemaVersion(database);
    if (!version)
        return version.error();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const auto &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (auto done = apply(database, migration); !done)
            return done;
    }
    return transaction->commit();
}

Result<std::string> schemaText(Database &database)
{
    std::string text;
    const auto read = database.each("check/schema", [&](const Statement &row) {
        for (int column = 0; column < 4; ++column)
            text += row.string(column) + '\n';
    });
    if (!read)
        return read.error();
    return text;
}

Result<std::string> expectedSchema(const std::vector<Migration> &migrations)
{
    auto fresh = Database::open(":memory:", Access::ReadWrite);
    if (!fresh)
        return fresh.error();
    if (const auto done = migrate(**fresh, migrations); !done)
        return done.error();
    return schemaText(**fresh);
}

bool isShippedSchema(std::string_view text)
{
    Sha256 digest;
    digest.add(text);
    return digest.hex() == shippedSchema;
}

} // namespace br
