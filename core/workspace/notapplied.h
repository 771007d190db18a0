// Not applied: which approved adjustments of earlier periods should stand in the PSA by a given day.
//
// For each client and service the latest earlier period with a word about their quantity counts: an approval that has begun by the
// day is expected; a dismissal takes back what was approved before it. Accepting leaves it. Approvals of one period add up, as they
// do in the sheet. Words that no longer hold (the row is gone, its numbers moved) are not looked at.
// Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/approval.h"
#include "core/reconcile/reconcile.h"
#include "core/workspace/workspace.h"

#include <string>
#include <vector>

namespace br {

Result<std::vector<EarlierApproval>> earlierApprovals(Workspace &workspace, Period period, Day asOf); // by client, service
// Rows for what P's lines, and those of every month compared since the approval, have not shown.
Status addNotApplied(
    Workspace &workspace, const PeriodFacts &facts, const Rules &rules, std::vector<EarlierApproval> approvals, Reconciliation &result);
// Of what a run depends on: changes when an earlier period's decisions change what is expected; empty where nothing is.
std::string approvalsHash(const std::vector<EarlierApproval> &approvals);

} // namespace br
