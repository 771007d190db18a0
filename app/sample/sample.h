// Sample: makes the sample workspace, the way a person would: sources, files, links, services, reconcile.
//
// The files are resources (resources/sample, listed in sample.json); they are copied to a temporary folder and imported through
// the real verbs. An existing file at `path` is refused; a failed or cancelled run leaves none. Blocking; thread rule: any one
// thread. Errors name the file or the verb that refused.
#pragma once

#include "core/base/progress.h"
#include "core/workspace/workspace.h"

#include <string>

namespace br {

Status makeSampleWorkspace(const std::string &path, const Environment &environment, Progress &progress);

// Copies the sample's files into an existing folder: for the tour, and for importing them by hand.
Status copySampleFiles(const std::string &folder);

} // namespace br
