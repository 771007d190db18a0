#include "core/workspace/checking.h"

#include "core/base/leftovers.h"
#include "core/base/text.h"
#include "core/store/assetstore.h"
#include "core/store/batchstore.h"
#include "core/store/database.h"
#include "core/store/eventstore.h"
#include "core/store/migration.h"
#include "core/store/positionstore.h"
#include "core/store/psastore.h"
#include "core/store/sourcestore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/batchcheck.h"
#include "core/workspace/decisioncheck.h"

namespace br {

namespace {

// Damage is a finding; only what kept us from looking is an error.
bool isDamage(const Error &error) { return error.code == Errc::Damaged; }

Result<CheckFinding> integrity(Database &database)
{
    CheckFinding finding{"integrity", true, words("Check", "SQLite finds the file sound.")};
    auto statement = database.prepareText("PRAGMA integrity_check(1)");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row && !isDamage(row.error()))
        return row.error();
    const bool isSound = row && *row && statement->text(0) == "ok";
    if (!isSound)
        finding
            = {"integrity", false, words("Check", "The file is damaged: %1", {row && *row ? statement->string(0) : row.error().detail})};
    return finding;
}

Result<CheckFinding> schema(Database &database)
{
    const auto migrations = shippedMigrations();
    if (!migrations)
        return migrations.error();
    const auto expected = expectedSchema(*migrations);
    const auto found = schemaText(database);
    if (!expected || !found)
        return expected ? found.error() : expected.error();
    if (*expected == *found)
        return CheckFinding{"schema", true, words("Check", "Tables, indexes and triggers are as shipped.")};
    return CheckFinding{
        "schema", false, words("Check", "Tables, indexes or triggers are not as shipped: another program altered the file.")};
}

Result<CheckFinding> foreignKeys(Database &database)
{
    auto statement = database.prepareText("PRAGMA foreign_key_check");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return CheckFinding{"foreign keys", true, words("Check", "Every row finds what it refers to.")};
    return CheckFinding{"foreign keys", false,
        words("Check", "Row %1 of %2 refers to a row of %3 that is not there.",
            {statement->string(1), statement->string(0), statement->string(2)})};
}

Result<CheckFinding> evidence(Database &database, Progress &progress)
{
    const auto sources = SourceStore(database).all();
    if (!sources)
        return sources.error();
    BatchStore batches(database);
    int64_t assets = 0;
    int64_t checked = 0;
    for (const auto &source : *sources) {
        const auto list = batches.ofSource(source.id);
        if (!list)
            return list.error();
        for (const auto &stored : *list) {
            if (progress.cancelled())
                return Error{Errc::Cancelled, words("Check", "The check was cancelled.")};
            progress.report(
                {words("Check", "Reading batch %1 of %2", {std::to_string(stored.batch.id), source.source.name.text}), checked++, 0});
            const auto lines = PsaStore(database).verifyLines(stored.batch.id);
            const auto accounts = lines ? VendorStore(database).verifyAccounts(stored.batch.id) : Status(lines.error());
            const auto read = accounts ? AssetStore(database).verify(stored.batch.id) : Result<int64_t>(accounts.error());
            if (!read && !isDamage(read.error()))
                return read.error();
            if (!read)
                return CheckFinding{"evidence", false, read.error().message};
            assets += *read;
        }
    }
    PositionStore positions(database);
    const auto runs = positions.runs();
    if (!runs)
        return runs.error();
    for (const auto &run : *runs) {
        const auto read = positions.positions(run.period);
        if (!read && !isDamage(read.error()))
            return read.error();
        if (!read)
            return CheckFinding{
                "evidence", false, words("Check", "The positions of %1 are damaged. Reconcile it again.", {run.period.toString()})};
    }
    return CheckFinding{"evidence", true,
        words(
            "Check", "%1 batches with %2 assets can be read, and their counts agree.", {std::to_string(checked), std::to_string(assets)})};
}

// What waits for a person is no damage, but must not be forgotten; a confirmation must be of a batch that was held.
Result<CheckFinding> heldBatches(Database &database)
{
    int64_t waiting = 0;
    int64_t wrong = 0;
    const auto read = database.each("check/held", [&](const Statement &row) {
        waiting = row.integer(0);
        wrong = row.integer(1);
    });
    if (!read)
        return read.error();
    if (wrong > 0)
        return CheckFinding{
            "held batches", false, words("Check", "%1 confirmations are of batches that were never held.", {std::to_string(wrong)})};
    if (waiting == 0)
        return CheckFinding{"held batches", true, words("Check", "No result waits for a person.")};
    return CheckFinding{"held batches", true,
        words("Check", "%1 results are held until a person confirms them: see the sources.", {std::to_string(waiting)})};
}

// No damage; but they hold what was to be exported, and nobody looks for files that begin with a point.
CheckFinding leftovers(const std::string &path)
{
    const auto files = leftoversBeside(path);
    if (files.empty())
        return {"leftover files", true, words("Check", "No export that was broken off left a file beside the workspace.")};
    return {"leftover files", true,
        words("Check", "%1 files beside the workspace are left of exports that were broken off, and may be deleted: %2",
            {std::to_string(files.size()), joined(files, ", ")})};
}

Result<CheckFinding> auditChain(Database &database)
{
    const auto verdict = verifyChain(database);
    if (!verdict)
        return verdict.error();
    if (verdict->isWhole)
        return CheckFinding{"audit chain", true,
            words("Check", "%1 entries, each fits the one before; the last is %2.",
                {std::to_string(verdict->entries), verdict->head.substr(0, 16)})};
    return CheckFinding{"audit chain", false, verdict->reason};
}

} // namespace

Result<std::vector<CheckFinding>> check(Workspace &workspace, Progress &progress)
{
    auto &database = workspace.database();
    std::vector<CheckFinding> findings;
    const auto take = [&](Result<CheckFinding> finding) -> Status {
        if (!finding)
            return finding.error();
        findings.push_back(std::move(*finding));
        return {};
    };
    progress.report({words("Check", "Reading the whole file"), 0, 0});
    if (const auto done = take(integrity(database)); !done)
        return done.error();
    // What a damaged file says about itself proves nothing.
    if (!findings.back().good)
        return findings;
    if (const auto done = take(schema(database)); !done)
        return done.error();
    if (const auto done = take(foreignKeys(database)); !done)
        return done.error();
    if (const auto done = take(evidence(database, progress)); !done)
        return done.error();
    if (const auto done = take(heldBatches(database)); !done)
        return done.error();
    if (const auto done = take(auditChain(database)); !done)
        return done.error();
    if (const auto done = take(decisionsAgree(database)); !done)
        return done.error();
    if (const auto done = take(batchesAgree(database, progress)); !done)
        return done.error();
    findings.push_back(leftovers(workspace.path()));
    return findings;
}

} // namespace br
