#include "core/workspace/workspace.h"

#include "core/base/text.h"
#include "core/connect/recordspool.h"
#include "core/store/database.h"
#include "core/store/eventstore.h"
#include "core/store/migration.h"
#include "core/store/settingstore.h"
#include "core/workspace/factscache.h"
#include "core/workspace/upgrading.h"
#include "core/workspace/workspacefile.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

namespace br {

struct Workspace::Parts {
    std::string path;
    std::string name;
    std::string uuid;
    Currency currency;
    Environment environment;
    OpenMode mode = OpenMode::ReadWrite;
    std::unique_ptr<QLockFile> lock; // goes after the database
    std::unique_ptr<Database> database;
    FactsCache cache;
};

namespace {

Status becomeDurable(Database &database)
{
    if (auto done = database.runText("PRAGMA journal_mode = WAL"); !done)
        return done;
    // A decision must survive a power cut: WAL with FULL syncs every commit.
    return database.runText("PRAGMA synchronous = FULL");
}

Result<std::unique_ptr<Database>> readable(const QString &path, Access access)
{
    auto database = Database::open(toUtf8(path), access);
    if (!database)
        return database;
    if (const auto probe = (*database)->integer("PRAGMA schema_version"); !probe)
        return probe.error();
    return database;
}

// A killed bulkwriting.h left half of its pages in the file, and beside it what they were. SQLite puts them back for whoever opens
// the file for writing; the lock makes sure that its import is not merely still running.
Status takeBackHalfAnImport(const QString &path, const Error &why)
{
    if (!QFileInfo(path).isWritable())
        return Error{Errc::ReadOnly,
            words("Workspace", "%1 was left in the middle of an import. Open it for writing once: that takes the import back.",
                {toUtf8(path)}),
            why.detail};
    const auto lock = lockWorkspace(path);
    if (!lock)
        return lock.error();
    if (const auto done = readable(path, Access::ReadWrite); !done)
        return done.error();
    return {};
}

Result<std::unique_ptr<Database>> openForReading(const QString &path)
{
    auto database = readable(path, Access::ReadOnly);
    if (database)
        return database;
    // WAL needs a file beside the database; without one to replay the main file alone is the whole truth.
    const QFileInfo wal(path + QStringLiteral("-wal"));
    if (database.error().code == Errc::Damaged || (wal.exists() && wal.size() > 0))
        return database;
    const QFileInfo journal(path + QStringLiteral("-journal"));
    if (!journal.exists() || journal.size() == 0)
        return readable(path, Access::Immutable);
    if (const auto done = takeBackHalfAnImport(path, database.error()); !done)
        return done.error();
    return readable(path, Access::ReadOnly);
}

// Made here and not by a migration: the text must not be the same for two files.
Result<std::string> uuidOf(Database &database, bool mayMake)
{
    SettingStore settings(database);
    auto uuid = settings.get("uuid");
    if (!uuid || !uuid->empty() || !mayMake)
        return uuid;
    const auto made = toUtf8(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (const auto done = settings.put("uuid", made); !done)
        return done.error();
    return made;
}

Result<std::unique_ptr<Database>> filled(const QString &path, const NewWorkspace &what, const Environment &environment)
{
    const auto migrations = shippedMigrations();
    if (!migrations)
        return migrations.error();
    auto database = Database::open(toUtf8(path), Access::ReadWrite);
    if (!database)
        return database.error();
    if (const auto done = (*database)->runText("PRAGMA page_size = 32768"); !done)
        return done.error();
    if (const auto done = migrate(**database, *migrations); !done)
        return done.error();
    // The header is in the main file before WAL begins, so that what the file is can be told from it alone.
    if (const auto done = becomeDurable(**database); !done)
        return done.error();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.error();
    SettingStore settings(**database);
    if (const auto done = settings.put("name", what.name); !done)
        return done.error();
    if (const auto done = settings.put("currency", what.currency.code()); !done)
        return done.error();
    if (const auto uuid = uuidOf(**database, true); !uuid)
        return uuid.error();
    const auto event = appendEvent(**database, environment.clock->nowUtc(), environment.user, "create", what.name, "{}");
    if (!event)
        return event.error();
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return database;
}

} // namespace

Workspace::Workspace(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const std::string &path, const NewWorkspace &what, const Environment &environment)
{
    const auto absolute = newWorkspace(path);
    if (!absolute)
        return absolute.error();
    auto lock = lockWorkspace(*absolute);
    if (!lock)
        return lock.error();
    QFile file(*absolute);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{Errc::Io, words("Workspace", "%1 cannot be created: %2", {toUtf8(*absolute), toUtf8(file.errorString())})};
    file.close();
    auto made = filled(*absolute, what, environment);
    if (!made) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(*absolute + QLatin1String(suffix));
        return made.error();
    }
    auto parts = std::make_unique<Parts>();
    parts->path = toUtf8(*absolute);
    parts->name = what.name;
    parts->currency = what.currency;
    parts->environment = environment;
    parts->lock = std::move(*lock);
    auto uuid = uuidOf(**made, false);
    if (!uuid)
        return uuid.error();
    parts->uuid = std::move(*uuid);
    parts->database = std::move(*made);
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::string &path, OpenMode mode, const Environment &environment)
{
    const auto real = existingWorkspace(path);
    if (!real)
        return real.error();
    auto parts = std::make_unique<Parts>();
    parts->path = toUtf8(*real);
    parts->environment = environment;
    parts->mode = mode;
    if (mode == OpenMode::ReadWrite) {
        if (!QFileInfo(*real).isWritable())
            return Error{Errc::ReadOnly,
                words("Workspace", "%1 cannot be written. Open it for reading only, or change its permissions.", {parts->path})};
        auto lock = lockWorkspace(*real);
        if (!lock)
            return lock.error();
        parts->lock = std::move(*lock);
        if (const auto kept = backUpOlder(*real); !kept)
            return kept.error();
    }
    auto database = mode == OpenMode::ReadWrite ? Database::open(parts->path, Access::ReadWrite) : openForReading(*real);
    if (!database)
        return database.error();
    parts->database = std::move(*database);
    if (const auto done = bringUpToDate(*parts->database, *real, mode); !done)
        return done.error();
    if (mode == OpenMode::ReadWrite) {
        if (const auto done = becomeDurable(*parts->database); !done)
            return done.error();
        // The lock is ours: what lies here is of a sync that was killed.
        RecordSpool::sweep(parts->path);
    }
    auto uuid = uuidOf(*parts->database, mode == OpenMode::ReadWrite);
    if (!uuid)
        return uuid.error();
    parts->uuid = std::move(*uuid);
    SettingStore settings(*parts->database);
    const auto name = settings.get("name");
    const auto currency = settings.get("currency");
    if (!name || !currency)
        return name ? currency.error() : name.error();
    parts->name = *name;
    if (const auto known = Currency::parse(*currency))
        parts->currency = *known;
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

const std::string &Workspace::path() const { return m_parts->path; }
const std::string &Workspace::name() const { return m_parts->name; }
const std::string &Workspace::uuid() const { return m_parts->uuid; }
Currency Workspace::currency() const { return m_parts->currency; }
bool Workspace::isReadOnly() const { return m_parts->mode == OpenMode::ReadOnly; }
const Environment &Workspace::environment() const { return m_parts->environment; }
void Workspace::setUser(const std::string &user) { m_parts->environment.user = user; }
Database &Workspace::database() const { return *m_parts->database; }
FactsCache &Workspace::factsCache() const { return m_parts->cache; }

} // namespace br
