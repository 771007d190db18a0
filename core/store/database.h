// Database: one connection to one SQLite file, opened by Qt's driver and used through SQLite's C API where both are the same library.
//
// SQL text is a resource, :/sql/<store>/<verb>.sql, named "<store>/<verb>". Paths are absolute. Errors name the file: a full disk
// is Errc::Io, a file that cannot be written Errc::ReadOnly, a damaged one Errc::Damaged, a busy one Errc::Locked, a broken
// constraint or trigger Errc::Conflict. Thread rule: created, used and destroyed on one thread.
#pragma once

#include "core/store/statement.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace br {

enum class Access {
    ReadWrite, // an existing file, or a new one
    ReadOnly,
    Immutable, // read only, and promised not to change: a file in WAL mode in a folder that cannot be written
};

// The text of resources/sql/<name>.sql.
Result<std::string> sqlText(std::string_view name);

class Database final {
public:
    enum class Path { Fastest, Query }; // Query: always through QSqlQuery
    static Result<std::unique_ptr<Database>> open(const std::string &absolutePath, Access access, Path path = Path::Fastest);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<Statement> prepare(std::string_view name);    // kept and used again once given back
    Result<Statement> prepareText(std::string_view sql); // pragmas and migrations
    // Runs "<store>/<verb>" with the values bound in order.
    template <class... Values>
    Status run(std::string_view name, const Values &...values);
    // The same for a query: `row` is called with the Statement for each row.
    template <class Row, class... Values>
    Status each(std::string_view name, Row &&row, const Values &...values);
    Status runText(std::string_view sql);
    Result<int64_t> integer(std::string_view sql); // first column of the first row; pragmas

    int64_t lastInsertId() const;
    int64_t changes() const;
    const std::string &path() const { return m_path; }
    bool isReadOnly() const { return m_access != Access::ReadWrite; }
    bool usesCApi() const { return m_handle != nullptr; }

    Error errorOf(int extendedCode, const std::string &detail) const;

private:
    friend class Statement;
    friend class Transaction;
    Database(std::string path, Access access, std::string connection);
    Status connect(Path path);
    Status prepareConnection();
    Result<std::unique_ptr<StatementPath>> compile(std::string_view sql);
    void giveBack(const std::string &name, std::unique_ptr<StatementPath> path);

    std::string m_path;
    Access m_access;
    std::string m_connection; // Qt's name of it
    void *m_handle = nullptr; // sqlite3 *; null: through QSqlQuery
    std::multimap<std::string, std::unique_ptr<StatementPath>, std::less<>> m_kept;
    int m_transactions = 0;
};

// BEGIN IMMEDIATE; rolled back when it goes without commit(). A second one inside is refused (Errc::Internal).
class Transaction final {
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&other) = delete;
    ~Transaction();
    Status commit(); // failed: rolled back

private:
    explicit Transaction(Database &database);
    void rollback();
    Database *m_database;
};

template <class... Values>
Status Database::run(std::string_view name, const Values &...values)
{
    auto statement = prepare(name);
    if (!statement)
        return statement.error();
    statement->bindAll(values...);
    return statement->run();
}

template <class Row, class... Values>
Status Database::each(std::string_view name, Row &&row, const Values &...values)
{
    auto statement = prepare(name);
    if (!statement)
        return statement.error();
    statement->bindAll(values...);
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        row(*statement);
    }
}

} // namespace br
