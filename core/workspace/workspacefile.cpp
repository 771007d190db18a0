#include "core/workspace/workspacefile.h"

#include "core/base/text.h"
#include "core/store/migration.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QtEndian>

namespace br {

namespace {

Error foreign(const QString &path)
{
    return {Errc::ForeignFile,
        words("Workspace", "%1 is not a BillingReconcile workspace. Choose a .brw file, or create a new workspace.", {toUtf8(path)})};
}

std::string told(const QLockFile &lock, const QString &path)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program))
        return words("Workspace", "%1 is open in another program.", {toUtf8(path)});
    return words("Workspace", "%1 is open in %2 on %3 (process %4). Close it there, or open the workspace for reading only.",
        {toUtf8(path), toUtf8(program), toUtf8(host), std::to_string(process)});
}

bool isUnwritten(const QLockFile &lock)
{
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(nullptr, nullptr, nullptr);
}

constexpr int aMoment = 500; // ms: what making a lock, or taking a dead holder's away, never takes

// Its holder was killed between making the file and writing its name into it, which takes a moment only; else the holder is just
// doing so. A living one keeps the file locked besides, so that its age alone never gives it away.
bool tryLockUnwritten(QLockFile &lock)
{
    lock.setStaleLockTime(aMoment);
    const bool isOurs = lock.tryLock(3 * aMoment);
    lock.setStaleLockTime(0);
    return isOurs;
}

// Qt takes a dead holder's lock away under a second one. Who is killed meanwhile leaves that one, and Qt would wait half a minute,
// naming a process that is gone.
bool tryLockAfterRemoval(QLockFile &lock, const QString &lockPath)
{
    const auto removing = lockPath + QStringLiteral(".rmlock");
    if (!QFile::exists(removing))
        return false;
    {
        QLockFile left(removing);
        left.setStaleLockTime(aMoment);
        if (!left.tryLock(3 * aMoment))
            return false;
    }
    return lock.tryLock(0);
}

} // namespace

Result<QString> existingWorkspace(const std::string &path)
{
    const QFileInfo given(toQString(path));
    const auto shown = toUtf8(given.absoluteFilePath());
    if (given.isDir())
        return Error{Errc::ForeignFile, words("Workspace", "%1 is a folder, not a workspace file.", {shown})};
    if (!given.exists())
        return Error{Errc::NotFound, words("Workspace", "There is no file %1.", {shown})};
    const auto real = given.canonicalFilePath();
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io, words("Workspace", "%1 cannot be read: %2", {shown, toUtf8(file.errorString())})};
    // https://www.sqlite.org/fileformat2.html: the first 16 bytes name the format, application_id stands at 68.
    const auto head = file.read(100);
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return foreign(real);
    if (qFromBigEndian<qint32>(head.constData() + 68) != applicationId)
        return foreign(real);
    return real;
}

Result<QString> newWorkspace(const std::string &path)
{
    const QFileInfo given(toQString(path));
    const auto absolute = given.absoluteFilePath();
    if (path.empty() || given.isDir())
        return Error{Errc::InvalidInput, words("Workspace", "%1 is a folder. Give the new workspace a file name.", {toUtf8(absolute)})};
    if (given.exists() || given.isSymLink())
        return Error{Errc::Conflict, words("Workspace", "%1 exists already. Choose another name, or open it.", {toUtf8(absolute)})};
    const QFileInfo folder(given.absolutePath());
    if (!folder.isDir())
        return Error{Errc::NotFound, words("Workspace", "There is no folder %1.", {toUtf8(folder.filePath())})};
    if (!folder.isWritable())
        return Error{Errc::ReadOnly, words("Workspace", "You may not write in the folder %1.", {toUtf8(folder.filePath())})};
    return folder.canonicalFilePath() + u'/' + given.fileName();
}

Result<std::unique_ptr<QLockFile>> lockWorkspace(const QString &path)
{
    const auto lockPath = path + QStringLiteral(".lock");
    auto lock = std::make_unique<QLockFile>(lockPath);
    // Zero: a lock is stale only when its process is gone, however long it has been held.
    lock->setStaleLockTime(0);
    if (lock->tryLock(0) || tryLockAfterRemoval(*lock, lockPath) || (isUnwritten(*lock) && tryLockUnwritten(*lock)))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Error{Errc::Locked, told(*lock, path)};
    return Error{Errc::ReadOnly,
        words("Workspace", "You may not write in the folder of %1. Open the workspace for reading only, or move it.", {toUtf8(path)})};
}

Error newerFile(const QString &path, int64_t version, int64_t known)
{
    return {Errc::NewerFile,
        words("Workspace",
            "%1 was written by a newer BillingReconcile (file version %2, this program knows %3). Update the program to open it.",
            {toUtf8(path), std::to_string(version), std::to_string(known)})};
}

} // namespace br
