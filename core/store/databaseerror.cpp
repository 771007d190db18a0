#include "core/base/text.h"
#include "core/store/database.h"

#include <sqlite3.h>

namespace br {

Error Database::errorOf(int extendedCode, const std::string &detail) const
{
    const auto told = "SQLite " + std::to_string(extendedCode) + ": " + detail;
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return {Errc::Io, words("Store", "The disk that holds %1 is full. Nothing was changed; free some space and try again.", {m_path}),
            told};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {
            Errc::ReadOnly, words("Store", "%1 cannot be written. Check the permissions of the file and of its folder.", {m_path}), told};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Errc::Damaged, words("Store", "%1 is damaged. Go back to a backup of it.", {m_path}), told};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Errc::Locked, words("Store", "%1 is being written by another program. Try again in a moment.", {m_path}), told};
    case SQLITE_CANTOPEN:
        return {
            Errc::Io, words("Store", "%1 cannot be opened. Check that the folder exists and that you may write there.", {m_path}), told};
    case SQLITE_IOERR:
        return {Errc::Io, words("Store", "%1 cannot be read or written: the disk or the network share reported an error.", {m_path}), told};
    case SQLITE_CONSTRAINT:
        return {Errc::Conflict, words("Store", "This cannot be stored in %1: %2", {m_path, detail}), told};
    case SQLITE_INTERRUPT:
        return {Errc::Cancelled, words("Store", "Cancelled."), told};
    default:
        return {Errc::Internal, words("Store", "The workspace %1 could not be used: %2", {m_path, detail}), told};
    }
}

} // namespace br
