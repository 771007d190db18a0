#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/exporting.h"

namespace br::cli {

namespace {

class Adjustments final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"adjustments", words("cli", "List the approved adjustments of a period, as export would hand them over"), {workspaceFile()},
            {periodOption(words("cli", "the billing month"))}, {"adjustments acme.brw --period 2026-10"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = adjustments(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows)
                    writeAdjustment(json, row);
                json.endArray();
            });
        TextTable table({{words("cli", "client")}, {words("cli", "service")}, {words("cli", "line")}, {words("cli", "billed"), true},
            {words("cli", "bill"), true}, {words("cli", "from")}, {words("cli", "impact"), true}, {words("cli", "by")},
            {words("cli", "problem")}});
        for (const auto &row : *rows)
            table.add({row.clientName, row.serviceName, orDash(row.line.text), row.billed.toString(), row.targetQuantity.toString(),
                row.effective.toString(), moneyText(row.impact, row.currency), row.by, row.problem});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeAdjustments() { return std::make_unique<Adjustments>(); }

} // namespace br::cli
