#include "core/workspace/batchstaging.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/store/batchdigest.h"
#include "core/store/bulkwriting.h"
#include "core/store/eventstore.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/stagingnotes.h"
#include "core/workspace/stagingsink.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br {

namespace {

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

std::string rows(int64_t number) { return std::to_string(number); }

struct Refused {
    Refusal why = Refusal::None;
    Error error;
};

Refused refusedAs(Refusal why, std::string message) { return {why, {Errc::Refused, std::move(message)}}; }

// Two files of one batch with the same bytes would count everything twice.
std::optional<Refused> sameFileTwice(const std::vector<BatchFile> &files)
{
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto again = std::find_if(file + 1, files.end(), [&](const BatchFile &other) { return other.sha256 == file->sha256; });
        if (again != files.end())
            return refusedAs(Refusal::SameFileTwice,
                words("Import", "Nothing was imported: %1 and %2 are the same file, byte for byte, and would count twice. Leave one out.",
                    {file->name, again->name}));
    }
    return std::nullopt;
}

std::optional<Refused> refusal(const StagingPlan &plan, const Batch &batch)
{
    // No force lifts this: nobody means to count the same file twice.
    if (!plan.isSync) {
        if (auto twice = sameFileTwice(batch.files))
            return twice;
    }
    // A sync that brings nothing is held, not refused: "nothing" may be what the vendor says.
    if (batch.rowsKept <= 0 && batch.rowsIn > 0)
        return refusedAs(
            Refusal::NothingRead, words("Import", "Nothing was imported: not one of %1 rows could be read.", {rows(batch.rowsIn)}));
    // That a vendor counts nothing may be true, but a person has to say so; a PSA without a line is no month.
    const bool mayBeEmpty = plan.isSync || (plan.force && batch.side == Side::Vendor);
    if (batch.rowsIn == 0 && !mayBeEmpty)
        return refusedAs(Refusal::NoRows,
            batch.side == Side::Psa
                ? words("Import", "Nothing was imported: there is no row to read.")
                : words(
                    "Import", "Nothing was imported: there is no row to read. If the vendor counts nothing this month, force the import."));
    const bool isTooMany = static_cast<double>(batch.rowsRejected) * 100.0 > plan.rejectLimitPercent * static_cast<double>(batch.rowsIn);
    if (plan.force || !isTooMany)
        return {};
    if (plan.isSync)
        return refusedAs(Refusal::TooManyRejected,
            words("Sync", "Nothing was stored: %1 of %2 rows that the vendor sent could not be read, more than is allowed.",
                {rows(batch.rowsRejected), rows(batch.rowsIn)}));
    return refusedAs(Refusal::TooManyRejected,
        words("Import",
            "Nothing was imported: %1 of %2 rows could not be read, more than is allowed. Correct the file, or import what can be read.",
            {rows(batch.rowsRejected), rows(batch.rowsIn)}));
}

bool wouldBeTaken(StagingPlan plan, const Batch &batch)
{
    plan.force = true;
    return !plan.isSync && !refusal(plan, batch);
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

std::string detailOf(const Batch &batch, const std::string &content)
{
    QJsonObject object;
    object.insert(QStringLiteral("batch"), static_cast<qint64>(batch.id));
    object.insert(QStringLiteral("period"), toQString(batch.period.toString()));
    object.insert(QStringLiteral("sha256"), toQString(batch.sha256));
    object.insert(QStringLiteral("content"), toQString(content));
    object.insert(QStringLiteral("rows_in"), static_cast<qint64>(batch.rowsIn));
    object.insert(QStringLiteral("rows_kept"), static_cast<qint64>(batch.rowsKept));
    object.insert(QStringLiteral("rows_rejected"), static_cast<qint64>(batch.rowsRejected));
    if (batch.holding == Holding::Held)
        object.insert(QStringLiteral("held"), true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

// Against the month before; where that has nothing, against what this month has now.
const StoredBatch *measureOf(const StagingPlan &plan)
{
    return plan.before ? &*plan.before : plan.isSync && plan.replaced ? &*plan.replaced : nullptr;
}

bool hasShrunk(const StagingPlan &plan, const Batch &batch)
{
    const auto *measure = measureOf(plan);
    return measure && isLessThanHalf(batch.rowsKept, measure->batch.rowsKept);
}

std::string shrinkNote(const StagingPlan &plan, const Batch &batch)
{
    const auto *measure = measureOf(plan);
    if (!plan.isSync)
        return words("Import", "%1 rows, less than half of the %2 rows of %3: is the file complete?",
            {rows(batch.rowsKept), rows(measure->batch.rowsKept), measure->batch.period.toString()});
    if (!measure)
        return words("Sync", "The vendor sent no rows at all. Check what the key may read; confirm the result if it is right.");
    return words("Sync", "%1 rows, less than half of the %2 rows of %3. Held until a person confirms it, or a new sync brings more.",
        {rows(batch.rowsKept), rows(measure->batch.rowsKept), measure->batch.period.toString()});
}

// What a connector refuses: that a file is of another month, and that two are one account, a person may overrule.
Refusal refusalOf(Errc code)
{
    return code == Errc::Refused ? Refusal::OtherMonth : code == Errc::Conflict ? Refusal::OneAccount : Refusal::NotRecognised;
}

// What the file itself is to blame for is a refusal with its rows; anything else kept the import from being judged.
bool isJudgement(const Error &error)
{
    return error.code == Errc::InvalidInput || error.code == Errc::Refused || error.code == Errc::Conflict;
}

Result<ImportReport> refusedReport(ImportReport report, Findings &findings, const Refused &refused, bool mayBeForced)
{
    report.batch.id = 0;
    report.rejected = std::move(findings.rejected);
    report.warnings = std::move(findings.warnings);
    report.refused = refused.error;
    report.why = refused.why;
    report.mayBeForced = mayBeForced;
    return report;
}

Batch newBatch(const Workspace &workspace, const StagingPlan &plan)
{
    Batch batch;
    batch.source = plan.source.source.name;
    batch.side = plan.source.source.side;
    batch.period = plan.period;
    batch.connectorVersion = plan.connectorVersion;
    batch.importedAt = workspace.environment().clock->nowUtc();
    batch.isSync = plan.isSync;
    return batch;
}

Result<TallyRule> tallyRule(Workspace &workspace, Period period)
{
    const auto rules = services(workspace);
    if (!rules)
        return rules.error();
    return TallyRule::forPeriod(period, *rules);
}

// From here on nothing is judged: the batch is written whole, or the error ends everything.
Status seal(Workspace &workspace, const StagingPlan &plan, const TallyRule &rule, StagingSink &sink, Batch *batch)
{
    BatchStore store(workspace.database());
    if (auto done = writeFindings(store, *batch, sink.findings()); !done)
        return done;
    if (plan.isSync && (batch->rowsKept == 0 || hasShrunk(plan, *batch)))
        batch->holding = Holding::Held;
    batch->complete = true;
    if (auto done = store.complete(*batch, batch->side == Side::Vendor ? rule.toText() : std::string()); !done)
        return done;
    const auto content = batchDigest(workspace.database(), batch->id, sink.assetDigest());
    if (!content)
        return content.error();
    const auto event = appendEvent(workspace.database(), batch->importedAt, workspace.environment().user, plan.isSync ? "sync" : "import",
        batch->source.text, detailOf(*batch, *content));
    return event ? Status() : Status(event.error());
}

} // namespace

Result<StagingPlan> planStaging(Workspace &workspace, const SourceName &source, Period period)
{
    if (workspace.isReadOnly())
        return Error{Errc::ReadOnly, words("Import", "%1 is open for reading only. Open it for writing to import.", {workspace.path()})};
    const auto found = SourceStore(workspace.database()).find(source);
    if (!found)
        return found.error();
    if (!*found)
        return Error{Errc::NotFound, words("Import", "There is no source named %1. Add it first.", {source.text})};
    StagingPlan plan;
    plan.source = **found;
    plan.period = period;
    BatchStore batches(workspace.database());
    auto replaced = batches.inForce(plan.source.id, period);
    auto before = batches.inForce(plan.source.id, period.previous());
    if (!replaced || !before)
        return replaced ? before.error() : replaced.error();
    plan.replaced = std::move(*replaced);
    plan.before = std::move(*before);
    return plan;
}

Result<ImportReport> stage(Workspace &workspace, const StagingPlan &plan, const Feed &feed, Progress &progress, const Finish &finish)
{
    QElapsedTimer timer;
    timer.start();
    const auto rule = tallyRule(workspace, plan.period);
    if (!rule)
        return rule.error();
    auto &database = workspace.database();
    const BulkWriting bulk(database, plan.bytes);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();

    ImportReport report;
    report.batch = newBatch(workspace, plan);
    report.replacedAnother = plan.replaced.has_value();
    auto &batch = report.batch;
    const auto begun = BatchStore(database).begin(plan.source.id, batch);
    if (!begun)
        return begun.error();
    batch.id = *begun;

    StagingSink sink(database, plan.source, plan.period, batch.id, *rule);
    const auto fetched = feed(sink);
    if (!fetched && !isJudgement(fetched.error()))
        return fetched.error();
    sumUp(sink.files(), &batch);
    if (!fetched) {
        const auto why = refusalOf(fetched.error().code);
        const bool mayBeForced = why != Refusal::NotRecognised && !plan.isSync && !plan.force;
        return refusedReport(std::move(report), sink.findings(), {why, fetched.error()}, mayBeForced);
    }
    if (progress.cancelled())
        return Error{Errc::Cancelled, words("Import", "The import was cancelled; nothing was changed.")};
    report.notes = fetched->warnings;
    batch.serverDate = fetched->serverDate;
    batch.requests = fetched->requests;
    if (const auto refused = refusal(plan, batch))
        return refusedReport(std::move(report), sink.findings(), *refused, wouldBeTaken(plan, batch));

    progress.report({words("Import", "Storing the batch"), batch.rowsIn, batch.rowsIn});
    if (const auto done = sink.finish(); !done) {
        if (isJudgement(done.error()))
            return refusedReport(std::move(report), sink.findings(), {Refusal::NotRecognised, done.error()}, false);
        return done.error();
    }
    if (batch.side == Side::Psa && !sink.hasLines()) {
        const auto note = noLineNote(database, plan);
        if (!note)
            return note.error();
        if (!note->empty())
            report.notes.push_back(*note);
    }
    for (const auto &notes : {sameFileNotes(database, plan, batch), missingMeterNotes(workspace, plan, batch)}) {
        if (!notes)
            return notes.error();
        report.notes.insert(report.notes.end(), notes->begin(), notes->end());
    }
    batch.durationMs = plan.durationMs + timer.elapsed();
    if (const auto done = seal(workspace, plan, *rule, sink, &batch); !done)
        return done.error();
    const auto shrunk = hasShrunk(plan, batch) || batch.holding == Holding::Held ? shrinkNote(plan, batch) : std::string();
    if (!shrunk.empty())
        report.notes.push_back(shrunk);
    if (finish) {
        if (const auto done = finish(batch, shrunk); !done)
            return done.error();
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    report.rejected = std::move(sink.findings().rejected);
    report.warnings = std::move(sink.findings().warnings);
    return report;
}

} // namespace br
