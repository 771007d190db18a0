#include "core/workspace/sourcing.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/store/batchstore.h"
#include "core/store/eventstore.h"
#include "core/store/sourcestore.h"
#include "core/store/syncstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br {

namespace {

Error noSuch(const SourceName &name) { return {Errc::NotFound, words("Sources", "There is no source named %1.", {name.text})}; }

Status judge(Workspace &workspace, const Source &source)
{
    if (trimmed(source.name.text).empty() || trimmed(source.name.text) != source.name.text)
        return Error{Errc::InvalidInput, words("Sources", "A source needs a name without blanks at its ends.")};
    for (const char c : source.name.text) {
        if (static_cast<unsigned char>(c) < 0x20)
            return Error{Errc::InvalidInput, words("Sources", "The name of a source is one line of text.")};
    }
    auto *registry = workspace.environment().registry;
    if (!registry)
        return {};
    const auto info = registry->info(source.connector);
    if (!info)
        return info.error();
    if (std::find(info->sides.begin(), info->sides.end(), source.side) == info->sides.end()) {
        return Error{Errc::InvalidInput,
            words("Sources", "The connector %1 does not read the %2 side.", {info->name, source.side == Side::Psa ? "psa" : "vendor"})};
    }
    return {};
}

// A number that no batch has must not look like a batch without a finding.
Result<std::vector<RejectedRow>> findingsOf(Workspace &workspace, int64_t batchId, Severity severity)
{
    BatchStore store(workspace.database());
    const auto batch = store.find(batchId);
    if (!batch)
        return batch.error();
    if (!*batch)
        return Error{Errc::NotFound, words("Sources", "There is no batch with the number %1.", {std::to_string(batchId)})};
    return store.findings(batchId, severity);
}

Result<QJsonObject> settingsObject(const std::string &settings)
{
    const auto read = QJsonDocument::fromJson(QByteArray::fromStdString(settings));
    if (!read.isObject())
        return Error{Errc::InvalidInput, words("Sources", "The settings of a source are a JSON object.")};
    return read.object();
}

Result<StoredSource> existing(Workspace &workspace, const SourceName &name)
{
    auto found = SourceStore(workspace.database()).find(name);
    if (!found)
        return found.error();
    if (!*found)
        return noSuch(name);
    return std::move(**found);
}

std::string detailOf(const Source &source)
{
    QJsonObject object;
    object.insert(QStringLiteral("connector"), toQString(source.connector));
    object.insert(QStringLiteral("side"), QLatin1String(source.side == Side::Psa ? "psa" : "vendor"));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

Status addSource(Workspace &workspace, const Source &source)
{
    if (auto good = judge(workspace, source); !good)
        return good;
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    SourceStore store(workspace.database());
    const auto before = store.find(source.name);
    if (!before)
        return before.error();
    if (*before)
        return Error{Errc::Conflict, words("Sources", "There is a source named %1 already.", {source.name.text})};
    const auto at = workspace.environment().clock->nowUtc();
    if (const auto added = store.add(source, at); !added)
        return added.error();
    const auto event
        = appendEvent(workspace.database(), at, workspace.environment().user, "source.add", source.name.text, detailOf(source));
    if (!event)
        return event.error();
    return transaction->commit();
}

Status editSource(Workspace &workspace, const SourceName &name, const std::string &settings, const std::vector<std::string> &secrets)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    const auto found = existing(workspace, name);
    if (!found)
        return found.error();
    const auto &before = found->source;
    const auto entered = settingsObject(settings);
    if (!entered)
        return entered.error();
    if (const auto old = settingsObject(before.settings); old && old->value(u"vendor") != entered->value(u"vendor"))
        return Error{Errc::Conflict,
            words("Sources", "%1 stays a source of its vendor: its imports came from there. Add another source instead.", {name.text})};
    if (before.settings == settings && secrets.empty())
        return {}; // nothing was changed
    if (const auto done = SourceStore(workspace.database()).edit(found->id, settings); !done)
        return done;
    QJsonObject detail{{QStringLiteral("before"), toQString(before.settings)}, {QStringLiteral("settings"), toQString(settings)},
        {QStringLiteral("secrets"), toQString(joined(secrets, ", "))}};
    const auto event = appendEvent(workspace.database(), workspace.environment().clock->nowUtc(), workspace.environment().user,
        "source.edit", name.text, QJsonDocument(detail).toJson(QJsonDocument::Compact).toStdString());
    if (!event)
        return event.error();
    return transaction->commit();
}

Status removeSource(Workspace &workspace, const SourceName &name)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    const auto found = existing(workspace, name);
    if (!found)
        return found.error();
    const auto at = workspace.environment().clock->nowUtc();
    if (auto done = SourceStore(workspace.database()).remove(found->id, at); !done)
        return done;
    const auto event
        = appendEvent(workspace.database(), at, workspace.environment().user, "source.remove", name.text, detailOf(found->source));
    if (!event)
        return event.error();
    return transaction->commit();
}

Result<std::vector<Source>> sources(Workspace &workspace)
{
    const auto stored = SourceStore(workspace.database()).live();
    if (!stored)
        return stored.error();
    std::vector<Source> sources;
    for (const auto &one : *stored)
        sources.push_back(one.source);
    return sources;
}

Result<std::vector<SourceRow>> sourceRows(Workspace &workspace, Period period)
{
    const auto stored = SourceStore(workspace.database()).live();
    if (!stored)
        return stored.error();
    BatchStore batches(workspace.database());
    std::vector<SourceRow> rows;
    for (const auto &one : *stored) {
        SourceRow row;
        row.source = one.source;
        const auto all = batches.ofSource(one.id);
        if (!all)
            return all.error();
        row.batches = static_cast<int>(all->size());
        for (const auto &batch : *all) {
            const bool isHeld = batch.batch.holding == Holding::Held;
            // Newest first: a held one behind a newer batch was replaced.
            if (isHeld && !row.batch && !row.held && batch.batch.period == period)
                row.held = batch.batch;
            if (isHeld)
                continue;
            if (!row.batch && batch.batch.period == period)
                row.batch = batch.batch;
            if (!row.lastBatch || batch.batch.period > row.lastBatch->period)
                row.lastBatch = batch.batch;
        }
        row.fresh = row.batch.has_value();
        const auto attempts = SyncStore(workspace.database()).ofSource(one.id, 1);
        if (!attempts)
            return attempts.error();
        if (!attempts->empty())
            row.lastAttempt = attempts->front();
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<Batch>> batches(Workspace &workspace, const SourceName &name)
{
    const auto found = existing(workspace, name);
    if (!found)
        return found.error();
    auto stored = BatchStore(workspace.database()).ofSource(found->id);
    if (!stored)
        return stored.error();
    std::vector<Batch> list;
    for (auto &one : *stored)
        list.push_back(std::move(one.batch));
    return list;
}

Result<std::map<SourceName, std::set<std::string>>> layoutsUsed(Workspace &workspace) { return BatchStore(workspace.database()).layouts(); }

Result<std::vector<RejectedRow>> rejectedRows(Workspace &workspace, int64_t batchId)
{
    return findingsOf(workspace, batchId, Severity::Rejected);
}

Result<std::vector<RejectedRow>> warningRows(Workspace &workspace, int64_t batchId)
{
    return findingsOf(workspace, batchId, Severity::Warning);
}

Result<std::vector<Period>> periods(Workspace &workspace) { return BatchStore(workspace.database()).periods(); }

} // namespace br
