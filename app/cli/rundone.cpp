#include "app/cli/rundone.h"

#include "core/base/text.h"
#include "core/workspace/reconciling.h"

namespace br::cli {

Status checkReconciled(Workspace &workspace, Period period, Shell &shell)
{
    const auto state = runState(workspace, period);
    if (!state)
        return state.error();
    if (!*state)
        return Error{Errc::Refused, words("cli", "%1 was never reconciled; run reconcile first", {period.toString()})};
    if (!(*state)->upToDate)
        shell.tell(words(
            "cli", "warning: files or rules changed since %1 was reconciled; run reconcile to see their effect", {period.toString()}));
    return {};
}

} // namespace br::cli
