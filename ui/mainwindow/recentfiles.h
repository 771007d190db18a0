// RecentFiles: the workspaces opened last, newest first, kept in the person's settings. Thread rule: interface thread.
#pragma once

#include <QStringList>

namespace br {

class RecentFiles final {
public:
    QStringList list() const; // only those that still exist
    void add(const QString &file);
    void forget(const QString &file);
};

} // namespace br
