// BulkWriting: while it lives, a large transaction is written into the workspace once, under a rollback journal.
//
// A workspace is kept in WAL mode, where everything is written twice: into the log, and from there into the file. For a few rows
// that is best; a batch of a hundred megabytes pays for it. Where the mode cannot change (another program reads the file), nothing
// is different but the time. Both modes are synced whole at each commit (synchronous = FULL), and a killed transaction is undone
// when the file is next opened. SQLite: https://www.sqlite.org/pragma.html#pragma_journal_mode
//
// Thread rule: the Database's thread. Make it before the transaction begins; it goes after the transaction has ended.
#pragma once

#include <cstdint>

namespace br {

class Database;

class BulkWriting final {
public:
    // The changes of mode sync the file a few times: they pay from about here on.
    static constexpr int64_t worthwhileBytes = 16 * 1024 * 1024;

    BulkWriting(Database &database, int64_t expectedBytes);
    ~BulkWriting();
    BulkWriting(const BulkWriting &) = delete;
    BulkWriting &operator=(const BulkWriting &) = delete;

    bool isActive() const { return m_isActive; }

private:
    Database &m_database;
    bool m_isActive = false;
};

} // namespace br
