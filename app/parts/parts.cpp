#include "app/parts/parts.h"

#include <QDir>
#include <QPluginLoader>

namespace br {

Result<QObject *> partNamed(const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/billingreconcile/parts"));
    const QString file = QDir::cleanPath(folder.absoluteFilePath(name));
    QPluginLoader loader(file); // it goes, what it loaded stays
    QObject *part = loader.instance();
    if (!part)
        return Error{Errc::Unreachable,
            words("Parts", "The part %1 of this program could not be loaded. Install the program again.", {toUtf8(name)}),
            toUtf8(file + QStringLiteral(": ") + loader.errorString())};
    return part;
}

} // namespace br
