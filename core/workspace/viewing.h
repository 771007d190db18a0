// Viewing: saved views of lists, kept in the workspace so that everybody who opens it has them.
//
// Saving and removing are events. Errors name the view. Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/savedview.h"
#include "core/workspace/workspace.h"

#include <string>
#include <vector>

namespace br {

Result<std::vector<SavedView>> savedViews(Workspace &workspace, const std::string &page); // by name
// A view of this page and name is replaced. Returns it as stored: name trimmed, by and at filled in.
Result<SavedView> saveView(Workspace &workspace, const SavedView &view);
Status removeView(Workspace &workspace, const std::string &page, const std::string &name); // NotFound: there is none

} // namespace br
