// What syncing.h says about sources and batches once nothing is being read: lists, confirming, and where secrets are.
#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/store/batchstore.h"
#include "core/store/sourcestore.h"
#include "core/store/syncstore.h"
#include "core/workspace/acting.h"
#include "core/workspace/syncing.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace br {

namespace {

Result<StoredSource> storedSource(Workspace &workspace, const SourceName &name)
{
    const auto found = SourceStore(workspace.database()).find(name);
    if (!found)
        return found.error();
    if (!*found)
        return Error{Errc::NotFound, words("Sources", "There is no source named %1.", {name.text})};
    return **found;
}

bool readsFiles(Registry &registry, const Source &source)
{
    const auto plugin = registry.plugin(source.connector);
    return plugin && (*plugin)->fileReading();
}

// Of the vendor's manifest; none where connector or vendor are not known any more.
std::set<std::string> manifestFields(Registry *registry, const Source &source)
{
    const auto plugin = registry ? registry->plugin(source.connector) : Result<ConnectorPlugin *>(nullptr);
    const auto *catalogue = plugin && *plugin ? (*plugin)->vendorCatalogue() : nullptr;
    if (!catalogue)
        return {};
    const auto settings = QJsonDocument::fromJson(QByteArray::fromStdString(source.settings)).object();
    const auto vendor = toUtf8(settings.value(QStringLiteral("vendor")).toString());
    std::set<std::string> fields;
    for (const auto &info : catalogue->vendors()) {
        for (const auto &secret : info.secrets) {
            if (info.id == vendor)
                fields.insert(secret.id);
        }
    }
    return fields;
}

} // namespace

Result<std::vector<SourceName>> syncableSources(Workspace &workspace)
{
    auto *registry = workspace.environment().registry;
    if (!registry)
        return Error{Errc::Unsupported, words("Sync", "This program cannot sync: it was started without connectors.")};
    const auto live = SourceStore(workspace.database()).live();
    if (!live)
        return live.error();
    std::vector<SourceName> names;
    for (const auto &stored : *live) {
        if (!readsFiles(*registry, stored.source))
            names.push_back(stored.source.name);
    }
    return names;
}

Result<std::vector<SyncAttempt>> syncAttempts(Workspace &workspace, const SourceName &source, int limit)
{
    const auto stored = storedSource(workspace, source);
    if (!stored)
        return stored.error();
    return SyncStore(workspace.database()).ofSource(stored->id, limit);
}

Result<Batch> confirmHeldBatch(Workspace &workspace, const SourceName &source, Period period, const std::string &reason)
{
    if (trimmed(reason).empty())
        return Error{Errc::InvalidInput, words("Sync", "Say why the result is right: it is kept with the batch.")};
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto stored = storedSource(workspace, source);
    if (!stored)
        return stored.error();
    BatchStore batches(acting->database());
    const auto held = batches.held(stored->id, period);
    if (!held)
        return held.error();
    if (!*held)
        return Error{Errc::NotFound, words("Sync", "No result of %1 is held for %2.", {source.text, period.toString()})};
    auto batch = (*held)->batch;
    const std::string why(trimmed(reason));
    if (const auto done = batches.confirm(batch.id, why, acting->acted().by, acting->acted().at); !done)
        return done.error();
    const auto detail = detailOf({{"batch", std::to_string(batch.id)}, {"period", period.toString()},
        {"rows_kept", std::to_string(batch.rowsKept)}, {"reason", why}});
    if (const auto done = acting->event("batch.confirm", source.text, detail); !done)
        return done.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    batch.holding = Holding::Confirmed;
    return batch;
}

Status noteSecretFields(Workspace &workspace, const SourceName &source, const std::vector<std::string> &fields)
{
    const auto stored = storedSource(workspace, source);
    if (!stored)
        return stored.error();
    SyncStore store(workspace.database());
    for (const auto &field : fields) {
        if (auto noted = store.addSecretField(stored->id, field); !noted)
            return noted;
    }
    return {};
}

Result<SecretKey> secretKeyFor(Workspace &workspace, const SourceName &source, const std::string &field)
{
    const auto stored = storedSource(workspace, source);
    if (!stored)
        return stored.error();
    if (workspace.isReadOnly())
        return Error{Errc::ReadOnly, words("Acting", "%1 is open read-only; nothing can be changed in it.", {workspace.path()})};
    const auto known = manifestFields(workspace.environment().registry, stored->source);
    if (!known.empty() && !known.contains(field))
        return Error{Errc::InvalidInput,
            words("Sync", "%1 has no secret \"%2\"; there is: %3", {source.text, field, joined({known.begin(), known.end()}, ", ")})};
    if (const auto noted = SyncStore(workspace.database()).addSecretField(stored->id, field); !noted)
        return noted.error();
    return SecretKey{workspace.uuid(), source, field};
}

Result<std::vector<SecretEntry>> secretEntries(Workspace &workspace, const SourceName &source)
{
    const auto stored = storedSource(workspace, source);
    if (!stored)
        return stored.error();
    const auto noted = SyncStore(workspace.database()).secretFields(stored->id);
    if (!noted)
        return noted.error();
    auto fields = manifestFields(workspace.environment().registry, stored->source);
    fields.insert(noted->begin(), noted->end());
    std::vector<SecretEntry> entries;
    for (const auto &field : fields) {
        const bool isNoted = std::find(noted->begin(), noted->end(), field) != noted->end();
        entries.push_back({{workspace.uuid(), source, field}, isNoted});
    }
    return entries;
}

std::vector<Error> removeSecrets(SecretStore *store, const std::vector<SecretEntry> &entries)
{
    std::vector<Error> left;
    for (const auto &entry : entries) {
        const auto removed = store ? store->remove(entry.key) : Status(noKeychain());
        // Where there is no keychain now and nothing was ever kept, nothing is left.
        if (!removed && (entry.isNoted || removed.error().code != Errc::Unreachable))
            left.push_back(removed.error());
    }
    return left;
}

} // namespace br
