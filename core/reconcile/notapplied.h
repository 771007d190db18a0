// Not applied: approved adjustments of earlier periods that the billed lines of this one still do not show (domain.md section 4).
//
// An adjustment is shown once the billed quantity has reached its target or gone beyond it in the approved direction. Where a PSA
// source has no complete batch, where the service is gone or where the client's lines now belong to another client, nothing is
// said. Thread rule: pure functions.
#pragma once

#include "core/domain/approval.h"
#include "core/reconcile/reconcile.h"

#include <vector>

namespace br {

bool isShown(const EarlierApproval &approval, Units billed);
// The position of the approval's client and service; null where there is none, which bills nothing.
const Position *positionOf(const std::vector<Position> &positions, const EarlierApproval &approval);
// `approvals`: at most one for each client and service, due by the as-of day and not shown in a month between. Adds rows and, to their
// positions, trace steps.
void addNotApplied(const PeriodFacts &facts, const Rules &rules, const std::vector<EarlierApproval> &approvals, Reconciliation &result);

} // namespace br
