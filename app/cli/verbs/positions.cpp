#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"

namespace br::cli {

namespace {

class Positions final : public ListVerb<Position> {
public:
    VerbInfo info() const override
    {
        return {"positions", words("cli", "List every client and service of a period, billed and counted side by side"), {workspaceFile()},
            {periodOption(words("cli", "a month that was reconciled"))},
            {"positions acme.brw --period 2026-10", "positions acme.brw --period 2026-10 --json"},
            words("cli", "unit_price is per month, rounded to four places for showing; – and null are unknown. The JSON has the trace.")};
    }

protected:
    Result<std::vector<Position>> read(Workspace &workspace, const Asked &asked) const override
    {
        if (const auto done = checkReconciled(workspace, *asked.period, asked.shell); !done)
            return done.error();
        return positions(workspace, *asked.period);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "client")}, {words("cli", "service")}, {words("cli", "billed"), true}, {words("cli", "counted"), true},
            {words("cli", "difference"), true}, {words("cli", "unit price"), true}, {words("cli", "impact"), true},
            {words("cli", "standing")}};
    }

    std::vector<std::string> cells(const Position &row, const Asked &) const override
    {
        const auto currency = row.price ? row.price->currency : Currency();
        return {row.client.text, row.service.text, row.billed.toString(), orDash(row.counted), orDash(row.difference()),
            exactMoney(row.price ? std::optional(row.price->perMonth()) : std::nullopt, currency), exactMoney(row.impact, currency),
            standingName(row.standing)};
    }

    void write(JsonWriter &json, const Position &row, const Asked &) const override { writePosition(json, row); }
};

} // namespace

std::unique_ptr<Verb> makePositions() { return std::make_unique<Positions>(); }

} // namespace br::cli
