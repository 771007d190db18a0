// Linking: accounts to clients and meters to services or out of sight, always by a person's act.
#pragma once

#include "core/domain/rows.h"
#include "core/reconcile/suggest.h"
#include "core/workspace/workspace.h"

namespace br {

struct Suggestion {
    SourceName source;
    AccountId account;
    ClientId client;
    std::string clientName;
    NameSuggestion::Why why = NameSuggestion::Why::SameName;
    int percent = 100; // how alike; 100 for the exact kinds
};

struct FileReport { // importing links, services or exceptions from a file
    int64_t rowsIn = 0;
    int64_t kept = 0;
    std::vector<RejectedRow> rejected; // any rejected row: nothing is stored
    std::vector<std::string> warnings;
};

Result<FileReport> importLinks(Workspace &workspace, const std::string &csvFile); // replaces the links it names, keeps others
Status exportLinks(Workspace &workspace, const std::string &csvFile);
Result<std::vector<AccountLink>> links(Workspace &workspace);
Status setLinks(Workspace &workspace, const std::vector<AccountLink> &links); // one transaction, one event each
Status removeLinks(Workspace &workspace, const std::vector<std::pair<SourceName, AccountId>> &accounts);

// What an act made of one account: to take the act back is to put `before` in the place of `after`.
struct LinkChange {
    SourceName source;
    AccountId account;
    std::optional<AccountLink> before; // none: it had no link
    std::optional<AccountLink> after;
};
// All or none, an event each. Conflict: somebody has changed one of them since, and that stays.
Status undoLinks(Workspace &workspace, const std::vector<LinkChange> &changes);

Status ignoreMeter(Workspace &workspace, const IgnoredMeter &meter);
Status considerMeter(Workspace &workspace, const SourceName &source, const MeterId &meter); // takes an ignore back
Result<std::vector<IgnoredMeter>> ignoredMeters(Workspace &workspace);

Result<std::vector<AccountRow>> accountRows(Workspace &workspace, Period period); // unmapped first, by worth
Result<std::vector<MeterRow>> meterRows(Workspace &workspace, Period period);
Result<std::vector<ProductRow>> productRows(Workspace &workspace, Period period);
Result<std::vector<Client>> clients(Workspace &workspace, Period period);
// Best first, at most three an account, for accounts of the period without a link.
Result<std::vector<Suggestion>> suggestLinks(Workspace &workspace, Period period);

} // namespace br
