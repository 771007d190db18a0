#include "core/workspace/staging.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/batchstaging.h"

#include <QFileInfo>

namespace br {

namespace {

struct Opened {
    StagingPlan plan;
    std::unique_ptr<Connector> connector;
    FetchRequest fetch;
};

Result<Opened> prepareImport(Workspace &workspace, const ImportRequest &request)
{
    auto *registry = workspace.environment().registry;
    if (!registry)
        return Error{Errc::Unsupported, words("Import", "This program cannot import: it was started without connectors.")};
    auto plan = planStaging(workspace, request.source, request.period);
    if (!plan)
        return plan.error();
    const auto &source = plan->source.source;
    const auto info = registry->info(source.connector);
    if (!info)
        return info.error();
    auto plugin = registry->plugin(source.connector);
    if (!plugin)
        return plugin.error();
    const auto saved = profiles(workspace);
    if (!saved)
        return saved.error();
    plan->connectorVersion = info->version;
    plan->force = request.force;
    plan->rejectLimitPercent = request.rejectLimitPercent;
    for (const auto &file : request.files)
        plan->bytes += QFileInfo(toQString(file)).size();
    Opened opened{std::move(*plan), (*plugin)->create(), {}};
    const auto &planned = opened.plan.source.source;
    opened.fetch = {planned.name, planned.side, request.period, planned.settings, request.files, request.layout, request.force, *saved,
        workspace.currency(), workspace.environment().clock->today()};
    return opened;
}

} // namespace

Result<ImportReport> importFiles(Workspace &workspace, const ImportRequest &request, Progress &progress)
{
    auto opened = prepareImport(workspace, request);
    if (!opened)
        return opened.error();
    const auto feed = [&](RecordSink &sink) { return opened->connector->fetch(opened->fetch, sink, progress); };
    return stage(workspace, opened->plan, feed, progress);
}

} // namespace br
