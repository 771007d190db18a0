#include "core/workspace/upgrading.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/store/migration.h"
#include "core/workspace/workspacefile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace br {

namespace {

Result<int64_t> knownVersion()
{
    const auto migrations = shippedMigrations();
    if (!migrations)
        return migrations.error();
    return migrations->back().version;
}

// https://www.sqlite.org/fileformat2.html: user_version stands at 60. What a log beside the file still holds is not in it.
int64_t versionInHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto head = file.read(64);
    return head.size() < 64 ? 0 : qFromBigEndian<qint32>(head.constData() + 60);
}

Error notCopied(const std::string &copy, const Error &why)
{
    return {why.code,
        words("Workspace", "The workspace could not be copied to %1 before its update, so it was left as it is: %2", {copy, why.message}),
        why.detail};
}

// The version, with everything committed brought into the main file, so that its bytes are the whole truth.
Result<int64_t> settledVersion(const QString &path)
{
    const auto shown = toUtf8(path);
    auto database = Database::open(shown, Access::ReadWrite);
    if (!database)
        return database.error();
    auto version = schemaVersion(**database);
    if (!version)
        return version;
    auto busy = (*database)->integer("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return busy;
    if (*busy != 0)
        return Error{Errc::Locked,
            words("Workspace", "%1 is being read by another program and cannot be brought up to date now. Close it there.", {shown})};
    return version;
}

} // namespace

Status backUpOlder(const QString &path)
{
    const auto known = knownVersion();
    if (!known)
        return known.error();
    if (versionInHeader(path) >= *known)
        return {};
    const auto version = settledVersion(path);
    if (!version)
        return version.error();
    if (*version >= *known)
        return {};
    const auto copy = toUtf8(path + QStringLiteral(".v%1.backup").arg(*version));
    if (const auto copied = copyFileSafely(toUtf8(path), copy); !copied)
        return notCopied(copy, copied.error());
    return {};
}

Status bringUpToDate(Database &database, const QString &path, OpenMode mode)
{
    const auto migrations = shippedMigrations();
    if (!migrations)
        return migrations.error();
    const auto known = migrations->back().version;
    const auto version = schemaVersion(database);
    if (!version)
        return version.error();
    if (*version > known)
        return newerFile(path, *version, known);
    if (*version < known && mode == OpenMode::ReadOnly)
        return Error{Errc::ReadOnly,
            words("Workspace",
                "%1 was written by an older BillingReconcile. Open it for writing once, so that it is brought up to date; where you may "
                "not write, copy it to a folder where you may.",
                {toUtf8(path)})};
    if (*version < known) {
        if (auto done = migrate(database, *migrations); !done)
            return done;
    }
    const auto found = schemaText(database);
    if (!found || isShippedSchema(*found))
        return found ? Status() : Status(found.error());
    const auto expected = expectedSchema(*migrations);
    if (!expected)
        return expected.error();
    if (*expected != *found)
        return Error{Errc::Damaged,
            words("Workspace",
                "%1 was altered by another program: it holds tables, triggers or views that are not ours. Go back to a backup.",
                {toUtf8(path)})};
    return {};
}

} // namespace br
