#include "ui/pages/parts/sourcehealth.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/models/cells.h"

#include <QCoreApplication>

#include <algorithm>

namespace br {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("SourceHealth", text); }

} // namespace

Result<std::vector<SourceHealth>> readSourceHealth(Workspace &workspace, Period period)
{
    auto rows = sourceRows(workspace, period);
    if (!rows)
        return rows.error();
    const auto before = sourceRows(workspace, period.previous());
    if (!before)
        return before.error();
    std::vector<SourceHealth> found;
    for (SourceRow &row : *rows) {
        SourceHealth health{std::move(row), {}};
        const auto earlier = std::ranges::find_if(
            *before, [&health](const SourceRow &old) { return old.source.name == health.row.source.name && old.batch; });
        if (earlier != before->end())
            health.rowsBefore = earlier->batch->rowsKept;
        found.push_back(std::move(health));
    }
    return found;
}

Cell healthCell(const SourceHealth &health)
{
    if (health.row.held)
        return {.text = tr(QT_TRANSLATE_NOOP("SourceHealth", "Held: %1 rows")).arg(countText(health.row.held->rowsKept)),
            .sort = 1,
            .code = 2,
            .tip = tr(QT_TRANSLATE_NOOP(
                "SourceHealth", "A sync brought far fewer rows than the month before. It does not count until you confirm it."))};
    if (!health.row.fresh && health.row.lastAttempt && health.row.lastAttempt->outcome != SyncOutcome::Done)
        return {.text = tr(QT_TRANSLATE_NOOP("SourceHealth", "Sync failed")),
            .sort = 0,
            .code = 2,
            .tip = toQString(health.row.lastAttempt->reason)};
    if (!health.row.fresh)
        return {.text = tr(QT_TRANSLATE_NOOP("SourceHealth", "Missing")),
            .sort = 0,
            .code = 2,
            .tip = tr(QT_TRANSLATE_NOOP("SourceHealth", "Nothing complete was imported for this month. Clients cannot be signed off."))};
    if (health.hasShrunk())
        return {.text = tr(QT_TRANSLATE_NOOP("SourceHealth", "Shrunk: %1 of %2"))
                            .arg(countText(health.row.batch->rowsKept), countText(*health.rowsBefore)),
            .sort = 1,
            .code = 2,
            .tip = tr(QT_TRANSLATE_NOOP("SourceHealth",
                "Less than half of the rows of the month before: the report may be cut off. Clients cannot be signed off."))};
    return {.text = tr(QT_TRANSLATE_NOOP("SourceHealth", "Imported")), .sort = 2, .code = 0};
}

} // namespace br
