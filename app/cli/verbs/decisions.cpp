#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

class Decisions final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"decisions", words("cli", "List what was decided about a discrepancy, oldest first, with the numbers as seen then"),
            {workspaceFile(), {"KEY", words("cli", "the discrepancy")}}, {}, {"decisions acme.brw 2026-10/underbilled/C1/edr"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = decisions(**workspace, arguments.at(1));
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows)
                    writeDecision(json, row);
                json.endArray();
            });
        TextTable table({{words("cli", "at")}, {words("cli", "by")}, {words("cli", "act")}, {words("cli", "quantity"), true},
            {words("cli", "billed then"), true}, {words("cli", "counted then"), true}, {words("cli", "reason")}});
        for (const auto &row : *rows)
            table.add({row.at, row.by, std::string(actCode(row.act)), orDash(row.targetQuantity), orDash(row.seen.billed),
                orDash(row.seen.counted), row.reason});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeDecisions() { return std::make_unique<Decisions>(); }

} // namespace br::cli
