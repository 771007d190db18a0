#include "core/workspace/batchcheck.h"

#include "core/base/text.h"
#include "core/store/assetdigest.h"
#include "core/store/batchdigest.h"
#include "core/store/batchstore.h"
#include "core/store/sourcestore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace br {

namespace {

// Digest of each batch, empty where its event has none.
Result<std::map<int64_t, std::string>> loggedDigests(Database &database)
{
    std::map<int64_t, std::string> digests;
    const auto read = database.each("check/imports", [&digests](const Statement &row) {
        const auto detail = QJsonDocument::fromJson(QByteArray::fromStdString(row.string(0))).object();
        digests[detail.value(QStringLiteral("batch")).toInteger()] = toUtf8(detail.value(QStringLiteral("content")).toString());
    });
    if (!read)
        return read.error();
    return digests;
}

CheckFinding differs(std::string message) { return {"batches", false, std::move(message)}; }

} // namespace

Result<CheckFinding> batchesAgree(Database &database, Progress &progress)
{
    auto logged = loggedDigests(database);
    const auto sources = SourceStore(database).all();
    if (!logged || !sources)
        return logged ? sources.error() : logged.error();
    std::map<int64_t, Batch> batches; // the first that differs is the oldest
    for (const auto &source : *sources) {
        const auto list = BatchStore(database).ofSource(source.id);
        if (!list)
            return list.error();
        for (const auto &stored : *list) {
            if (stored.batch.complete)
                batches.emplace(stored.batch.id, stored.batch);
        }
    }
    int64_t covered = 0;
    int64_t uncovered = 0;
    for (const auto &[id, batch] : batches) {
        if (progress.cancelled())
            return Error{Errc::Cancelled, words("Check", "The check was cancelled.")};
        const auto known = logged->find(id);
        const auto number = std::to_string(id);
        if (known == logged->end())
            return differs(words("Check", "Batch %1 of %2 for %3 has no entry in the log: another program put it there.",
                {number, batch.source.text, batch.period.toString()}));
        if (known->second.empty()) {
            ++uncovered;
            continue;
        }
        progress.report({words("Check", "Comparing batch %1 of %2 with the log", {number, batch.source.text}), covered, 0});
        const auto assets = assetDigest(database, id);
        if (!assets)
            return assets.error();
        const auto now = batchDigest(database, id, *assets);
        if (!now)
            return now.error();
        if (*now != known->second)
            return differs(
                words("Check", "Batch %1 of %2 for %3 is not what was imported: another program altered it. Import its files again.",
                    {number, batch.source.text, batch.period.toString()}));
        ++covered;
    }
    for (const auto &[id, digest] : *logged) {
        if (!batches.contains(id))
            return differs(
                words("Check", "Batch %1 is in the log and not in the file: another program took it out.", {std::to_string(id)}));
    }
    auto message = words("Check", "%1 batches hold what the log says.", {std::to_string(covered)});
    if (uncovered > 0)
        message += " " + words("Check", "%1 are from an older program and not covered.", {std::to_string(uncovered)});
    return CheckFinding{"batches", true, std::move(message)};
}

} // namespace br
