#include "connectors/file/filehash.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QFile>
#include <QFileInfo>

#include <vector>

namespace br {

FileHash::FileHash(const std::string &path)
    : m_result(std::async(std::launch::async, [this, path] { return hash(path); }))
{
}

Result<std::string> FileHash::hash(const std::string &path) const
{
    QFile file(toQString(path));
    Sha256 hash;
    std::vector<char> buffer(1 << 18);
    const bool isOpen = QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    qint64 got = isOpen ? 1 : -1;
    while (got > 0 && !m_isStopped) {
        got = file.read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (got > 0)
            hash.add({buffer.data(), static_cast<size_t>(got)});
    }
    if (got < 0)
        return Error{Errc::Io, words("file", "%1 cannot be read: %2", {path, toUtf8(file.errorString())})};
    return hash.hex();
}

} // namespace br
