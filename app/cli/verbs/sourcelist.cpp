#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

namespace br::cli {

namespace {

class SourceList final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source list", words("cli", "List the sources; with a period, what each brought for it"), {workspaceFile()},
            {{"period", "YYYY-MM", words("cli", "the month to look at")}}, {"source list acme.brw --period 2026-10"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const bool hasPeriod = arguments.has("period");
        const auto period = hasPeriod ? arguments.period() : Result<Period>(Period());
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = sourceRows(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows)
                    writeSource(json, row, hasPeriod);
                json.endArray();
            });
        shell.print(table(*rows, hasPeriod));
        return shell.done();
    }

private:
    static std::string table(const std::vector<SourceRow> &rows, bool hasPeriod)
    {
        TextTable out({{words("cli", "source")}, {words("cli", "side")}, {words("cli", "connector")}, {words("cli", "batches"), true},
            {words("cli", "last batch")}, {words("cli", "rows"), true}, {words("cli", "in this period")}});
        for (const auto &row : rows) {
            const auto fresh = row.fresh ? words("cli", "yes") : words("cli", "no");
            out.add({row.source.name.text, sideCode(row.source.side), row.source.connector, std::to_string(row.batches),
                orDash(row.lastBatch ? row.lastBatch->period.toString() : std::string()),
                orDash(row.lastBatch ? std::to_string(row.lastBatch->rowsKept) : std::string()),
                hasPeriod ? fresh : orDash(std::string())});
        }
        return out.text();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceList() { return std::make_unique<SourceList>(); }

} // namespace br::cli
