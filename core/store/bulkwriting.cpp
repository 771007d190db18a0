#include "core/store/bulkwriting.h"

#include "core/store/database.h"

#include <exception>

namespace br {

namespace {

// The mode that is in force afterwards; empty where even that cannot be said.
std::string journalMode(Database &database, std::string_view wanted)
{
    auto statement = database.prepareText("PRAGMA journal_mode = " + std::string(wanted));
    if (!statement)
        return {};
    const auto row = statement->step();
    return row && *row ? statement->string(0) : std::string();
}

} // namespace

BulkWriting::BulkWriting(Database &database, int64_t expectedBytes)
    : m_database(database)
{
    if (expectedBytes >= worthwhileBytes)
        m_isActive = journalMode(m_database, "DELETE") == "delete";
}

// Should the mode not change back, the file is whole all the same; the next opening puts it into WAL mode again.
BulkWriting::~BulkWriting()
{
    try {
        if (m_isActive)
            journalMode(m_database, "WAL");
    } catch (const std::exception &) { // no memory: as above
    }
}

} // namespace br
