#include "core/store/database.h"

#include "core/base/text.h"
#include "core/store/statementpaths.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace br {

namespace {

std::string nextConnectionName()
{
    static std::atomic<int> last{0};
    return "br_" + std::to_string(++last);
}

// A connection belongs to one thread (see Database), so SQLite need not lock for us at every call. Only before its first use.
void configureOnce()
{
    static const bool done = [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    Q_UNUSED(done)
}

QString databaseName(const std::string &path, Access access)
{
    if (access != Access::Immutable)
        return toQString(path);
    return QString::fromLatin1(QUrl::fromLocalFile(toQString(path)).toEncoded()) + QStringLiteral("?immutable=1");
}

} // namespace

Result<std::string> sqlText(std::string_view name)
{
    QFile file(QStringLiteral(":/sql/") + toQString(name) + QStringLiteral(".sql"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Internal, words("Store", "A part of the program is missing. Please install it again."),
            "no SQL named " + std::string(name)};
    return file.readAll().toStdString();
}

Result<std::unique_ptr<Database>> Database::open(const std::string &absolutePath, Access access, Path path)
{
    if (absolutePath != ":memory:" && QFileInfo(toQString(absolutePath)).isRelative())
        return Error{Errc::Internal, words("Store", "%1 is not an absolute path.", {absolutePath})};
    std::unique_ptr<Database> database(new Database(absolutePath, access, nextConnectionName()));
    if (auto done = database->connect(path); !done)
        return done.error();
    return database;
}

Database::Database(std::string path, Access access, std::string connection)
    : m_path(std::move(path))
    , m_access(access)
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_kept.clear();
    const auto name = toQString(m_connection);
    if (!QSqlDatabase::contains(name))
        return;
    QSqlDatabase::database(name, false).close();
    QSqlDatabase::removeDatabase(name);
}

Status Database::connect(Path path)
{
    configureOnce();
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), toQString(m_connection));
    if (!connection.isValid())
        return Error{Errc::Unsupported, words("Store", "The SQLite driver of Qt is not installed (package libqt6sql6-sqlite).")};
    auto options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (m_access != Access::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (m_access == Access::Immutable)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    connection.setConnectOptions(options);
    connection.setDatabaseName(databaseName(m_path, m_access));
    if (!connection.open())
        return errorOf(connection.lastError().nativeErrorCode().toInt(), toUtf8(connection.lastError().text()));

    if (path == Path::Fastest) {
        auto theirs = prepareText("SELECT sqlite_source_id()");
        if (!theirs)
            return theirs.error();
        const auto row = theirs->step();
        if (!row)
            return row.error();
        const auto handle = connection.driver()->handle();
        const bool isSame = *row && theirs->text(0) == sqlite3_sourceid();
        if (isSame && handle.isValid() && std::strcmp(handle.typeName(), "sqlite3*") == 0)
            m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    }
    return prepareConnection();
}

Status Database::prepareConnection()
{
    if (m_handle) {
        auto *handle = static_cast<sqlite3 *>(m_handle);
        sqlite3_extended_result_codes(handle, 1);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    }
    for (const char *pragma : {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
             "PRAGMA foreign_keys = ON", "PRAGMA busy_timeout = 5000", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -8192"}) {
        if (auto done = runText(pragma); !done)
            return done;
    }
    if (m_access != Access::ReadWrite)
        return runText("PRAGMA query_only = ON");
    return {};
}

Result<std::unique_ptr<StatementPath>> Database::compile(std::string_view sql)
{
    return m_handle ? compileFast(*this, static_cast<sqlite3 *>(m_handle), sql) : compileQuery(*this, m_connection, sql);
}

Result<Statement> Database::prepare(std::string_view name)
{
    if (const auto kept = m_kept.find(name); kept != m_kept.end()) {
        auto path = std::move(kept->second);
        m_kept.erase(kept);
        return Statement(*this, std::string(name), std::move(path));
    }
    const auto sql = sqlText(name);
    if (!sql)
        return sql.error();
    auto path = compile(*sql);
    if (!path)
        return path.error();
    return Statement(*this, std::string(name), std::move(*path));
}

Result<Statement> Database::prepareText(std::string_view sql)
{
    auto path = compile(sql);
    if (!path)
        return path.error();
    return Statement(*this, {}, std::move(*path));
}

void Database::giveBack(const std::string &name, std::unique_ptr<StatementPath> path)
{
    path->reset();
    m_kept.emplace(name, std::move(path));
}

Status Database::runText(std::string_view sql)
{
    auto statement = prepareText(sql);
    return statement ? statement->run() : Status(statement.error());
}

Result<int64_t> Database::integer(std::string_view sql)
{
    auto statement = prepareText(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

int64_t Database::lastInsertId() const
{
    if (m_handle)
        return sqlite3_last_insert_rowid(static_cast<sqlite3 *>(m_handle));
    return const_cast<Database *>(this)->integer("SELECT last_insert_rowid()").value();
}

int64_t Database::changes() const
{
    if (m_handle)
        return sqlite3_changes64(static_cast<sqlite3 *>(m_handle));
    return const_cast<Database *>(this)->integer("SELECT changes()").value();
}

} // namespace br
