#include "connectors/file/filehash.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QFile>

#include <vector>

namespace br {

std::future<Result<std::string>> hashInBackground(const std::string &path)
{
    return std::async(std::launch::async, [path]() -> Result<std::string> {
        QFile file(toQString(path));
        Sha256 hash;
        std::vector<char> buffer(1 << 18);
        qint64 got = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? 1 : -1;
        while (got > 0) {
            got = file.read(buffer.data(), static_cast<qint64>(buffer.size()));
            if (got > 0)
                hash.add({buffer.data(), static_cast<size_t>(got)});
        }
        if (got < 0)
            return Error{Errc::Io, words("file", "%1 cannot be read: %2", {path, toUtf8(file.errorString())})};
        return hash.hex();
    });
}

} // namespace br
