// Upgrading: brings a workspace file of an older program up to date, and refuses files that are newer or were altered.
//
// Before anything is changed the file is copied byte for byte to <path>.v<N>.backup; then all missing migrations run in one
// transaction, so that a kill leaves the old file. The caller holds the lock. Errors name the path. Thread rule: the Workspace's.
#pragma once

#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <QString>

namespace br {

// Does nothing to a file of this program's version. No connection to the file may be open: closing a copy of a file would
// release that connection's locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
Status backUpOlder(const QString &path);
Status bringUpToDate(Database &database, const QString &path, OpenMode mode);

} // namespace br
