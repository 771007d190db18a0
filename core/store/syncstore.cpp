#include "core/store/syncstore.h"

namespace br {

Status SyncStore::add(int64_t sourceId, const SyncAttempt &attempt)
{
    const auto batch = attempt.batchId > 0 ? std::optional(attempt.batchId) : std::nullopt;
    return m_database.run("sync/add", sourceId, attempt.period.index(), attempt.startedAt, attempt.endedAt, codeOf(attempt.outcome),
        attempt.reason, batch, attempt.rows, attempt.requests, attempt.by);
}

Result<std::vector<SyncAttempt>> SyncStore::ofSource(int64_t sourceId, int limit)
{
    std::vector<SyncAttempt> attempts;
    const auto read = m_database.each(
        "sync/of_source",
        [&](const Statement &row) {
            attempts.push_back({SourceName(row.string(0)), Period::fromIndex(static_cast<int>(row.integer(1))), row.string(2),
                row.string(3), syncOutcome(row.text(4)).value_or(SyncOutcome::Failed), row.string(5), row.integer(6), row.integer(7),
                row.integer(8), row.string(9)});
        },
        sourceId, limit);
    if (!read)
        return read.error();
    return attempts;
}

Status SyncStore::addSecretField(int64_t sourceId, const std::string &field) { return m_database.run("sync/add_field", sourceId, field); }

Status SyncStore::removeSecretField(int64_t sourceId, const std::string &field)
{
    return m_database.run("sync/remove_field", sourceId, field);
}

Result<std::vector<std::string>> SyncStore::secretFields(int64_t sourceId)
{
    std::vector<std::string> fields;
    const auto read = m_database.each(
        "sync/fields", [&](const Statement &row) { fields.push_back(row.string(0)); }, sourceId);
    if (!read)
        return read.error();
    return fields;
}

} // namespace br
