#include "core/base/safefile.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#endif

namespace br {

namespace {

namespace fs = std::filesystem;

constexpr int maxLinks = 40;

fs::path toPath(const QString &text) { return fs::path(text.toStdU16String()); }

Error notWritten(const std::string &path, const std::string &why)
{
    return {Errc::Io, words("SafeFile", "%1 was not written: %2. The file that was there before is unchanged.", {path, why}), why};
}

// A full disk in plain words, with how much was needed; anything else as the system says it.
std::string whyCutShort(const QFile &file, int64_t needed, int64_t written)
{
    if (file.error() != QFileDevice::ResourceError)
        return toUtf8(file.errorString());
    constexpr int64_t megabyte = 1'000'000;
    const auto free = std::max<int64_t>(QStorageInfo(QFileInfo(file.fileName()).absolutePath()).bytesAvailable(), 0) + written;
    return words("SafeFile", "the disk is full: the file needs %1 MB, and %2 MB are free",
        {std::to_string((needed + megabyte - 1) / megabyte), std::to_string(free / megabyte)});
}

bool isDatabase(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3", 16);
}

// A workspace holds all decisions: no sheet takes its place, nor that of the files SQLite keeps beside it.
bool isOfDatabase(const QFileInfo &info)
{
    if (info.isFile() && isDatabase(info.absoluteFilePath()))
        return true;
    const auto path = info.absoluteFilePath();
    for (const char *ending : {"-wal", "-shm", "-journal", ".lock"}) {
        const auto tail = QLatin1String(ending);
        if (path.endsWith(tail) && isDatabase(path.chopped(tail.size())))
            return true;
    }
    return false;
}

enum class Over { Anything, NoDatabase };

// What to replace: the file itself, or where a symbolic link leads, so that the link stays a link.
Result<QString> realTarget(const std::string &path, Over over)
{
    if (path.empty())
        return Error{Errc::InvalidInput, words("SafeFile", "No file name was given.")};
    QFileInfo info(toQString(path));
    for (int i = 0; info.isSymLink(); ++i) {
        if (i == maxLinks)
            return notWritten(path, words("SafeFile", "its symbolic links run in a circle"));
        const auto next = info.symLinkTarget();
        if (next.isEmpty())
            return notWritten(path, words("SafeFile", "its symbolic link leads nowhere"));
        info = QFileInfo(next);
    }
    if (info.isDir())
        return Error{Errc::InvalidInput, words("SafeFile", "%1 is a folder; give the name of a file.", {path})};
    if (info.exists() && !info.isFile())
        return Error{Errc::InvalidInput, words("SafeFile", "%1 is not an ordinary file; choose another name.", {path})};
    if (over == Over::NoDatabase && isOfDatabase(info))
        return Error{Errc::InvalidInput,
            words("SafeFile", "%1 is a workspace or another database and is not written over; choose another name.", {path})};
    if (info.exists() && !info.isWritable())
        return Error{Errc::ReadOnly, words("SafeFile", "%1 is write-protected; choose another name.", {path})};
    if (!QFileInfo(info.absolutePath()).isDir())
        return Error{Errc::NotFound, words("SafeFile", "The folder of %1 does not exist; make it first or choose another.", {path})};
    return info.absoluteFilePath();
}

// Forces a file that is open for writing to the medium.
bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#if defined(Q_OS_WIN)
    return FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))) != 0;
#elif defined(Q_OS_UNIX)
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

// After the rename: so that the name, too, survives a power cut. Not every file system can; then there is nothing to do.
void syncFolder(const QString &file)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
#else
    Q_UNUSED(file)
#endif
}

struct Digest {
    std::string sha256;
    int64_t size = 0;
};

Result<Digest> digestOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Errc::Io, toUtf8(file.errorString())};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    Digest digest;
    for (;;) {
        const auto got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return Error{Errc::Io, toUtf8(file.errorString())};
        if (got == 0)
            break;
        hash.addData(QByteArrayView(buffer.constData(), got));
        digest.size += got;
    }
    digest.sha256 = hash.result().toHex().toStdString();
    return digest;
}

// A file of our own beside the target, gone again unless it was kept.
class Temporary final {
public:
    Temporary() = default;
    ~Temporary()
    {
        m_file.close();
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Temporary(const Temporary &) = delete;
    Temporary &operator=(const Temporary &) = delete;

    Status make(const std::string &shown, const QString &target)
    {
        const auto folder = QFileInfo(target).absolutePath();
        for (int attempt = 0; attempt < 20; ++attempt) {
            // A short name of its own: the target's may already be as long as the file system takes.
            const auto name
                = QStringLiteral("%1/.%2.tmp").arg(folder).arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
            m_file.setFileName(name);
            if (m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
                m_path = name;
                return {};
            }
            if (!QFileInfo::exists(name))
                break;
        }
        return notWritten(shown, toUtf8(m_file.errorString()));
    }
    QFile &file() { return m_file; }
    const QString &path() const { return m_path; }
    void keep() { m_path.clear(); }

private:
    QFile m_file;
    QString m_path;
};

// A write that is cut short (a full disk) is told, not taken for a success.
Status writeAll(QFile &file, const std::string &path, std::string_view bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    qint64 done = 0;
    while (done < size) {
        const auto put = file.write(bytes.data() + done, size - done);
        if (put <= 0)
            return notWritten(path, whyCutShort(file, size, done));
        done += put;
    }
    return {};
}

} // namespace

struct PreparedFile::Parts {
    std::string path; // as given, for people
    QString target;
    Temporary temporary;
    WrittenFile written;

    static Result<std::unique_ptr<Parts>> begin(const std::string &path, Over over = Over::NoDatabase)
    {
        auto target = realTarget(path, over);
        if (!target)
            return target.error();
        auto parts = std::make_unique<Parts>();
        parts->path = path;
        parts->target = std::move(*target);
        if (const auto made = parts->temporary.make(path, parts->target); !made)
            return made.error();
        return parts;
    }

    // Everything is written: onto the medium with it, and read back. `expected` empty: whatever stands there counts.
    Status finish(const std::string &expected)
    {
        if (!syncToDisk(temporary.file()))
            return notWritten(path, words("SafeFile", "the medium did not take it"));
        temporary.file().close();
        const auto digest = digestOf(temporary.path());
        if (!digest)
            return notWritten(path, digest.error().message);
        if (!expected.empty() && digest->sha256 != expected)
            return notWritten(path, words("SafeFile", "what was read back is not what was written; the medium may be damaged"));
        written = {path, digest->sha256, digest->size};
        return {};
    }
};

PreparedFile::PreparedFile(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

PreparedFile::PreparedFile(PreparedFile &&) noexcept = default;
PreparedFile::~PreparedFile() = default;

Result<PreparedFile> PreparedFile::make(const std::string &path, std::string_view bytes)
{
    auto parts = Parts::begin(path);
    if (!parts)
        return parts.error();
    if (const auto put = writeAll((*parts)->temporary.file(), path, bytes); !put)
        return put.error();
    if (const auto done = (*parts)->finish(sha256Hex(bytes)); !done)
        return done.error();
    return PreparedFile(std::move(*parts));
}

Result<PreparedFile> PreparedFile::make(const std::string &path, const std::function<Status(const std::string &)> &fill)
{
    auto parts = Parts::begin(path);
    if (!parts)
        return parts.error();
    auto &temporary = (*parts)->temporary;
    temporary.file().close();
    if (const auto filled = fill(toUtf8(temporary.path())); !filled)
        return Error{filled.error().code, notWritten(path, filled.error().message).message, filled.error().detail};
    if (!temporary.file().open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return notWritten(path, toUtf8(temporary.file().errorString()));
    if (const auto done = (*parts)->finish({}); !done)
        return done.error();
    return PreparedFile(std::move(*parts));
}

Result<PreparedFile> PreparedFile::copyOf(const std::string &from, const std::string &path)
{
    QFile source(toQString(from));
    const auto unreadable = [&] {
        return Error{Errc::Io, words("SafeFile", "%1 cannot be read: %2.", {from, toUtf8(source.errorString())})};
    };
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable();
    auto parts = Parts::begin(path, Over::Anything);
    if (!parts)
        return parts.error();
    auto &file = (*parts)->temporary.file();
    file.setPermissions(source.permissions());
    Sha256 hash;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const auto got = source.read(buffer.data(), buffer.size());
        if (got < 0)
            return unreadable();
        if (got == 0)
            break;
        const std::string_view piece(buffer.constData(), static_cast<size_t>(got));
        hash.add(piece);
        if (const auto put = writeAll(file, path, piece); !put)
            return put.error();
    }
    if (const auto done = (*parts)->finish(hash.hex()); !done)
        return done.error();
    return PreparedFile(std::move(*parts));
}

const WrittenFile &PreparedFile::written() const { return m_parts->written; }

Status PreparedFile::putInPlace()
{
    auto &parts = *m_parts;
    if (QFileInfo::exists(parts.target))
        QFile::setPermissions(parts.temporary.path(), QFile::permissions(parts.target));
    std::error_code failure;
    fs::rename(toPath(parts.temporary.path()), toPath(parts.target), failure);
    if (failure)
        return notWritten(parts.path, failure.message());
    parts.temporary.keep();
    syncFolder(parts.target);
    return {};
}

namespace {

Result<WrittenFile> put(Result<PreparedFile> prepared)
{
    if (!prepared)
        return prepared.error();
    if (const auto done = prepared->putInPlace(); !done)
        return done.error();
    return prepared->written();
}

} // namespace

Result<WrittenFile> writeFileSafely(const std::string &path, std::string_view bytes) { return put(PreparedFile::make(path, bytes)); }

Result<WrittenFile> writeFileSafely(const std::string &path, const std::function<Status(const std::string &)> &fill)
{
    return put(PreparedFile::make(path, fill));
}

Result<WrittenFile> copyFileSafely(const std::string &from, const std::string &to) { return put(PreparedFile::copyOf(from, to)); }

Result<std::string> readWholeFile(const std::string &path, int64_t sizeLimit)
{
    QFile file(toQString(path));
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return Error{Errc::NotFound, words("SafeFile", "There is no file %1.", {path})};
    if (info.isDir())
        return Error{Errc::InvalidInput, words("SafeFile", "%1 is a folder; give the name of a file.", {path})};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io, words("SafeFile", "%1 cannot be read: %2.", {path, toUtf8(file.errorString())})};
    std::string bytes;
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    for (;;) {
        const auto got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return Error{Errc::Io, words("SafeFile", "%1 cannot be read: %2.", {path, toUtf8(file.errorString())})};
        if (got == 0)
            return bytes;
        bytes.append(buffer.constData(), static_cast<size_t>(got));
        if (static_cast<int64_t>(bytes.size()) > sizeLimit)
            return Error{Errc::InvalidInput,
                words(
                    "SafeFile", "%1 is larger than %2 bytes, which is more than such a file may have.", {path, std::to_string(sizeLimit)})};
    }
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace br
