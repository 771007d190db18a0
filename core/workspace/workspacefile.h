// WorkspaceFile: the checks a path passes before it is used as a workspace: is it there, is it ours, how old, who holds it.
//
// Errors are sentences that name the path. Nothing here changes a file. Thread rule: any.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace br {

// The absolute path of an existing workspace file, links followed; ForeignFile for anything that is not one of ours.
Result<QString> existingWorkspace(const std::string &path);
// The absolute path for a new file: its folder exists, it does not.
Result<QString> newWorkspace(const std::string &path);
// Held until the object goes; Errc::Locked names program, host and process of the holder.
Result<std::unique_ptr<QLockFile>> lockWorkspace(const QString &path);
Error newerFile(const QString &path, int64_t version, int64_t known);

} // namespace br
