#include "app/cli/discrepancysheet.h"
#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/query/query.h"
#include "core/words/words.h"
#include "core/workspace/listing.h"

namespace br::cli {

namespace {

std::string tableOf(const std::vector<DiscrepancyRow> &rows)
{
    TextTable out({{words("cli", "key")}, {words("cli", "client")}, {words("cli", "service")}, {words("cli", "billed"), true},
        {words("cli", "counted"), true}, {words("cli", "difference"), true}, {words("cli", "impact"), true}, {words("cli", "state")}});
    for (const auto &row : rows) {
        const auto &found = row.discrepancy;
        out.add({row.key, orDash(row.clientName), orDash(row.serviceName), orDash(found.billed), orDash(found.counted),
            orDash(found.difference), exactMoney(found.impact, found.currency), stateName(row.state)});
    }
    return out.text();
}

std::string jsonOf(const std::vector<DiscrepancyRow> &rows)
{
    std::string out;
    JsonWriter json([&](std::string_view text) {
        out += text;
        return true;
    });
    json.beginArray();
    for (const auto &row : rows)
        writeDiscrepancy(json, row);
    json.endArray();
    json.finish();
    return out;
}

// As export does: a file's name says what it should be.
std::string formatOfEnding(const std::string &path)
{
    const auto name = folded(path);
    return name.ends_with(".csv") ? "csv" : name.ends_with(".xlsx") ? "xlsx" : name.ends_with(".json") ? "json" : "table";
}

class Discrepancies final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"discrepancies", words("cli", "List what needs a person, most money first"), {workspaceFile()},
            {periodOption(words("cli", "a month that was reconciled")),
                {"filter", "QUERY", words("cli", "only rows that match, such as kind:underbilled impact:>50 -client:acme")},
                {"format", "json|csv|xlsx",
                    words("cli",
                        "without it what the ending of -o says, else a table for reading; csv and xlsx hold the same fields as json")},
                {"o", "FILE", words("cli", "write to this file; xlsx needs one")}},
            {"discrepancies acme.brw --period 2026-10",
                "discrepancies acme.brw --period 2026-10 --filter \"kind:underbilled|not_billed state:open\" --json",
                "discrepancies acme.brw --period 2026-10 --format xlsx -o october.xlsx"},
            {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto format = arguments.option("format", arguments.wantsJson() ? "json" : formatOfEnding(arguments.option("o", {})));
        if (format != "json" && format != "csv" && format != "xlsx" && format != "table")
            return shell.misuse(words("cli", "--format is \"%1\"; it takes json, csv or xlsx", {format}));
        if (arguments.wantsJson() && format != "json")
            return shell.misuse(words("cli", "--json and --format %1 ask for two things", {format}));
        if (format == "xlsx" && !arguments.has("o"))
            return shell.misuse(words("cli", "xlsx needs -o FILE"));
        const auto query = Query::parse(arguments.option("filter", {}));
        if (!query)
            return shell.misuse("--filter: " + query.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto done = checkReconciled(**workspace, *period, shell); !done)
            return shell.fail(done.error());
        auto rows = discrepancyRows(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        std::erase_if(*rows, [&](const auto &row) { return !query->matches(row); });
        return arguments.has("o") ? writeFile(arguments, format, *rows, shell) : show(format, *rows, shell);
    }

private:
    static int show(const std::string &format, const std::vector<DiscrepancyRow> &rows, Shell &shell)
    {
        if (format == "json")
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : rows)
                    writeDiscrepancy(json, row);
                json.endArray();
            });
        shell.print(format == "csv" ? discrepanciesAsCsv(rows) : tableOf(rows));
        return shell.done();
    }

    static int writeFile(const Arguments &arguments, const std::string &format, const std::vector<DiscrepancyRow> &rows, Shell &shell)
    {
        const auto path = arguments.option("o", {});
        const auto text = [&] { return format == "csv" ? discrepanciesAsCsv(rows) : format == "json" ? jsonOf(rows) : tableOf(rows); };
        const auto written = format == "xlsx" ? discrepanciesAsXlsx(rows, path) : writeFileSafely(path, std::string_view(text()));
        if (!written)
            return shell.fail(written.error());
        shell.tell(words("cli", "Wrote %1: %2 rows.", {written->path, std::to_string(rows.size())}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeDiscrepancies() { return std::make_unique<Discrepancies>(); }

} // namespace br::cli
