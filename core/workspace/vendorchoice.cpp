#include "core/workspace/vendorchoice.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/sourcing.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br {

namespace {

Result<Registry *> connectors(const Workspace &workspace)
{
    if (auto *registry = workspace.environment().registry)
        return registry;
    return Error{Errc::Unsupported, words("Sync", "This program cannot sync: it was started without connectors.")};
}

} // namespace

Result<VendorChoice> vendorChoice(Workspace &workspace)
{
    const auto registry = connectors(workspace);
    if (!registry)
        return registry.error();
    VendorChoice choice;
    for (const auto &info : (*registry)->available()) {
        const auto plugin = (*registry)->plugin(info.id);
        if (!plugin)
            return plugin.error();
        const auto *catalogue = (*plugin)->vendorCatalogue();
        if (!catalogue)
            continue;
        const auto known = catalogue->vendors();
        choice.vendors.insert(choice.vendors.end(), known.begin(), known.end());
        const auto broken = catalogue->problems();
        choice.problems.insert(choice.problems.end(), broken.begin(), broken.end());
        choice.ownFolder = catalogue->ownFolder();
    }
    return choice;
}

Result<std::set<SourceName>> browserSources(Workspace &workspace)
{
    const auto choice = vendorChoice(workspace);
    if (!choice)
        return choice.error();
    const auto all = sources(workspace);
    if (!all)
        return all.error();
    std::set<SourceName> found;
    for (const auto &source : *all) {
        const auto settings = QJsonDocument::fromJson(QByteArray::fromStdString(source.settings)).object();
        const auto vendor = toUtf8(settings.value(QStringLiteral("vendor")).toString());
        const auto isBrowser = [&](const VendorInfo &info) { return info.id == vendor && info.signsInByBrowser; };
        if (std::any_of(choice->vendors.begin(), choice->vendors.end(), isBrowser))
            found.insert(source.name);
    }
    return found;
}

Result<SyncPlan> draftPlan(Workspace &workspace, const Source &draft)
{
    const auto registry = connectors(workspace);
    if (!registry)
        return registry.error();
    const auto plugin = (*registry)->plugin(draft.connector);
    if (!plugin)
        return plugin.error();
    SyncPlan plan;
    plan.request.source = draft.name;
    plan.request.side = draft.side;
    plan.request.settings = draft.settings;
    plan.request.currency = workspace.currency();
    plan.request.today = workspace.environment().clock->today();
    plan.request.period = Period::of(plan.request.today);
    plan.workspacePath = workspace.path();
    plan.workspaceUuid = workspace.uuid();
    plan.catalogue = (*plugin)->vendorCatalogue();
    return plan;
}

} // namespace br
