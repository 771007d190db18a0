#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

class Decisions final : public ListVerb<Decision> {
public:
    VerbInfo info() const override
    {
        return {"decisions", words("cli", "List what was decided about a discrepancy, oldest first, with the numbers as seen then"),
            {workspaceFile(), {"KEY", words("cli", "the discrepancy")}}, {}, {"decisions acme.brw 2026-10/underbilled/C1/edr"}, {}};
    }

protected:
    Result<std::vector<Decision>> read(Workspace &workspace, const Asked &asked) const override
    {
        return decisions(workspace, asked.arguments.at(1));
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "at")}, {words("cli", "by")}, {words("cli", "act")}, {words("cli", "quantity"), true},
            {words("cli", "billed then"), true}, {words("cli", "counted then"), true}, {words("cli", "reason")}};
    }

    std::vector<std::string> cells(const Decision &row, const Asked &) const override
    {
        return {row.at, row.by, std::string(actCode(row.act)), orDash(row.targetQuantity), orDash(row.seen.billed),
            orDash(row.seen.counted), row.reason};
    }

    void write(JsonWriter &json, const Decision &row, const Asked &) const override { writeDecision(json, row); }
};

} // namespace

std::unique_ptr<Verb> makeDecisions() { return std::make_unique<Decisions>(); }

} // namespace br::cli
