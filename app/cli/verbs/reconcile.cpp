#include "app/cli/cliprogress.h"
#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/reconciling.h"

namespace br::cli {

namespace {

class Reconcile final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"reconcile", words("cli", "Compare what is counted with what is billed for a period"), {workspaceFile()},
            {periodOption(words("cli", "the billing month")),
                {"as-of", "DATE", words("cli", "the day that counts; without it the one used before, else the month's last")}, byOption()},
            {"reconcile acme.brw --period 2026-10", "reconcile acme.brw --period 2026-10 --as-of 2026-10-25"},
            words("cli", "Positions and discrepancies of the period are replaced; decisions and notes stay with their discrepancies.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto asOf = arguments.day("as-of");
        if (!asOf)
            return shell.misuse(asOf.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto summary = compare(**workspace, *period, *asOf);
        if (!summary)
            return shell.fail(summary.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *summary); });
        shell.print(text(*summary));
        return shell.done();
    }

private:
    static Result<RunSummary> compare(Workspace &workspace, Period period, MaybeDay asOf)
    {
        CliProgress progress;
        return br::reconcile(workspace, period, asOf, progress);
    }

    static void write(JsonWriter &json, const RunSummary &summary)
    {
        json.beginObject().member("period", summary.period.toString()).member("as_of", summary.asOf.toString()).member("at", summary.at);
        json.number("positions", summary.positions).number("matches", summary.matches).number("discrepancies", summary.discrepancies);
        json.key("by_kind").beginObject();
        for (size_t kind = 0; kind < summary.rowsByKind.size(); ++kind)
            json.number(kindCode(static_cast<Kind>(kind)), summary.rowsByKind[kind]);
        json.endObject().number("duration_ms", summary.durationMs);
        writeTexts(json, "warnings", summary.warnings);
        json.endObject();
    }

    static std::string text(const RunSummary &summary)
    {
        auto out = words("cli", "%1 as of %2: %3 positions, %4 match, %5 discrepancies",
                       {summary.period.toString(), summary.asOf.toString(), std::to_string(summary.positions),
                           std::to_string(summary.matches), std::to_string(summary.discrepancies)})
            + "\n";
        TextTable table({{words("cli", "kind")}, {words("cli", "rows"), true}});
        for (size_t kind = 0; kind < summary.rowsByKind.size(); ++kind) {
            if (summary.rowsByKind[kind] > 0)
                table.add({kindName(static_cast<Kind>(kind)), std::to_string(summary.rowsByKind[kind])});
        }
        if (!table.isEmpty())
            out += table.text();
        for (const auto &warning : summary.warnings)
            out += words("cli", "warning: %1", {warning}) + "\n";
        return out;
    }
};

} // namespace

std::unique_ptr<Verb> makeReconcile() { return std::make_unique<Reconcile>(); }

} // namespace br::cli
