#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"

namespace br::cli {

namespace {

class Positions final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"positions", words("cli", "List every client and service of a period, billed and counted side by side"), {workspaceFile()},
            {periodOption(words("cli", "a month that was reconciled"))},
            {"positions acme.brw --period 2026-10", "positions acme.brw --period 2026-10 --json"},
            words("cli", "unit_price is per month, rounded to four places for showing; – and null are unknown. The JSON has the trace.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto done = checkReconciled(**workspace, *period, shell); !done)
            return shell.fail(done.error());
        const auto rows = positions(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows)
                    writePosition(json, row);
                json.endArray();
            });
        shell.print(table(*rows));
        return shell.done();
    }

private:
    static std::string table(const std::vector<Position> &rows)
    {
        TextTable out({{words("cli", "client")}, {words("cli", "service")}, {words("cli", "billed"), true}, {words("cli", "counted"), true},
            {words("cli", "difference"), true}, {words("cli", "unit price"), true}, {words("cli", "impact"), true},
            {words("cli", "standing")}});
        for (const auto &row : rows) {
            const auto currency = row.price ? row.price->currency : Currency();
            out.add({row.client.text, row.service.text, row.billed.toString(), orDash(row.counted), orDash(row.difference()),
                moneyText(row.price ? std::optional(row.price->perMonth()) : std::nullopt, currency), moneyText(row.impact, currency),
                standingName(row.standing)});
        }
        return out.text();
    }
};

} // namespace

std::unique_ptr<Verb> makePositions() { return std::make_unique<Positions>(); }

} // namespace br::cli
