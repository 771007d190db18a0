#include "core/store/statementpaths.h"

#include "core/base/text.h"
#include "core/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <map>

namespace br {

namespace {

Error errorOfQuery(const Database &database, const QSqlError &error)
{
    return database.errorOf(error.nativeErrorCode().toInt(), toUtf8(error.text()));
}

class QueryPath final : public StatementPath {
public:
    QueryPath(const Database &database, QSqlQuery query)
        : m_database(database)
        , m_query(std::move(query))
    {
    }

    // A null QString or QByteArray would be bound as NULL: empty is not null.
    void bindNull(int place) override { m_query.bindValue(place - 1, QVariant()); }
    void bindInteger(int place, int64_t value) override { m_query.bindValue(place - 1, static_cast<qlonglong>(value)); }
    void bindText(int place, std::string_view text) override
    {
        m_query.bindValue(place - 1, text.empty() ? QStringLiteral("") : toQString(text));
    }
    void bindBlob(int place, std::string_view bytes) override
    {
        m_query.bindValue(place - 1, bytes.empty() ? QByteArray("", 0) : QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }

    Result<bool> step() override
    {
        m_bytes.clear();
        if (!m_isRunning) {
            if (!m_query.exec())
                return errorOfQuery(m_database, m_query.lastError());
            m_isRunning = true;
        }
        if (m_query.isSelect() && m_query.next())
            return true;
        if (m_query.lastError().isValid())
            return errorOfQuery(m_database, m_query.lastError());
        return false;
    }

    void reset() override
    {
        m_query.finish();
        m_bytes.clear();
        m_isRunning = false;
    }

    bool isNull(int column) const override { return m_query.isNull(column); }
    int64_t integer(int column) const override { return m_query.value(column).toLongLong(); }
    std::string_view text(int column) const override
    {
        return kept(column, [this, column] { return m_query.value(column).toString().toUtf8(); });
    }
    std::string_view blob(int column) const override
    {
        return kept(column, [this, column] { return m_query.value(column).toByteArray(); });
    }

private:
    template <class Make>
    std::string_view kept(int column, Make make) const
    {
        auto found = m_bytes.find(column);
        if (found == m_bytes.end())
            found = m_bytes.emplace(column, make()).first;
        return {found->second.constData(), static_cast<size_t>(found->second.size())};
    }

    const Database &m_database;
    QSqlQuery m_query;
    mutable std::map<int, QByteArray> m_bytes;
    bool m_isRunning = false;
};

} // namespace

Result<std::unique_ptr<StatementPath>> compileQuery(const Database &database, const std::string &connection, std::string_view sql)
{
    QSqlQuery query(QSqlDatabase::database(toQString(connection), false));
    query.setForwardOnly(true);
    if (!query.prepare(toQString(sql))) {
        auto error = errorOfQuery(database, query.lastError());
        error.detail += ": " + std::string(sql);
        return error;
    }
    return std::unique_ptr<StatementPath>(std::make_unique<QueryPath>(database, std::move(query)));
}

} // namespace br
