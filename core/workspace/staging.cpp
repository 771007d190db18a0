#include "core/workspace/staging.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/store/batchstore.h"
#include "core/store/eventstore.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/stagingsink.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

namespace br {

namespace {

struct Opened {
    StoredSource source;
    ConnectorInfo info;
    std::unique_ptr<Connector> connector;
    FetchRequest fetch;
    TallyRule rule;
    std::optional<StoredBatch> replaced;
    std::optional<StoredBatch> before; // of the period before
};

Result<Opened> prepareImport(Workspace &workspace, const ImportRequest &request)
{
    if (workspace.isReadOnly())
        return Error{Errc::ReadOnly, words("Import", "%1 is open for reading only. Open it for writing to import.", {workspace.path()})};
    auto *registry = workspace.environment().registry;
    if (!registry)
        return Error{Errc::Unsupported, words("Import", "This program cannot import: it was started without connectors.")};
    const auto found = SourceStore(workspace.database()).find(request.source);
    if (!found)
        return found.error();
    if (!*found)
        return Error{Errc::NotFound, words("Import", "There is no source named %1. Add it first.", {request.source.text})};
    Opened opened{**found, {}, {}, {}, {}, {}, {}};
    const auto &source = opened.source.source;
    auto info = registry->info(source.connector);
    if (!info)
        return info.error();
    opened.info = *info;
    auto plugin = registry->plugin(source.connector);
    if (!plugin)
        return plugin.error();
    opened.connector = (*plugin)->create();
    const auto saved = profiles(workspace);
    if (!saved)
        return saved.error();
    opened.fetch = {source.name, source.side, request.period, source.settings, request.files, request.layout, request.force, *saved,
        workspace.currency()};
    const auto rules = services(workspace);
    if (!rules)
        return rules.error();
    opened.rule = TallyRule::forPeriod(request.period, *rules);
    BatchStore batches(workspace.database());
    auto replaced = batches.inForce(opened.source.id, request.period);
    auto before = batches.inForce(opened.source.id, request.period.previous());
    if (!replaced || !before)
        return replaced ? before.error() : replaced.error();
    opened.replaced = std::move(*replaced);
    opened.before = std::move(*before);
    return opened;
}

void sumUp(const std::vector<BatchFile> &files, Batch *batch)
{
    std::string hashes;
    for (const auto &file : files) {
        batch->rowsIn += file.rowsIn;
        batch->rowsKept += file.rowsKept;
        batch->rowsRejected += file.rowsRejected;
        hashes += file.sha256;
    }
    batch->files = files;
    batch->sha256 = sha256Hex(hashes);
}

std::optional<Error> refusal(const ImportRequest &request, const Batch &batch)
{
    if (batch.rowsKept <= 0)
        return Error{Errc::Refused,
            batch.rowsIn == 0 ? words("Import", "Nothing was imported: there is no row to read.")
                              : words("Import", "Nothing was imported: not one of %1 rows could be read.", {std::to_string(batch.rowsIn)})};
    const bool isTooMany = static_cast<double>(batch.rowsRejected) * 100.0 > request.rejectLimitPercent * static_cast<double>(batch.rowsIn);
    if (request.force || !isTooMany)
        return {};
    return Error{Errc::Refused,
        words("Import",
            "Nothing was imported: %1 of %2 rows could not be read, more than is allowed. Correct the file, or import what can be read.",
            {std::to_string(batch.rowsRejected), std::to_string(batch.rowsIn)})};
}

Status writeFindings(BatchStore &store, const Batch &batch, const Findings &findings)
{
    int64_t ordinal = 0;
    for (const auto &file : batch.files) {
        if (auto done = store.addFile(batch.id, ordinal++, file); !done)
            return done;
    }
    ordinal = 0;
    for (const auto &row : findings.rejected) {
        if (auto done = store.addFinding(batch.id, ordinal++, Severity::Rejected, row); !done)
            return done;
    }
    for (const auto &row : findings.warnings) {
        if (auto done = store.addFinding(batch.id, ordinal++, Severity::Warning, row); !done)
            return done;
    }
    return {};
}

std::string detailOf(const Batch &batch)
{
    QJsonObject object;
    object.insert(QStringLiteral("batch"), static_cast<qint64>(batch.id));
    object.insert(QStringLiteral("period"), toQString(batch.period.toString()));
    object.insert(QStringLiteral("sha256"), toQString(batch.sha256));
    object.insert(QStringLiteral("rows_in"), static_cast<qint64>(batch.rowsIn));
    object.insert(QStringLiteral("rows_kept"), static_cast<qint64>(batch.rowsKept));
    object.insert(QStringLiteral("rows_rejected"), static_cast<qint64>(batch.rowsRejected));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

void addShrinkNote(const Opened &opened, ImportReport *report)
{
    if (!opened.before || report->batch.rowsKept * 2 >= opened.before->batch.rowsKept)
        return;
    report->notes.push_back(words("Import", "%1 rows, less than half of the %2 rows of %3: is the file complete?",
        {std::to_string(report->batch.rowsKept), std::to_string(opened.before->batch.rowsKept), opened.before->batch.period.toString()}));
}

// What the file itself is to blame for is a refusal with its rows; anything else kept the import from being judged.
bool isJudgement(const Error &error) { return error.code == Errc::InvalidInput || error.code == Errc::Refused; }

Result<ImportReport> refusedReport(ImportReport report, Findings &findings, const Error &error)
{
    report.batch.id = 0;
    report.rejected = std::move(findings.rejected);
    report.warnings = std::move(findings.warnings);
    report.refused = error;
    return report;
}

} // namespace

Result<ImportReport> importFiles(Workspace &workspace, const ImportRequest &request, Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = prepareImport(workspace, request);
    if (!opened)
        return opened.error();
    const auto &environment = workspace.environment();
    auto &database = workspace.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();

    ImportReport report;
    auto &batch = report.batch;
    batch.source = opened->source.source.name;
    batch.side = opened->source.source.side;
    batch.period = request.period;
    batch.connectorVersion = opened->info.version;
    batch.importedAt = environment.clock->nowUtc();
    report.replacedAnother = opened->replaced.has_value();
    BatchStore batches(database);
    const auto begun = batches.begin(opened->source.id, batch);
    if (!begun)
        return begun.error();
    batch.id = *begun;

    StagingSink sink(database, opened->source, batch.id, opened->rule);
    const auto fetched = opened->connector->fetch(opened->fetch, sink, progress);
    if (!fetched && !isJudgement(fetched.error()))
        return fetched.error();
    sumUp(sink.files(), &batch);
    if (!fetched)
        return refusedReport(std::move(report), sink.findings(), fetched.error());
    if (progress.cancelled())
        return Error{Errc::Cancelled, words("Import", "The import was cancelled; nothing was changed.")};
    report.notes = fetched->warnings;
    if (const auto refused = refusal(request, batch))
        return refusedReport(std::move(report), sink.findings(), *refused);

    progress.report({words("Import", "Storing the batch"), batch.rowsIn, batch.rowsIn});
    if (const auto done = sink.finish(); !done) {
        if (isJudgement(done.error()))
            return refusedReport(std::move(report), sink.findings(), done.error());
        return done.error();
    }
    if (const auto done = writeFindings(batches, batch, sink.findings()); !done)
        return done.error();
    batch.durationMs = timer.elapsed();
    batch.complete = true;
    if (const auto done = batches.complete(batch, batch.side == Side::Vendor ? opened->rule.toText() : std::string()); !done)
        return done.error();
    const auto event = appendEvent(database, batch.importedAt, environment.user, "import", batch.source.text, detailOf(batch));
    if (!event)
        return event.error();
    if (const auto done = transaction->commit(); !done)
        return done.error();
    addShrinkNote(*opened, &report);
    report.rejected = std::move(sink.findings().rejected);
    report.warnings = std::move(sink.findings().warnings);
    return report;
}

} // namespace br
