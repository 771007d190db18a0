// CommandLine: what the window was started with.
#pragma once

#include "core/base/period.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <optional>

namespace br {

struct CommandLine {
    QString file;
    bool sample = false;
    bool demoServers = false;         // stand-in vendors on this computer, and a workspace that syncs them
    QString screenshots;              // folder; empty: none
    std::optional<ThemeChoice> theme; // none: as chosen before
    std::optional<Period> period;
    std::optional<int> exitCode; // set: say nothing more and leave with it
};

CommandLine readCommandLine(const QStringList &arguments);

} // namespace br
