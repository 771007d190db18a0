#include "ui/mainwindow/recentfiles.h"

#include <QFileInfo>
#include <QSettings>

namespace br {

namespace {
const QString key = QStringLiteral("recent/files");
constexpr int most = 8;
} // namespace

QStringList RecentFiles::list() const
{
    QStringList known = QSettings().value(key).toStringList();
    known.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return known;
}

void RecentFiles::add(const QString &file)
{
    QStringList known = list();
    known.removeAll(file);
    known.prepend(file);
    QSettings().setValue(key, known.mid(0, most));
}

void RecentFiles::forget(const QString &file)
{
    QStringList known = list();
    known.removeAll(file);
    QSettings().setValue(key, known);
}

} // namespace br
