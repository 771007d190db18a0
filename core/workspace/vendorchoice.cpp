#include "core/workspace/vendorchoice.h"

#include "core/base/text.h"
#include "core/connect/registry.h"

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
    plan.catalogue = (*plugin)->vendorCatalogue();
    return plan;
}

} // namespace br
