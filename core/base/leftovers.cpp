#include "core/base/leftovers.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace br {

std::vector<std::string> leftoversBeside(const std::string &file)
{
    static const QRegularExpression ours(QStringLiteral("^\\.[0-9a-f]{16}\\.tmp$"));
    constexpr qint64 hour = 3'600;
    const auto now = QDateTime::currentDateTimeUtc();
    std::vector<std::string> found;
    const auto entries
        = QFileInfo(toQString(file)).absoluteDir().entryInfoList({QStringLiteral(".*.tmp")}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const auto &entry : entries) {
        if (ours.match(entry.fileName()).hasMatch() && entry.lastModified().secsTo(now) > hour)
            found.push_back(toUtf8(entry.absoluteFilePath()));
    }
    return found;
}

} // namespace br
