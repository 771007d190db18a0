#include "core/base/text.h"
#include "core/store/database.h"

#include <utility>

namespace br {

Result<Transaction> Transaction::begin(Database &database)
{
    if (database.m_transactions > 0)
        return Error{
            Errc::Internal, words("Store", "The workspace %1 could not be used: %2", {database.path(), "a transaction is already open"})};
    if (auto begun = database.runText("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Database &database)
    : m_database(&database)
{
    ++database.m_transactions;
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        rollback();
}

Status Transaction::commit()
{
    if (!m_database)
        return Error{Errc::Internal, words("Store", "A part of the program is wrong: a change was stored twice."), "commit after commit"};
    if (auto done = m_database->runText("COMMIT"); !done) {
        rollback();
        return done;
    }
    --m_database->m_transactions;
    m_database = nullptr;
    return {};
}

void Transaction::rollback()
{
    // A full disk may have rolled back already; "no transaction is active" is then the expected answer.
    [[maybe_unused]] const auto done = m_database->runText("ROLLBACK");
    --m_database->m_transactions;
    m_database = nullptr;
}

} // namespace br
