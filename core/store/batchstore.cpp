#include "core/store/batchstore.h"

namespace br {

namespace {

StoredBatch readBatch(const Statement &row)
{
    StoredBatch stored;
    auto &batch = stored.batch;
    batch.id = row.integer(0);
    stored.sourceId = row.integer(1);
    batch.source = SourceName(row.string(2));
    batch.side = row.text(3) == "psa" ? Side::Psa : Side::Vendor;
    batch.period = Period::fromIndex(static_cast<int>(row.integer(4)));
    batch.connectorVersion = row.string(5);
    batch.importedAt = row.string(6);
    batch.sha256 = row.string(7);
    batch.rowsIn = row.integer(8);
    batch.rowsKept = row.integer(9);
    batch.rowsRejected = row.integer(10);
    batch.durationMs = row.integer(11);
    stored.tallyRule = row.string(12);
    batch.complete = row.text(13) == "complete";
    batch.isSync = row.text(14) == "sync";
    batch.requests = row.integer(15);
    batch.serverDate = row.string(16);
    if (row.integer(17) != 0)
        batch.holding = row.integer(18) != 0 ? Holding::Confirmed : Holding::Held;
    return stored;
}

std::string_view codeOf(Severity severity) { return severity == Severity::Rejected ? "rejected" : "warning"; }

template <class... Values>
Result<std::vector<StoredBatch>> readBatches(Database &database, std::string_view name, const Values &...values)
{
    std::vector<StoredBatch> batches;
    const auto read = database.each(
        name, [&](const Statement &row) { batches.push_back(readBatch(row)); }, values...);
    if (!read)
        return read.error();
    return batches;
}

Result<std::optional<StoredBatch>> firstOf(Result<std::vector<StoredBatch>> batches)
{
    if (!batches)
        return batches.error();
    return batches->empty() ? std::optional<StoredBatch>() : std::optional(std::move(batches->front()));
}

} // namespace

Result<int64_t> BatchStore::begin(int64_t sourceId, const Batch &batch)
{
    const auto done = m_database.run("batch/begin", sourceId, batch.period.index(), batch.connectorVersion, batch.importedAt,
        std::string_view(batch.isSync ? "sync" : "import"));
    if (!done)
        return done.error();
    return m_database.lastInsertId();
}

Status BatchStore::addFile(int64_t batchId, int64_t ordinal, const BatchFile &file)
{
    return m_database.run("batch/add_file", batchId, ordinal, file.name, file.sha256, file.bytes, file.layout, file.rowsIn, file.rowsKept,
        file.rowsRejected, file.pages, file.declaredTotal);
}

Status BatchStore::addFinding(int64_t batchId, int64_t ordinal, Severity severity, const RejectedRow &row)
{
    return m_database.run("batch/add_finding", batchId, ordinal, codeOf(severity), row.file, row.row, row.column, row.value, row.reason);
}

Status BatchStore::complete(const Batch &batch, const std::string &tallyRule)
{
    return m_database.run("batch/complete", batch.sha256, batch.rowsIn, batch.rowsKept, batch.rowsRejected, batch.durationMs, tallyRule,
        batch.requests, batch.serverDate, batch.holding == Holding::Held, batch.id);
}

Result<std::vector<StoredBatch>> BatchStore::inForce(Period period) { return readBatches(m_database, "batch/in_force", period.index()); }

Result<std::optional<StoredBatch>> BatchStore::inForce(int64_t sourceId, Period period)
{
    return firstOf(readBatches(m_database, "batch/in_force_of", sourceId, period.index()));
}

Result<std::optional<StoredBatch>> BatchStore::held(int64_t sourceId, Period period)
{
    return firstOf(readBatches(m_database, "batch/held", sourceId, period.index()));
}

Status BatchStore::confirm(int64_t batchId, const std::string &reason, const std::string &by, const std::string &at)
{
    return m_database.run("batch/confirm", batchId, reason, by, at);
}

Result<std::optional<StoredBatch>> BatchStore::find(int64_t batchId)
{
    auto found = firstOf(readBatches(m_database, "batch/find", batchId));
    if (found && *found) {
        if (const auto read = readFiles(&(*found)->batch); !read)
            return read.error();
    }
    return found;
}

Result<std::vector<StoredBatch>> BatchStore::ofSource(int64_t sourceId)
{
    auto batches = readBatches(m_database, "batch/of_source", sourceId);
    if (!batches)
        return batches;
    for (auto &stored : *batches) {
        if (const auto read = readFiles(&stored.batch); !read)
            return read.error();
    }
    return batches;
}

Result<std::vector<Period>> BatchStore::periods()
{
    std::vector<Period> periods;
    const auto read = m_database.each(
        "batch/periods", [&](const Statement &row) { periods.push_back(Period::fromIndex(static_cast<int>(row.integer(0)))); });
    if (!read)
        return read.error();
    return periods;
}

Result<std::map<SourceName, std::set<std::string>>> BatchStore::layouts()
{
    std::map<SourceName, std::set<std::string>> layouts;
    const auto read
        = m_database.each("batch/layouts", [&](const Statement &row) { layouts[SourceName(row.string(0))].insert(row.string(1)); });
    if (!read)
        return read.error();
    return layouts;
}

Result<std::vector<RejectedRow>> BatchStore::findings(int64_t batchId, Severity severity)
{
    std::vector<RejectedRow> rows;
    const auto read = m_database.each(
        "batch/findings",
        [&](const Statement &row) {
            rows.push_back({row.string(0), row.integer(1), row.string(2), row.string(3), row.string(4)});
        },
        batchId, codeOf(severity));
    if (!read)
        return read.error();
    return rows;
}

Status BatchStore::readFiles(Batch *batch)
{
    batch->files.clear();
    return m_database.each(
        "batch/files",
        [&](const Statement &row) {
            batch->files.push_back({row.string(0), row.string(1), row.integer(2), row.string(3), row.integer(4), row.integer(5),
                row.integer(6), row.integer(7), row.maybeInteger(8)});
        },
        batch->id);
}

} // namespace br
