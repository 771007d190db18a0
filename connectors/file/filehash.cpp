#include "connectors/file/filehash.h"

#include "core/base/text.h"

#include <QCryptographicHash>
#include <QFile>

namespace br {

std::future<Result<std::string>> hashInBackground(const std::string &path)
{
    return std::async(std::launch::async, [path]() -> Result<std::string> {
        QFile file(toQString(path));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            return Error{Errc::Io, words("file", "%1 cannot be read: %2", {path, toUtf8(file.errorString())})};
        return hash.result().toHex().toStdString();
    });
}

} // namespace br
