// AgreementTypes: what the PSA calls the kind of agreement a line stands in; a change sheet names it, and nothing else needs it.
//
// It is no word of the trade that is compared, so it is not read into the domain: it stands in the line's own row, among the
// columns that were kept as they came ("Agreement Type"). A PSA that does not state it leaves it empty.
// Thread rule: the Workspace's thread.
#pragma once

#include "core/domain/adjustmentrow.h"
#include "core/workspace/workspace.h"

#include <vector>

namespace br {

Status putAgreementTypes(Workspace &workspace, Period period, std::vector<AdjustmentRow> &rows);

} // namespace br
