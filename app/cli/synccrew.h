// SyncCrew: several sources fetched side by side on threads of their own, and stored one after the other on this one.
//
// What one source meets never stops another. At a terminal each source has a line with its stream, page, rows and wait; cancelling
// stops all within a second, and what was fetched whole by then is not stored. Every name gives one report, in the order in which
// they ended. Thread rule: the workspace's thread.
#pragma once

#include "core/workspace/syncing.h"

#include <functional>
#include <vector>

namespace br::cli {

class CliProgress;

using SyncTold = std::function<void(const SyncReport &)>; // as soon as one has ended
std::vector<SyncReport> syncAll(
    Workspace &workspace, const std::vector<SourceName> &names, Period period, CliProgress &progress, const SyncTold &told);

} // namespace br::cli
