#include "core/store/statementpaths.h"

#include "core/store/database.h"

#include <sqlite3.h>

namespace br {

namespace {

class FastPath final : public StatementPath {
public:
    FastPath(const Database &database, sqlite3 *handle, sqlite3_stmt *statement)
        : m_database(database)
        , m_handle(handle)
        , m_statement(statement)
    {
    }
    ~FastPath() override { sqlite3_finalize(m_statement); }
    FastPath(const FastPath &) = delete;
    FastPath &operator=(const FastPath &) = delete;

    void bindNull(int place) override { note(sqlite3_bind_null(m_statement, place)); }
    void bindInteger(int place, int64_t value) override { note(sqlite3_bind_int64(m_statement, place, value)); }
    void bindText(int place, std::string_view text) override
    {
        const char *data = text.empty() ? "" : text.data();
        note(sqlite3_bind_text64(m_statement, place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    void bindBlob(int place, std::string_view bytes) override
    {
        note(sqlite3_bind_blob64(m_statement, place, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC));
    }

    Result<bool> step() override
    {
        if (m_bindFault != SQLITE_OK)
            return m_database.errorOf(m_bindFault, sqlite3_errstr(m_bindFault));
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        const auto error = m_database.errorOf(sqlite3_extended_errcode(m_handle), sqlite3_errmsg(m_handle));
        sqlite3_reset(m_statement);
        return error;
    }

    void reset() override
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        m_bindFault = SQLITE_OK;
    }

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    std::string_view text(int column) const override
    {
        const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return data ? std::string_view(data, size(column)) : std::string_view();
    }
    std::string_view blob(int column) const override
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return data ? std::string_view(data, size(column)) : std::string_view();
    }

private:
    size_t size(int column) const { return static_cast<size_t>(sqlite3_column_bytes(m_statement, column)); }
    void note(int code)
    {
        if (code != SQLITE_OK)
            m_bindFault = code;
    }

    const Database &m_database;
    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    int m_bindFault = SQLITE_OK;
};

} // namespace

Result<std::unique_ptr<StatementPath>> compileFast(const Database &database, sqlite3 *handle, std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    if (code != SQLITE_OK)
        return database.errorOf(sqlite3_extended_errcode(handle), std::string(sqlite3_errmsg(handle)) + ": " + std::string(sql));
    if (!statement)
        return database.errorOf(SQLITE_MISUSE, "no statement in: " + std::string(sql));
    return std::unique_ptr<StatementPath>(std::make_unique<FastPath>(database, handle, statement));
}

} // namespace br
