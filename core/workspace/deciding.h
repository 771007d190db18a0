// Deciding: a person's decision about a discrepancy, its notes and its history; append-only, each an event in the chain.
//
// Approve: adjust to quantity N from a day (only for kinds that have a client and a service and an adjustment to make).
// Accept and dismiss need a reason; reopen needs one too. A decided row is decided again only after reopening.
#pragma once

#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

namespace br {

struct DecideRequest {
    std::string key;
    Act act = Act::Approve;
    std::optional<Decimal> quantity; // approve: none takes the counted (or the moved) quantity
    MaybeDay from;                   // approve: none takes the first day of the next period
    MaybeDay until;                  // accept
    std::string reason;
    std::string by; // empty: the workspace's user
};

Result<Decision> decide(Workspace &workspace, const DecideRequest &request);
std::string decisionDetail(const Decision &decision);      // as its event says it
std::string olderDecisionDetail(const Decision &decision); // as events say it that are older than workspace version 9
// All or none: where one is refused nothing is stored, and the error says of each refused row why.
Result<std::vector<Decision>> decideAll(Workspace &workspace, const std::vector<DecideRequest> &requests);
Result<std::vector<Decision>> decisions(Workspace &workspace, const std::string &key); // oldest first
Status addNote(Workspace &workspace, const Note &note);                                // by and at are filled in
Result<std::vector<Note>> notes(Workspace &workspace, const std::string &key, const ClientId &client);
Result<std::vector<Event>> events(Workspace &workspace, int64_t before, int limit); // newest first; before 0: from the end

} // namespace br
