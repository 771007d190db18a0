#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

class Notes final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"notes", words("cli", "List the notes of a discrepancy or a client"), {workspaceFile()},
            {{"key", "KEY", words("cli", "the discrepancy")}, {"client", "ID", words("cli", "or the client")}},
            {"notes acme.brw --key 2026-10/underbilled/C1/edr", "notes acme.brw --client C1 --json"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        if (arguments.has("key") == arguments.has("client"))
            return shell.misuse(words("cli", "say whose notes: one of --key and --client"));
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = notes(**workspace, arguments.option("key", {}), ClientId(arguments.option("client", {})));
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows)
                    writeNote(json, row);
                json.endArray();
            });
        TextTable table({{words("cli", "at")}, {words("cli", "by")}, {words("cli", "note")}});
        for (const auto &row : *rows)
            table.add({row.at, row.by, row.text});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeNotes() { return std::make_unique<Notes>(); }

} // namespace br::cli
