// Syncing: a source is read over the network and becomes one complete batch, or nothing, in three steps.
//
// prepareSync (the workspace's thread) gives a plan of values; fetchSync (any thread, no workspace) lets the connector read into a
// private temporary file; promoteSync (the workspace's thread) puts that into the workspace in one transaction, with the checks and
// the provenance of an import. So the workspace stays free while the network is slow. Every attempt is kept with its outcome, also
// one that stored nothing. A result with less than half of last month's rows, or none, is held: stored, not in force, until
// confirmHeldBatch or a new sync. Errors: as importFiles; Conflict: the plan is of another workspace. Secrets never come here.
#pragma once

#include "core/base/progress.h"
#include "core/connect/connector.h"
#include "core/connect/recordspool.h"
#include "core/connect/secretsofsource.h"
#include "core/domain/syncattempt.h"
#include "core/workspace/staging.h"
#include "core/workspace/workspace.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace br {

struct SyncPlan {
    FetchRequest request; // without secrets
    std::string connectorVersion;
    std::string workspacePath;
    std::string workspaceUuid;
    std::string startedAt;            // UTC
    std::string vendor;               // the manifest's id; empty: the connector knows no vendors
    std::string vendorName;           // for people
    std::vector<SecretField> secrets; // that the vendor's manifest asks for
    bool signsInByBrowser = false;
    std::shared_ptr<Connector> connector;       // used by one thread at a time
    const VendorCatalogue *catalogue = nullptr; // owned by the plugin; may be null
};

struct FetchedSync {
    SyncPlan plan;
    std::unique_ptr<RecordSpool> records; // null where the fetch failed
    FetchSummary summary;
    int64_t rows = 0;
    int64_t durationMs = 0;
    std::optional<Error> error;          // set: nothing to promote
    std::vector<std::string> keptFields; // secrets that the vendor replaced and the keychain has
};

struct SyncReport {
    SyncAttempt attempt; // as it is kept
    ImportReport import; // batch id 0 where nothing was stored
    std::optional<Error> error;
};

Result<SyncPlan> prepareSync(Workspace &workspace, const SourceName &source, Period period);
// What kept a sync from beginning is an attempt too: recorded where the source and the file allow it.
SyncReport recordRefusal(Workspace &workspace, const SourceName &source, Period period, const Error &error);
// Never fails by itself: what went wrong is in `error`. `secrets` outlives the call.
FetchedSync fetchSync(SyncPlan plan, SecretsOfSource &secrets, Progress &progress);
// Also where the fetch failed, or the source was edited meanwhile: the attempt is recorded. An Error only where nothing could be.
Result<SyncReport> promoteSync(Workspace &workspace, FetchedSync fetched, Progress &progress);

// Signs in and reads a little; stores nothing. Any thread.
Result<ConnectionReport> testConnection(const SyncPlan &plan, SecretsOfSource &secrets, Progress &progress);

// Opens the vendor's page through `open` and waits for the answer; the token is kept in the keychain. Any thread; afterwards note
// secrets.kept(). Unsupported where the vendor is signed in to otherwise.
Status signIn(const SyncPlan &plan, SecretsOfSource &secrets, const std::function<bool(const std::string &url)> &open, Progress &progress);
// That these fields have an entry in the keychain, so that removing the source finds them.
Status noteSecretFields(Workspace &workspace, const SourceName &source, const std::vector<std::string> &fields);

// The sources in use that a sync can read (not those of files), by name.
Result<std::vector<SourceName>> syncableSources(Workspace &workspace);
Result<std::vector<SyncAttempt>> syncAttempts(Workspace &workspace, const SourceName &source, int limit); // newest first

// The held batch counts from now on, because a person says that it is right. Refused without a reason; NotFound: nothing is held.
Result<Batch> confirmHeldBatch(Workspace &workspace, const SourceName &source, Period period, const std::string &reason);

// Where a secret of the source is kept. Its field's name is noted first, so that removing the source finds the entry.
Result<SecretKey> secretKeyFor(Workspace &workspace, const SourceName &source, const std::string &field);
struct SecretEntry {
    SecretKey key;
    bool isNoted = false; // something was kept there once
};
// Every entry the source may have in the keychain: the fields of its vendor and those noted. Asked before the source is removed.
Result<std::vector<SecretEntry>> secretEntries(Workspace &workspace, const SourceName &source);
// Blocking, any thread; `store` may be null. What could not be removed, with the reason: tell it, the secrets are still there.
std::vector<Error> removeSecrets(SecretStore *store, const std::vector<SecretEntry> &entries);

} // namespace br
