#include "core/workspace/syncing.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/store/syncstore.h"
#include "core/workspace/acting.h"
#include "core/workspace/batchstaging.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <exception>

namespace br {

namespace {

Error onlyFiles(const SourceName &source)
{
    return {Errc::Refused, words("Sync", "%1 is a source of files: import its files, there is nothing to sync.", {source.text})};
}

Status judgePeriod(const Workspace &workspace, Period period)
{
    if (period.firstDay() <= workspace.environment().clock->today())
        return {};
    return Error{Errc::InvalidInput, words("Sync", "%1 has not begun: no vendor can say anything about it yet.", {period.toString()})};
}

// What the vendor's manifest says about the source, where the connector works by manifests.
Status describeVendor(const ConnectorPlugin &plugin, SyncPlan *plan)
{
    plan->catalogue = plugin.vendorCatalogue();
    if (!plan->catalogue)
        return {};
    const auto settings = QJsonDocument::fromJson(QByteArray::fromStdString(plan->request.settings)).object();
    plan->vendor = toUtf8(settings.value(QStringLiteral("vendor")).toString());
    const auto vendors = plan->catalogue->vendors();
    const auto found = std::find_if(vendors.begin(), vendors.end(), [&](const VendorInfo &info) { return info.id == plan->vendor; });
    if (found == vendors.end())
        return Error{Errc::NotFound,
            words("Sync", "%1 is a source of the vendor \"%2\", which this program does not know. Put its manifest into %3.",
                {plan->request.source.text, plan->vendor, plan->catalogue->ownFolder()})};
    plan->vendorName = found->name;
    plan->secrets = found->secrets;
    plan->signsInByBrowser = found->signsInByBrowser;
    plan->connectorVersion += ", " + found->id + " " + found->version;
    return {};
}

// Before anything is asked of the vendor: the keychain's own words say what to do.
Status needSecrets(const SyncPlan &plan, SecretsOfSource &secrets)
{
    for (const auto &field : plan.secrets) {
        if (!field.required)
            continue;
        if (const auto known = secrets.get(field.id); !known)
            return known.error();
    }
    return {};
}

Result<FetchSummary> fetchInto(const SyncPlan &plan, SecretsOfSource &secrets, RecordSpool &records, Progress &progress)
{
    auto request = plan.request;
    request.secrets = &secrets;
    // A plugin's fault, or that of a library in it, must not end the program: this runs on a thread of its own.
    try {
        auto summary = plan.connector->fetch(request, records, progress);
        if (summary && progress.cancelled())
            return Error{Errc::Cancelled, words("Sync", "The sync was cancelled; nothing was changed.")};
        if (!summary)
            return summary;
        if (const auto done = records.finish(); !done)
            return done.error();
        return summary;
    } catch (const std::exception &fault) {
        return Error{
            Errc::Internal, words("Sync", "The connector of %1 broke off. Nothing was stored.", {plan.request.source.text}), fault.what()};
    }
}

SyncOutcome outcomeOf(const Error &error)
{
    switch (error.code) {
    case Errc::Cancelled:
        return SyncOutcome::Cancelled;
    case Errc::Incomplete:
        return SyncOutcome::Incomplete;
    default:
        return SyncOutcome::Failed;
    }
}

SyncAttempt attemptOf(const Workspace &workspace, const FetchedSync &fetched)
{
    SyncAttempt attempt;
    attempt.source = fetched.plan.request.source;
    attempt.period = fetched.plan.request.period;
    attempt.startedAt = fetched.plan.startedAt;
    attempt.endedAt = workspace.environment().clock->nowUtc();
    attempt.rows = fetched.rows;
    attempt.requests = fetched.summary.requests;
    attempt.by = workspace.environment().user;
    return attempt;
}

Result<SyncReport> recordFailure(Workspace &workspace, int64_t sourceId, SyncReport report, const Error &error)
{
    report.error = error;
    report.import.batch.id = 0;
    report.attempt.outcome = outcomeOf(error);
    report.attempt.reason = error.message;
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    if (const auto done = SyncStore(acting->database()).add(sourceId, report.attempt); !done)
        return done.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    return report;
}

Status noteKept(Workspace &workspace, int64_t sourceId, const std::vector<std::string> &fields)
{
    SyncStore store(workspace.database());
    for (const auto &field : fields) {
        if (auto done = store.addSecretField(sourceId, field); !done)
            return done;
    }
    return {};
}

Result<StagingPlan> planPromotion(Workspace &workspace, const FetchedSync &fetched)
{
    const auto &source = fetched.plan.request.source;
    if (workspace.uuid() != fetched.plan.workspaceUuid)
        return Error{Errc::Conflict,
            words("Sync", "Another workspace was opened while %1 was read. Nothing was stored; sync again.", {source.text})};
    auto plan = planStaging(workspace, source, fetched.plan.request.period);
    if (!plan)
        return plan;
    plan->isSync = true;
    plan->connectorVersion = fetched.plan.connectorVersion;
    plan->durationMs = fetched.durationMs;
    return plan;
}

} // namespace

Result<SyncPlan> prepareSync(Workspace &workspace, const SourceName &source, Period period)
{
    auto *registry = workspace.environment().registry;
    if (!registry)
        return Error{Errc::Unsupported, words("Sync", "This program cannot sync: it was started without connectors.")};
    const auto staging = planStaging(workspace, source, period);
    if (!staging)
        return staging.error();
    if (const auto good = judgePeriod(workspace, period); !good)
        return good.error();
    const auto &stored = staging->source.source;
    const auto info = registry->info(stored.connector);
    if (!info)
        return info.error();
    const auto plugin = registry->plugin(stored.connector);
    if (!plugin)
        return plugin.error();
    if ((*plugin)->fileReading())
        return onlyFiles(source);
    SyncPlan plan;
    auto &request = plan.request;
    request.source = stored.name;
    request.side = stored.side;
    request.period = period;
    request.settings = stored.settings;
    request.currency = workspace.currency();
    request.today = workspace.environment().clock->today();
    plan.connectorVersion = info->version;
    plan.workspacePath = workspace.path();
    plan.workspaceUuid = workspace.uuid();
    plan.startedAt = workspace.environment().clock->nowUtc();
    if (const auto done = describeVendor(**plugin, &plan); !done)
        return done.error();
    plan.connector = (*plugin)->create();
    return plan;
}

SyncReport recordRefusal(Workspace &workspace, const SourceName &source, Period period, const Error &error)
{
    SyncReport report;
    report.attempt.source = source;
    report.attempt.period = period;
    report.attempt.startedAt = report.attempt.endedAt = workspace.environment().clock->nowUtc();
    report.attempt.by = workspace.environment().user;
    report.attempt.outcome = outcomeOf(error);
    report.attempt.reason = error.message;
    report.error = error;
    const auto plan = planStaging(workspace, source, period);
    const auto recorded = plan ? recordFailure(workspace, plan->source.id, report, error) : Result<SyncReport>(plan.error());
    return recorded ? *recorded : report;
}

FetchedSync fetchSync(SyncPlan plan, SecretsOfSource &secrets, Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    FetchedSync fetched;
    fetched.plan = std::move(plan);
    if (const auto ready = needSecrets(fetched.plan, secrets); !ready) {
        fetched.error = ready.error();
        return fetched;
    }
    auto records = RecordSpool::create(fetched.plan.workspacePath);
    if (!records) {
        fetched.error = records.error();
        return fetched;
    }
    auto summary = fetchInto(fetched.plan, secrets, **records, progress);
    fetched.rows = (*records)->records();
    fetched.durationMs = timer.elapsed();
    fetched.keptFields = secrets.kept();
    if (!summary) {
        fetched.error = summary.error();
        return fetched;
    }
    fetched.summary = std::move(*summary);
    for (const auto &field : secrets.lost())
        fetched.summary.warnings.push_back(words("Sync",
            "The vendor replaced the secret \"%1\", but the new one could not be kept: enter it again before the next sync.", {field}));
    fetched.records = std::move(*records);
    return fetched;
}

Result<SyncReport> promoteSync(Workspace &workspace, FetchedSync fetched, Progress &progress)
{
    auto plan = planPromotion(workspace, fetched);
    if (!plan)
        return plan.error();
    const auto sourceId = plan->source.id;
    if (const auto noted = noteKept(workspace, sourceId, fetched.keptFields); !noted)
        return noted.error();
    SyncReport report;
    report.attempt = attemptOf(workspace, fetched);
    if (fetched.error)
        return recordFailure(workspace, sourceId, std::move(report), *fetched.error);

    if (plan->source.source.settings != fetched.plan.request.settings)
        return recordFailure(workspace, sourceId, std::move(report),
            Error{Errc::Conflict,
                words("Sync", "The settings of %1 were changed while it was read. Nothing was stored; sync again.",
                    {fetched.plan.request.source.text})});

    const auto feed = [&](RecordSink &sink) -> Result<FetchSummary> {
        if (const auto done = fetched.records->replay(sink, progress); !done)
            return done.error();
        return fetched.summary;
    };
    const auto finish = [&](const Batch &batch, const std::string &shrunk) {
        report.attempt.outcome = batch.holding == Holding::Held ? SyncOutcome::Held : SyncOutcome::Done;
        report.attempt.reason = shrunk; // a sync that has shrunk is held for it
        report.attempt.batchId = batch.id;
        report.attempt.rows = batch.rowsKept;
        return SyncStore(workspace.database()).add(sourceId, report.attempt);
    };
    plan->bytes = QFileInfo(toQString(fetched.records->path())).size();
    auto staged = stage(workspace, *plan, feed, progress, finish);
    report.attempt.batchId = staged && !staged->refused ? report.attempt.batchId : 0;
    if (!staged)
        return recordFailure(workspace, sourceId, std::move(report), staged.error());
    report.import = std::move(*staged);
    if (report.import.refused)
        return recordFailure(workspace, sourceId, report, *report.import.refused);
    return report;
}

Result<ConnectionReport> testConnection(const SyncPlan &plan, SecretsOfSource &secrets, Progress &progress)
{
    if (!plan.catalogue)
        return Error{Errc::Unsupported, words("Sync", "The connector of %1 has no test: sync it to see.", {plan.request.source.text})};
    if (const auto ready = needSecrets(plan, secrets); !ready)
        return ready.error();
    auto request = plan.request;
    request.secrets = &secrets;
    try {
        return plan.catalogue->test(request, progress);
    } catch (const std::exception &fault) {
        return Error{Errc::Internal, words("Sync", "The connector of %1 broke off.", {plan.request.source.text}), fault.what()};
    }
}

Status signIn(const SyncPlan &plan, SecretsOfSource &secrets, const std::function<bool(const std::string &url)> &open, Progress &progress)
{
    if (!plan.catalogue || !plan.signsInByBrowser)
        return Error{Errc::Unsupported, words("Sync", "%1 is not signed in to by browser.", {plan.request.source.text})};
    auto request = plan.request;
    request.secrets = &secrets;
    try {
        return plan.catalogue->signIn(request, open, progress);
    } catch (const std::exception &fault) {
        return Error{Errc::Internal, words("Sync", "The connector of %1 broke off.", {plan.request.source.text}), fault.what()};
    }
}

} // namespace br
