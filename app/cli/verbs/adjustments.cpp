#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/exporting.h"

namespace br::cli {

namespace {

class Adjustments final : public ListVerb<AdjustmentRow> {
public:
    VerbInfo info() const override
    {
        return {"adjustments", words("cli", "List the approved adjustments of a period, as export would hand them over"), {workspaceFile()},
            {periodOption(words("cli", "the billing month"))}, {"adjustments acme.brw --period 2026-10"}, {}};
    }

protected:
    Result<std::vector<AdjustmentRow>> read(Workspace &workspace, const Asked &asked) const override
    {
        if (const auto done = checkReconciled(workspace, *asked.period, asked.shell); !done)
            return done.error();
        return adjustments(workspace, *asked.period);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "client")}, {words("cli", "service")}, {words("cli", "line")}, {words("cli", "billed"), true},
            {words("cli", "bill"), true}, {words("cli", "from")}, {words("cli", "impact"), true}, {words("cli", "by")},
            {words("cli", "problem")}};
    }

    std::vector<std::string> cells(const AdjustmentRow &row, const Asked &) const override
    {
        return {row.clientName, row.serviceName, orDash(row.line.text), row.billed.toString(), row.targetQuantity.toString(),
            row.effective.toString(), exactMoney(row.impact, row.currency), row.by, row.problem};
    }

    void write(JsonWriter &json, const AdjustmentRow &row, const Asked &) const override { writeAdjustment(json, row); }
};

} // namespace

std::unique_ptr<Verb> makeAdjustments() { return std::make_unique<Adjustments>(); }

} // namespace br::cli
